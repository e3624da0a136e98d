import { comparisonIn } from '../../../domain/search/explanation.ts';
import { operatorNames } from '../../../domain/search/operator-names.ts';
import { readFilters, type Filter } from '../../../domain/search/query-edit.ts';
import { fullItemId } from '../../../domain/cards/card.ts';
import { judgedItems, valuesOf, type Vocabulary } from '../../../domain/entries/vocabulary.ts';
import { shortItem } from '../../data/vocabulary.ts';
import { nl } from '../../text/nl.ts';
import { dateText } from '../../text/nl/format.ts';

export const criterion = 'criterium';

/** Changes the query that stands there at that moment, which may be another than what was drawn last. */
export type EditQuery = (change: (query: string) => string) => void;

/** Values as people type them: capitals make no difference. */
const same = (a: string, b: string): boolean => a.localeCompare(b, 'nl', { sensitivity: 'base' }) === 0;

/** Tells of a value whether the query narrows on it. */
export function chosenIn(query: string, name: string): (value: string) => boolean {
  const values = readFilters(query).flatMap((filter) => (!filter.negated && filter.name === name ? filter.values : []));
  return (value) => values.some((other) => same(other, value));
}

/** The heading of a facet or chip: what the field is called. */
export function filterLabel(vocabulary: Vocabulary, name: string): string {
  const field = vocabulary.fields.find((f) => (f.query ?? f.key) === name);
  if (field) return field.facetLabel ?? field.label;
  return name === 'jaar' ? nl.library.year : name === criterion ? nl.library.criterion : name;
}

/** The filters of a query that mean something; a name nobody knows is only a word. */
export function filtersOf(vocabulary: Vocabulary, query: string): Filter[] {
  const known = new Set(operatorNames(vocabulary).map(({ name }) => name));
  return readFilters(query).filter(({ name }) => known.has(name));
}

/** What a chip says of a filter: `fase`, or `herzien` before a comparison, and its values. */
export function chipOf(vocabulary: Vocabulary, { name, values, negated }: Filter): { label: string; name: string; value: string } {
  const label = values.some((value) => comparisonIn(value)) ? name : filterLabel(vocabulary, name).toLocaleLowerCase('nl');
  return {
    label,
    name: negated ? `${label} ${nl.library.not}` : label,
    value: values.map((value) => valueLabel(vocabulary, name, value)).join(', '),
  };
}

/** The words for a value (`verkregen`, `A4=nee`, `<2026-03-01`). */
export function valueLabel(vocabulary: Vocabulary, name: string, value: string): string {
  const compared = comparisonIn(value);
  if (compared) return `${compared.sign} ${/^\d{4}-\d\d-\d\d$/.test(compared.bound) ? dateText(compared.bound) : compared.bound}`;
  if (name === criterion) {
    const [item = '', verdict] = value.split('=');
    return verdict === undefined ? item : `${item.toUpperCase()} ${verdictLabel(verdict)}`;
  }
  const field = vocabulary.fields.find((f) => (f.query ?? f.key) === name);
  const known = field && valuesOf(vocabulary, field).find((choice) => same(choice.value, value));
  return known?.label ?? value;
}

const verdictLabels: Readonly<Record<string, string>> = nl.common.verdicts;
export const verdictLabel = (verdict: string): string => verdictLabels[verdict] ?? nl.common.noVerdict;

/** All items somebody can judge on, over all kinds, each once. */
export function criteria(vocabulary: Vocabulary): { short: string; name: string }[] {
  const items = new Map<string, string>();
  for (const kind of vocabulary.kinds) for (const { id, item } of judgedItems(vocabulary, kind.id)) items.set(fullItemId(id), item.name);
  return [...items].map(([id, name]) => ({ short: shortItem(id), name })).sort((a, b) => a.short.localeCompare(b.short, 'nl', { numeric: true }));
}
