import { ByteStore, IntList } from './byte-store.ts';

/** Bits per pair of words that stand next to each other; with two of them set per pair about one in four says yes without cause. */
const bitsPerPair = 3;

/** More combinations than this are not looked up one by one. */
const mostCombinations = 32;

/**
 * Which words stand next to each other in a document, as a Bloom filter per document (Bloom 1970): where it says no, two words certainly never do. It
 * spares reading the whole text of most documents when a phrase is looked for.
 */
export class WordPairs {
  bytes = new ByteStore();
  /** Where the bits of each document begin. */
  starts = new IntList();

  /** Keeps the neighbours of a document: terms in order, a negative number between texts. */
  put(terms: Int32Array): void {
    this.starts.push(this.bytes.length);
    const size = Math.ceil((terms.length * bitsPerPair) / 8);
    this.bytes.room(size);
    const at = this.bytes.length;
    this.bytes.bytes.fill(0, at, at + size);
    this.bytes.length += size;
    for (let i = 1; i < terms.length; i++) {
      const first = terms[i - 1] ?? -1;
      const second = terms[i] ?? -1;
      if (first < 0 || second < 0) continue;
      const hash = hashOf(first, second);
      this.#set(at, hash % (size * 8));
      this.#set(at, again(hash) % (size * 8));
    }
  }

  #set(at: number, bit: number): void {
    this.bytes.bytes[at + (bit >>> 3)] = (this.bytes.bytes[at + (bit >>> 3)] ?? 0) | (1 << (bit & 7));
  }

  /** A test for documents that may hold a row of terms, each place with its choices. */
  test(run: readonly ReadonlySet<number>[]): (slot: number) => boolean {
    const links: number[][] = [];
    for (let i = 1; i < run.length; i++) {
      const first = [...(run[i - 1] ?? [])];
      const second = [...(run[i] ?? [])];
      if (first.length * second.length <= mostCombinations) links.push(first.flatMap((one) => second.map((other) => hashOf(one, other))));
    }
    return (slot) => links.every((hashes) => this.#mayHold(slot, hashes));
  }

  #mayHold(slot: number, hashes: readonly number[]): boolean {
    const at = this.starts.at(slot);
    const bits = (this.#end(slot) - at) * 8;
    if (bits === 0) return false;
    for (const hash of hashes) if (this.#has(at, hash % bits) && this.#has(at, again(hash) % bits)) return true;
    return false;
  }

  #has(at: number, bit: number): boolean {
    return (((this.bytes.bytes[at + (bit >>> 3)] ?? 0) >> (bit & 7)) & 1) === 1;
  }

  #end(slot: number): number {
    return slot + 1 < this.starts.length ? this.starts.at(slot + 1) : this.bytes.length;
  }

  /** Keeps these documents, in order, under new numbers. */
  compact(keep: readonly number[]): void {
    const bytes = new ByteStore();
    const starts = new IntList();
    for (const slot of keep) {
      starts.push(bytes.length);
      bytes.append(this.bytes.bytes.subarray(this.starts.at(slot), this.#end(slot)));
    }
    this.bytes = bytes;
    this.starts = starts;
  }

  /** Takes over what was saved. */
  restore(bytes: Uint8Array, starts: Int32Array): void {
    this.bytes = new ByteStore();
    this.bytes.bytes = bytes;
    this.bytes.length = bytes.length;
    this.starts = new IntList(starts, starts.length);
  }

  clear(): void {
    this.bytes = new ByteStore();
    this.starts = new IntList();
  }
}

function hashOf(first: number, second: number): number {
  let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second + 0x7f4a7c15, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
  // Small enough to stay a whole number in every engine.
  return (hash ^ (hash >>> 13)) & 0x3fffffff;
}

const again = (hash: number): number => {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x27d4eb2f);
  return (mixed ^ (mixed >>> 15)) & 0x3fffffff;
};
