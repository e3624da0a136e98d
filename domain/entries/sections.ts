import type { BodySection, Part } from './entry.ts';
import type { Kind } from './kind.ts';
import { headingKey } from './naming.ts';
import { wordCount } from './word-count.ts';

/** A stretch of the body under one heading of level 1 or 2 (the first one may have none). Offsets are in the body. */
export interface Stretch {
  heading: string;
  level: number;
  /** First line of the stretch, from 1 in the body; the heading's own line when it has one. */
  line: number;
  /** Text under the heading, up to the next. */
  text: string;
}

/** Cuts a body at its headings of level 1 and 2. Fenced code is left alone. Linear in the length of the text. */
export function stretchesOf(body: string): Stretch[] {
  const out: Stretch[] = [{ heading: '', level: 0, line: 1, text: '' }];
  let fence: string | undefined;
  /** Where the text of the last stretch begins. */
  let start = 0;
  let number = 1;
  for (let at = 0; at <= body.length; number++) {
    const found = body.indexOf('\n', at);
    const end = found < 0 ? body.length : found;
    const first = body.charCodeAt(at);
    // Most lines begin with none of space, #, ` and ~.
    if (first === 32 || first === 35 || first === 96 || first === 126) {
      const line = body.slice(at, end);
      const mark = /^ {0,3}(```+|~~~+)/.exec(line)?.[1];
      if (mark && !fence) fence = mark;
      else if (fence && mark && mark[0] === fence[0] && mark.length >= fence.length && line.trim() === mark) fence = undefined;
      const heading = fence ? undefined : /^ {0,3}(#{1,2})[ \t]+(\S.*)$/.exec(line);
      if (heading) {
        endLast(out, body.slice(start, Math.max(start, at - 1)));
        start = Math.min(end + 1, body.length);
        out.push({ heading: (heading[2] ?? '').replace(/[ \t]+#+[ \t]*$/, '').trim(), level: heading[1]?.length ?? 2, line: number, text: '' });
      }
    }
    at = end + 1;
  }
  endLast(out, body.slice(start));
  return out[0]?.text.trim() === '' && out.length > 1 ? out.slice(1) : out;
}

function endLast(stretches: readonly Stretch[], text: string): void {
  const last = stretches.at(-1);
  if (last) last.text = text;
}

/** Below this many words a section is thin. */
export const thinBelow = 40;

/** A kind never changes; a large folder asks for its table with every file. */
const tables = new WeakMap<Kind, ReadonlyMap<string, Kind['sections'][number]>>();

/** Headings of a kind's sections in compared form → section. */
export function headingTable(kind: Kind | undefined): ReadonlyMap<string, Kind['sections'][number]> {
  const known = kind && tables.get(kind);
  if (known) return known;
  const table = new Map<string, Kind['sections'][number]>();
  if (kind) tables.set(kind, table);
  for (const section of kind?.sections ?? []) for (const name of [section.heading, ...section.aliases]) table.set(headingKey(name), section);
  return table;
}

/** The sections of a body with the part of the kind each answers; `firstLine` is the line in the file on which the body begins. */
export function sectionsOf(body: string, kind: Kind | undefined, firstLine: number): BodySection[] {
  const table = headingTable(kind);
  return stretchesOf(body).map((stretch) => {
    const section = table.get(headingKey(stretch.heading));
    return {
      heading: stretch.heading,
      line: firstLine + stretch.line - 1,
      ...(section ? { part: section.id, ...(section.item ? { item: section.item } : {}) } : {}),
    };
  });
}

/** Whether each expected section is there, thin or missing. */
export function partsOfText(body: string, kind: Kind | undefined): Part[] {
  const table = headingTable(kind);
  const words = new Map<string, number>();
  for (const stretch of stretchesOf(body)) {
    const section = table.get(headingKey(stretch.heading));
    if (section) words.set(section.id, (words.get(section.id) ?? 0) + wordCount(stretch.text));
  }
  return (kind?.sections ?? []).map((section) => {
    const count = words.get(section.id) ?? 0;
    const state = count === 0 ? 'ontbreekt' : count < thinBelow ? 'dun' : 'vol';
    return { id: section.id, heading: section.heading, item: section.item, state, words: count };
  });
}

/** The section of the kind under whose heading a place in the body stands; the place counts in UTF-16 units. */
export function sectionAt(body: string, place: number, kind: Kind | undefined): Kind['sections'][number] | undefined {
  const line = body.slice(0, place).split('\n').length;
  const stretch = stretchesOf(body).findLast((one) => one.line <= line);
  return stretch && headingTable(kind).get(headingKey(stretch.heading));
}
