import { findItem, type Card } from '../cards/card.ts';
import type { Json } from '../entries/entry.ts';
import { longDate } from './long-date.ts';
import type { Programme, ProgrammePart } from './programme.ts';
import { sessionPlan, type PlannedSession } from './session-plan.ts';
import type { Block } from './text-blocks.ts';

/** A column of a table on the page; `share` is its part of the width against the others. */
export interface PageColumn {
  title: string;
  share: number;
  /** An empty box in every row, to tick with a pen. */
  box?: true;
}

/** A piece of the programme or the draaiboek, whatever paper it comes on. Texts are in Dutch and final. */
export type PagePiece =
  | { type: 'kop'; text: string }
  | { type: 'kern'; text: string }
  | { type: 'gegeven'; label: string; value: string }
  /** `warning`: something in the programme needs attention. */
  | { type: 'zin'; text: string; warning: boolean }
  | { type: 'lijst'; items: { name: string; text: string }[] }
  | { type: 'tabel'; columns: PageColumn[]; rows: string[][] }
  | { type: 'tekst'; blocks: readonly Block[] };

export interface ProgrammePage {
  title: string;
  pieces: PagePiece[];
}

interface Told {
  title: string;
  summary: string;
}

/** What a programme is made from: the session, and what comes along in the bundle. */
export interface ProgrammeSource {
  session: PlannedSession & Told & { date?: string; contact?: string; facts: readonly { key: string; value: string }[] };
  chapters: readonly {
    entries: readonly (Told & Pick<PlannedSession, 'fields' | 'parts'> & { id: string; kind: string; organisation?: string })[];
  }[];
  /** Titles of ways of working that do not come along, by what the programme calls them. */
  methods?: ReadonlyMap<string, string>;
  cards: readonly Card[];
}

/** The programme for who takes part. */
export function leafletPage(source: ProgrammeSource): ProgrammePage {
  const { session } = source;
  const plan = sessionPlan(session);
  return {
    title: `Programma – ${session.title}`,
    pieces: [
      ...opening(session, plan),
      ...planned('Programma', plan, [
        { title: 'Tijd', share: 1.5, cell: ({ time }) => time ?? '' },
        { title: 'Onderdeel', share: 4, cell: ({ name }) => name },
        { title: 'Werkvorm', share: 2.4, cell: ({ method }) => methodName(method, source) },
        { title: 'Minuten', share: 1.1, cell: minutesOf },
      ]),
      ...listed('Vooraf doen', plan.preparations),
      ...practicesOf(source, true),
      ...contactOf(session),
    ],
  };
}

/** The draaiboek for who leads: the programme with room for names, what to put ready, how it goes, and what to look back on. */
export function scriptPage(source: ProgrammeSource): ProgrammePage {
  const { session } = source;
  const plan = sessionPlan(session);
  const named = new Set(['doel', 'voorbereiding', 'programma', 'opvolging']);
  const part = (id: string): PagePiece[] =>
    session.parts.filter((one) => one.id === id).flatMap(({ heading, blocks }) => told(id === 'programma' ? 'Zo gaat het' : heading, blocks));
  return {
    title: `Draaiboek – ${session.title}`,
    pieces: [
      ...opening(session, plan),
      ...part('doel'),
      ...planned('Draaiboek', plan, [
        { title: 'Nr.', share: 0.7, cell: ({ number }) => String(number) },
        { title: 'Tijd', share: 1.6, cell: ({ time }) => time ?? '' },
        { title: 'Minuten', share: 1.35, cell: minutesOf },
        { title: 'Onderdeel', share: 2.5, cell: ({ name }) => name },
        { title: 'Werkvorm', share: 1.6, cell: ({ method }) => methodName(method, source) },
        { title: 'Materialen', share: 1.75, cell: ({ materials }) => materials.join(', ') },
        // Filled in on the day: no file of the kennismap says who does what.
        { title: 'Wie leidt, wie schrijft', share: 1.5, cell: () => '', always: true },
      ]),
      ...materialsOf(plan),
      ...listed('Vooropdrachten van de deelnemers', plan.preparations),
      ...part('voorbereiding'),
      ...part('programma'),
      ...methodsOf(plan, source),
      ...session.parts.filter(({ id }) => id === undefined || !named.has(id)).flatMap(({ heading, blocks }) => told(heading, blocks)),
      ...part('opvolging'),
      ...practicesOf(source, false),
      ...lookingBack(source.cards),
      ...contactOf(session),
    ],
  };
}

const head = (text: string): PagePiece => ({ type: 'kop', text });
const minutesOf = ({ minutes }: ProgrammePart): string => (minutes === undefined ? '' : String(minutes));

/** Lines with something on them. */
const facts = (lines: readonly (readonly [string, string])[]): PagePiece[] =>
  lines.filter(([, value]) => value !== '').map(([label, value]) => ({ type: 'gegeven', label, value }));

const told = (heading: string, blocks: readonly Block[]): PagePiece[] =>
  blocks.length === 0 ? [] : [...(heading === '' ? [] : [head(heading)]), { type: 'tekst', blocks }];

