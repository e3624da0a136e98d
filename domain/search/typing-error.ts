import { otherLetters, shapeOf, type WordTable } from './word-table.ts';

/** A term that somebody may have meant, and how many letters differ. */
export interface Meant {
  term: number;
  distance: number;
}

/** How many letters may differ: none in short words and in words with a digit. */
export const allowedErrors = (word: string): number => (/\d/.test(word) || word.length < 4 ? 0 : word.length < 6 ? 1 : 2);

/** Words of the collection that are this word with a typing error or two, or with no more than `most`, nearest first. */
export function meantBy(word: string, words: WordTable, counts: (term: number) => number, most = 2): Meant[] {
  const allowed = Math.min(most, allowedErrors(word));
  if (allowed === 0) return [];
  const shape = shapeOf(word);
  const out: Meant[] = [];
  for (let length = word.length - allowed; length <= word.length + allowed; length++) {
    const alike = words.ofLength(length);
    const shapes = alike?.shapes.data ?? nobody;
    for (let at = 0; at < (alike?.shapes.length ?? 0); at++) {
      // Every error takes at most one letter away and brings at most one.
      const held = shapes[at] ?? 0;
      if (moreBits(shape & ~held, allowed) || moreBits(held & ~shape, allowed)) continue;
      const term = alike?.terms.at(at) ?? 0;
      const other = words.terms[term] ?? '';
      if (counts(term) === 0 || ((held & otherLetters) !== 0 && /\d/.test(other))) continue;
      const distance = distanceWithin(word, other, allowed);
      if (distance > 0 && distance <= allowed) out.push({ term, distance });
    }
  }
  const first = (term: number): number => (words.terms[term]?.[0] === word[0] ? 0 : 1);
  out.sort((a, b) => a.distance - b.distance || first(a.term) - first(b.term) || counts(b.term) - counts(a.term) || a.term - b.term);
  const nearest = out[0]?.distance ?? 0;
  return out.filter((one) => one.distance === nearest || out.length <= 6).slice(0, 12);
}

const nobody = new Int32Array(0);

/** Whether a number has more bits set than this: taking away the lowest so often leaves some. */
function moreBits(value: number, most: number): boolean {
  for (let n = 0; n < most; n++) value &= value - 1;
  return value !== 0;
}

const rows = [new Uint8Array(128), new Uint8Array(128), new Uint8Array(128)];

/** Letters that differ, two neighbours changed about as one; more than `limit` is given as more than `limit`. */
export function distanceWithin(a: string, b: string, limit: number): number {
  const far = limit + 1;
  if (a.length > 120 || b.length > 120 || Math.abs(a.length - b.length) > limit) return far;
  let [before, last, row] = [rows[0] ?? new Uint8Array(0), rows[1] ?? new Uint8Array(0), rows[2] ?? new Uint8Array(0)];
  for (let j = 0; j <= Math.min(b.length, far); j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    // Letters further apart than the limit can be no pair: only this much of the row counts.
    const from = Math.max(1, i - limit);
    const to = Math.min(b.length, i + limit);
    row[from - 1] = from === 1 ? Math.min(i, far) : far;
    let least = row[from - 1] ?? far;
    const letter = a.charCodeAt(i - 1);
    for (let j = from; j <= to; j++) {
      const other = b.charCodeAt(j - 1);
      let value = Math.min((last[j - 1] ?? 0) + (letter === other ? 0 : 1), (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other) value = Math.min(value, (before[j - 2] ?? 0) + 1);
      row[j] = value;
      if (value < least) least = value;
    }
    if (to < b.length) row[to + 1] = far;
    if (least > limit) return far;
    [before, last, row] = [last, row, before];
  }
  return Math.min(far, last[b.length] ?? far);
}
