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
import type { OpenLibrary } from './open-library.ts';
import { SharedFile } from './shared-file.ts';

/** What was removed can be put back with all that was in it, so many back. */
const mostRemoved = 50;

/** The queries that are kept in an open kennismap: read from disk each time, changed one at a time. */
export class SavedSearches {
  readonly #file: SharedFile<SearchBook>;
  readonly #changed: () => void;
  readonly #removed = new Map<string, SavedSearch>();
  #known: string | undefined;

  constructor(library: OpenLibrary, changed: () => void) {
    this.#file = new SharedFile<SearchBook>(library, {
      path: searchesPath,
      none: noSearches,
      longest: longestSearches,
      read: readSearches,
      write: searchesText,
      unusable: (reason) => new Failure('searches.unusable', { reason }),
    });
    this.#changed = changed;
  }

  /** What is in the file; with a fault when it cannot be used. */
  async read(): Promise<SearchBook & { fault?: string }> {
    const { value, fault } = await this.#file.read();
    return { ...value, ...(fault === undefined ? {} : { fault }) };
  }

  /**
   * Changes the file; `change` may be called again when another program was just before. A file that cannot be read is never replaced. Fails with
   * `library.read-only`, `searches.unusable`, `entry.unwritable` or `disk.*`.
   */
  async change(change: (book: SearchBook) => SearchBook): Promise<SearchBook> {
    const book = await this.#file.change(change);
    this.#known = await this.#file.stamp();
    this.#changed();
    return book;
  }

  /** Looks whether the file changed since the last look, and says so. */
  async look(): Promise<void> {
    const now = await this.#file.stamp();
    const before = this.#known;
    this.#known = now;
    if (before !== undefined && before !== now) this.#changed();
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
}
