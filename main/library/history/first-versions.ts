import { setTimeout as pause } from 'node:timers/promises';
import { readText } from '../file-reading.ts';
import type { FoundFile } from '../folder-scan.ts';
import { letGo } from '../let-go.ts';
import type { OpenLibrary } from '../open-library.ts';
import { ownerOf } from '../shelf.ts';
import { UnreadEntry } from '../unread-entry.ts';

/** In the background, without hurry and behind who searches: what is there now can be brought back later, also when another program ruins it. */
export async function keepFirst(library: OpenLibrary, files: readonly FoundFile[], closed: AbortSignal): Promise<void> {
  await pause(1000, undefined, { ref: false, signal: closed }).catch(() => undefined);
  for (const [n, { path }] of files.entries()) {
    await library.givingWay.turn(closed);
    if (closed.aborted) return;
    // Much is read that nobody needs after it.
    if (n % 5000 === 4999) letGo(files.length);
    const held = library.shelf.at(path);
    if (!held || held.locked !== undefined) continue;
    const newest = (await library.history.versions.list(held.id))[0];
    if (newest?.revision === held.revision) continue;
    const content = await readText(library.path(path));
    const read = held instanceof UnreadEntry ? held.glance() : held.read;
    if (content.revision === held.revision) await library.history.keep(ownerOf({ id: held.id, read }), content.text, newest ? 'buiten' : 'gezien');
  }
  await library.history.versions.prune().catch(() => undefined);
}
