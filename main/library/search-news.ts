import type { KeptSearch } from '../../domain/api/contract.ts';
import type { SavedSearch } from '../../domain/search/saved-searches.ts';
import type { OpenLibrary } from './open-library.ts';
import { mostSeen, SeenSearches, type Seen } from './seen-searches.ts';
import type { Session } from './session.ts';

interface NewsOptions {
  session: Session;
  profile: string;
  clock: () => Date;
}

/** Ids that are new, against what was seen at a moment. */
export interface Fresh {
  fresh: string[];
  /** When that was seen; absent when nobody ever looked. */
  since?: string;
}

/**
 * What a query finds now against what was seen of it. Looking at the list makes that nothing counts as new any more, while what was new then stays told
 * until somebody closes it: that is remembered as what was seen before the look, so that what is told is always what is there now.
 */
export class SearchNews {
  readonly #seen: SeenSearches;
  readonly #session: Session;
  readonly #clock: () => Date;
  /** What had been seen before the look that found something new, by kennismap and question. */
  readonly #before = new Map<string, Seen>();

  constructor({ profile, clock, session }: NewsOptions) {
    this.#session = session;
    this.#seen = new SeenSearches(profile);
    this.#clock = clock;
  }

  /** What is new and not told to be read yet, in the order of the query. */
  async shown(library: OpenLibrary, search: SavedSearch): Promise<Fresh> {
    const before = this.#before.get(keyOf(library, search)) ?? (await this.#last(library, search));
    return freshIn(hits(library, search), before);
  }

  /** Somebody looks at it now: what is new stays told, and counts as seen. */
  async look(library: OpenLibrary, search: SavedSearch): Promise<void> {
    const key = keyOf(library, search);
    const ids = hits(library, search);
    const told = this.#before.get(key);
    if (!told || freshIn(ids, told).fresh.length === 0) {
      const last = await this.#last(library, search);
      if (last && freshIn(ids, last).fresh.length > 0) this.#before.set(key, last);
      else this.#before.delete(key);
    }
    await this.see(library, search);
  }

  /** What is told as new is read; nothing is told until more comes in. */
  dismiss(library: OpenLibrary, search: SavedSearch): void {
    if (library.state.state === 'ready') this.#before.set(keyOf(library, search), this.#now(library, search));
  }

  /** Everything it finds now counts as seen. */
  async see(library: OpenLibrary, search: SavedSearch): Promise<void> {
    // Half a kennismap would make the other half new.
    if (library.state.state !== 'ready') return;
    const kept = this.#seen.keep(library.root, search.id, this.#now(library, search));
    this.#session.busyWith(kept);
    await kept;
  }

  /** A kept query as it goes over the link. */
  async told(library: OpenLibrary, search: SavedSearch): Promise<KeptSearch> {
    const ids = hits(library, search);
    const { fresh, since } = freshIn(ids, await this.#last(library, search));
    const { id, naam, vraag, sortering, gemaakt, door } = search;
    return {
      id,
      name: naam,
      query: vraag,
      ...(sortering === undefined ? {} : { sort: sortering }),
      made: gemaakt,
      ...(door === undefined ? {} : { by: door }),
      total: ids.length,
      fresh: fresh.length,
      ...(since === undefined ? {} : { since }),
    };
  }

  /** What was seen at the last look. Of another question than the one that was looked at nobody can say what is new in it. */
  async #last(library: OpenLibrary, search: SavedSearch): Promise<Seen | undefined> {
    const seen = await this.#seen.find(library.root, search.id);
    return seen?.query === search.vraag ? seen : undefined;
  }

  #now(library: OpenLibrary, search: SavedSearch): Seen {
    return { query: search.vraag, at: this.#clock().toISOString(), ids: hits(library, search) };
  }
}

const keyOf = ({ root }: OpenLibrary, { vraag }: SavedSearch): string => `${root}\n${vraag}`;

function freshIn(ids: string[], seen: Seen | undefined): Fresh {
  if (!seen) return { fresh: [] };
  const before = new Set(seen.ids);
  return { fresh: ids.length > mostSeen ? [] : ids.filter((id) => !before.has(id)), since: seen.at };
}

const hits = (library: OpenLibrary, { vraag, sortering }: SavedSearch): string[] =>
  library.engine.search(vraag, { limit: library.engine.size, sort: sortering, bare: true }).hits.map((hit) => hit.id);