function opening(session: ProgrammeSource['session'], { place = '' }: Programme): PagePiece[] {
  const fact = (key: string): string => session.facts.find((one) => one.key === key)?.value ?? '';
  return [
    ...(session.summary === '' ? [] : [{ type: 'kern', text: session.summary } as const]),
    ...facts([
      ['Datum', session.date === undefined ? '' : longDate(session.date)],
      ['Plaats', place],
      ['Vorm', fact('vorm')],
      ['Voor', fact('doelgroep')],
    ]),
  ];
}

interface PlanColumn extends PageColumn {
  cell(part: ProgrammePart): string;
  /** Also when no part has anything to say in it. */
  always?: true;
}

/** The parts in a table with the sum of their minutes under it. */
function planned(title: string, plan: Programme, columns: readonly PlanColumn[]): PagePiece[] {
  if (plan.parts.length === 0) return [{ type: 'zin', text: 'Er staat nog geen programma bij deze sessie.', warning: false }];
  const shown = columns.filter(({ cell, always }) => always ?? plan.parts.some((part) => cell(part) !== ''));
  return [
    head(title),
    {
      type: 'tabel',
      columns: shown.map(({ title: name, share }) => ({ title: name, share })),
      rows: plan.parts.map((part) => shown.map(({ cell }) => cell(part))),
    },
    { type: 'zin', text: sumOf(plan), warning: plan.note !== undefined },
  ];
}

function sumOf({ parts, total, available, note }: Programme): string {
  const together = `${parts.length === 1 ? 'Het onderdeel duurt' : `De ${parts.length} onderdelen duren samen`} ${total} minuten`;
  if (note === undefined) return `${together}${available === total ? '; precies de tijd die er is' : ''}.`;
  return note.startsWith('Van ') ? `${together}. ${note}` : note;
}

/** What a way of working is called; its file name says nothing to who reads it on paper. */
function methodName(method: string | undefined, { chapters, methods }: ProgrammeSource): string {
  if (method === undefined) return '';
  const along = chapters.flatMap(({ entries }) => entries).find(({ id }) => id === method);
  return along?.title ?? methods?.get(method) ?? '';
}

const listed = (title: string, items: readonly string[]): PagePiece[] =>
  items.length === 0 ? [] : [head(title), { type: 'lijst', items: items.map((text) => ({ name: '', text })) }];

function practicesOf({ chapters }: ProgrammeSource, summaries: boolean): PagePiece[] {
  const practices = chapters.flatMap(({ entries }) => entries.filter(({ kind }) => kind === 'praktijk'));
  const items = practices.map(({ title, summary, organisation }) => ({
    name: organisation === undefined || organisation.toLowerCase() === title.toLowerCase() ? title : `${title} (${organisation})`,
    text: summaries ? summary : '',
  }));
  return items.length === 0 ? [] : [head('Praktijken van vandaag'), { type: 'lijst', items }];
}

function materialsOf({ materials, parts }: Programme): PagePiece[] {
  const named = new Map(parts.map(({ number, name }) => [number, name]));
  if (materials.length === 0) return [];
  return [
    head('Materialenlijst'),
    {
      type: 'tabel',
      columns: [
        { title: '', share: 0.5, box: true },
        { title: 'Wat', share: 3.6 },
        { title: 'Waarvoor', share: 5.5 },
      ],
      rows: materials.map(({ name, parts: numbers }) => ['', name, numbers.map((number) => named.get(number) ?? '').join(', ')]),
    },
  ];
}

const word = (value: Json | undefined): string => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '');

/** How the ways of working go that come along in the bundle. */
function methodsOf({ parts }: Programme, { chapters }: ProgrammeSource): PagePiece[] {
  const used = new Set(parts.map(({ method }) => method));
  const along = chapters.flatMap(({ entries }) => entries.filter(({ id, kind }) => kind === 'werkvorm' && used.has(id)));
  return along.flatMap(({ title, fields, parts: texts }): PagePiece[] => [
    head(`Werkvorm: ${title}`),
    ...facts([
      ['Doel', word(fields['doel'])],
      ['Groepsgrootte', word(fields['groepsgrootte'])],
      ['Minuten', word(fields['minuten'])],
    ]),
    ...texts.filter(({ blocks }) => blocks.length > 0).map(({ blocks }) => ({ type: 'tekst', blocks }) as const),
  ]);
}

/** The questions of the checklist about the day itself, to answer together when it is over. */
function lookingBack(cards: readonly Card[]): PagePiece[] {
  const part = findItem(cards, 'checklist.D1')?.part;
  if (!part) return [];
  return [
    head('Terugkijken'),
    {
      type: 'tabel',
      columns: [
        { title: 'Leeromgeving', share: 3 },
        { title: 'Vraag', share: 3.8 },
        { title: 'Wat we zagen', share: 2.8 },
      ],
      rows: part.items.map(({ name, prompt }) => [name, prompt, '']),
    },
  ];
}

const contactOf = ({ contact = '' }: ProgrammeSource['session']): PagePiece[] => facts([['Contact', contact]]);
