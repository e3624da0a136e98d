import type { Collection } from './collection.ts';
import type { ValueLabels } from './engine.ts';
import { spoken } from './explanation.ts';
import { itemName } from './filters.ts';
import { foldValue } from './fold.ts';
import type { Query } from './query.ts';
import { distanceWithin } from './typing-error.ts';

/** Says in Dutch why a filter lets nothing through: a value that is not there, with what may have been meant, or just nobody who has it. */
export function unheardHint(filter: Extract<Query, { type: 'filter' }>, collection: Collection, labels: ValueLabels | undefined): string {
  const { name, values } = filter;
  const [value = ''] = values;
  const nobody = `Geen enkel stuk past bij ${spoken(filter)}.`;
  if (values.length > 1 || /^[<>]|\.\./.test(value) || name === 'titel') return nobody;
  if (name === 'criterium') return criterionHint(value, collection) ?? nobody;
  const known = knownValues(name, collection, labels);
  const wanted = foldValue(value);
  if (known.size === 0 || known.has(wanted)) return nobody;
  const near = nearest(wanted, [...known.keys()]);
  return `“${value}” komt bij ${name} niet voor.${near === undefined ? '' : ` Bedoel je ${name}:${quotedWhenNeeded(known.get(near) ?? near)}?`}`;
}

function criterionHint(value: string, collection: Collection): string | undefined {
  const item = itemName(value.split('=')[0] ?? '');
  return held(`criterium:${item}`, collection).length > 0 ? undefined : `“${item}” is geen criterium dat hier gewogen is.`;
}

/** Folded value or name of a value → the value as it is asked for. */
function knownValues(name: string, collection: Collection, labels: ValueLabels | undefined): Map<string, string> {
  const out = new Map(labels?.get(name));
  for (const { folded, value } of held(name, collection)) out.set(folded, value);
  return out;
}

/** Values that a document has that is still there. */
function held(name: string, collection: Collection): { folded: string; value: string }[] {
  const counts = collection.countValues(collection.living());
  const { attributes } = collection;
  return attributes.under(name).flatMap((id) => ((counts[id] ?? 0) > 0 ? (attributes.all[id] ?? []) : []));
}

/** The value that differs least, when that is little for its length. */
function nearest(wanted: string, known: readonly string[]): string | undefined {
  const most = wanted.length < 4 ? 1 : wanted.length < 8 ? 2 : 3;
  let best: { value: string; distance: number } | undefined;
  for (const value of known) {
    const distance = distanceWithin(wanted, value, most);
    if (distance <= most && distance < value.length && (!best || distance < best.distance)) best = { value, distance };
  }
  return best?.value;
}

const quotedWhenNeeded = (value: string): string => (/\s/.test(value) ? `"${value}"` : value);
