import type { EntryDetail } from '../../../domain/entries/entry.ts';
import { wordsOf } from '../../../domain/entries/field-checks.ts';
import type { Field } from '../../../domain/entries/kind.ts';
import { linkValue } from '../../../domain/entries/read-entry.ts';
import type { Vocabulary } from '../../../domain/entries/vocabulary.ts';

/** The fields of a kind that hold links, in the order of the kind. */
export const linkFields = (vocabulary: Vocabulary, kindId: string): Field[] =>
  (vocabulary.kinds.find((kind) => kind.id === kindId)?.fields ?? []).flatMap((key) => {
    const field = vocabulary.fields.find((one) => one.key === key);
    return field?.type === 'verwijzing' || field?.type === 'verwijzingen' ? [field] : [];
  });

/** Values in a field with links that lead nowhere, as the problems of the write-up name them. */
export function danglingIn(entry: EntryDetail, field: Field): string[] {
  const broken = entry.problemList.filter((problem) => problem.rule === 'verwijzing-stuk' && problem.field === field.key);
  if (broken.length === 0) return [];
  return wordsOf(entry.fields[field.key]).filter((value) => broken.some(({ message }) => message.includes(`“${linkValue(value)}”`)));
}
