import { setTimeout as pause } from 'node:timers/promises';
import { readText } from '../file-reading.ts';
import type { FoundFile } from '../folder-scan.ts';
import type { OpenLibrary } from '../open-library.ts';
import { ownerOf } from '../shelf.ts';

/** In the background, without hurry: what is there now can be brought back later, also when another program ruins it. */
export async function keepFirst(library: OpenLibrary, files: readonly FoundFile[], closed: AbortSignal): Promise<void> {
  await pause(1000, undefined, { ref: false, signal: closed }).catch(() => undefined);
  for (const { path } of files) {
    if (closed.aborted) return;
    const held = library.shelf.at(path);
    if (!held || held.locked !== undefined) continue;
    const newest = (await library.history.versions.list(held.id))[0];
    if (newest?.revision === held.revision) continue;
    const content = await readText(library.path(path));
    if (content.revision === held.revision) await library.history.keep(ownerOf(held), content.text, newest ? 'buiten' : 'gezien');
  }
  await library.history.versions.prune().catch(() => undefined);
}
