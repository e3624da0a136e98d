import { z } from 'zod';
import { EntrySummary } from '../entries/entry.ts';

/** What a search gives back; the same in the window, on the command line and in the reader of a bundle. */

/** A piece of text with the found words: `marks` are [start, end) pairs in UTF-16 units of `text`. */
export const Snippet = z.object({ section: z.string(), text: z.string(), marks: z.array(z.tuple([z.number().int(), z.number().int()])) });
export type Snippet = z.infer<typeof Snippet>;

export const Hit = z.object({
  id: z.string(),
  score: z.number(),
  snippets: z.array(Snippet),
  /** Found words in the title, as in {@link Snippet}. */
  titleMarks: z.array(z.tuple([z.number().int(), z.number().int()])),
  /** In Dutch, how the words are in it when they are not there as typed. */
  reden: z.string().optional(),
});
export type Hit = z.infer<typeof Hit>;

export const FacetValue = z.object({ value: z.string(), label: z.string(), count: z.number().int() });
export type FacetValue = z.infer<typeof FacetValue>;

/** Counts per facet (query name), over all entries that match the rest of the query: a facet's own filter does not hide its other values. */
export const Facets = z.record(z.string(), z.array(FacetValue));
export type Facets = z.infer<typeof Facets>;

export const Sort = z.enum(['relevantie', 'datum', 'titel', 'volledigheid']);
export type Sort = z.infer<typeof Sort>;

export const SearchAnswer = z.object({
  total: z.number().int(),
  hits: z.array(Hit),
  facets: Facets,
  /** Folded words that were looked for, to mark them in an opened text. */
  words: z.array(z.string()),
  /** What could not be understood in the query, in Dutch; the rest was searched. */
  hints: z.array(z.string()),
  /** True when the hits at the end hold only some of the words. */
  deels: z.boolean().optional(),
  /** In Dutch, what was looked for. */
  uitleg: z.string().optional(),
});
export type SearchAnswer = z.infer<typeof SearchAnswer>;

export const SearchPage = SearchAnswer.extend({
  tookMs: z.number(),
  hits: z.array(Hit.extend({ entry: EntrySummary })),
});
export type SearchPage = z.infer<typeof SearchPage>;

/** A document that is about the same as another, with the words that say so most, the heaviest first. */
export const Alike = z.object({ id: z.string(), score: z.number(), woorden: z.array(z.string()) });
export type Alike = z.infer<typeof Alike>;

export const SimilarPage = z.object({ hits: z.array(Alike.extend({ entry: EntrySummary })) });
