import type { Json } from '../../../domain/entries/entry.ts';
import { valuesOf, type Vocabulary } from '../../../domain/entries/vocabulary.ts';
import { nl } from '../../text/nl.ts';
import { dateText } from '../../text/nl/format.ts';

/** The name of a field as the forms have it. */
export const fieldLabel = (vocabulary: Vocabulary, key: string): string => vocabulary.fields.find((field) => field.key === key)?.label ?? key;

/** A value of a field in words: the label of a choice, a date written out, a list with commas. */
export function shownValue(vocabulary: Vocabulary, key: string, value: Json): string {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return nl.many.notFilled;
  if (Array.isArray(value)) return value.map((item) => shownValue(vocabulary, key, item)).join(', ');
  if (typeof value === 'object') return JSON.stringify(value);
  const field = vocabulary.fields.find((one) => one.key === key);
  const text = String(value);
  if (!field) return text;
  return valuesOf(vocabulary, field).find((choice) => choice.value === text)?.label ?? (field.type === 'datum' ? dateText(text) : text);
}
