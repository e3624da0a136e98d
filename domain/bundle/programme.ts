import type { Json } from '../entries/entry.ts';

/** One part of a session. */
export interface ProgrammePart {
  /** Counts from 1. */
  number: number;
  name: string;
  minutes?: number;
  /** `9.00–9.15` when the session says when it begins. */
  time?: string;
  /** Id of a write-up about the way of working. */
  method?: string;
  materials: string[];
}

export interface Programme {
  parts: ProgrammePart[];
  /** Minutes of all parts together. */
  total: number;
  /** Minutes the session says it has. */
  available?: number;
  /** In Dutch, when the sum and the session do not agree or minutes are missing. */
  note?: string;
  /** Every material once, with the parts it is for. */
  materials: { name: string; parts: number[] }[];
  /** What participants do beforehand. */
  preparations: string[];
  place?: string;
}

const numberIn = (value: Json | undefined): number | undefined => {
  const found = typeof value === 'string' ? Number(value) : value;
  return typeof found === 'number' && Number.isFinite(found) && found >= 0 ? Math.round(found) : undefined;
};
const textIn = (value: Json | undefined): string => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '');
const listIn = (value: Json | undefined): string[] => (Array.isArray(value) ? value : [value ?? '']).map(textIn).filter((one) => one !== '');

/** The programme of a session from its front matter: times, sums and materials. Never fails; what makes no sense is left out. */
export function programmeOf(fields: Readonly<Record<string, Json>>): Programme {
  const rows = Array.isArray(fields['programma']) ? fields['programma'] : [];
  let clock = startOf(textIn(fields['aanvang'] ?? fields['tijd'] ?? ''));
  const parts = rows.flatMap((row, index): ProgrammePart[] => {
    if (typeof row !== 'object' || row === null || Array.isArray(row)) return [];
    const minutes = numberIn(row['minuten']);
    const method = textIn(row['werkvorm']);
    const time = clock !== undefined && minutes !== undefined ? `${clockText(clock)}–${clockText(clock + minutes)}` : undefined;
    clock = clock === undefined || minutes === undefined ? undefined : clock + minutes;
    return [
      {
        number: index + 1,
        name: textIn(row['onderdeel']) || `Onderdeel ${index + 1}`,
        materials: listIn(row['materialen']),
        ...(minutes === undefined ? {} : { minutes }),
        ...(time === undefined ? {} : { time }),
        ...(method === '' ? {} : { method }),
      },
    ];
  });
  const total = parts.reduce((sum, { minutes = 0 }) => sum + minutes, 0);
  const available = numberIn(fields['minuten']);
  const note = noteOn(parts, total, available);
  const place = textIn(fields['plaats']);
  return {
    parts,
    total,
    materials: materialsOf(parts),
    preparations: listIn(fields['vooropdrachten']),
    ...(available === undefined ? {} : { available }),
    ...(note === undefined ? {} : { note }),
    ...(place === '' ? {} : { place }),
  };
}

function noteOn(parts: readonly ProgrammePart[], total: number, available: number | undefined): string | undefined {
  const without = parts.filter(({ minutes }) => minutes === undefined).length;
  if (without > 0)
    return without === 1
      ? 'Van één onderdeel staat er niet bij hoe lang het duurt.'
      : `Van ${without} onderdelen staat er niet bij hoe lang ze duren.`;
  if (available === undefined || available === total || parts.length === 0) return undefined;
  const off = Math.abs(available - total);
  return available > total
    ? `De onderdelen duren samen ${total} minuten; er zijn er ${available}. Er blijven ${off} minuten over.`
    : `De onderdelen duren samen ${total} minuten; er zijn er maar ${available}. Dat is ${off} minuten te veel.`;
}

function materialsOf(parts: readonly ProgrammePart[]): Programme['materials'] {
  const found = new Map<string, { name: string; parts: number[] }>();
  for (const { number, materials } of parts)
    for (const name of materials) {
      const held = found.get(name.toLowerCase()) ?? { name, parts: [] };
      if (!held.parts.includes(number)) held.parts.push(number);
      found.set(name.toLowerCase(), held);
    }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'nl'));
}

/** Minutes after midnight; undefined when it is no time. */
function startOf(text: string): number | undefined {
  const found = /^(\d{1,2})[:.](\d{2})/.exec(text);
  const [hours, minutes] = [Number(found?.[1]), Number(found?.[2])];
  return found && hours < 24 && minutes < 60 ? hours * 60 + minutes : undefined;
}

const clockText = (minutes: number): string => `${Math.floor(minutes / 60) % 24}.${String(minutes % 60).padStart(2, '0')}`;
