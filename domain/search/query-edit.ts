import { foldValue } from './fold.ts';
import { piecesOf, type Piece } from './query-parts.ts';

/** Changing a query from chips and facets, without touching what else was typed. */

export interface Filter {
  name: string;
  values: string[];
  negated: boolean;
}

const isFilter = (piece: Piece): piece is Extract<Piece, { type: 'filter' }> => piece.type === 'filter';

/** The filters in a query, in order. */
export function readFilters(query: string): Filter[] {
  return piecesOf(query)
    .filter(isFilter)
    .map(({ name, values, negated }) => ({ name, values, negated }));
}

/** Everything in a query that is not a filter, as typed. */
export function freeText(query: string): string {
  return cut(query, piecesOf(query).filter(isFilter));
}

/** Only the filters of a query, as text. */
export const filterText = (query: string): string =>
  readFilters(query)
    .map((filter) => (filter.negated ? '-' : '') + written(filter.name, filter.values))
    .join(' ');

/** Filters and words as one query. A space after the words is kept: it says that the last word is finished. */
export const withFilters = (filters: string, words: string): string => [filters, words].filter(Boolean).join(' ');

/** Adds a value to the filter with this name, or takes it out when it is there. */
export function toggleValue(query: string, name: string, value: string): string {
  const held = piecesOf(query)
    .filter(isFilter)
    .filter((piece) => piece.name === name && !piece.negated);
  const chosen = held.some((piece) => piece.values.some((other) => foldValue(other) === foldValue(value)));
  if (chosen) return without(query, held, value);
  const first = held[0];
  if (!first) return join(query, written(name, [value]));
  return query.slice(0, first.from) + written(name, [...first.values, value]) + query.slice(first.to);
}

/** Takes out every filter with this name, or only one value of it. */
export function removeFilter(query: string, name: string, value?: string): string {
  return without(
    query,
    piecesOf(query)
      .filter(isFilter)
      .filter((piece) => piece.name === name),
    value,
  );
}

/** Takes a value out of these filters, and those that are left empty altogether. */
function without(query: string, filters: readonly Extract<Piece, { type: 'filter' }>[], value: string | undefined): string {
  let out = query;
  for (const held of [...filters].reverse()) {
    const left = value === undefined ? [] : held.values.filter((other) => foldValue(other) !== foldValue(value));
    if (value !== undefined && left.length === held.values.length) continue;
    out =
      left.length === 0 ? cut(out, [held]) : `${out.slice(0, held.from)}${held.negated ? '-' : ''}${written(held.name, left)}${out.slice(held.to)}`;
  }
  return out;
}

/** A filter as it is typed; values that need it get quotes. */
export function written(name: string, values: readonly string[]): string {
  return `${name}:${values.map((value) => (/^[^\s,():"“”„][^\s,()"“”„]*$/.test(value) ? value : `"${value.replace(/["“”„]/g, ' ').trim()}"`)).join(',')}`;
}

function cut(query: string, pieces: readonly Piece[]): string {
  let out = query;
  for (const piece of [...pieces].sort((a, b) => b.from - a.from)) {
    const before = out.slice(0, piece.from).replace(/\s+$/, '');
    const after = out.slice(piece.to).replace(/^\s+/, '');
    out = before === '' || after === '' ? before + after : `${before} ${after}`;
  }
  return out;
}

function join(query: string, part: string): string {
  if (query.trim() === '') return part;
  return isOpen(query) ? `${part} ${query.trimStart()}` : `${query.trimEnd()} ${part}`;
}

/** Whether what is put at the end would fall inside a quotation, a parenthesis or an OF that is still being typed. */
function isOpen(query: string): boolean {
  const pieces = piecesOf(query);
  const last = pieces.at(-1);
  if (last?.type === 'or' || ((last?.type === 'phrase' || last?.type === 'filter') && !last.closed)) return true;
  let depth = 0;
  for (const { type } of pieces) depth = type === 'open' ? depth + 1 : type === 'close' ? Math.max(0, depth - 1) : depth;
  return depth > 0;
}
