import { ByteStore, IntList, writeVarint } from './byte-store.ts';
import { inBlock, PostingBlocks } from './posting-blocks.ts';

/** A weighted count is never written higher, so that it takes two bytes at most. */
const heaviest = 16_383;

/** First and largest number of bytes of a piece. */
const pieceSizes = { first: 10, largest: 2560 };

/**
 * What is known of the chain of a term, side by side, so that adding a document is one look into memory: where its first piece begins (plus one; 0 when there is
 * none), where the next document is written, where the piece it is written in ends and how large that is, and the last document (plus one).
 */
const chain = { first: 0, write: 1, end: 2, size: 3, last: 4, width: 5 } as const;

/** The documents of a term as they lie: from `at` in `bytes` up to `end` in `last`. What was restored lies in one stretch, and has no blocks. */
interface Chain {
  bytes: Uint8Array;
  at: number;
  last: Uint8Array;
  end: number;
  blocks: PostingBlocks | undefined;
}

const restored = (bytes: Uint8Array, at: number, end: number): Chain => ({ bytes, at, last: bytes, end, blocks: undefined });

/**
 * Terms → documents with the weight of the term in them. Each term has a chain of pieces: numbers of documents as steps, with the weight behind it where it
 * is more than one, then a 0 and the place of the next piece. What was restored lies apart; the chain beside it begins anew. Only ever added to; a document
 * that is gone is passed over by its reader until all is made again.
 */
export class Postings {
  /** How many living documents hold a term. */
  counts = new IntList();
  #blocks = new PostingBlocks();
  /** {@link chain} of each term. */
  readonly #chains = new IntList();
  #base: { bytes: Uint8Array; starts: Int32Array } = { bytes: new Uint8Array(0), starts: new Int32Array(1) };
  /** What {@link read} read: numbers of documents and weights. */
  slots = new Int32Array(1024);
  weights = new Int32Array(1024);

