import { IntList } from './byte-store.ts';
import { hashAt } from './fold.ts';
import { Units } from './units.ts';

/**
 * Words as written to their numbers, looked up where they stand in a text: building an index asks this for every word there is, and cutting each of them
 * out first costs more than all else. Words and texts are rows of UTF-16 units.
 */
export class SurfaceIds {
  readonly #least: number;
  /** Number of a word plus one and its hash, at the place the hash gives or the next free one. */
  #table: Int32Array;
  /** The words one after another, and where each ends. */
  #signs = new Uint16Array(1 << 12);
  readonly #ends = new IntList();

  /** `least` is the room to begin with, a power of two. */
  constructor(least = 1 << 12) {
    this.#least = least;
    this.#table = new Int32Array(least * 2);
  }

  /** Number of the word between two places of a text, with its hash (`hashAt`), -1 when it was never added. */
  find(text: Uint16Array, from: number, to: number, hash: number): number {
    const table = this.#table;
    const mask = table.length - 1;
    for (let at = placeOf(hash) & mask; ; at = (at + 2) & mask) {
      const id = (table[at] ?? 0) - 1;
      if (id < 0) return -1;
      if (table[at + 1] === hash && this.#isAt(id, text, from, to)) return id;
    }
  }

  #isAt(id: number, text: Uint16Array, from: number, to: number): boolean {
    const signs = this.#signs;
    let at = id === 0 ? 0 : this.#ends.at(id - 1);
    if (this.#ends.at(id) - at !== to - from) return false;
    for (let i = from; i < to; i++) if (signs[at++] !== text[i]) return false;
    return true;
  }

  /** Adds the word between two places of a text; its number is how many there were. */
  add(text: Uint16Array, from: number, to: number, hash: number): void {
    const id = this.#ends.length;
    const start = id === 0 ? 0 : this.#ends.at(id - 1);
    const end = start + to - from;
    if (end > this.#signs.length) {
      const signs = new Uint16Array(Math.max(end, this.#signs.length * 2));
      signs.set(this.#signs);
      this.#signs = signs;
    }
    this.#signs.set(text.subarray(from, to), start);
    this.#ends.push(end);
    if (this.#ends.length * 4 > this.#table.length) this.#grow();
    place(this.#table, id + 1, hash);
  }

  /** Adds whole words, one after another. */
  addAll(words: Iterable<string>): void {
    const units = new Units();
    for (const word of words) {
      units.load(word);
      this.add(units.data, 0, units.length, hashAt(units.data, 0, units.length));
    }
  }

  #grow(): void {
    const table = new Int32Array(this.#table.length * 2);
    for (let at = 0; at < this.#table.length; at += 2) if (this.#table[at] !== 0) place(table, this.#table[at] ?? 0, this.#table[at + 1] ?? 0);
    this.#table = table;
  }

  clear(): void {
    this.#table = new Int32Array(this.#least * 2);
    this.#ends.length = 0;
  }
}

function place(table: Int32Array, id: number, hash: number): void {
  const mask = table.length - 1;
  let at = placeOf(hash) & mask;
  while (table[at] !== 0) at = (at + 2) & mask;
  table[at] = id;
  table[at + 1] = hash;
}

/** Always even. */
const placeOf = (hash: number): number => (hash ^ (hash >>> 15)) << 1;
