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

/** Hash of a word as written, as {@link scanUnits} gives it. */
export function hashAt(text: Uint16Array, from: number, to: number): number {
  let hash: number = hashing.start;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (text[i] ?? 0), hashing.factor);
  return hash;
}

/**
 * Calls `visit` for every word of a text with its place and its hash, in order. Letters, digits and marks; an apostrophe between letters belongs to it.
 * The hash is made on the way: whoever makes an index needs it for every word.
 */
export function scanUnits(units: Units, visit: (from: number, to: number, hash: number) => void): void {
  const { data, length: end } = units;
  const { start, factor } = hashing;
  let from = -1;
  let at = 0;
  let hash: number = start;
  while (at < end) {
    const unit = data[at] ?? 0;
    let kind = classes[unit] ?? 0;
    if (kind === 1) {
      // Nearly every sign.
      if (from < 0) from = at;
      hash = Math.imul(hash ^ unit, factor);
      at++;
      continue;
    }
    let next = at + 1;
    if (kind === unseen) kind = classOf(unit);
    if (kind === 4) {
      kind = wideClass(units, at);
      if (isWide(units, at)) next++;
    }
    const inside = from < 0 ? kind === 1 : kind === 1 || kind === 2 || (kind === 3 && startsWord(units, next));
    if (inside) {
      if (from < 0) from = at;
      for (; at < next; at++) hash = Math.imul(hash ^ (data[at] ?? 0), factor);
      continue;
    }
    if (from >= 0) {
      visit(from, at, hash);
      from = -1;
      hash = start;
    }
    at = next;
  }
  if (from >= 0) visit(from, end, hash);
}

function startsWord(units: Units, at: number): boolean {
  const kind = at < units.length ? classOf(units.data[at] ?? 0) : 0;
  return kind === 4 ? wideClass(units, at) === 1 : kind === 1;
}

/** The words of a text in order. */
export function tokensOf(text: string): Token[] {
  const out: Token[] = [];
  scanUnits(new Units(text), (from, to) => {
    const word = fold(text.slice(from, to));
    if (word !== '') out.push({ word, from, to });
  });
  return out;
}

/** The folded words of a text, without places. */
export function wordsIn(text: string): string[] {
  return tokensOf(text).map((token) => token.word);
}

/** A value as filters compare it: its folded words with single spaces. */
export const foldValue = (value: string): string => wordsIn(value).join(' ') || value.trim().toLowerCase();
