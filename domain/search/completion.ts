import { judgedItems, valuesOf, type Vocabulary } from '../entries/vocabulary.ts';
import type { Facets } from './answer.ts';
import { fold } from './fold.ts';
import { operatorNames } from './operator-names.ts';
import { written } from './query-edit.ts';
import { piecesOf, type Piece } from './query-parts.ts';

/** What can stand at the caret of a query: put `insert` in the place of [from, to). */
export interface Completion {
  from: number;
  to: number;
  insert: string;
  label: string;
  hint: string;
  kind: 'naam' | 'waarde';
}

/** Where the names and values come from. */
export interface CompletionSource {
  vocabulary: Vocabulary;
  facets: Facets;
}

interface Value {
  value: string;
  label: string;
  hint: string;
}

/** More than this nobody walks through. */
const most = 20;

/** Names and values that fit the word under the caret, best first. Never throws; nothing inside a quoted phrase. */
export function completionsFor(query: string, caret: number, source: CompletionSource): Completion[] {
  const place = placeAt(query, caret);
  if (!place) return [];
  const { piece, start, colon } = place;
  if (colon < 0 || caret <= colon) return names(query.slice(start, caret), start, colon < 0 ? piece.to : colon + 1, source);
  const segment = segmentAt(query, colon + 1, piece.to, caret);
  if (!segment) return [];
  const name = fold(query.slice(start, colon));
  // What is compared with is completed as any value.
  const [sign = ''] = /^[<>]=?/.exec(segment.typed) ?? [];
  return values(name, segment.typed.slice(sign.length), source).flatMap((value): Completion[] => {
    const insert = written('', [`${sign}${value.value}`]).slice(1);
    if (value.value === '' || insert === query.slice(segment.from, segment.to)) return [];
    return [{ from: segment.from, to: segment.to, insert, label: `${sign}${value.label}`, hint: value.hint, kind: 'waarde' }];
  });
}

/** The filter whose value is being typed at the caret, and what is typed of it; nothing when none is. */
export function valueAt(query: string, caret: number): { name: string; typed: string } | undefined {
  const place = placeAt(query, caret);
  if (!place || place.colon < 0 || caret <= place.colon) return undefined;
  const segment = segmentAt(query, place.colon + 1, place.piece.to, caret);
  return segment && { name: fold(query.slice(place.start, place.colon)), typed: segment.typed.replace(/^[<>]=?/, '') };
}

function placeAt(query: string, caret: number): { piece: Piece; start: number; colon: number } | undefined {
  const piece = piecesOf(query).find(({ from, to }) => from < caret && caret <= to);
  if (!piece || (piece.type !== 'word' && piece.type !== 'filter')) return undefined;
  const start = piece.from + (piece.negated ? 1 : 0);
  const sign = query.slice(start, piece.to).indexOf(':');
  return { piece, start, colon: sign < 0 ? -1 : start + sign };
}

function names(typed: string, from: number, to: number, { vocabulary }: CompletionSource): Completion[] {
  const wanted = fold(typed);
  if (!/^[\p{L}_]+$/u.test(wanted)) return [];
  return operatorNames(vocabulary)
    .filter(({ name }) => name.startsWith(wanted))
    .slice(0, most)
    .map(({ name, hint }) => ({ from, to, insert: `${name}:`, label: `${name}:`, hint, kind: 'naam' }));
}

