import { copyFile, constants, readdir, readFile, rm, rmdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { attachmentsFolder } from '../../domain/entries/attachment-links.ts';
import { diskFailure } from './disk-failure.ts';
import { makeFolders } from './folder-making.ts';
import type { OpenLibrary } from './open-library.ts';
import { isTaken } from './path-look.ts';

/** Where the attachments of one write-up come to stand when another takes them over: path now → path then. The same file is not doubled. */
export async function takenOver(library: OpenLibrary, from: string, to: string): Promise<Map<string, string>> {
  const [source, goal] = [attachmentsFolder(from), attachmentsFolder(to)];
  const found = await readdir(library.path(source), { recursive: true, withFileTypes: true }).catch(() => []);
  const out = new Map<string, string>();
  const given = new Set<string>();
  const root = library.path(source);
  for (const file of found) {
    if (!file.isFile()) continue;
    const inside = `${file.parentPath}/${file.name}`.slice(root.length + 1).replaceAll('\\', '/');
    const now = `${source}/${inside}`;
    let then = `${goal}/${inside}`;
    for (let n = 2; given.has(then) || ((await isTaken(library.path(then))) && !(await sameBytes(library, now, then))); n++)
      then = `${goal}/${inside.replace(/(\.[^./]*)?$/, (ending: string) => `-${n}${ending}`)}`;
    given.add(then);
    out.set(now, then);
  }
  return out;
}

/** Copies one attachment; what stands there already stays. */
export async function copyAttachment(library: OpenLibrary, { from, to }: { from: string; to: string }): Promise<void> {
  try {
    await makeFolders(library.root, dirname(to));
    await copyFile(await library.ownPath(from), library.path(to), constants.COPYFILE_EXCL);
  } catch (error) {
    throw diskFailure(error, to);
  }
}

/** Takes a copy away again, as long as it is one. */
export async function dropCopy(library: OpenLibrary, { from, to }: { from: string; to: string }): Promise<void> {
  if (!(await sameBytes(library, from, to))) return;
  const copy = await library.ownPath(to);
  await rm(copy, { force: true });
  await rmdir(dirname(copy)).catch(() => undefined);
}

async function sameBytes(library: OpenLibrary, a: string, b: string): Promise<boolean> {
  const [one, other] = await Promise.all([a, b].map((path) => readFile(library.path(path)).catch(() => undefined)));
  return one !== undefined && other !== undefined && one.equals(other);
}
