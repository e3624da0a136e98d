import type { Json } from '../entries/entry.ts';
import { blockText, type Block } from './text-blocks.ts';

/** A part of the programme of a session. */
export interface TimetablePart {
  name: string;
  minutes?: number;
  /** `9.00–9.30` when it is known when the session begins, else `0–30 min`; absent when a part before it has no length. */
  time?: string;
  /** Id of the werkvorm. */
  method?: string;
  materials: readonly string[];
}

export interface Timetable {
  parts: readonly TimetablePart[];
  /** Minutes of the parts together. */
  total: number;
  /** Minutes the session has. */
  available?: number;
  /** What the sum comes to, in a sentence; empty without parts. */
  sum: string;
  /** Everything to bring along, and for which parts. */
  materials: readonly { name: string; parts: readonly string[] }[];
}

/** What of a session a timetable is made from. */
export interface TimetableSession {
  fields: Readonly<Record<string, Json>>;
  parts: readonly { id?: string; heading: string; blocks: readonly Block[] }[];
}

/** The programme of a session with its times and sums, and what it takes. */
export function timetableOf(session: TimetableSession): Timetable {
  const rows = Array.isArray(session.fields['programma']) ? session.fields['programma'].flatMap(partOf) : [];
  const begin = beginOf(session);
  let at: number | undefined = 0;
  const parts = rows.map((row): TimetablePart => {
    const from: number | undefined = at;
    at = from === undefined || row.minutes === undefined ? undefined : from + row.minutes;
    return from === undefined || at === undefined ? row : { ...row, time: spanOf(from, at, begin) };
  });
  const total = rows.reduce((sum, { minutes = 0 }) => sum + minutes, 0);
  const available = minutesIn(session.fields['minuten']);
  const without = rows.filter(({ minutes }) => minutes === undefined).length;
  return {
    parts,
    total,
    sum: sumOf(rows.length, total, available, without),
    materials: materialsOf(rows),
    ...(available === undefined ? {} : { available }),
  };
}

function partOf(row: Json): TimetablePart[] {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return [];
  const { onderdeel, werkvorm, materialen } = row;
  const minutes = minutesIn(row['minuten']);
  if (typeof onderdeel !== 'string' || onderdeel.trim() === '') return [];
  return [
    {
      name: onderdeel.trim(),
      materials: Array.isArray(materialen) ? materialen.filter((one): one is string => typeof one === 'string' && one.trim() !== '') : [],
      ...(minutes === undefined ? {} : { minutes }),
      ...(typeof werkvorm === 'string' && werkvorm !== '' ? { method: werkvorm } : {}),
    },
  ];
}

const minutesIn = (value: Json | undefined): number | undefined =>
  typeof value === 'number' && value > 0 && value <= 10_000 ? Math.round(value) : undefined;

/** When the session begins, in minutes of the day: the time its programme begins with, as it is told in the text. */
function beginOf({ parts }: TimetableSession): number | undefined {
  const told = parts.find(({ id, heading }) => id === 'programma' || heading.toLowerCase() === 'programma');
  const [first = ''] = blockText(told?.blocks ?? []).split('\n');
  const [, hours, minutes] = /^\W{0,4}(?:om |van )?([01]?\d|2[0-3])[.:]([0-5]\d)(?!\d)/iu.exec(first) ?? [];
  return hours === undefined || minutes === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}

const clock = (minutes: number): string => `${Math.floor(minutes / 60) % 24}.${String(minutes % 60).padStart(2, '0')}`;

const spanOf = (from: number, to: number, begin: number | undefined): string =>
  begin === undefined ? `${from}–${to} min` : `${clock(begin + from)}–${clock(begin + to)}`;

function sumOf(count: number, total: number, available: number | undefined, without: number): string {
  if (count === 0) return '';
  const together = `${count === 1 ? 'Het onderdeel duurt' : `De ${count} onderdelen duren samen`} ${total} minuten`;
  const open = without === 0 ? '' : ` Bij ${without === 1 ? 'één onderdeel staat' : `${without} onderdelen staat`} nog geen duur.`;
  if (available === undefined) return `${together}.${open}`;
  const left = available - total;
  if (left === 0) return `${together}; precies de tijd die er is.${open}`;
  return left > 0
    ? `${together} van de ${available}; er blijven ${left} minuten over.${open}`
    : `${together}, ${-left} meer dan de ${available} die er zijn.${open}`;
}

function materialsOf(rows: readonly TimetablePart[]): Timetable['materials'] {
  const found = new Map<string, { name: string; parts: string[] }>();
  for (const { name: part, materials } of rows)
    for (const name of materials) {
      const known = found.get(name.toLowerCase()) ?? { name, parts: [] };
      if (!known.parts.includes(part)) known.parts.push(part);
      found.set(name.toLowerCase(), known);
    }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'nl'));
}

/** Assignments to do before the day. */
export function preparationsOf({ fields }: Pick<TimetableSession, 'fields'>): string[] {
  const given = fields['vooropdrachten'];
  return (Array.isArray(given) ? given : [given]).filter((one): one is string => typeof one === 'string' && one.trim() !== '');
}