const quote = /["“”„]/;

/** The value of a comma list under the caret. Undefined inside a quotation that goes on after the caret. */
function segmentAt(query: string, start: number, end: number, caret: number): { from: number; to: number; typed: string } | undefined {
  let from = start;
  let inside = false;
  for (let at = start; at < caret; at++) {
    if (quote.test(query[at] ?? '')) inside = !inside;
    else if (query[at] === ',' && !inside) from = at + 1;
  }
  if (inside && caret < end) return undefined;
  let to = caret;
  for (let quoted = false; to < end && (quoted || query[to] !== ','); to++) if (quote.test(query[to] ?? '')) quoted = !quoted;
  return { from, to, typed: query.slice(from, caret).replace(/["“”„]/g, '') };
}

function values(name: string, typed: string, source: CompletionSource): Value[] {
  const wanted = fold(typed.trim());
  const found = valuesUnder(name, wanted, source)
    .map((value) => ({ value, rank: rank(wanted, value) }))
    .filter((one) => one.rank < 3);
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map((one) => one.value);
}

/** 0 when it begins so, 1 when a word of it does, 2 when it is somewhere in it. */
function rank(wanted: string, { value, label }: Value): number {
  const held = [fold(value), fold(label)];
  if (held.some((text) => text.startsWith(wanted))) return 0;
  if (held.some((text) => text.split(/[\s-]+/).some((word) => word.startsWith(wanted)))) return 1;
  return held.some((text) => text.includes(wanted)) ? 2 : 3;
}

function valuesUnder(name: string, wanted: string, { vocabulary, facets }: CompletionSource): Value[] {
  if (name === 'criterium') return criteria(vocabulary, wanted);
  const counted = Object.hasOwn(facets, name === 'datum' ? 'jaar' : name) ? (facets[name === 'datum' ? 'jaar' : name] ?? []) : [];
  const counts = new Map(counted.map((one) => [one.value, one.count]));
  const known = knownValues(name, vocabulary);
  const seen = new Set(known.map((one) => one.value));
  const all = [...known, ...counted.filter((one) => !seen.has(one.value))];
  return all.map(({ value, label }) => {
    const count = counts.get(value);
    const hint = count === undefined || name === 'id' ? '' : count === 1 ? '1 stuk' : `${count} stukken`;
    return { value, label, hint: [value === label || !seen.has(value) ? '' : value, hint].filter(Boolean).join(' · ') };
  });
}

const has = [
  { value: 'bijlage', label: 'bijlage' },
  { value: 'oordeel', label: 'oordeel' },
  { value: 'datum', label: 'datum' },
  { value: 'samenvatting', label: 'samenvatting' },
];

function knownValues(name: string, v: Vocabulary): { value: string; label: string }[] {
  if (name === 'heeft') return has;
  if (name === 'zonder') return has.filter((one) => one.value === 'oordeel');
  const parts = v.kinds.flatMap((kind) => kind.sections.map((section) => ({ value: section.id, label: section.heading })));
  if (name === 'dun') return distinct(parts);
  const fields = v.fields.filter((field) => (name === 'mist' ? field.key === 'perspectieven' : (field.query ?? field.key) === name));
  const choices = fields.flatMap((field) => (field.type === 'vlag' ? yesNo : valuesOf(v, field)));
  return distinct(name === 'mist' ? [...choices, ...parts] : choices);
}

const yesNo = [
  { value: 'ja', label: 'ja' },
  { value: 'nee', label: 'nee' },
];

const distinct = <T extends { value: string }>(all: readonly T[]): T[] =>
  [...new Map([...all].reverse().map((one) => [one.value, one])).values()].reverse();

const verdicts = ['ja', 'deels', 'nee', 'geen'];

/** The criteria a write-up is judged on, and the verdicts once one of them stands there. */
function criteria(v: Vocabulary, wanted: string): Value[] {
  const items = distinct(v.kinds.flatMap((kind) => judgedItems(v, kind.id)).map(({ id, item }) => ({ value: shortName(id), name: item.name })));
  const [typed = ''] = wanted.split('=');
  return items
    .sort((a, b) => a.value.localeCompare(b.value, 'nl'))
    .flatMap(({ value, name }) => [
      { value, label: value, hint: name },
      ...(fold(value) === typed ? verdicts.map((verdict) => ({ value: `${value}=${verdict}`, label: `${value}=${verdict}`, hint: name })) : []),
    ]);
}

const shortName = (id: string): string => id.replace(/^checklist\./, '');
