import { attrText, meantAttrs, type Mark, type MarkupNode } from './tree.ts';

/** One sign of a line of text, or one thing that behaves as a sign (an image, a break), with its marks and where it stands in the source. */
export interface Unit {
  /** A code point; empty for an atom. */
  text: string;
  atom?: MarkupNode;
  marks: readonly Mark[];
  /** Marks in compared form. */
  marked: string;
  /** Place in the source; absent when the source does not show it as is. */
  from?: number;
  to?: number;
}

const order = ['link', 'bold', 'italic', 'strike', 'code'];

/** Marks in one order, with only what Markdown can say of them. */
export function settledMarks(marks: readonly Mark[]): Mark[] {
  return marks
    .map((mark) => {
      const attrs = meantAttrs(mark);
      return attrs || mark.type === 'link' ? { type: mark.type, attrs: { href: '', ...attrs } } : { type: mark.type };
    })
    .filter((mark, index, all) => order.includes(mark.type) && all.findIndex((other) => other.type === mark.type) === index)
    .sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type));
}

/** Makes units that all have the same marks. */
export function unitMaker(marks: readonly Mark[]): (part: string | MarkupNode, place?: { from: number; to: number }) => Unit {
  const settled = settledMarks(marks);
  const marked = settled.length === 0 ? '' : JSON.stringify(settled);
  return (part, place) => {
    const unit: Unit = { text: typeof part === 'string' ? part : '', marks: settled, marked };
    if (typeof part !== 'string') unit.atom = part;
    if (place) {
      unit.from = place.from;
      unit.to = place.to;
    }
    return unit;
  };
}

/** What makes two units the same. */
export const unitKey = (unit: Unit): string => `${unit.atom ? JSON.stringify(unit.atom) : unit.text}\u0000${unit.marked}`;

/** The units of the contents of a text block. A wikilink is the text it is written with. */
export function unitsOf(content: readonly MarkupNode[]): Unit[] {
  const out: Unit[] = [];
  for (const node of content) {
    const made = unitMaker(node.marks ?? []);
    if (node.type === 'text' || node.type === 'wikilink') {
      for (const sign of node.type === 'text' ? (node.text ?? '').replace(/\r\n?/g, '\n') : wikilinkText(node))
        out.push(made(sign === '\n' ? { type: 'softBreak' } : sign === '\u0000' ? '\uFFFD' : sign));
    } else {
      const attrs = meantAttrs(node);
      out.push(made({ type: node.type, ...(attrs ? { attrs } : {}) }));
    }
  }
  return out;
}

/** A wikilink as it is written. */
export const wikilinkText = (node: MarkupNode): string => `[[${attrText(node, 'target')}]]`;

export const isBreak = (unit: Unit | undefined): boolean => unit?.atom?.type === 'softBreak' || unit?.atom?.type === 'hardBreak';
const isBlank = (unit: Unit | undefined): boolean => unit?.text === ' ' || unit?.text === '\t';
/** White space as Markdown's emphasis sees it. */
export const isSpace = (unit: Unit | undefined): boolean => unit === undefined || isBreak(unit) || /^\s$/u.test(unit.text);

/** How breaks are kept: all, or as a space where a line cannot be broken, or hard ones only. */
export type Breaks = 'all' | 'none' | 'hard';

/** The units without what Markdown cannot hold: white space at the edges of lines and of marks, and breaks where there can be none. */
export function settledUnits(units: readonly Unit[], breaks: Breaks): Unit[] {
  const broken = units.map((unit, at): Unit => {
    // HTML at the beginning of a line could be taken for a block.
    const beforeHtml = attrText(units[at + 1]?.atom ?? {}, 'source').startsWith('<');
    const gone = (unit.atom?.type === 'softBreak' && (breaks !== 'all' || beforeHtml)) || (unit.atom?.type === 'hardBreak' && breaks === 'none');
    return gone ? { text: ' ', marks: unit.marks, marked: unit.marked, ...placeOf(unit) } : unit;
  });
  return trimmedMarks(trimmedLines(broken));
}

const placeOf = (unit: Unit): { from?: number; to?: number } =>
  unit.from === undefined || unit.to === undefined ? {} : { from: unit.from, to: unit.to };

function trimmedLines(units: readonly Unit[]): Unit[] {
  const out: Unit[] = [];
  for (const unit of units) {
    const line = out.length === 0 || isBreak(out.at(-1));
    if (line && isBlank(unit)) continue;
    if (isBreak(unit)) {
      while (isBlank(out.at(-1))) out.pop();
      if (out.length === 0) continue;
      // A soft break beside another break would be an empty line.
      if (unit.atom?.type === 'softBreak' && isBreak(out.at(-1))) continue;
      if (out.at(-1)?.atom?.type === 'softBreak') out.pop();
    }
    out.push(unit);
  }
  while (isBlank(out.at(-1)) || isBreak(out.at(-1))) out.pop();
  return out;
}

/** Emphasis cannot begin or end with white space: there the mark says nothing. */
function trimmedMarks(units: readonly Unit[]): Unit[] {
  let out = [...units];
  if (units.every((unit) => unit.marked === '')) return out;
  for (const type of ['link', 'bold', 'italic', 'strike']) {
    const named = (unit: Unit | undefined): string | undefined => {
      const mark = unit?.marks.find((m) => m.type === type);
      return mark && JSON.stringify(mark);
    };
    const drop = new Set<number>();
    for (let at = 0; at < out.length;) {
      const name = named(out[at]);
      if (name === undefined) {
        at++;
        continue;
      }
      let end = at;
      while (end < out.length && named(out[end]) === name) end++;
      for (let k = at; k < end && isSpace(out[k]); k++) drop.add(k);
      for (let k = end - 1; k >= at && isSpace(out[k]); k--) drop.add(k);
      at = end;
    }
    if (drop.size > 0) out = out.map((unit, k) => (drop.has(k) ? withoutMark(unit, type) : unit));
  }
  // Code on a break says nothing either: code cannot be broken by hand.
  return out.map((unit) => (unit.atom && unit.marks.some((mark) => mark.type === 'code') ? withoutMark(unit, 'code') : unit));
}

function withoutMark(unit: Unit, type: string): Unit {
  const marks = unit.marks.filter((mark) => mark.type !== type);
  return { ...unit, marks, marked: marks.length === 0 ? '' : JSON.stringify(marks) };
}

/** Units as contents of a text block. */
export function contentOf(units: readonly Unit[]): MarkupNode[] {
  const out: MarkupNode[] = [];
  let last: string | undefined;
  for (const unit of units) {
    const before = out.at(-1);
    const marks = unit.marks.length === 0 ? {} : { marks: [...unit.marks] };
    if (unit.atom) out.push({ ...unit.atom, ...marks });
    else if (before?.type === 'text' && last === unit.marked) before.text = (before.text ?? '') + unit.text;
    else out.push({ type: 'text', text: unit.text, ...marks });
    last = unit.marked;
  }
  return out;
}
