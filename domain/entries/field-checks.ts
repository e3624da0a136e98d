import { fullItemId, findItem } from '../cards/card.ts';
import { verdicts, type Judgement, type Verdict } from '../cards/judgement.ts';
import type { Json, Problem, StageStep } from './entry.ts';
import type { Field } from './kind.ts';
import { problem } from './problem-rules.ts';
import { valuesOf, type Vocabulary } from './vocabulary.ts';

/** A field with where it stands in the file. */
export interface Held {
  value: Json;
  /** Scalar as written. */
  source?: string;
  /** Line in the file, from 1. */
  line: number;
}

const shown = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Whether a text is a day that exists, written as `JJJJ-MM-DD`. */
export function isDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const lengths = [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return month >= 1 && month <= 12 && day >= 1 && day <= (lengths[month - 1] ?? 0);
}

/** The short texts in a value: a list as it is, one text as a list of one (`tags: a, b` in others' files at its commas). */
export function wordsOf(value: Json | undefined): string[] {
  if (Array.isArray(value)) return value.flatMap((v) => (v === null || typeof v === 'object' ? [] : [String(v).trim()])).filter((v) => v !== '');
  if (typeof value === 'string')
    return value
      .split(',')
      .map((v) => v.trim())
      .filter((v) => v !== '');
  return value === null || value === undefined || typeof value === 'object' ? [] : [String(value)];
}

/** A value as one text; lists and records give an empty text. */
export const textOf = (held: Held | undefined): string => {
  if (!held || held.value === null || typeof held.value === 'object') return '';
  return typeof held.value === 'string' ? held.value.trim() : (held.source ?? String(held.value));
};

/** What is wrong with the value of one field, for a write-up of this kind. */
export function checkField(v: Vocabulary, field: Field, held: Held, kindId: string): Problem[] {
  const place = { line: held.line, field: field.key };
  const { value } = held;
  if (value === null || value === '') return [];
  const wrongShape = (): Problem[] => [problem('waarde-vorm', place, { value: shown(value), detail: field.label })];
  switch (field.type) {
    case 'datum':
      return typeof value === 'string' && isDate(value) ? [] : [problem('datum-onbekend', place, { value: held.source ?? shown(value) })];
    case 'getal':
      return typeof value === 'number' ? [] : wrongShape();
    case 'vlag':
      if (field.key === 'vertrouwelijk') return typeof value === 'boolean' ? [] : [problem('vertrouwelijk-onduidelijk', place)];
      return typeof value === 'boolean' ? [] : wrongShape();
    case 'keuze':
    case 'keuzes': {
      if (field.type === 'keuze' && typeof value === 'object') return wrongShape();
      const allowed = new Set(valuesOf(v, field, field.key === 'type' || field.key === 'vorm' ? kindId : undefined).map((choice) => choice.value));
      if (allowed.size === 0) return [];
      const rule = field.key === 'toestemming' ? 'toestemming-onbekend' : 'waarde-onbekend';
      const given = field.type === 'keuze' ? [textOf(held)] : wordsOf(value);
      return given.filter((word) => !allowed.has(word)).map((word) => problem(rule, place, { value: word, detail: inSentence(field.label) }));
    }
    case 'lijst':
      return Array.isArray(value) ? [] : wrongShape();
    case 'tekst':
    case 'alinea':
    case 'verwijzing':
      return typeof value === 'object' ? wrongShape() : [];
    default:
      return Array.isArray(value) || typeof value !== 'object' ? [] : wrongShape();
  }
}

const record = (value: Json): { [key: string]: Json } | undefined =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? value : undefined;
const text = (value: Json | undefined): string | undefined =>
  value === undefined || value === null || typeof value === 'object' ? undefined : String(value);

/** The judgements in `oordelen` that can be read, and a problem for each that cannot. */
export function readJudgements(v: Vocabulary, held: Held | undefined): { judgements: Judgement[]; problems: Problem[] } {
  const judgements: Judgement[] = [];
  const problems: Problem[] = [];
  const place = { line: held?.line, field: 'oordelen' };
  for (const raw of Array.isArray(held?.value) ? held.value : []) {
    const given = record(raw);
    const item = text(given?.['item']);
    const verdict = text(given?.['oordeel']);
    if (!given || !item) problems.push(problem('oordeel-onbekend', place, { detail: 'er staat geen criterium bij' }));
    else if (!findItem(v.cards, item)) problems.push(problem('oordeel-onbekend', place, { detail: `criterium ${item} staat op geen kaart` }));
    else if (!verdict || !verdicts.includes(verdict as Verdict))
      problems.push(problem('oordeel-onbekend', place, { detail: `“${verdict ?? ''}” is geen ja, deels, nee of niet-te-beoordelen` }));
    else
      judgements.push({
        item: fullItemId(item),
        verdict: verdict as Verdict,
        ...optional('evidence', text(given['onderbouwing'])),
        ...optional('passage', text(given['passage'])),
        ...optional('by', text(given['door'])),
        ...optional('on', text(given['op'])),
      });
  }
  return { judgements, problems };
}

/** The steps in `fasehistorie` that can be read, oldest first as in the file. */
export function readStages(v: Vocabulary, held: Held | undefined): { stages: StageStep[]; problems: Problem[] } {
  const stages: StageStep[] = [];
  const problems: Problem[] = [];
  const stageField = v.fields.find((f) => f.key === 'fase');
  const known = new Set(stageField ? valuesOf(v, stageField).map((choice) => choice.value) : []);
  for (const raw of Array.isArray(held?.value) ? held.value : []) {
    const given = record(raw);
    const stage = text(given?.['fase']);
    if (!given || !stage || !known.has(stage))
      problems.push(
        problem(
          'fase-onbekend',
          { line: held?.line, field: 'fasehistorie' },
          { detail: stage ? `“${stage}” is geen fase` : 'er staat geen fase bij' },
        ),
      );
    else
      stages.push({
        stage,
        methods: wordsOf(given['methoden']),
        ...optional('since', text(given['sinds'])),
        ...optional('note', text(given['toelichting'])),
      });
  }
  return { stages, problems };
}

function optional<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  return value === undefined || value === '' ? {} : ({ [key]: value } as { [P in K]: string });
}

/** A label in the middle of a sentence; an abbreviation keeps its capitals. */
const inSentence = (label: string): string => (/^\p{Lu}\p{Lu}/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1));
