import type { Json } from '../entries/entry.ts';
import type { Take } from './worksheet-questions.ts';
import { takes } from './worksheet-questions.ts';

/** What the reflections on a practice come to. */

/** A reflection as it stands in the kennismap. */
export interface ReflectionRecord {
  id: string;
  title: string;
  fields: Readonly<Record<string, Json>>;
}

export interface ElementFigure {
  text: string;
  ja: number;
  nee: number;
  misschien: number;
  /** Reasons that were given, each with what was decided. */
  reasons: { take: Take; why: string }[];
}

export interface ReflectionFigures {
  count: number;
  /** Marks that were given, and their average on one decimal. */
  marks: number;
  average?: number | undefined;
  /** Different teams that took at least one element along or named a first step. */
  taking: number;
  elements: ElementFigure[];
  steps: { id: string; text: string; team: string }[];
  records: { id: string; title: string; team: string; date: string; mark?: number | undefined }[];
}

const text = (value: Json | undefined): string => (typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '');

/** The elements of one reflection; a record that only lists what goes along and what stays counts too. */
export function elementsOf(fields: Readonly<Record<string, Json>>): { text: string; take: Take; why: string }[] {
  const out: { text: string; take: Take; why: string }[] = [];
  const add = (element: string, take: Take, why = ''): void => {
    if (element !== '' && !out.some((one) => same(one.text) === same(element))) out.push({ text: element, take, why });
  };
  for (const row of listOf(fields['elementen'])) {
    if (row === null || typeof row !== 'object' || Array.isArray(row)) continue;
    // YAML 1.1 programs write ja and nee as true and false at times.
    const said = row['mee'] === true ? 'ja' : row['mee'] === false ? 'nee' : text(row['mee']).toLowerCase();
    const take = takes.find((one) => one === said);
    if (take) add(text(row['element']), take, text(row['waarom']));
  }
  for (const one of listOf(fields['elementen_wel'])) add(text(one), 'ja');
  for (const one of listOf(fields['elementen_niet'])) add(text(one), 'nee');
  return out;
}

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
const same = (element: string): string =>
  element
    .normalize('NFC')
    .replace(/[.\s]+$/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLocaleLowerCase('nl');

/** A mark from 0 to 10; anything else is none. */
export function markOf(fields: Readonly<Record<string, Json>>): number | undefined {
  const given = fields['cijfer'];
  const mark = typeof given === 'string' ? Number(given.trim().replace(',', '.') || Number.NaN) : given;
  return typeof mark === 'number' && mark >= 0 && mark <= 10 ? mark : undefined;
}

/** Counts the reflections on one practice; elements by how often they were taken, records with the newest first. */
export function figuresOf(records: readonly ReflectionRecord[]): ReflectionFigures {
  const elements = new Map<string, ElementFigure>();
  const taking = new Set<string>();
  for (const { id, fields } of records) {
    const own = elementsOf(fields);
    for (const { text: element, take, why } of own) {
      const figure = elements.get(same(element)) ?? { text: element, ja: 0, nee: 0, misschien: 0, reasons: [] };
      figure[take]++;
      if (why !== '') figure.reasons.push({ take, why });
      elements.set(same(element), figure);
    }
    if (own.some(({ take }) => take === 'ja') || text(fields['eerste_stap']) !== '') taking.add(same(text(fields['team'])) || id);
  }
  const marks = records.flatMap(({ fields }) => markOf(fields) ?? []);
  const sum = marks.reduce((total, mark) => total + mark, 0);
  return {
    count: records.length,
    marks: marks.length,
    ...(marks.length === 0 ? {} : { average: Math.round((sum / marks.length) * 10) / 10 }),
    taking: taking.size,
    elements: [...elements.values()].sort((a, b) => b.ja - a.ja || b.misschien - a.misschien || b.nee - a.nee || a.text.localeCompare(b.text, 'nl')),
    steps: records.flatMap(({ id, fields }) =>
      text(fields['eerste_stap']) === '' ? [] : [{ id, text: text(fields['eerste_stap']), team: text(fields['team']) }],
    ),
    records: records
      .map(({ id, title, fields }) => ({ id, title, team: text(fields['team']), date: text(fields['datum']).slice(0, 10), mark: markOf(fields) }))
      .sort((a, b) => (a.date === b.date ? a.title.localeCompare(b.title, 'nl') : a.date < b.date ? 1 : -1)),
  };
}
