import { setImmediate as turn } from 'node:timers/promises';
import { ulid } from 'ulid';
import type { Emit, KeptSearch, Output, Parsed, Service } from '../../domain/api/contract.ts';
import { Failure } from '../../domain/api/failures.ts';
import {
  mostSaved,
  searchNamed,
  withChange,
  withoutSearch,
  withSearch,
  type SavedSearch,
  type SearchBook,
} from '../../domain/search/saved-searches.ts';
import type { OpenLibrary } from './open-library.ts';
import { SearchNews } from './search-news.ts';
import type { Session } from './session.ts';

export interface SearchesServiceOptions {
  session: Session;
  profile: string;
  clock: () => Date;
  /** Role that is written with what is kept. */
  judge: () => Promise<string>;
  emit: Emit;
}

/** So many titles of what is new are told; the number is always right. */
const mostTitles = 100;

const collator = new Intl.Collator('nl', { numeric: true, sensitivity: 'base' });

/** Queries kept in the kennismap: live collections that tell what came in since somebody last looked. */
export function createSearchesService(options: SearchesServiceOptions): Service<'searches'> {
  const { session, emit } = options;
  const news = new SearchNews(options);
  return {
    'searches.list': async () => list(session, news),
    'searches.keep': async (input) => keep(input, options, news),
    'searches.remove': async ({ id }) => {
      const library = session.library();
      const searches = session.searches();
      let gone: SavedSearch | undefined;
      await searches.change((book) => {
        gone = found(book, id);
        return withoutSearch(book, id);
      });
      if (!gone) throw new Failure('searches.missing');
      searches.remember(gone);
      return news.told(library, gone);
    },
    'searches.news': async ({ id }) => {
      const library = session.library();
      const { since, fresh } = await news.shown(library, found(await session.searches().read(), id));
      const titles = fresh.slice(0, mostTitles).map((one) => titled(library, one));
      return { ...(since === undefined ? {} : { since }), total: fresh.length, fresh: titles };
    },
    'searches.seen': async ({ id }) => {
      const library = session.library();
      const book = await session.searches().read();
      const search = found(book, id);
      if (library.state.state !== 'ready') return {};
      await news.look(library, search);
      for (const same of book.searches.filter((one) => one.vraag === search.vraag && one.id !== id)) await news.see(library, same);
      emit('searches.changed', {});
      return {};
    },
    'searches.dismiss': async ({ id }) => {
      const library = session.library();
      news.dismiss(library, found(await session.searches().read(), id));
      emit('searches.changed', {});
      return {};
    },
  };
}

async function list(session: Session, news: SearchNews): Promise<Output<'searches.list'>> {
  const library = session.library();
  const { searches, fault } = await session.searches().read();
  const out: KeptSearch[] = [];
  for (const search of searches) {
    out.push(await news.told(library, search));
    await turn(); // let waiting calls in
  }
  out.sort((a, b) => collator.compare(a.name, b.name));
  return { searches: out, ...(fault === undefined ? {} : { fault }) };
}

async function keep(input: Parsed<'searches.keep'>, { session, clock, judge }: SearchesServiceOptions, news: SearchNews): Promise<KeptSearch> {
  const library = session.library();
  const searches = session.searches();
  const id = input.id ?? ulid(clock().getTime());
  const keeping = { clock, by: await judge(), was: searches.removed(id) };
  const search = found(await searches.change((book) => kept(book, { ...input, id }, keeping)), id);
  // Whoever asked the question has seen what it finds now.
  if (input.query !== undefined && !keeping.was) await news.see(library, search);
  return news.told(library, search);
}

function titled({ shelf }: OpenLibrary, id: string): Output<'searches.news'>['fresh'][number] {
  const held = shelf.find(id);
  if (!held) return { id, title: id };
  const { title, copyOf } = shelf.summary(held);
  return { id, title, ...(copyOf === undefined ? {} : { copyOf }) };
}

function found(book: SearchBook, id: string): SavedSearch {
  const search = book.searches.find((one) => one.id === id);
  if (!search) throw new Failure('searches.missing');
  return search;
}

interface Keeping {
  clock: () => Date;
  by: string;
  /** What was taken away under this id, when it is put back. */
  was: SavedSearch | undefined;
}

/** The book with a query added, changed or put back. */
function kept(book: SearchBook, { id, name, query, sort }: Parsed<'searches.keep'> & { id: string }, { clock, by, was }: Keeping): SearchBook {
  const namesake = name === undefined ? undefined : searchNamed(book.searches, name, (one) => one.naam);
  if (namesake && namesake.id !== id) throw new Failure('searches.name-taken', { name: namesake.naam });
  const change = { naam: name, vraag: query, sortering: sort };
  if (book.searches.some((one) => one.id === id)) return withChange(book, id, change);
  if (name === undefined || query === undefined) throw new Failure('searches.missing');
  if (book.searches.length >= mostSaved) throw new Failure('searches.full', { most: mostSaved });
  const fresh = { id, naam: name, vraag: query, ...(sort === undefined ? {} : { sortering: sort }), gemaakt: dayOf(clock()), door: by };
  return withSearch(book, was ? { ...was, naam: name, vraag: query } : fresh);
}

/** `JJJJ-MM-DD` where the user is. */
const dayOf = (now: Date): string => [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
