import { IntList } from './byte-store.ts';
import { hashOf, inflectionKey } from './inflection.ts';
import { fold } from './fold.ts';
import { SurfaceIds } from './surface-ids.ts';
import type { Units } from './units.ts';

/** Terms, and beside each what {@link shapeOf} gives for it. */
interface LikeWords {
  readonly terms: IntList;
  readonly shapes: IntList;
}

/**
 * Every word of the collection once. A *surface* is a word as written (`Ouders`), a *term* what it compares as (`ouders`). Words are never taken out:
 * a term that no document holds any more is passed over by who searches.
 */
export class WordTable {
  #surfaces: string[] = [];
  /** Surfaces as they were saved, until somebody asks for them. */
  #saved: Uint8Array | undefined;
  readonly #termOf = new IntList();
  readonly #blank: number[] = [];
  /** By number of letters: the terms, and of each its letters as a bit per letter, to pass over most words when looking for a typing error. */
  readonly #byLength = new Map<number, LikeWords>();
  /** Hash of the inflection key of each term. */
  readonly keys = new IntList();
  readonly #terms: string[] = [];
  readonly #surfaceIds = new SurfaceIds();
  readonly #termIds = new Map<string, number>();
  /** Keys of terms that are not made yet. */
  #packed: Int32Array | undefined;
  readonly #heads = new Int32Array(bucketCount).fill(-1);
  readonly #nexts = new IntList();
  /** Last surface of each term, and before each surface the one of the same term before it; -1 where there is none. */
  readonly #lastSurface = new IntList();
  readonly #surfaceBefore = new IntList();
  readonly #sorted = new WordOrder((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  readonly #reversed = new WordOrder(compareEnds);

