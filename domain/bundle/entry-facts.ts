import type { Json } from '../entries/entry.ts';
import type { Field } from '../entries/kind.ts';
import { valuesOf, type Vocabulary } from '../entries/vocabulary.ts';

/** A field in words, for who reads on paper. */
export interface Fact {
  key: string;
  label: string;
  value: string;
}

/** What is about the file or the house, or stands elsewhere on the page. */
const elsewhere = new Set(['titel', 'samenvatting', 'fase', 'soort', 'organisatie', 'datum', 'contact', 'trefwoorden']);
const shown: ReadonlySet<Field['group']> = new Set(['kern', 'inhoud', 'context']);

/** What a reader may know of a write-up beside its text, in the order of the form; references, lists of records and everything of the house stay out. */
export function factsOf(fields: Readonly<Record<string, Json>>, kindId: string, vocabulary: Vocabulary): Fact[] {
  const kind = vocabulary.kinds.find(({ id }) => id === kindId);
  const keys = kind?.fields ?? vocabulary.fields.map(({ key }) => key);
  return keys.flatMap((key): Fact[] => {
    const field = vocabulary.fields.find((one) => one.key === key);
    if (!field || elsewhere.has(key) || !shown.has(field.group) || field.type === 'lijst' || field.type.startsWith('verwijzing')) return [];
    const value = inWords(fields[key], field, kindId, vocabulary);
    return value === '' ? [] : [{ key, label: field.label, value }];
  });
}

function inWords(value: Json | undefined, field: Field, kindId: string, vocabulary: Vocabulary): string {
  const named = (one: Json): string => {
    if (one === true) return 'ja';
    if (typeof one !== 'string' && typeof one !== 'number') return '';
    return field.type === 'keuze' || field.type === 'keuzes'
      ? (valuesOf(vocabulary, field, kindId).find((known) => known.value === String(one))?.label ?? String(one))
      : String(one).trim();
  };
  if (value === undefined || value === null) return '';
  const words = (Array.isArray(value) ? value : [value]).map(named).filter((word) => word !== '');
  // Sentences have commas of their own.
  return words.join(words.some((word) => word.length > 40) ? '; ' : ', ');
}
