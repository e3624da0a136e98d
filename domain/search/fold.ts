import { IntList } from './byte-store.ts';
import { Units } from './units.ts';

/**
 * Folding of Dutch words for comparison: lower case, no accents, ĳ as ij, no apostrophes (`foto's` is `fotos`) but that of a shortened word (`zo'n` is not
 * `zon`). A word folds on its own, so the places of words in the original text never shift.
 */
export function fold(word: string): string {
  let plain = true;
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) > 127) plain = false;
  const lower = word.toLowerCase();
  const bare = plain
    ? lower
    : lower
        .normalize('NFD')
        .replace(/\p{M}+/gu, '')
        .replace(/ĳ/g, 'ij')
        .replace(/ß/g, 'ss');
  return bare.replace(/['’‘`´]+(n$)?/g, (_, end: string | undefined) => (end === undefined ? '' : "'n"));
}

/** A word in a text: its folded form and where it stands, in UTF-16 units. */
export interface Token {
  word: string;
  from: number;
  to: number;
}

/** What a sign is in a word: 1 letter or digit, 2 a mark on one, 3 an apostrophe, 4 half of a sign that takes two units, 0 nothing. */
const unseen = 255;
const classes = new Uint8Array(65536).fill(unseen);

function classOf(unit: number): number {
  const held = classes[unit] ?? 0;
  if (held !== unseen) return held;
  const sign = String.fromCharCode(unit);
  const found =
    unit >= 0xd800 && unit <= 0xdfff ? 4 : /[\p{L}\p{N}]/u.test(sign) ? 1 : /\p{M}/u.test(sign) ? 2 : sign === "'" || sign === '’' ? 3 : 0;
  classes[unit] = found;
  return found;
}

/** Whether a sign of two units begins at a place. */
const isWide = ({ data, length }: Units, at: number): boolean =>
  at + 1 < length && ((data[at] ?? 0) & 0xfc00) === 0xd800 && ((data[at + 1] ?? 0) & 0xfc00) === 0xdc00;

/** Class of the sign of two units at a place. */
function wideClass(units: Units, at: number): number {
  if (!isWide(units, at)) return 0;
  const sign = String.fromCharCode(units.data[at] ?? 0, units.data[at + 1] ?? 0);
  return /[\p{L}\p{N}]/u.test(sign) ? 1 : /\p{M}/u.test(sign) ? 2 : 0;
}

/** Start and factor of the hash of a word as written (FNV-1a). */
const hashing = { start: 0x811c9dc5 | 0, factor: 0x01000193 } as const;

/** Hash of a word as written, as {@link cutWords} gives it. */
export function hashAt(text: Uint16Array, from: number, to: number): number {
  let hash: number = hashing.start;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (text[i] ?? 0), hashing.factor);
  return hash;
}

/** Numbers per word that {@link cutWords} gives: where it begins, where it ends, and its hash. */
export const cutSize = 3;

/**
 * Cuts a text into words, in order: letters, digits and marks; an apostrophe between letters belongs to it. Each comes into `cuts` as {@link cutSize}
 * numbers. The hash is made on the way: whoever makes an index needs it for every word. Gives how many words there are.
 */
export function cutWords(units: Units, cuts: IntList): number {
  const { data, length: end } = units;
  const { start, factor } = hashing;
  cuts.length = 0;
  let at = 0;
  while (at < end) {
    // Nearly every sign is a letter, or a space that stands between words: those are seen here, the others by who looks closer.
    let kind = classes[data[at] ?? 0] ?? 0;
    let size = kind < 2 ? kind : startAt(units, at);
    if (size === 0) {
      at++;
      continue;
    }
    const from = at;
    let hash: number = start;
    do {
      for (const to = at + size; at < to; at++) hash = Math.imul(hash ^ (data[at] ?? 0), factor);
      kind = 0;
      while (at < end) {
        const unit = data[at] ?? 0;
        kind = classes[unit] ?? 0;
        if (kind !== 1) break;
        hash = Math.imul(hash ^ unit, factor);
        at++;
      }
      size = at === end || kind === 0 ? 0 : sizeInside(units, at);
    } while (size > 0);
    if (cuts.length + cutSize > cuts.data.length) cuts.room(cutSize);
    const out = cuts.data;
    const place = cuts.length;
    out[place] = from;
    out[place + 1] = at;
    out[place + 2] = hash;
    cuts.length = place + cutSize;
  }
  return cuts.length / cutSize;
}

/** Units of the sign with which a word begins at a place; 0 when none begins there. */
function startAt(units: Units, at: number): number {
  const kind = classOf(units.data[at] ?? 0);
  return kind === 1 ? 1 : kind === 4 && wideClass(units, at) === 1 ? 2 : 0;
}

/** Units of the sign at a place within a word that goes on with it; 0 when the word ends there. */
function sizeInside(units: Units, at: number): number {
  const kind = classOf(units.data[at] ?? 0);
  if (kind === 4) return wideClass(units, at) === 0 ? 0 : 2;
  return kind === 1 || kind === 2 || (kind === 3 && startsWord(units, at + 1)) ? 1 : 0;
}

function startsWord(units: Units, at: number): boolean {
  const kind = at < units.length ? classOf(units.data[at] ?? 0) : 0;
  return kind === 4 ? wideClass(units, at) === 1 : kind === 1;
}

/** The words of a text in order. */
export function tokensOf(text: string): Token[] {
  const out: Token[] = [];
  const cuts = new IntList();
  const count = cutWords(new Units(text), cuts);
  for (let n = 0; n < count; n++) {
    const from = cuts.at(n * cutSize);
    const to = cuts.at(n * cutSize + 1);
    const word = fold(text.slice(from, to));
    if (word !== '') out.push({ word, from, to });
  }
  return out;
}

/** The folded words of a text, without places. */
export function wordsIn(text: string): string[] {
  return tokensOf(text).map((token) => token.word);
}

/** A value as filters compare it: its folded words with single spaces. */
export const foldValue = (value: string): string => wordsIn(value).join(' ') || value.trim().toLowerCase();
