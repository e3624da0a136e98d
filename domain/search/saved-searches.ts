import { z } from 'zod';
import { Sort } from './answer.ts';

/** Queries that are kept in the kennismap itself, so that colleagues have them too. */

/** Where they stand, from the root of the kennismap. */
export const searchesPath = '.oogst/zoekvragen.json';

/** So many are shown and can be kept; a file with more stays whole. */
export const mostSaved = 500;

/** A file with queries is never near this size, characters. */
export const longestSearches = 4 * 1024 * 1024;

/** One kept query, as it stands in the file. What a newer version adds to it stays. */
export const SavedSearch = z.looseObject({
  id: z.string().min(1).max(100),
  naam: z.string().trim().min(1).max(120),
  vraag: z.string().max(5000),
  sortering: Sort.optional().catch(undefined),
  /** `JJJJ-MM-DD`. */
  gemaakt: z.string().max(40).catch(''),
  /** Role of who kept it. */
  door: z.string().max(80).optional().catch(undefined),
});
export type SavedSearch = z.infer<typeof SavedSearch>;

const Whole = z.looseObject({ zoekvragen: z.array(z.unknown()) });

/** The whole file: what could be read of it, and all of it as it stood. */
export interface SearchBook {
  readonly searches: readonly SavedSearch[];
  readonly whole: z.infer<typeof Whole>;
}

/** What a new or changed query gets; what is absent stays. */
export interface SearchChange {
  naam?: string | undefined;
  vraag?: string | undefined;
  sortering?: Sort | undefined;
}

/** A kennismap without kept queries. */
export const noSearches: SearchBook = { searches: [], whole: { zoekvragen: [] } };

/** Reads the file. An item that is not a query is passed over and stays; a file that cannot be read at all gives, in Dutch, why. */
export function readSearches(text: string): SearchBook | { fault: string } {
  if (text.length > longestSearches) return { fault: 'het bestand is te groot' };
  const bare = text.replace(/^\ufeff/, '');
  if (bare.trim() === '') return { fault: 'het bestand is leeg' };
  let data: unknown;
  try {
    data = JSON.parse(bare);
  } catch {
    return { fault: 'het is geen geldige JSON' };
  }
  const whole = Whole.safeParse(data);
  return whole.success ? bookOf(whole.data) : { fault: 'er staat geen lijst “zoekvragen” in' };
}

/** The text of the file. */
export const searchesText = ({ whole }: SearchBook): string => `${JSON.stringify(whole, null, 2)}\n`;

/** The book with one more query. */
export function withSearch(book: SearchBook, search: SavedSearch): SearchBook {
  return bookOf({ ...book.whole, zoekvragen: [...book.whole.zoekvragen, search] });
}

/** The book with one query changed; everything else of it, known or not, stays. */
export function withChange(book: SearchBook, id: string, change: SearchChange): SearchBook {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  return bookOf({ ...book.whole, zoekvragen: book.whole.zoekvragen.map((one) => (isWith(id, one) ? { ...one, ...given } : one)) });
}

/** The book without one query. */
export function withoutSearch(book: SearchBook, id: string): SearchBook {
  return bookOf({ ...book.whole, zoekvragen: book.whole.zoekvragen.filter((one) => !isWith(id, one)) });
}

/** The query with this name, whatever its capitals. */
export const searchNamed = <T>(searches: readonly T[], name: string, nameOf: (search: T) => string): T | undefined =>
  searches.find((one) => plain(nameOf(one)) === plain(name));

const plain = (name: string): string => name.normalize('NFC').trim().toLocaleLowerCase('nl');

const isWith = (id: string, one: unknown): one is Record<string, unknown> => typeof one === 'object' && one !== null && 'id' in one && one.id === id;

function bookOf(whole: z.infer<typeof Whole>): SearchBook {
  const searches = new Map<string, SavedSearch>();
  for (const one of whole.zoekvragen) {
    const read = SavedSearch.safeParse(one);
    if (read.success && !searches.has(read.data.id) && searches.size < mostSaved) searches.set(read.data.id, read.data);
  }
  return { searches: [...searches.values()], whole };
}
