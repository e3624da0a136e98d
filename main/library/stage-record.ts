import { Failure } from '../../domain/api/failures.ts';
import type { Json } from '../../domain/entries/entry.ts';
import { isDate } from '../../domain/entries/field-checks.ts';
import { valuesOf } from '../../domain/entries/vocabulary.ts';
import type { OpenLibrary } from './open-library.ts';

/** A stage as somebody names it. */
export interface NamedStage {
  stage: string;
  since?: string | undefined;
  methods?: string[] | undefined;
  note?: string | undefined;
}

/** The record of a stage for `fasehistorie`; fails with `entry.unknown-stage` or `entry.bad-field`. */
export function stageRecord(library: OpenLibrary, { stage, since, methods, note }: NamedStage, today: string): { [key: string]: Json } {
  const field = library.vocabulary.fields.find((f) => f.key === 'fase');
  const choices = field ? valuesOf(library.vocabulary, field).map((choice) => choice.value) : [];
  if (!choices.includes(stage)) throw new Failure('entry.unknown-stage', { stage, choices: choices.join(', ') });
  if (since !== undefined && !isDate(since)) throw new Failure('entry.bad-field', { key: 'sinds', reason: `${since} bestaat niet` });
  return withoutEmpty({ fase: stage, sinds: since ?? today, methoden: methods, toelichting: note?.trim() });
}

/** A record for the header without what was left empty. */
export function withoutEmpty(record: Record<string, Json | undefined>): { [key: string]: Json } {
  return Object.fromEntries(
    Object.entries(record).filter(
      (pair): pair is [string, Json] => pair[1] !== undefined && pair[1] !== '' && !(Array.isArray(pair[1]) && pair[1].length === 0),
    ),
  );
}

/** The day where the user is, `JJJJ-MM-DD`. */
export function localDate(at: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
