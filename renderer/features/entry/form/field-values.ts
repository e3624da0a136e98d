import type { Json } from '../../../../domain/entries/entry.ts';
import { wordsOf } from '../../../../domain/entries/field-checks.ts';

/** When what was filled in goes to the file: at once, after a pause in typing, or when the field is left. */
export type When = 'now' | 'pause' | 'leave';

/** Nothing is filled in: such a field is not in the file. */
export const isEmpty = (value: Json | undefined): boolean =>
  value === undefined || value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0);

/** Whether two values mean the same in the file. */
export const sameValue = (a: Json | undefined, b: Json | undefined): boolean =>
  (isEmpty(a) && isEmpty(b)) || JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Any value in words. */
export function inWords(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(inWords).join(', ');
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .map(([key, one]) => `${key}: ${inWords(one)}`)
    .join(', ');
}

/** A value as a list; one text falls apart as it does in reading, records stay as they are. */
export function asList(value: Json | undefined): Json[] {
  if (value === undefined || value === null || value === '') return [];
  if (Array.isArray(value)) return value.filter((one) => one !== null);
  return typeof value === 'string' ? wordsOf(value) : [value];
}

/** A number as it is typed in Dutch; what is no number stays text, so that nothing typed is lost. */
export function readNumber(text: string): Json {
  const plain = text.trim().replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) && String(Number(plain)).length <= 15 ? Number(plain) : text.trim();
}

export const typedNumber = (value: Json | undefined): string => (typeof value === 'number' ? String(value).replace('.', ',') : inWords(value));