  /** Makes room for all terms up to here. */
  #reach(term: number): void {
    if (term < this.counts.length) return;
    this.counts.extend(term + 1, 0);
    this.#chains.extend((term + 1) * chain.width, 0);
  }

  /** Makes room for new terms, which the next document would otherwise wait for. */
  room(): void {
    this.counts.room(1000);
    this.#chains.room(1000 * chain.width);
  }

  /** Adds a document to a term; documents come in rising order. */
  add(term: number, slot: number, weight: number): void {
    this.#reach(term);
    this.counts.data[term] = this.counts.at(term) + 1;
    const chains = this.#chains.data;
    const mine = term * chain.width;
    const step = slot + 1 - (chains[mine + chain.last] ?? 0);
    const held = Math.min(weight, heaviest);
    const head = step * 2 + (held > 1 ? 1 : 0);
    const size = bytesFor(head) + (held > 1 ? bytesFor(held) : 0);
    if ((chains[mine + chain.write] ?? 0) + size + 5 > (chains[mine + chain.end] ?? 0)) this.#piece(mine);
    const write = chains[mine + chain.write] ?? 0;
    const block = this.#blocks.at(write);
    let at = writeVarint(block, write & inBlock, head);
    if (held > 1) at = writeVarint(block, at, held);
    chains[mine + chain.write] = write + at - (write & inBlock);
    chains[mine + chain.last] = slot + 1;
  }

  /** Begins a piece for the chain that stands at `mine`. */
  #piece(mine: number): void {
    const chains = this.#chains.data;
    const size = Math.min(pieceSizes.largest, Math.max(pieceSizes.first, (chains[mine + chain.size] ?? 0) * 2));
    const start = this.#blocks.take(size);
    if (chains[mine + chain.first] === 0) chains[mine + chain.first] = start + 1;
    else {
      const write = chains[mine + chain.write] ?? 0;
      const block = this.#blocks.at(write);
      const at = write & inBlock;
      block[at] = 0;
      for (let i = 0; i < 4; i++) block[at + 1 + i] = (start >>> (8 * i)) & 255;
    }
    chains[mine + chain.write] = start;
    chains[mine + chain.end] = start + size;
    chains[mine + chain.size] = size;
  }

  /** What was added to a term. */
  #added(term: number): Chain | undefined {
    const mine = term * chain.width;
    const from = term < this.counts.length ? this.#chains.at(mine + chain.first) - 1 : -1;
    if (from < 0) return undefined;
    const to = this.#chains.at(mine + chain.write);
    return { bytes: this.#blocks.at(from), at: from & inBlock, last: this.#blocks.at(to), end: to & inBlock, blocks: this.#blocks };
  }

  /** One living document fewer holds this term. */
  leave(term: number): void {
    this.counts.data[term] = this.counts.at(term) - 1;
  }

  /** Reads the documents of a term into {@link slots} and {@link weights}; gives how many. Gone documents are among them. */
  read(term: number): number {
    const from = this.#base.starts[term] ?? 0;
    const to = this.#base.starts[term + 1] ?? from;
    const count = to > from ? this.#readChain(restored(this.#base.bytes, from, to), 0) : 0;
    const added = this.#added(term);
    return added ? this.#readChain(added, count) : count;
  }

  /** Read by hand, as this is most of the work of every search. */
  #readChain({ bytes: first, at: from, last, end, blocks }: Chain, already: number): number {
    let { slots, weights } = this;
    let bytes = first;
    let at = from;
    let count = already;
    let slot = -1;
    while (at !== end || bytes !== last) {
      let head = bytes[at++] ?? 0;
      if (head > 127) {
        head &= 127;
        for (let shift = 7; ; shift += 7) {
          const next = bytes[at++] ?? 0;
          head |= (next & 127) << shift;
          if (next < 128) break;
        }
      }
      if (head === 0) {
        const place = placeAt(bytes, at);
        bytes = blocks?.at(place) ?? last;
        at = place & inBlock;
        continue;
      }
      let weight = 1;
      if ((head & 1) === 1) {
        weight = bytes[at++] ?? 0;
        // At most two bytes.
        if (weight > 127) weight = (weight & 127) | ((bytes[at++] ?? 0) << 7);
      }
      if (count === slots.length) {
        this.#room(count + 1);
        ({ slots, weights } = this);
      }
      slot += head >>> 1;
      slots[count] = slot;
      weights[count++] = weight;
    }
    return count;
  }

  /** Raises the scores of the documents of a term to `share` × its weight in each, where they are lower; a weight counts as no more than `most`. */
  raise(term: number, share: number, most: number, scores: Float32Array): void {
    const from = this.#base.starts[term] ?? 0;
    const to = this.#base.starts[term + 1] ?? from;
    if (to > from) raiseChain(restored(this.#base.bytes, from, to), share, most, scores);
    const added = this.#added(term);
    if (added) raiseChain(added, share, most, scores);
  }

  /** Makes room to read so many documents. */
  #room(size: number): void {
    if (size <= this.slots.length) return;
    const slots = new Int32Array(size * 2);
    const weights = new Int32Array(size * 2);
    slots.set(this.slots);
    weights.set(this.weights);
    this.slots = slots;
    this.weights = weights;
  }

  /**
   * Everything in one stretch: where each term begins, and its documents as steps and weights. Stops now and then, so that others get a turn; nothing may be
   * added meanwhile. It is kept so from then on, which takes less room.
   */
  *pack(terms: number): Generator<void, { bytes: Uint8Array; starts: Int32Array; counts: Int32Array }> {
    const out = new ByteStore();
    // At least what it takes, of which the part that stays empty takes no memory.
    out.room(this.#base.bytes.length + this.#blocks.size);
    const starts = new Int32Array(terms + 1);
    for (let term = 0; term < terms; term++) {
      starts[term] = out.length;
      this.#packOne(term, out);
      if (term % 5000 === 4999) yield;
    }
    starts[terms] = out.length;
    if (terms > 0) this.#reach(terms - 1);
    const packed = { bytes: out.bytes.subarray(0, out.length), starts, counts: this.counts.used().slice(0, terms) };
    this.restore(packed.bytes, starts, packed.counts);
    return packed;
  }

  #packOne(term: number, out: ByteStore): void {
    const count = this.read(term);
    let last = -1;
    for (let i = 0; i < count; i++) {
      const slot = this.slots[i] ?? 0;
      const weight = this.weights[i] ?? 0;
      out.varint((slot - last) * 2 + (weight > 1 ? 1 : 0));
      if (weight > 1) out.varint(weight);
      last = slot;
    }
  }

  /** Takes over what {@link pack} gave; what is added later is kept beside it. */
  restore(bytes: Uint8Array, starts: Int32Array, counts: Int32Array): void {
    this.clear();
    this.#base = { bytes, starts };
    if (counts.length > 0) this.#reach(counts.length - 1);
    this.counts.data.set(counts);
  }

  clear(): void {
    this.#base = { bytes: new Uint8Array(0), starts: new Int32Array(1) };
    this.#blocks = new PostingBlocks();
    this.counts.length = 0;
    this.#chains.length = 0;
  }
}

const bytesFor = (value: number): number => (value < 128 ? 1 : value < 16_384 ? 2 : value < 2_097_152 ? 3 : value < 268_435_456 ? 4 : 5);

/** As `#readChain` reads, without keeping what was read: over a million documents at a time with a single letter. */
function raiseChain({ bytes: first, at: from, last, end, blocks }: Chain, share: number, most: number, scores: Float32Array): void {
  let bytes = first;
  let at = from;
  let slot = -1;
  while (at !== end || bytes !== last) {
    let head = bytes[at++] ?? 0;
    if (head > 127) {
      head &= 127;
      for (let shift = 7; ; shift += 7) {
        const next = bytes[at++] ?? 0;
        head |= (next & 127) << shift;
        if (next < 128) break;
      }
    }
    if (head === 0) {
      const place = placeAt(bytes, at);
      bytes = blocks?.at(place) ?? last;
      at = place & inBlock;
      continue;
    }
    let weight = 1;
    if ((head & 1) === 1) {
      weight = bytes[at++] ?? 0;
      if (weight > 127) weight = (weight & 127) | ((bytes[at++] ?? 0) << 7);
    }
    slot += head >>> 1;
    const score = share * (weight < most ? weight : most);
    if (score > (scores[slot] ?? 0)) scores[slot] = score;
  }
}

const placeAt = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
