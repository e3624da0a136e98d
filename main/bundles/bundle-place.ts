import { realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { Failure } from '../../domain/api/failures.ts';
import type { OpenLibrary } from '../library/open-library.ts';

/** Refuses a place in the kennismap, links followed: a bundle there could take the place of a write-up. Fails with `export.target`. */
export async function refuseInside(library: OpenLibrary, out: string): Promise<void> {
  const inside = relative(library.root, await really(out));
  if (inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside))
    throw new Failure('export.target', { path: out, reason: 'die plek ligt in de kennismap zelf' });
}

/** Where a path really leads; of what is not there yet, the part that is. */
async function really(path: string): Promise<string> {
  const found = await realpath(path).catch(() => undefined);
  if (found !== undefined || dirname(path) === path) return found ?? path;
  return join(await really(dirname(path)), basename(path));
}
