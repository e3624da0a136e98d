import { z } from 'zod';
import { Json } from './entry.ts';
import { wordsOf } from './field-checks.ts';
import { shapeOf } from './file-text.ts';
import { appendRecord, setKeys } from './front-matter-edit.ts';
import { readHeader } from './front-matter.ts';
import type { Field } from './kind.ts';
import { StepLabel } from './undo.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One change of the same field in many write-ups. */

const Words = z.array(z.string().min(1).max(200)).min(1).max(200);

/** What happens to a field: another value for all, words in or out of a list, one value in the place of others, or nothing left. */
export const FieldChange = z.union([
  z.strictObject({ set: Json }),
  z.strictObject({ add: Words, remove: Words.optional() }),
  z.strictObject({ remove: Words }),
  z.strictObject({ replace: z.strictObject({ from: Words, by: z.string().min(1).max(200) }) }),
  z.strictObject({ clear: z.literal(true) }),
]);
export type FieldChange = z.infer<typeof FieldChange>;

/** A stage of the kenniscyclus for many write-ups; written in the dated history of each. */
export const StageChange = z.strictObject({
  stage: z.string().max(60),
  methods: z.array(z.string().max(200)).max(30).optional(),
  note: z.string().max(2000).optional(),
});
export type StageChange = z.infer<typeof StageChange>;

/** What a field was and becomes; null is not there. */
export const FieldStep = z.object({ key: z.string(), before: Json, after: Json });
export type FieldStep = z.infer<typeof FieldStep>;

/** What a change of many write-ups did, or would do. */
export const ManyReport = z.object({
  changed: z.number().int(),
  /** Already so. */
  unchanged: z.number().int(),
  refused: z.array(z.object({ id: z.string(), title: z.string(), reason: z.string() })),
  /** How many write-ups get another value, by field. */
  fields: z.array(z.object({ key: z.string(), count: z.number().int() })),
  /** The first that change. */
  examples: z.array(z.object({ id: z.string(), title: z.string(), steps: z.array(FieldStep) })),
  /** What the undo stack calls it; absent when nothing was written. */
  step: z.object({ label: StepLabel, id: z.string() }).optional(),
});
export type ManyReport = z.infer<typeof ManyReport>;

/** Why a field cannot be changed this way, in Dutch. */
export class ChangeRefusal extends Error {
  readonly key: string;
  constructor(key: string, reason: string) {
    super(reason);
    this.name = 'ChangeRefusal';
    this.key = key;
  }
}

/** What is to be done to every text: changes by field, and the record of a new stage. */
export interface TextChanges {
  fields: Readonly<Record<string, FieldChange>>;
  stage?: { value: string; record: { [key: string]: Json } } | undefined;
}

/**
 * Makes the changes in the text of one file; only the lines of fields that get another value change. Values stand where the file keeps them:
 * `tags` of somebody else's file stays `tags`. Throws {@link ChangeRefusal} and `HeaderRefusal`; the text is then as it was.
 */
export function changedText(text: string, v: Vocabulary, { fields, stage }: TextChanges): { text: string; steps: FieldStep[] } {
  const shape = shapeOf(text);
  const held = readHeader(shape.front ? text.slice(shape.front.from, shape.front.to) : '').values;
  const valueIn = (key: string): Json => {
    const found = held.get(key);
    // A number in a text field (`0123`) counts as it was written.
    return found === undefined
      ? null
      : typeof found.value === 'number' && found.source !== undefined
        ? numberOrSource(found.value, found.source)
        : found.value;
  };
  const steps: FieldStep[] = [];
  let out = text;
  for (const [key, change] of Object.entries(fields)) {
    const field = v.fields.find((one) => one.key === key);
    const place = held.has(key) ? key : (field?.synonyms?.find((name) => held.has(name)) ?? key);
    const before = valueIn(place);
    const after = valueAfter(key, field, before, change);
    if (same(before, after)) continue;
    // A key that goes would let a synonym under it speak again.
    const shadowed = place === key && (field?.synonyms ?? []).some((name) => held.has(name));
    out = setKeys(out, { [place]: after === null && shadowed ? [] : after });
    steps.push({ key, before, after });
  }
  if (stage && valueIn('fase') !== stage.value) {
    out = appendRecord(setKeys(out, { fase: stage.value }), 'fasehistorie', stage.record);
    steps.push({ key: 'fase', before: valueIn('fase'), after: stage.value });
  }
  return { text: out, steps };
}

const numberOrSource = (value: number, source: string): Json => (String(value) === source ? value : source);
const same = (a: Json, b: Json): boolean => JSON.stringify(a) === JSON.stringify(b);
const isEmpty = (value: Json): boolean => value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** The value of a field after a change; the very same value when there is nothing to do. */
function valueAfter(key: string, field: Field | undefined, now: Json, change: FieldChange): Json {
  if ('set' in change) return isEmpty(change.set) ? nothing(now) : change.set;
  if ('clear' in change) return nothing(now);
  const list = field === undefined ? Array.isArray(now) : ['woorden', 'keuzes', 'verwijzingen'].includes(field.type);
  if ('replace' in change) return list ? replacedIn(now, change.replace) : replacedText(now, change.replace);
  if (!list) throw new ChangeRefusal(key, 'dit kenmerk is geen lijst');
  const left = change.remove ? without(now, change.remove) : now;
  if (!('add' in change)) return left;
  const fresh = [...new Set(change.add)].filter((word) => !items(left).some((item) => wordOf(item) === word));
  return fresh.length === 0 ? left : [...items(left), ...fresh];
}

/** A field that is there but empty is left as it stands. */
const nothing = (now: Json): Json => (isEmpty(now) ? now : null);

/** Items as they stand in the file, so that what is not touched keeps its own type. */
const items = (now: Json): Json[] => (Array.isArray(now) ? now : wordsOf(now ?? undefined));
const wordOf = (item: Json): string => (item === null || typeof item === 'object' ? '' : String(item).trim());

function without(now: Json, gone: readonly string[]): Json {
  const left = items(now).filter((item) => !gone.includes(wordOf(item)));
  if (left.length === items(now).length) return now;
  return left.length === 0 ? null : left;
}

/** The new word takes the place of the first of the old ones and stands there once. */
function replacedIn(now: Json, { from, by }: { from: readonly string[]; by: string }): Json {
  const old = from.filter((word) => word !== by);
  if (!items(now).some((item) => old.includes(wordOf(item)))) return now;
  const turned = items(now).map((item) => (old.includes(wordOf(item)) ? by : item));
  return turned.filter((item, index) => wordOf(item) !== by || turned.findIndex((other) => wordOf(other) === by) === index);
}

function replacedText(now: Json, { from, by }: { from: readonly string[]; by: string }): Json {
  return from.includes(wordOf(now)) && wordOf(now) !== by ? by : now;
}
