import type { FacetValue, Facets } from './answer.ts';
import type { Attributes } from './attributes.ts';
import type { Collection } from './collection.ts';
import type { FacetPlan } from './engine.ts';

/** Documents that a filter lets through, with the name of the filter. */
export interface Narrowing {
  name: string;
  matched: Uint8Array;
}

/**
 * Counts values per facet over every document that matches the rest of the query and all filters but the facet's own. `rest` holds the documents that
 * match the rest of the query, in order.
 */
export function countFacets(plans: readonly FacetPlan[], collection: Collection, rest: Int32Array, filters: readonly Narrowing[]): Facets {
  const { attributes } = collection;
  const out: Facets = {};
  const counted = new Map<string, Int32Array>();
  const narrowing = new Set(filters.map((filter) => filter.name));
  for (const plan of plans) {
    // Facets without a filter of their own are counted over the same documents.
    const key = narrowing.has(plan.name) ? plan.name : '';
    let counts = counted.get(key);
    if (!counts) {
      const others = filters.filter((filter) => filter.name !== key);
      counts = collection.countValues(others.length === 0 ? rest : rest.filter((slot) => others.every((filter) => filter.matched[slot])));
      counted.set(key, counts);
    }
    out[plan.name] = ordered(plan, values(plan, attributes, counts));
  }
  return out;
}

interface Counted {
  value: string;
  count: number;
  /** How often this spelling was met. */
  most: number;
}

function add(into: Map<string, Counted>, key: string, value: string, count: number): void {
  const held = into.get(key);
  if (!held) into.set(key, { value, count, most: count });
  else {
    held.count += count;
    if (count > held.most || (count === held.most && value < held.value)) Object.assign(held, { value, most: count });
  }
}

/** Values that differ in capitals or accents are one; the spelling met most is shown. */
function values(plan: FacetPlan, attributes: Attributes, counts: Int32Array): Counted[] {
  const out = new Map<string, Counted>();
  for (const id of attributes.under(plan.name)) {
    const attribute = attributes.all[id];
    const count = counts[id] ?? 0;
    if (attribute && count > 0) add(out, attribute.folded, attribute.value, count);
  }
  return [...out.values()];
}

const collator = new Intl.Collator('nl');

function ordered(plan: FacetPlan, counted: readonly Counted[]): FacetValue[] {
  const place = new Map((plan.order ?? []).map((value, index) => [value, index]));
  const label = (value: string): string => (Object.hasOwn(plan.labels, value) ? (plan.labels[value] ?? value) : value);
  return counted
    .map(({ value, count }) => ({ value, label: label(value), count }))
    .sort((a, b) => (place.get(a.value) ?? Infinity) - (place.get(b.value) ?? Infinity) || b.count - a.count || collator.compare(a.label, b.label));
}
