import { isMap, isScalar, isSeq, type Scalar } from 'yaml';
import type { Json } from './entry.ts';
import { editHeader, printItem, setKeys } from './front-matter-edit.ts';
import { parseYaml, readHeader } from './front-matter.ts';
import { shapeOf } from './file-text.ts';

/**
 * Puts other texts in the place of values of one key, a single value or those in a list; `replace` gives undefined for what stays. Only those
 * values change: comments, quotes and spacing around them stay. Throws {@link HeaderRefusal}.
 */
export function replaceValues(text: string, key: string, replace: (value: string) => string | undefined): string {
  const { front } = shapeOf(text);
  const held = front ? readHeader(text.slice(front.from, front.to)).values.get(key)?.value : undefined;
  if (held === undefined) return text;
  const changed = (value: Json): Json => (typeof value === 'string' || typeof value === 'number' ? (replace(String(value)) ?? value) : value);
  const wanted = Array.isArray(held) ? held.map(changed) : changed(held);
  if (JSON.stringify(wanted) === JSON.stringify(held)) return text;
  try {
    return editHeader(text, key, wanted, (yaml) => inPlace(yaml, key, replace));
  } catch {
    // Written in a way that cannot be changed piece by piece (an alias, a block of text): then the key as a whole.
    return setKeys(text, { [key]: wanted });
  }
}

function inPlace(yaml: string, key: string, replace: (value: string) => string | undefined): string {
  const root = parseYaml(yaml).contents;
  const pair = isMap(root) ? root.items.find((one) => isScalar(one.key) && one.key.value === key) : undefined;
  const value = pair?.value;
  const flow = isSeq(value) && value.flow === true;
  const scalars = (isSeq(value) ? value.items : [value]).flatMap((one): Scalar[] => (isScalar(one) ? [one] : []));
  let out = yaml;
  for (const scalar of scalars.toReversed()) {
    const next = replace(String(scalar.value));
    const [from, to] = scalar.range ?? [];
    if (next === undefined || from === undefined || to === undefined) continue;
    const quotes = scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE' ? scalar.type : undefined;
    out = out.slice(0, from) + printItem(next, quotes, flow) + out.slice(to);
  }
  return out;
}