  /** Words as written. */
  get surfaces(): readonly string[] {
    if (this.#saved) {
      const words = new TextDecoder().decode(this.#saved);
      this.#saved = undefined;
      this.#surfaces = words === '' ? [] : words.split('\n');
    }
    return this.#surfaces;
  }

  /** The same to save: one after another, each on a line. A word holds no end of a line. */
  written(): Uint8Array {
    return this.#saved ?? new TextEncoder().encode(this.#surfaces.join('\n'));
  }

  /** Words that compare as one, folded. */
  get terms(): readonly string[] {
    if (this.#packed) this.unpack();
    return this.#terms;
  }

  /** Term of each surface, -1 when nothing is left of it. */
  get termOf(): IntList {
    if (this.#packed) this.unpack();
    return this.#termOf;
  }

  /** Takes over what {@link written} gave, with the keys of the terms; all else is made again when somebody asks for it. */
  restore(written: Uint8Array, keys: Int32Array): void {
    this.clear();
    this.#saved = written;
    this.#packed = keys;
  }

  /** Makes what {@link restore} put off. Gives false when the words do not fit the keys. */
  unpack(): boolean {
    const keys = this.#packed;
    if (!keys) return true;
    this.#packed = undefined;
    this.#surfaceIds.addAll(this.surfaces);
    this.surfaces.forEach((surface) => {
      const word = fold(surface);
      this.#writtenAs(word === '' ? -1 : this.#add(word, keys[this.#terms.length]));
    });
    return this.#terms.length === keys.length;
  }

  /** Number of a word as written, by its place in a text and its hash (`hashAt`); `lasting` when the text stays anyway. */
  surface({ text, data }: Units, from: number, to: number, hash: number, lasting = false): number {
    if (this.#packed) this.unpack();
    const held = this.#surfaceIds.find(data, from, to, hash);
    if (held >= 0) return held;
    const id = this.#surfaces.length;
    const written = text.slice(from, to);
    // A piece cut out of a text keeps that whole text alive; put together anew it stands on its own. Short pieces are copied anyway.
    this.#surfaces.push(lasting || written.length < 13 ? written : Array.from(written).join(''));
    this.#surfaceIds.add(data, from, to, hash);
    const word = fold(written);
    this.#writtenAs(word === '' ? -1 : this.#add(word));
    return id;
  }

  /** Notes the term of the next surface. */
  #writtenAs(term: number): void {
    const surface = this.#termOf.length;
    this.#termOf.push(term);
    this.#surfaceBefore.push(term < 0 ? -1 : this.#lastSurface.at(term));
    if (term < 0) this.#blank.push(surface);
    else this.#lastSurface.data[term] = surface;
  }

  /** Surfaces of which nothing is left when folded. */
  get blank(): readonly number[] {
    if (this.#packed) this.unpack();
    return this.#blank;
  }

  /** Calls `visit` for every way a term is written. */
  spellings(term: number, visit: (surface: number) => void): void {
    for (let surface = this.#lastSurface.at(term); surface >= 0; surface = this.#surfaceBefore.at(surface)) visit(surface);
  }

  /** Number of a folded word, -1 when the collection never held it. */
  term(word: string): number {
    if (this.#packed) this.unpack();
    return this.#termIds.get(word) ?? -1;
  }

  #add(word: string, known?: number): number {
    const held = this.#termIds.get(word);
    if (held !== undefined) return held;
    const id = this.#terms.length;
    this.#terms.push(word);
    this.#termIds.set(word, id);
    const alike = this.#byLength.get(word.length) ?? { terms: new IntList(), shapes: new IntList() };
    this.#byLength.set(word.length, alike);
    alike.terms.push(id);
    alike.shapes.push(shapeOf(word));
    const key = known ?? hashOf(inflectionKey(word));
    this.keys.push(key);
    const bucket = key & (bucketCount - 1);
    this.#nexts.push(this.#heads[bucket] ?? -1);
    this.#heads[bucket] = id;
    this.#lastSurface.push(-1);
    return id;
  }

  /** Terms that are a form of the same word, the word itself included when it is there. */
  inflected(word: string): number[] {
    if (this.#packed) this.unpack();
    const key = hashOf(inflectionKey(word));
    const out: number[] = [];
    for (let id = this.#heads[key & (bucketCount - 1)] ?? -1; id >= 0; id = this.#nexts.at(id)) if (this.keys.at(id) === key) out.push(id);
    return out;
  }

  /** Terms of so many letters. */
  ofLength(length: number): LikeWords | undefined {
    if (this.#packed) this.unpack();
    return this.#byLength.get(length);
  }

  /** Terms that begin with these letters. */
  startingWith(start: string): Int32Array {
    const { terms } = this;
    const ids = this.#sorted.upTo(terms);
    const from = firstAt(ids, (id) => (terms[id] ?? '') >= start);
    // No letter comes after this one.
    const to = firstAt(ids, (id) => (terms[id] ?? '') >= `${start}\uffff`);
    return ids.subarray(from, to);
  }

  /** Terms that end in these letters. */
  endingIn(end: string): number[] {
    const ids = this.#reversed.upTo(this.terms);
    const from = firstAt(ids, (id) => compareEnds(this.terms[id] ?? '', end) >= 0);
    const out: number[] = [];
    for (let i = from; i < ids.length && this.terms[ids[i] ?? 0]?.endsWith(end); i++) out.push(ids[i] ?? 0);
    return out;
  }

  /** Puts all words in order, which the first search would otherwise have to do. */
  *warm(): Iterable<unknown> {
    yield this.#sorted.upTo(this.terms);
    yield this.#reversed.upTo(this.terms);
  }

  clear(): void {
    this.#surfaces.length = 0;
    this.#saved = undefined;
    this.#terms.length = 0;
    this.#packed = undefined;
    this.#blank.length = 0;
    for (const list of [this.#termOf, this.keys, this.#nexts, this.#lastSurface, this.#surfaceBefore]) list.length = 0;
    this.#byLength.clear();
    this.#surfaceIds.clear();
    this.#termIds.clear();
    this.#heads.fill(-1);
    this.#sorted.clear();
    this.#reversed.clear();
  }
}

const bucketCount = 1 << 16;

/** Numbers of words in an order; words that came later are merged in when somebody asks. */
class WordOrder {
  #ids = new Int32Array(0);
  readonly #compare: (a: string, b: string) => number;

  constructor(compare: (a: string, b: string) => number) {
    this.#compare = compare;
  }

  upTo(words: readonly string[]): Int32Array {
    const held = this.#ids;
    if (held.length === words.length) return held;
    const compare = (a: number, b: number): number => this.#compare(words[a] ?? '', words[b] ?? '');
    const came = Array.from({ length: words.length - held.length }, (_, i) => held.length + i).sort(compare);
    const merged = new Int32Array(words.length);
    // What came is looked up a place for, and what lies between two places is taken over whole.
    let from = 0;
    came.forEach((id, i) => {
      const to = firstAt(held, (other) => compare(other, id) >= 0, from);
      merged.set(held.subarray(from, to), from + i);
      merged[to + i] = id;
      from = to;
    });
    merged.set(held.subarray(from), from + came.length);
    this.#ids = merged;
    return merged;
  }

  clear(): void {
    this.#ids = new Int32Array(0);
  }
}

function firstAt(ids: Int32Array, reached: (id: number) => boolean, start = 0): number {
  let low = start;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reached(ids[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Order by the last letter first. */
function compareEnds(a: string, b: string): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 1; i <= shared; i++) {
    const difference = a.charCodeAt(a.length - i) - b.charCodeAt(b.length - i);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Bits of {@link shapeOf} for what is not a–z. */
export const otherLetters = ~((1 << 26) - 1);

/** A bit per letter that occurs; what is not a–z shares the rest. */
export function shapeOf(word: string): number {
  let shape = 0;
  for (let i = 0; i < word.length; i++) {
    const letter = word.charCodeAt(i) - 97;
    shape |= 1 << (letter >= 0 && letter < 26 ? letter : 26 + (word.charCodeAt(i) % 6));
  }
  return shape;
}
