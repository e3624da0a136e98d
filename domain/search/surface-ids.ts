import { IntList } from './byte-store.ts';

/**
 * Words as written to their numbers, looked up where they stand in a text: building an index asks this for every word there is, and cutting each of them
 * out first costs more than all else.
 */
export class SurfaceIds {
  readonly #surfaces: readonly string[];
  readonly #least: number;
  /** Number of a word plus one, at the place its hash gives or the next free one. */
  #table: Int32Array;
  readonly #hashes = new IntList();

  /** `surfaces` is the list the numbers mean; it grows outside. `least` is the room to begin with, a power of two. */
  constructor(surfaces: readonly string[], least = 1 << 12) {
    this.#surfaces = surfaces;
    this.#least = least;
    this.#table = new Int32Array(least);
  }

  /** Number of the word between two places of a text, with its hash (`hashAt`), -1 when it was never added. */
  find(text: string, from: number, to: number, hash: number): number {
    const mask = this.#table.length - 1;
    for (let at = placeOf(hash) & mask; ; at = (at + 1) & mask) {
      const id = (this.#table[at] ?? 0) - 1;
      if (id < 0) return -1;
      if (this.#hashes.at(id) === hash && isAt(this.#surfaces[id] ?? '', text, from, to)) return id;
    }
  }

  /** Adds the next word of the list. */
  add(hash: number): void {
    const id = this.#hashes.length;
    this.#hashes.push(hash);
    if (this.#hashes.length * 2 > this.#table.length) this.#grow();
    else this.#place(id);
  }

  /** Hash of each word, by number. */
  hashes(): Int32Array {
    return this.#hashes.used();
  }

  #grow(): void {
    this.#table = new Int32Array(this.#table.length * 2);
    for (let id = 0; id < this.#hashes.length; id++) this.#place(id);
  }

  #place(id: number): void {
    const mask = this.#table.length - 1;
    let at = placeOf(this.#hashes.at(id)) & mask;
    while (this.#table[at] !== 0) at = (at + 1) & mask;
    this.#table[at] = id + 1;
  }

  clear(): void {
    this.#table = new Int32Array(this.#least);
    this.#hashes.length = 0;
  }
}

const placeOf = (hash: number): number => hash ^ (hash >>> 15);

function isAt(word: string, text: string, from: number, to: number): boolean {
  if (word.length !== to - from) return false;
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== text.charCodeAt(from + i)) return false;
  return true;
}
