import { lstat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Failure } from '../../domain/api/failures.ts';
import { HeaderRefusal, setKeys } from '../../domain/entries/front-matter-edit.ts';
import type { StepLabel } from '../../domain/entries/undo.ts';
import { writeFileSafely } from './atomic-write.ts';
import { claimed } from './claim.ts';
import { diskFailure, errorCode } from './disk-failure.ts';
import type { Change } from './history/undo-stack.ts';
import { makeFolders } from './folder-making.ts';
import type { OpenLibrary } from './open-library.ts';
import { replaceUnchanged } from './replacing.ts';
import { ownerOf, type Shelved } from './shelf.ts';

/** Where a saved entry is now, and the revision the next save is based on. */
export interface Saved {
  id: string;
  path: string;
  revision: string;
}

/** The entry with an id; fails with `entry.missing`. */
export function shelved(library: OpenLibrary, id: string): Shelved {
  const found = library.shelf.find(id);
  if (!found) throw new Failure('entry.missing', { id });
  return found;
}

/** A change of one file: `edit` makes the new text of what is on disk. With `basedOn` the file must still be what the editor started from. */
export interface EntryEdit {
  edit(text: string): string;
  basedOn?: string | undefined;
  /** Gives a file without an id none: nobody works on it, only a link in it is kept right. */
  withoutId?: boolean | undefined;
}

/** What a change did to the file; `before` and `after` are equal when nothing needed to be written. */
export interface Written {
  saved: Saved;
  before: string;
  after: string;
}

/** Changes one file and notes it, so that it can be undone. Fails like {@link writeEntry}. */
export async function changeEntry(library: OpenLibrary, id: string, label: StepLabel, change: EntryEdit): Promise<Saved> {
  const { saved, before, after } = await writeEntry(library, id, change);
  if (before !== after) noteChange(library, label, saved.id, [{ what: 'text', id: saved.id, before, after }]);
  return saved;
}

/** Notes what was just done to a write-up as one step that can be undone. */
export function noteChange(library: OpenLibrary, label: StepLabel, id: string, changes: Change[]): void {
  library.history.did({ label, id, title: library.shelf.find(id)?.read.summary.title ?? '', changes });
}

/**
 * Changes one file: reads what is on disk now, lets `edit` make the new text of it, writes that safely, keeps a version and takes it over.
 * Fails with `entry.missing`, `entry.locked-text`, `entry.conflict`, `entry.unwritable` or `disk.*`. Nothing is written when the text stays the same.
 */
export async function writeEntry(library: OpenLibrary, id: string, { edit, basedOn, withoutId }: EntryEdit): Promise<Written> {
  return inTurn(library, async () => {
    for (let tries = 1; ; tries++) {
      const written = await writeOnce(library, id, { edit, basedOn, withoutId });
      if (written) return written;
      if (tries === attempts)
        throw new Failure('disk.failed', { path: shelved(library, id).read.summary.path, reason: 'een ander programma schrijft er steeds in' });
    }
  });
}

/** How often an edit is made again because another program was just before it. */
const attempts = 20;

/** One try; undefined when another program changed the file between reading and replacing it. */
async function writeOnce(library: OpenLibrary, id: string, { edit, basedOn, withoutId }: EntryEdit): Promise<Written | undefined> {
  const held = shelved(library, id);
  const { path, title } = held.read.summary;
  const file = await library.ownPath(path);
  const now = await library.readFile(path);
  if (now.revision === '') throw new Failure('entry.missing', { id: title });
  if (now.locked !== undefined) throw new Failure('entry.locked-text', { path, reason: now.locked });
  if (basedOn !== undefined && now.revision !== basedOn) {
    await adoptFile(library, path);
    throw new Failure('entry.conflict', { id, title, revision: now.revision });
  }
  // Another program may have moved this file and put another write-up in its place; then the change would land in the wrong one.
  if (now.revision !== held.revision) await adoptFile(library, path);
  const current = library.shelf.find(id);
  if (current?.read.summary.path !== path) throw new Failure('entry.missing', { id: title });
  const text = refusable(path, () => {
    const edited = edit(now.text);
    return edited === now.text || withoutId ? edited : withId(edited, current);
  });
  if (text === now.text) return { saved: { id, path, revision: now.revision }, before: text, after: text };
  // What another program wrote since the last save is kept before it is replaced.
  await library.history.keep(ownerOf(held), now.text, now.revision === held.revision ? 'gezien' : 'buiten');
  const keepOverwritten = async (bytes: Uint8Array): Promise<boolean> =>
    library.history.versions.keep(ownerOf(held), new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), 'buiten');
  try {
    if (!(await replaceUnchanged(file, now.revision, text, keepOverwritten))) return undefined;
  } catch (error) {
    throw diskFailure(error, path);
  }
  const saved = await adoptFile(library, path, 'saved');
  await keepSaved(library, saved.id, text);
  return { saved, before: now.text, after: text };
}

/** Writes a file that may not exist yet; fails with `entry.name-taken`. */
export async function createFile(library: OpenLibrary, path: string, text: string): Promise<Saved> {
  return inTurn(library, async () => {
    const file = library.path(path);
    try {
      await makeFolders(library.root, dirname(path));
      await writeFileSafely(file, text, { fresh: true });
    } catch (error) {
      if (errorCode(error) === 'EEXIST') throw new Failure('entry.name-taken', { path });
      throw diskFailure(error, path);
    }
    const saved = await adoptFile(library, path, 'saved');
    await keepSaved(library, saved.id, text);
    return saved;
  });
}

async function keepSaved(library: OpenLibrary, id: string, text: string): Promise<void> {
  const held = library.shelf.find(id);
  if (held) await library.history.keep(ownerOf(held), text, 'opgeslagen');
}

/** Reads a file again and takes it over, saying so. */
export async function adoptFile(library: OpenLibrary, path: string, reason: 'saved' | 'outside' = 'outside'): Promise<Saved> {
  const found = await lstat(library.path(path));
  const content = await library.readFile(path);
  const ids = library.adopt({ path, size: found.size, changed: found.mtimeMs, touched: found.ctimeMs }, content);
  library.announce(ids, reason);
  return { id: library.shelf.at(path)?.id ?? '', path, revision: content.revision };
}

/** Runs edits of front matter; a header that cannot be changed becomes a failure with its line. */
export function refusable<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof HeaderRefusal) throw new Failure('entry.broken-front-matter', { path, line: error.line });
    throw error;
  }
}

/** A file without an id gets, at its first save, the one it was known by. */
function withId(text: string, held: Shelved): string {
  if (held.read.ownId !== undefined || 'id' in held.read.fields) return text;
  try {
    return setKeys(text, { id: held.id });
  } catch (error) {
    // Under a header that cannot be read the text can still be written; the id comes when the header is mended.
    if (error instanceof HeaderRefusal) return text;
    throw error;
  }
}

const turns = new WeakMap<OpenLibrary, Promise<unknown>>();

/** One change at a time per kennismap, in the order they were asked, also when several programs of this user work on it. */
export async function inTurn<T>(library: OpenLibrary, act: () => Promise<T>): Promise<T> {
  const before = turns.get(library) ?? Promise.resolve();
  const alone = async (): Promise<T> => claimed(library.root, act);
  const mine = before.then(alone, alone);
  turns.set(
    library,
    mine.catch(() => undefined),
  );
  return mine;
}

/** Resolves when everything that was asked to be written is written. */
export const writesUnderWay = async (library: OpenLibrary): Promise<void> => void (await turns.get(library));
