import { IntList, BlockStore } from './byte-store.ts';

/** Bits per pair of words that stand next to each other, and how many of them are set for each: about one in twenty says yes without cause. */
const bitsPerPair = 6;
const marksPerPair = 4;

/** More combinations than this are not looked up one by one. */
const mostCombinations = 32;

/**
 * Which words stand next to each other in a document, as a Bloom filter per document (Bloom 1970): where it says no, two words certainly never do. It
 * spares reading the whole text of most documents when a phrase is looked for.
 */
export class WordPairs {
  bytes = new BlockStore();
  /** Where the bits of each document begin. */
  starts = new IntList();

  /** Keeps the neighbours of a document: terms in order, a negative number between texts. */
  put(terms: Int32Array): void {
    this.starts.push(this.bytes.length);
    const bits = new Uint8Array(Math.ceil((terms.length * bitsPerPair) / 8));
    markPairs(terms, bits);
    this.bytes.append(bits);
  }

  /** A test for documents that may hold a row of terms, each place with its choices. */
  test(run: readonly ReadonlySet<number>[]): (slot: number) => boolean {
    const links: number[][] = [];
    for (let i = 1; i < run.length; i++) {
      const first = [...(run[i - 1] ?? [])];
      const second = [...(run[i] ?? [])];
      if (first.length * second.length <= mostCombinations) links.push(first.flatMap((one) => second.map((other) => hashOf(one, other))));
    }
    return (slot) => {
      for (const hashes of links) if (!this.#mayHold(slot, hashes)) return false;
      return true;
    };
  }

  #mayHold(slot: number, hashes: readonly number[]): boolean {
    const start = this.starts.at(slot);
    const bits = (this.#end(slot) - start) * 8;
    if (bits === 0) return false;
    const bytes = this.bytes.holding(start);
    const at = this.bytes.within(start);
    const share = shareOf(bits);
    for (const hash of hashes) {
      const step = again(hash);
      let mark = 0;
      while (mark < marksPerPair && isSet(bytes, at, bitAt(hash, step, mark, share))) mark++;
      if (mark === marksPerPair) return true;
    }
    return false;
  }

  #end(slot: number): number {
    return slot + 1 < this.starts.length ? this.starts.at(slot + 1) : this.bytes.length;
  }

  /** Keeps these documents, in order, under new numbers. */
  compact(keep: readonly number[]): void {
    const bytes = new BlockStore();
    const starts = new IntList();
    for (const slot of keep) {
      starts.push(bytes.length);
      bytes.append(this.bytes.piece(this.starts.at(slot), this.#end(slot)));
    }
    this.bytes = bytes;
    this.starts = starts;
  }

  /** Takes over what was saved. */
  restore(bytes: Uint8Array, starts: Int32Array): void {
    this.bytes.take(bytes);
    this.starts = new IntList(starts, starts.length);
  }

  clear(): void {
    this.bytes = new BlockStore();
    this.starts = new IntList();
  }
}

/**
 * Sets the bits of all neighbours. Nothing comes behind the loop: V8 translates a long loop while it runs, knows nothing yet of what follows, and then
 * gave the translation up at the end of every document.
 */
function markPairs(terms: Int32Array, bits: Uint8Array): void {
  const share = shareOf(bits.length * 8);
  for (let i = 1; i < terms.length; i++) {
    const first = terms[i - 1] ?? -1;
    const second = terms[i] ?? -1;
    if (first < 0 || second < 0) continue;
    const hash = hashOf(first, second);
    const step = again(hash);
    for (let mark = 0; mark < marksPerPair; mark++) {
      const bit = bitAt(hash, step, mark, share);
      bits[bit >>> 3] = (bits[bit >>> 3] ?? 0) | (1 << (bit & 7));
    }
  }
}

function hashOf(first: number, second: number): number {
  let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second + 0x7f4a7c15, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
  // Small enough to stay a whole number in every engine.
  return (hash ^ (hash >>> 13)) & 0x3fffffff;
}

/** One of the bits of a pair: two hashes are enough to make any number of them (Kirsch & Mitzenmacher 2006). */
const bitAt = (hash: number, step: number, mark: number, share: number): number => (((hash + mark * step) & 0x3fffffff) * share) | 0;

/** What a hash is multiplied by to be one of so many bits. */
const shareOf = (bits: number): number => bits / 0x40000000;

const isSet = (bytes: Uint8Array, at: number, bit: number): boolean => (((bytes[at + (bit >>> 3)] ?? 0) >> (bit & 7)) & 1) === 1;

const again = (hash: number): number => {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x27d4eb2f);
  return (mixed ^ (mixed >>> 15)) & 0x3fffffff;
};
