import type { Json } from '../entries/entry.ts';
import { programmeOf, type Programme } from './programme.ts';
import { blockText, spanText, type Block } from './text-blocks.ts';

/** What of a session its programme is read from. */
export interface PlannedSession {
  fields: Readonly<Record<string, Json>>;
  parts: readonly { id?: string; heading: string; blocks: readonly Block[] }[];
}

/** The programme of a session, with its times when the text tells when it begins. */
export function sessionPlan({ fields, parts }: PlannedSession): Programme {
  const begin = sessionBegin(parts);
  return programmeOf(begin === undefined ? fields : { aanvang: begin, ...fields });
}

/** When a session begins, `9.00`: the time its programme begins with where it is told in the text, in words or in a table; no field asks for it. */
export function sessionBegin(parts: PlannedSession['parts']): string | undefined {
  const told = parts.find(({ id, heading }) => id === 'programma' || heading.toLowerCase() === 'programma');
  const [block] = told?.blocks ?? [];
  const [first = ''] = block?.type === 'table' ? [spanText(block.rows[0]?.[0] ?? [])] : blockText(told?.blocks ?? []).split('\n');
  const [, hours, minutes] = /^\W{0,4}(?:om |van )?([01]?\d|2[0-3])[.:]([0-5]\d)(?!\d)/iu.exec(first) ?? [];
  return hours === undefined || minutes === undefined ? undefined : `${hours}.${minutes}`;
}
