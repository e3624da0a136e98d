import type { EntryDetail, Json } from '../../../../domain/entries/entry.ts';
import { checkField } from '../../../../domain/entries/field-checks.ts';
import { nl } from '../../../text/nl.ts';
import type { FormField, FormPlace } from './control.ts';
import { inWords, isEmpty } from './field-values.ts';

/** What is wrong with a value as it stands in the form now. */
export function wrongNow({ vocabulary, kind }: FormPlace, field: FormField, value: Json | undefined): string | undefined {
  if (value === undefined || isEmpty(value)) return undefined;
  const found = checkField(vocabulary, { ...field, group: 'inhoud' }, { value, line: 1 }, kind);
  return said(found, inWords(value));
}

/** What was found wrong with a field when the file was read. */
export const wrongOnDisk = (entry: EntryDetail, key: string): string | undefined =>
  said(
    entry.problemList.filter((problem) => problem.field === key),
    inWords(entry.fields[key]),
  );

const said = (problems: readonly { rule: string; message: string }[], value: string): string | undefined =>
  problems.length === 0
    ? undefined
    : [...new Set(problems.map(({ rule, message }) => (rule === 'datum-onbekend' ? nl.form.noDate(value) : message)))].join(' ');
