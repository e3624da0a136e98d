import type { Facets, FacetValue } from './answer.ts';
import type { FacetPlan } from './engine.ts';
import { foldValue } from './fold.ts';
import type { Slot } from './postings.ts';

/** Counts values per facet over every slot that matches the rest of the query and all filters but the facet's own. */
export function countFacets(
  plans: readonly FacetPlan[],
  slots: readonly (Slot | undefined)[],
  rest: Uint8Array,
  filters: readonly { name: string; matched: Uint8Array }[],
): Facets {
  const out: Facets = {};
  for (const plan of plans) {
    const others = filters.filter((filter) => filter.name !== plan.name);
    const counts = new Map<string, { value: string; count: number }>();
    slots.forEach((slot, n) => {
      if (!slot || !rest[n] || !others.every((filter) => filter.matched[n])) return;
      // Values that differ in capitals or accents are one; the first spelling met is shown.
      for (const [key, value] of bySpelling(valuesFor(slot, plan.name))) {
        const held = counts.get(key);
        if (held) held.count++;
        else counts.set(key, { value, count: 1 });
      }
    });
    out[plan.name] = ordered(plan, [...counts.values()]);
  }
  return out;
}

function valuesFor({ document }: Slot, name: string): readonly string[] {
  if (!name.startsWith('criterium:')) return (Object.hasOwn(document.values, name) ? document.values[name] : undefined) ?? [];
  const item = name.slice('criterium:'.length);
  const verdict = Object.hasOwn(document.verdicts, item) ? document.verdicts[item] : undefined;
  return verdict === undefined ? [] : [verdict];
}

function ordered(plan: FacetPlan, counted: readonly { value: string; count: number }[]): FacetValue[] {
  const place = new Map((plan.order ?? []).map((value, index) => [value, index]));
  const label = (value: string): string => (Object.hasOwn(plan.labels, value) ? (plan.labels[value] ?? value) : value);
  return counted
    .map(({ value, count }) => ({ value, label: label(value), count }))
    .sort((a, b) => (place.get(a.value) ?? Infinity) - (place.get(b.value) ?? Infinity) || b.count - a.count || a.label.localeCompare(b.label, 'nl'))
    .map((value) => value);
}

/** The values by what they compare as; the first spelling is kept. */
function bySpelling(values: readonly string[]): Map<string, string> {
  const out = new Map<string, string>();
  for (const value of values) if (!out.has(foldValue(value))) out.set(foldValue(value), value);
  return out;
}
