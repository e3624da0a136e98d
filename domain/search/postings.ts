import { ByteReader, ByteStore, IntList } from './byte-store.ts';

/** A weighted count is never written higher, so that it takes two bytes at most. */
const heaviest = 16_383;

/** First and largest number of bytes of a piece. */
const pieceSizes = { first: 10, largest: 2560 };

/**
 * Terms → documents with the weight of the term in them. Each term has a chain of pieces in one stretch of bytes: numbers of documents as steps, then a
 * step of 0 and the place of the next piece. Only ever added to; a document that is gone is passed over by its reader until all is made again.
 */
export class Postings {
  /** How many living documents hold a term. */
  counts = new IntList();
  readonly #bytes = new ByteStore();
  readonly #first = new IntList();
  readonly #write = new IntList();
  readonly #end = new IntList();
  readonly #last = new IntList();
  readonly #size = new IntList();
  #base: { bytes: Uint8Array; starts: Int32Array } = { bytes: new Uint8Array(0), starts: new Int32Array(1) };
  /** What {@link read} read: numbers of documents and weights. */
  slots = new Int32Array(1024);
  weights = new Int32Array(1024);

  /** Makes room for all terms up to here. */
  #reach(term: number): void {
    while (this.counts.length <= term) {
      this.counts.push(0);
      this.#first.push(-1);
      this.#write.push(0);
      this.#end.push(0);
      this.#last.push(-1);
      this.#size.push(0);
    }
  }

  /** Adds a document to a term; documents come in rising order. */
  add(term: number, slot: number, weight: number): void {
    this.#reach(term);
    this.counts.data[term] = this.counts.at(term) + 1;
    const step = slot - this.#last.at(term);
    const held = Math.min(weight, heaviest);
    const size = bytesFor(step) + bytesFor(held);
    if (this.#first.at(term) < 0 || this.#write.at(term) + size + 5 > this.#end.at(term)) this.#piece(term);
    let at = this.#write.at(term);
    at = put(this.#bytes.bytes, at, step);
    at = put(this.#bytes.bytes, at, held);
    this.#write.data[term] = at;
    this.#last.data[term] = slot;
  }

  #piece(term: number): void {
    const size = Math.min(pieceSizes.largest, Math.max(pieceSizes.first, this.#size.at(term) * 2));
    const bytes = this.#bytes;
    bytes.room(size);
    const start = bytes.length;
    bytes.length += size;
    if (this.#first.at(term) < 0) this.#first.data[term] = start;
    else {
      const at = this.#write.at(term);
      bytes.bytes[at] = 0;
      for (let i = 0; i < 4; i++) bytes.bytes[at + 1 + i] = (start >>> (8 * i)) & 255;
    }
    this.#write.data[term] = start;
    this.#end.data[term] = start + size;
    this.#size.data[term] = size;
  }

  /** One living document fewer holds this term. */
  leave(term: number): void {
    this.counts.data[term] = this.counts.at(term) - 1;
  }

  /** Reads the documents of a term into {@link slots} and {@link weights}; gives how many. Gone documents are among them. */
  read(term: number): number {
    let count = 0;
    let slot = -1;
    const from = this.#base.starts[term] ?? 0;
    const to = this.#base.starts[term + 1] ?? from;
    if (to > from) {
      const reader = new ByteReader(this.#base.bytes, from);
      while (reader.at < to) {
        slot += reader.varint();
        count = this.#take(count, slot, reader.varint());
      }
    }
    const first = term < this.#first.length ? this.#first.at(term) : -1;
    if (first < 0) return count;
    const reader = new ByteReader(this.#bytes.bytes, first);
    const end = this.#write.at(term);
    while (reader.at !== end) {
      const step = reader.varint();
      if (step === 0) {
        const { bytes, at } = reader;
        reader.at = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
        continue;
      }
      slot += step;
      count = this.#take(count, slot, reader.varint());
    }
    return count;
  }

  #take(count: number, slot: number, weight: number): number {
    if (count === this.slots.length) {
      const slots = new Int32Array(count * 2);
      const weights = new Int32Array(count * 2);
      slots.set(this.slots);
      weights.set(this.weights);
      this.slots = slots;
      this.weights = weights;
    }
    this.slots[count] = slot;
    this.weights[count] = weight;
    return count + 1;
  }

  /** Everything in one stretch: where each term begins, and its documents as steps and weights. */
  pack(terms: number): { bytes: Uint8Array; starts: Int32Array; counts: Int32Array } {
    const out = new ByteStore();
    const starts = new Int32Array(terms + 1);
    for (let term = 0; term < terms; term++) {
      starts[term] = out.length;
      const count = this.read(term);
      let last = -1;
      for (let i = 0; i < count; i++) {
        const slot = this.slots[i] ?? 0;
        out.varint(slot - last);
        out.varint(this.weights[i] ?? 0);
        last = slot;
      }
    }
    starts[terms] = out.length;
    if (terms > 0) this.#reach(terms - 1);
    return { bytes: out.bytes.subarray(0, out.length), starts, counts: this.counts.used().slice(0, terms) };
  }

  /** Takes over what {@link pack} gave; what is added later is kept beside it. */
  restore(bytes: Uint8Array, starts: Int32Array, counts: Int32Array): void {
    this.clear();
    this.#base = { bytes, starts };
    if (counts.length > 0) this.#reach(counts.length - 1);
    this.counts.data.set(counts);
    for (let term = 0; term < counts.length; term++) {
      const count = this.read(term);
      if (count > 0) this.#last.data[term] = this.slots[count - 1] ?? -1;
    }
  }

  clear(): void {
    this.#base = { bytes: new Uint8Array(0), starts: new Int32Array(1) };
    this.#bytes.length = 0;
    for (const list of [this.counts, this.#first, this.#write, this.#end, this.#last, this.#size]) list.length = 0;
  }
}

const bytesFor = (value: number): number => (value < 128 ? 1 : value < 16_384 ? 2 : value < 2_097_152 ? 3 : value < 268_435_456 ? 4 : 5);

function put(bytes: Uint8Array, at: number, value: number): number {
  let rest = value;
  let place = at;
  while (rest > 127) {
    bytes[place++] = (rest & 127) | 128;
    rest >>>= 7;
  }
  bytes[place++] = rest;
  return place;
}
