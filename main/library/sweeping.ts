import { dirname } from 'node:path';
import { sweepTemporaries } from './atomic-write.ts';
import type { FoundFile } from './folder-scan.ts';
import type { OpenLibrary } from './open-library.ts';

/** Moves what killed writers left in the folders of these files out of the kennismap; gives what to tell the user, when there was any. */
export async function sweepLibrary(library: OpenLibrary, files: readonly FoundFile[]): Promise<string | undefined> {
  const kept = library.history.recovery;
  let found = 0;
  for (const folder of new Set(['.oogst/prullenbak', '.', ...files.map((file) => dirname(file.path))]))
    found += await sweepOne(library, folder === '.' ? '' : folder, kept).catch(() => 0);
  if (found === 0) return undefined;
  return `Oogst vond ${found === 1 ? 'een half opgeslagen bestand' : `${found} half opgeslagen bestanden`} en bewaarde dat in ${kept}.`;
}

async function sweepOne(library: OpenLibrary, folder: string, kept: string): Promise<number> {
  const own = folder === '' ? library.root : await library.ownPath(`${folder}/`);
  return (await sweepTemporaries(own, kept)).length;
}
