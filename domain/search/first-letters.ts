import { IntList } from './byte-store.ts';
import { Postings } from './postings.ts';

/** A word stands well in a document when it is in the title; more does not make it better. */
export const mostBegun = 8;

/** A longer word counts as one of this length. */
const longest = 17;

/** Worth of a word that goes on from what was asked for, by its length and its weight in a document: a shorter word that stands well goes first. */
export const worthBegun = (length: number, weight: number): number => Math.min(weight, mostBegun) / (4 + length);

/** How the best word stands in a document, as one number from 1; the first place is for none. */
const code = (length: number, weight: number): number => (Math.min(length, longest) - 2) * mostBegun + Math.min(weight, mostBegun);
const worths = new Float32Array(code(longest, mostBegun) + 1);
for (let length = 2; length <= longest; length++)
  for (let weight = 1; weight <= mostBegun; weight++) worths[code(length, weight)] = worthBegun(length, weight);

/**
 * The first two letters of words → the documents that hold a word with those, with how well the best of them stands. Thousands of words begin with two
 * letters; going past the documents of each would make the first letters somebody types the slowest.
 */
export class FirstLetters {
  readonly postings = new Postings();
  readonly #numbers = new Map<string, number>();
  /** Per term the number of its letters plus one, and its length; 0 when nobody asked. */
  #ofTerm = new IntList();
  /** The best word of the document at hand, by the number of its letters, and which numbers it has. */
  #best = new Uint8Array(1024);
  #met: number[] = [];
  readonly #words: { readonly terms: readonly string[] };

  constructor(words: { readonly terms: readonly string[] }) {
    this.#words = words;
  }

  /** Letters by their number. */
  names(): string[] {
    return [...this.#numbers.keys()];
  }

  /** Notes a term of the document that is put or removed next. */
  meet(term: number, weight: number): void {
    const held = this.#ofTerm.at(term) || this.#look(term);
    if (held < 0) return;
    const number = (held >> 5) - 1;
    const met = code(held & 31, weight);
    const best = this.#best[number] ?? 0;
    if (best === 0) this.#met.push(number);
    if ((worths[met] ?? 0) > (worths[best] ?? 0)) this.#best[number] = met;
  }

  /** The letters and the length of a term as they are kept. */
  #look(term: number): number {
    const word = this.#words.terms[term] ?? '';
    this.#ofTerm.extend(term + 1, 0);
    return (this.#ofTerm.data[term] = word.length < 2 ? -1 : ((this.#number(word.slice(0, 2)) + 1) << 5) | Math.min(word.length, longest));
  }

  #number(letters: string): number {
    const held = this.#numbers.get(letters);
    if (held !== undefined) return held;
    const made = this.#numbers.size;
    this.#numbers.set(letters, made);
    if (made >= this.#best.length) {
      const more = new Uint8Array(made * 2);
      more.set(this.#best);
      this.#best = more;
    }
    return made;
  }

  /** Keeps what was met of a document; documents come in rising order. */
  put(slot: number): void {
    for (const number of this.#met) this.postings.add(number, slot, this.#best[number] ?? 0);
    this.#forget();
  }

  /** One living document fewer holds what was met. */
  leave(): void {
    for (const number of this.#met) this.postings.leave(number);
    this.#forget();
  }

  #forget(): void {
    for (const number of this.#met) this.#best[number] = 0;
    this.#met = [];
  }

  /** Raises the scores of documents that hold a word with these first two letters. */
  raise(letters: string, scores: Float32Array): void {
    const number = this.#numbers.get(letters);
    if (number === undefined) return;
    const count = this.postings.read(number);
    const { slots, weights } = this.postings;
    for (let i = 0; i < count; i++) {
      const slot = slots[i] ?? 0;
      scores[slot] = Math.max(scores[slot] ?? 0, worths[weights[i] ?? 0] ?? 0);
    }
  }

  /** Takes over what was saved: {@link names} and what the postings packed. */
  restore(names: readonly string[], bytes: Uint8Array, starts: Int32Array, counts: Int32Array): void {
    this.clear();
    for (const name of names) this.#number(name);
    this.postings.restore(bytes, starts, counts);
  }

  clear(): void {
    this.#forget();
    this.#numbers.clear();
    this.#ofTerm = new IntList();
    this.postings.clear();
  }
}
