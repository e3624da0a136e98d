/**
 * Folding of Dutch words for comparison: lower case, no accents, ĳ as ij, no apostrophes (`foto's` is `fotos`). A word folds on its own, so the
 * places of words in the original text never shift.
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
  return bare.replace(/['’‘`´]/g, '');
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

/** Class of the sign at a place, and the place after it. */
function wideClass(text: string, at: number): number {
  const point = text.codePointAt(at) ?? 0;
  if (point < 0x10000) return 0;
  const sign = String.fromCodePoint(point);
  return /[\p{L}\p{N}]/u.test(sign) ? 1 : /\p{M}/u.test(sign) ? 2 : 0;
}

/** Start and factor of the hash of a word as written (FNV-1a). */
const hashing = { start: 0x811c9dc5 | 0, factor: 0x01000193 } as const;

/** Hash of a word as written, as {@link scanWords} gives it. */
export function hashAt(text: string, from: number, to: number): number {
  let hash: number = hashing.start;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), hashing.factor);
  return hash;
}

/**
 * Calls `visit` for every word of a text with its place and its hash, in order. Letters, digits and marks; an apostrophe between letters belongs to it.
 * The hash is made on the way: whoever makes an index needs it for every word.
 */
export function scanWords(text: string, visit: (from: number, to: number, hash: number) => void): void {
  const end = text.length;
  const { start, factor } = hashing;
  let from = -1;
  let at = 0;
  let hash: number = start;
  while (at < end) {
    const unit = text.charCodeAt(at);
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
      kind = wideClass(text, at);
      if ((text.codePointAt(at) ?? 0) > 0xffff) next++;
    }
    const inside = from < 0 ? kind === 1 : kind === 1 || kind === 2 || (kind === 3 && startsWord(text, next));
    if (inside) {
      if (from < 0) from = at;
      for (; at < next; at++) hash = Math.imul(hash ^ text.charCodeAt(at), factor);
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

function startsWord(text: string, at: number): boolean {
  const kind = at < text.length ? classOf(text.charCodeAt(at)) : 0;
  return kind === 4 ? wideClass(text, at) === 1 : kind === 1;
}

/** The words of a text in order. */
export function tokensOf(text: string): Token[] {
  const out: Token[] = [];
  scanWords(text, (from, to) => {
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
