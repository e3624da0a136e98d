import { lstat, readFile } from 'node:fs/promises';
import type { OpenLibrary } from './open-library.ts';

/**
 * The path as it was, or with a number behind it when something else stands there; `same` when these very bytes stand there already. Never replaces a
 * file. `planned` are paths somebody else is about to take, in lower case.
 */
export async function freePath(
  library: OpenLibrary,
  wanted: string,
  bytes: Buffer,
  planned: ReadonlySet<string>,
): Promise<{ path: string; same: boolean }> {
  for (let n = 1; ; n++) {
    const path = n === 1 ? wanted : wanted.replace(/(\.[^./]*)?$/, (ending) => `-${n}${ending}`);
    const target = library.path(path);
    const found = await lstat(target).catch(() => undefined);
    if (!found && !planned.has(path.toLowerCase())) return { path, same: false };
    if (found?.isFile() && found.size === bytes.length && bytes.equals(await readFile(target))) return { path, same: true };
  }
}
