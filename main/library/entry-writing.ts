import { lstat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { mkdir } from 'node:fs/promises';
import { Failure } from '../../domain/api/failures.ts';
import { HeaderRefusal, setKeys } from '../../domain/entries/front-matter-edit.ts';
import { writeFileSafely } from './atomic-write.ts';
import { diskFailure, errorCode } from './disk-failure.ts';
import { readText } from './file-reading.ts';
import type { OpenLibrary } from './open-library.ts';
import type { Shelved } from './shelf.ts';

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

/**
 * Changes one file: reads what is on disk now, lets `edit` make the new text of it, writes that safely and takes it over. With `basedOn`
 * the file must still be what the editor started from (`entry.conflict`). Nothing is written when the text stays the same.
 */
export async function changeEntry(library: OpenLibrary, id: string, edit: (text: string) => string, basedOn?: string): Promise<Saved> {
  return inTurn(library, async () => {
    const held = shelved(library, id);
    const { path, title } = held.read.summary;
    const file = library.path(path);
    const now = await readText(file);
    if (now.revision === '') throw new Failure('entry.missing', { id: title });
    if (now.locked !== undefined) throw new Failure('entry.locked-text', { path, reason: now.locked });
    if (basedOn !== undefined && now.revision !== basedOn) {
      await adoptFile(library, path);
      throw new Failure('entry.conflict', { id, title, revision: now.revision });
    }
    const text = refusable(path, () => withId(edit(now.text), held));
    if (text === now.text) return { id, path, revision: now.revision };
    try {
      await writeFileSafely(file, text);
    } catch (error) {
      throw diskFailure(error, path);
    }
    return adoptFile(library, path, 'saved');
  });
}

/** Writes a file that may not exist yet; fails with `entry.name-taken`. */
export async function createFile(library: OpenLibrary, path: string, text: string): Promise<Saved> {
  return inTurn(library, async () => {
    const file = library.path(path);
    try {
      await mkdir(dirname(file), { recursive: true });
      await writeFileSafely(file, text, { fresh: true });
    } catch (error) {
      if (errorCode(error) === 'EEXIST') throw new Failure('entry.name-taken', { path });
      throw diskFailure(error, path);
    }
    return adoptFile(library, path, 'saved');
  });
}

/** Reads a file again and takes it over, saying so. */
export async function adoptFile(library: OpenLibrary, path: string, reason: 'saved' | 'outside' = 'outside'): Promise<Saved> {
  const file = library.path(path);
  const found = await lstat(file);
  const content = await readText(file);
  const ids = library.adopt({ path, size: found.size, changed: found.mtimeMs }, content);
  library.announce(ids, reason);
  return { id: library.shelf.at(path)?.id ?? '', path, revision: content.revision };
}

/** Runs edits of front matter; a header that cannot be changed becomes a failure with its line. */
export function refusable(path: string, act: () => string): string {
  try {
    return act();
  } catch (error) {
    if (error instanceof HeaderRefusal) throw new Failure('entry.broken-front-matter', { path, line: error.line });
    throw error;
  }
}

/** A file without an id gets, at its first save, the one it was known by. */
function withId(text: string, held: Shelved): string {
  return held.read.ownId === undefined && !('id' in held.read.fields) ? setKeys(text, { id: held.id }) : text;
}

const turns = new WeakMap<OpenLibrary, Promise<unknown>>();

/** One change at a time per library, in the order they were asked. */
export async function inTurn<T>(library: OpenLibrary, act: () => Promise<T>): Promise<T> {
  const before = turns.get(library) ?? Promise.resolve();
  const mine = before.then(act, act);
  turns.set(
    library,
    mine.catch(() => undefined),
  );
  return mine;
}
