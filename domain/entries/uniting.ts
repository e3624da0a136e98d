import type { Json } from './entry.ts';
import { headingKey } from './naming.ts';
import { stretchesOf } from './sections.ts';

/** Two write-ups held beside each other to become one: the text per section, the header per field. Left is the one that stays. */

/** What is taken of a section or a field. */
export type Taken = 'left' | 'right' | 'both';

/** A section that one or both have, with its heading; the texts of all put together in order are the bodies again. */
export interface SectionPair {
  heading: string;
  left?: string;
  right?: string;
}

/** A field that differs. A list can hold what both have. */
export interface FieldPair {
  key: string;
  left?: Json;
  right?: Json;
  list: boolean;
}

type Fields = Readonly<Record<string, Json>>;

/** Lists that only grow: of these everything of both is kept, nothing is chosen. */
export const growing = ['oordelen', 'fasehistorie', 'samengevoegd_uit'];

/** What a write-up is, not what it says; the one that stays keeps it. */
const fixed = new Set(['id', 'soort', 'voorbeeld', ...growing]);

/** Lays the sections of two bodies beside each other by their headings; `part` names a section in another way, so that *Doel* meets *Waarom*. */
export function pairSections(left: string, right: string, part: (heading: string) => string | undefined = () => undefined): SectionPair[] {
  const [mine, theirs] = [sectionsWithKeys(left, part), sectionsWithKeys(right, part)];
  const out: SectionPair[] = [];
  const taken = new Set<string>();
  const known = new Set(mine.map(({ key }) => key));
  // What only the other has comes behind the section it stood behind there.
  const loose = (after: string | undefined): void => {
    let at = after === undefined ? 0 : theirs.findIndex(({ key }) => key === after) + 1;
    for (let next = theirs[at]; next && !known.has(next.key) && !taken.has(next.key); next = theirs[++at]) {
      taken.add(next.key);
      out.push({ heading: next.heading, right: next.text });
    }
  };
  loose(undefined);
  for (const { key, heading, text } of mine) {
    const other = theirs.find((one) => one.key === key);
    out.push(other ? { heading, left: text, right: other.text } : { heading, left: text });
    if (other) loose(key);
  }
  return out;
}

/** Whether there is nothing to choose. */
export const alike = ({ left, right }: SectionPair): boolean => left !== undefined && right !== undefined && left.trim() === right.trim();

/** What is taken unless somebody says otherwise: what only one has is kept; of what both have but differs nothing is decided. */
export const usualSection = (pair: SectionPair): Taken | undefined =>
  alike(pair) ? 'left' : pair.right === undefined ? 'left' : pair.left === undefined ? 'right' : undefined;

/** The body that comes of it. */
export function unitedBody(pairs: readonly SectionPair[], taken: (pair: SectionPair, index: number) => Taken): string {
  const texts = pairs.map((pair, index) => {
    const side = taken(pair, index);
    if (side !== 'both') return pair[side] ?? '';
    return pair.left === undefined || pair.right === undefined ? (pair.left ?? pair.right ?? '') : joined(pair.left, withoutHeading(pair.right));
  });
  return texts.reduce((body, text) => (body === '' || text === '' ? body + text : joined(body, text)), '');
}

/** The fields that differ; equal ones and what a write-up is by itself are left out. */
export function pairFields(left: Fields, right: Fields): FieldPair[] {
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])].filter((key) => !fixed.has(key));
  return keys.flatMap((key) => {
    const [mine, theirs] = [own(left, key), own(right, key)];
    if (JSON.stringify(mine ?? null) === JSON.stringify(theirs ?? null)) return [];
    const list = Array.isArray(mine) && Array.isArray(theirs);
    return [{ key, list, ...(mine === undefined ? {} : { left: mine }), ...(theirs === undefined ? {} : { right: theirs }) }];
  });
}

/** What is taken of a field unless somebody says otherwise. */
export const usualField = ({ key, left, right, list }: FieldPair): Taken | undefined => {
  if (list) return 'both';
  if (isEmpty(right)) return 'left';
  if (isEmpty(left)) return 'right';
  return key === 'titel' ? 'left' : undefined;
};

/** The value that comes of it; null is no such field. */
export function unitedValue({ left, right }: FieldPair, taken: Taken): Json {
  if (taken !== 'both') return (taken === 'left' ? left : right) ?? null;
  return unitedList(Array.isArray(left) ? left : [], Array.isArray(right) ? right : []);
}

/** Everything of both, once. */
export function unitedList(left: readonly Json[], right: readonly Json[]): Json[] {
  const seen = new Set(left.map((one) => JSON.stringify(one)));
  return [...left, ...right.filter((one) => !seen.has(JSON.stringify(one)))];
}

interface Keyed {
  key: string;
  heading: string;
  text: string;
}

function sectionsWithKeys(body: string, part: (heading: string) => string | undefined): Keyed[] {
  const lines = body.split('\n').map((line, index, all) => (index < all.length - 1 ? `${line}\n` : line));
  const stretches = stretchesOf(body);
  const counts = new Map<string, number>();
  return stretches.map(({ heading, line, level }, index) => {
    const from = index === 0 ? 0 : line - 1;
    const base = level === 0 ? '' : (part(heading) ?? `${level} ${headingKey(heading)}`);
    const count = (counts.get(base) ?? 0) + 1;
    counts.set(base, count);
    const next = stretches[index + 1];
    return { key: `${base} ${count}`, heading, text: lines.slice(from, next ? next.line - 1 : undefined).join('') };
  });
}

/** One text under another with an empty line in between. */
const joined = (above: string, below: string): string =>
  below.trim() === '' ? above : above.trim() === '' ? below : `${above.replace(/\s*$/, '\n\n')}${below.replace(/^\n+/, '')}`;
const withoutHeading = (section: string): string => section.replace(/^\s* {0,3}#{1,2}[ \t][^\n]*(?:\n|$)/, '');
const own = (fields: Fields, key: string): Json | undefined => (Object.hasOwn(fields, key) ? fields[key] : undefined);
const isEmpty = (value: Json | undefined): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
