import type { Alike, SearchAnswer, Sort } from './answer.ts';
import type { HeardWords } from './heard-words.ts';
import type { NumberedDocuments } from './numbered-documents.ts';

/**
 * The one small interface of search. The library puts every entry in, the reader of a bundle puts its own in; who asks sees nothing of how
 * the index is made.
 */

/** An entry as the engine wants it: text per place, and the values it can be filtered by. */
export interface SearchDocument {
  id: string;
  title: string;
  summary: string;
  keywords: readonly string[];
  /** Other fields with text in them (organisation, theme …): label and text. */
  fields: readonly { label: string; text: string }[];
  /** The text per section, in order; the name is shown with the snippet. Plain text, no Markdown signs. */
  sections: readonly { name: string; text: string }[];
  /** Values per filter name (`soort`, `fase`, `trefwoord`, …), as written in the file. */
  values: Readonly<Record<string, readonly string[]>>;
  /** Current verdict per short item name (`A4`) and full id (`checklist.A4`). */
  verdicts: Readonly<Record<string, string>>;
  /** `JJJJ-MM-DD`, for sorting. */
  date?: string | undefined;
  /** 0–1: share of expected sections that are there. */
  completeness: number;
}

/** A facet to count: filter name, and the label of each known value. Values without a label are shown as they are. */
export interface FacetPlan {
  name: string;
  labels: Readonly<Record<string, string>>;
  /** Known values in their own order (stages); others follow by count. */
  order?: readonly string[] | undefined;
}

export interface SearchOptions {
  /** Hits to give, 20 when absent. */
  limit?: number | undefined;
  offset?: number | undefined;
  sort?: Sort | undefined;
  /** Facets to count; none when absent. */
  facets?: readonly FacetPlan[] | undefined;
  /** Only which and how well: no snippets and no marks, for who counts. A number: for all but so many of the first. */
  bare?: boolean | number | undefined;
}

export interface EngineOptions {
  /** Sets of expressions that mean the same. */
  synonyms?: readonly (readonly string[])[] | undefined;
  /** Per filter name what its values are called: folded label to value. Both can be asked for. */
  labels?: ValueLabels | undefined;
}

/** Filter name → folded label → value. */
export type ValueLabels = ReadonlyMap<string, ReadonlyMap<string, string>>;

export interface SearchEngine {
  readonly size: number;
  /** Adds, or replaces the one with the same id. */
  put(document: SearchDocument): void;
  /**
   * Takes in documents that were numbered in another thread; what it gives puts one of them, by its place, under an id. Valid until {@link clear}.
   * Undefined when words they are numbered by never came here.
   */
  take(documents: NumberedDocuments, heard: HeardWords): ((n: number, id: string) => void) | undefined;
  has(id: string): boolean;
  remove(id: string): void;
  clear(): void;
  /** Does, step by step, what the next search or change would have to do first: putting words in order, making room. */
  warm(): Iterable<unknown>;
  /** Never throws: what it cannot read in the query becomes a hint. An empty query gives everything. */
  search(query: string, options?: SearchOptions): SearchAnswer;
  /** The documents most like this one, with the words that weigh most; none when it is not there. */
  similar(id: string, limit?: number): Alike[];
}
