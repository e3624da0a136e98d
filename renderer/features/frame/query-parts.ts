import { readFilters, written } from '../../../domain/search/query-edit.ts';

/** Only the filters of a query, as text. */
export const filterText = (query: string): string =>
  readFilters(query)
    .map((filter) => (filter.negated ? '-' : '') + written(filter.name, filter.values))
    .join(' ');

/** Filters and words as one query. A space after the words is kept: it says that the last word is finished. */
export const joined = (filters: string, words: string): string => [filters, words].filter(Boolean).join(' ');
