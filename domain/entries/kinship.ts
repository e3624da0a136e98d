import type { Json } from './entry.ts';
import { wordsOf } from './field-checks.ts';
import { valuesOf, type Vocabulary } from './vocabulary.ts';

/** A write-up held against others by the items of the cards it is tagged with: its stage, its step, its perspectives and values. */

/** Something from a card that two write-ups have both, `sleutel=waarde`. */
export type Tag = string;

type Fields = Readonly<Record<string, Json>>;

/** Keys of which the values are items of a card, or refine one. */
export function cardKeys(vocabulary: Vocabulary): string[] {
  const refining = vocabulary.cards.flatMap((card) => card.parts.flatMap((part) => part.items.flatMap((item) => item.choices ?? [])));
  return [...new Set([...vocabulary.fields.filter((field) => field.card).map((field) => field.key), ...refining])];
}

/** The items of cards a write-up is tagged with; `keys` are those of {@link cardKeys}. */
export const tagsOf = (fields: Fields, keys: readonly string[]): Tag[] =>
  keys.flatMap((key) => [...new Set(wordsOf(fields[key]))].map((value) => `${key}=${value}`));

/** A tag in words: *Weeg*, *Beleid*. */
export function tagName(tag: Tag, vocabulary: Vocabulary): string {
  const [key = '', value = ''] = splitTag(tag);
  const field = vocabulary.fields.find((one) => one.key === key);
  const label = field ? valuesOf(vocabulary, field).find((one) => one.value === value)?.label : undefined;
  return label ?? value;
}

/** What each tag says about those that have it: the rarer, the more. */
export function tagWeights(all: readonly (readonly Tag[])[]): Map<Tag, number> {
  const counts = new Map<Tag, number>();
  for (const tag of all.flat()) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return new Map([...counts].map(([tag, count]) => [tag, Math.log(1 + all.length / count)]));
}

const splitTag = (tag: Tag): string[] => [tag.slice(0, tag.indexOf('=')), tag.slice(tag.indexOf('=') + 1)];
