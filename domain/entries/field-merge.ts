import type { Json } from './entry.ts';

/** One field in a three-way comparison; `value` is what comes out, a clash has none until somebody chooses. Absent fields are `undefined`. */
export type FieldPart =
  | { key: string; kind: 'mine' | 'theirs' | 'both'; base: Json | undefined; value: Json | undefined }
  | { key: string; kind: 'clash'; base: Json | undefined; mine: Json | undefined; theirs: Json | undefined };

type Fields = Readonly<Record<string, Json>>;

/**
 * Compares two sets of fields with the one both came from and gives only what differs. Lists that both sides only added to are put together
 * (judgements, stages, keywords); other fields that both changed differently are a clash.
 */
export function mergeFields(base: Fields, mine: Fields, theirs: Fields): FieldPart[] {
  const keys = new Set([...Object.keys(theirs), ...Object.keys(mine), ...Object.keys(base)]);
  return [...keys].flatMap((key) => part(key, own(base, key), own(mine, key), own(theirs, key)));
}

/** Compares fields nobody knows the origin of: what is the same counts as never changed. */
export function compareFields(mine: Fields, theirs: Fields): FieldPart[] {
  const common = Object.entries(theirs).filter(([key, value]) => same(own(mine, key), value));
  return mergeFields(Object.fromEntries(common), mine, theirs);
}

function part(key: string, base: Json | undefined, mine: Json | undefined, theirs: Json | undefined): FieldPart[] {
  if (same(mine, theirs)) return same(mine, base) ? [] : [{ key, kind: 'both', base, value: mine }];
  if (same(theirs, base)) return [{ key, kind: 'mine', base, value: mine }];
  if (same(mine, base)) return [{ key, kind: 'theirs', base, value: theirs }];
  const together = addedTo(base, mine, theirs);
  return together ? [{ key, kind: 'both', base, value: together }] : [{ key, kind: 'clash', base, mine, theirs }];
}

/** Both lists with what either added, when neither took anything away. */
function addedTo(base: Json | undefined, mine: Json | undefined, theirs: Json | undefined): Json[] | undefined {
  const before = base === undefined || base === null ? [] : base;
  if (!Array.isArray(before) || !Array.isArray(mine) || !Array.isArray(theirs)) return undefined;
  const held = (list: readonly Json[]): Set<string> => new Set(list.map((one) => JSON.stringify(one)));
  const [inMine, inTheirs] = [held(mine), held(theirs)];
  if (!before.every((one) => inMine.has(JSON.stringify(one)) && inTheirs.has(JSON.stringify(one)))) return undefined;
  return [...theirs, ...mine.filter((one) => !inTheirs.has(JSON.stringify(one)))];
}

const own = (fields: Fields, key: string): Json | undefined => (Object.hasOwn(fields, key) ? fields[key] : undefined);
const same = (a: Json | undefined, b: Json | undefined): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
