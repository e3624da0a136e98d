import { lstat, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Failure } from '../../domain/api/failures.ts';
import {
  longestSearches,
  noSearches,
  readSearches,
  searchesPath,
  searchesText,
  type SavedSearch,
  type SearchBook,
} from '../../domain/search/saved-searches.ts';
import { writeFileSafely } from './atomic-write.ts';
import { diskFailure, diskReason, errorCode } from './disk-failure.ts';
import { inTurn } from './entry-writing.ts';
import { makeFolders } from './folder-making.ts';
import type { OpenLibrary } from './open-library.ts';

/** How often a change is made again on top of what another program wrote just before it. */
const tries = 5;

/** What was removed can be put back with all that was in it, so many back. */
const mostRemoved = 50;

/** Thrown when the file is not what was read any more. */
class Overtaken extends Error {}

/** The queries that are kept in an open kennismap: read from disk each time, changed one at a time. */
export class SavedSearches {
  readonly #library: OpenLibrary;
  readonly #changed: () => void;
  readonly #removed = new Map<string, SavedSearch>();
  #known: string | undefined;

  constructor(library: OpenLibrary, changed: () => void) {
    this.#library = library;
    this.#changed = changed;
  }

  /** What is in the file; with a fault when it cannot be used. */
  async read(): Promise<SearchBook & { fault?: string }> {
    const text = await this.#text().catch((error: unknown) => ({
      fault: error instanceof Failure ? String(error.data['reason']) : diskReason(error),
    }));
    if (typeof text === 'object') return { ...noSearches, ...text };
    const book = text === undefined ? noSearches : readSearches(text);
    return 'fault' in book ? { ...noSearches, ...book } : book;
  }

  /**
   * Changes the file; `change` may be called again when another program was just before. A file that cannot be read is never replaced. Fails with
   * `library.read-only`, `searches.unusable`, `entry.unwritable` or `disk.*`.
   */
  async change(change: (book: SearchBook) => SearchBook): Promise<SearchBook> {
    if (this.#library.readOnly) throw new Failure('library.read-only', { dir: this.#library.root });
    const book = await inTurn(this.#library, async () => {
      for (let left = tries; ; left--) {
        try {
          return await this.#once(change);
        } catch (error) {
          if (!(error instanceof Overtaken)) throw diskFailure(error, searchesPath);
          if (left === 0) throw new Failure('disk.failed', { path: searchesPath, reason: 'een ander programma schrijft er steeds in' });
        }
      }
    });
    this.#known = await this.#stamp();
    this.#changed();
    return book;
  }

  /** Looks whether the file changed since the last look, and says so. */
  async look(): Promise<void> {
    const now = await this.#stamp();
    const before = this.#known;
    this.#known = now;
    if (before !== undefined && before !== now) this.#changed();
  }

  async #stamp(): Promise<string> {
    return lstat(this.#file).then(
      (found) => `${found.size} ${found.mtimeMs} ${found.ino}`,
      () => '',
    );
  }

  /** Remembers what is taken away, for who wants it back. */
  remember(search: SavedSearch): void {
    this.#removed.set(search.id, search);
    const oldest = this.#removed.keys().next().value;
    if (this.#removed.size > mostRemoved && oldest !== undefined) this.#removed.delete(oldest);
  }

  /** What was taken away under this id. */
  removed(id: string): SavedSearch | undefined {
    return this.#removed.get(id);
  }

  get #file(): string {
    return this.#library.path(searchesPath);
  }

  async #once(change: (book: SearchBook) => SearchBook): Promise<SearchBook> {
    const before = await this.#text();
    const book = before === undefined ? noSearches : readSearches(before);
    if ('fault' in book) throw new Failure('searches.unusable', { reason: book.fault });
    const after = change(book);
    if (after === book) return book;
    await makeFolders(this.#library.root, dirname(searchesPath));
    const lastLook = async (): Promise<void> => {
      if ((await this.#text()) !== before) throw new Overtaken();
    };
    try {
      await writeFileSafely(this.#file, searchesText(after), { fresh: before === undefined, lastLook });
    } catch (error) {
      throw before === undefined && errorCode(error) === 'EEXIST' ? new Overtaken() : error;
    }
    return after;
  }

  async #text(): Promise<string | undefined> {
    try {
      const found = await lstat(this.#file);
      // Never through a link out of the kennismap, and never into memory what cannot be ours.
      if (!found.isFile()) throw new Failure('searches.unusable', { reason: 'het is geen gewoon bestand' });
      if (found.size > longestSearches * 4) return ' '.repeat(longestSearches + 1);
      return await readFile(this.#file, 'utf8');
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return undefined;
      throw error;
    }
  }
}
