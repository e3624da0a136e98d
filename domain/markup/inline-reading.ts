import type { Link, PhrasingContent } from 'mdast';
import { placeOf } from './parsing.ts';
import type { Mark, MarkupNode } from './tree.ts';
import { unitMaker, type Unit } from './units.ts';

const wrapping: Record<string, string> = { strong: 'bold', emphasis: 'italic', delete: 'strike' };
interface Place {
  from: number;
  to: number;
}

/** The units of a line of Markdown, each with its place in the source as far as the source shows it as is. */
export function readInline(source: string, nodes: readonly PhrasingContent[], marks: readonly Mark[], inCell: boolean): Unit[] {
  return nodes.flatMap((node): Unit[] => {
    const place = placeOf(node);
    const raw = place ? source.slice(place.from, place.to) : '';
    switch (node.type) {
      case 'text':
        return textUnits(node.value, raw, place?.from, marks);
      case 'strong':
      case 'emphasis':
      case 'delete':
        return readInline(source, node.children, [...marks, { type: wrapping[node.type] ?? '' }], inCell);
      case 'inlineCode':
        return codeUnits(node.value, raw, place, [...marks, { type: 'code' }]);
      case 'link':
        return linkUnits(source, node, raw, marks, inCell);
      case 'break':
        return [unitMaker(marks)({ type: 'hardBreak' }, place)];
      case 'image':
        return [unitMaker(marks)(atom('image', { src: node.url, alt: node.alt, title: node.title }), place)];
      case 'footnoteReference':
        return [unitMaker(marks)(atom('footnoteReference', { label: node.label ?? node.identifier }), place)];
      default:
        if (inCell && /^<br\s*\/?>$/i.test(raw)) return [unitMaker(marks)({ type: 'hardBreak' }, place)];
        return [unitMaker(marks)(atom('rawInline', { source: raw }), place)];
    }
  });
}

const atom = (type: string, attrs: Record<string, string | null | undefined>): MarkupNode => {
  const kept = Object.entries(attrs).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return kept.length === 0 ? { type } : { type, attrs: Object.fromEntries(kept) };
};

function linkUnits(source: string, node: Link, raw: string, marks: readonly Mark[], inCell: boolean): Unit[] {
  // A bare address is text: whoever types it gets the same.
  if (!raw.startsWith('[') && !raw.startsWith('<')) return readInline(source, node.children, marks, inCell);
  const link: Mark = { type: 'link', attrs: { href: node.url, ...(node.title ? { title: node.title } : {}) } };
  const units = readInline(source, node.children, [...marks, link], inCell);
  // Between angle brackets text and address are one: neither can be changed alone.
  return raw.startsWith('<') ? units.map(({ from: _from, to: _to, ...unit }) => unit) : units;
}

function codeUnits(value: string, raw: string, place: Place | undefined, marks: readonly Mark[]): Unit[] {
  const inner = raw.replaceAll('\\|', '|') === raw ? raw.indexOf(value) : -1;
  const from = place && inner > 0 && !/[\r\n]/.test(raw) ? place.from + inner : undefined;
  const made = unitMaker(marks);
  let at = 0;
  return Array.from(value, (sign) => {
    const here = from === undefined ? undefined : { from: from + at, to: from + at + sign.length };
    at += sign.length;
    return made(sign, here);
  });
}

function textUnits(value: string, raw: string, from: number | undefined, marks: readonly Mark[]): Unit[] {
  const places = from === undefined ? undefined : signPlaces(value, raw, from);
  const made = unitMaker(marks);
  return Array.from(value, (sign, k) => made(sign === '\n' ? { type: 'softBreak' } : sign, places?.[k]));
}

/** Where each sign of a text is in the source, through escapes, entities and the indentation of next lines; undefined when that cannot be told. */
function signPlaces(value: string, raw: string, base: number): Place[] | undefined {
  const out: Place[] = [];
  let at = 0;
  for (const sign of value) {
    const start = at;
    if (sign === '\n') {
      const line = /^[ \t]*\r?\n?/.exec(raw.slice(at, at + 200))?.[0] ?? '';
      if (!line.endsWith('\n')) return undefined;
      at += line.length;
      at += /^[ \t>]*/.exec(raw.slice(at, at + 200))?.[0].length ?? 0;
    } else at += signLength(sign, raw, at);
    if (at === start) return undefined;
    out.push({ from: base + start, to: base + at });
  }
  return /^[ \t]*$/.test(raw.slice(at)) ? out : undefined;
}

function signLength(sign: string, raw: string, at: number): number {
  if (raw[at] === '\\' && raw[at + 1] === sign && /[!-/:-@[-`{-~]/.test(sign)) return 2;
  if (raw[at] === '&') {
    const entity = /^&(?:#x[\da-f]{1,6}|#\d{1,7}|[a-z\d]{1,31});/i.exec(raw.slice(at, at + 40))?.[0];
    if (entity && (sign !== '&' || /^&(amp|#38|#x26);$/i.test(entity))) return entity.length;
  }
  return raw.startsWith(sign, at) ? sign.length : 0;
}

/** Brackets around a name that are written without escapes become wikilinks. */
export function withWikilinks(units: Unit[], source: string): Unit[] {
  if (!units.some((unit, k) => unit.text === '[' && units[k + 1]?.text === '[')) return units;
  const out: Unit[] = [];
  for (let at = 0; at < units.length; at++) {
    const end = wikilinkEnd(units, at, source);
    const first = units[at];
    if (!first) break;
    if (end === undefined) {
      out.push(first);
      continue;
    }
    const target = units
      .slice(at + 2, end - 2)
      .map((unit) => unit.text)
      .join('');
    const to = units[end - 1]?.to;
    const place = first.from === undefined || to === undefined ? undefined : { from: first.from, to };
    out.push(unitMaker(first.marks)({ type: 'wikilink', attrs: { target } }, place));
    at = end - 1;
  }
  return out;
}

/** Index behind the last bracket of the wikilink that begins at a unit. */
function wikilinkEnd(units: readonly Unit[], at: number, source: string): number | undefined {
  const marked = units[at]?.marked;
  const bracket = (k: number, sign: string): boolean => {
    const unit = units[k];
    return unit?.text === sign && unit.marked === marked && unit.from !== undefined && source[unit.from] === sign;
  };
  if (!bracket(at, '[') || !bracket(at + 1, '[') || units[at]?.marks.some((mark) => mark.type === 'code' || mark.type === 'link')) return undefined;
  for (let k = at + 2; k < Math.min(units.length, at + 303); k++) {
    const unit = units[k];
    if (!unit || unit.atom || unit.marked !== marked || unit.text === '[') return undefined;
    if (unit.text === ']') return k > at + 2 && bracket(k, ']') && bracket(k + 1, ']') ? k + 2 : undefined;
  }
  return undefined;
}
