/** Bytes that grow. Grows by a quarter, so that little lies unused. */
export class ByteStore {
  bytes: Uint8Array = new Uint8Array(256);
  length = 0;

  /** Makes room for so many more bytes. */
  room(extra: number): void {
    const wanted = this.length + extra;
    if (wanted <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(wanted, this.bytes.length + Math.min(this.bytes.length, Math.max(1 << 20, this.bytes.length >> 2))));
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }

  /** Adds a number as {@link writeVarint} writes it. */
  varint(value: number): void {
    this.room(5);
    this.length = writeVarint(this.bytes, this.length, value);
  }

  append(more: Uint8Array): void {
    this.room(more.length);
    this.bytes.set(more, this.length);
    this.length += more.length;
  }
}

/** Writes a number at a place, seven bits per byte, the lowest first; gives the place behind it. There is room for five bytes. */
export function writeVarint(bytes: Uint8Array, place: number, value: number): number {
  let at = place;
  let rest = value;
  while (rest > 127) {
    bytes[at++] = (rest & 127) | 128;
    rest >>>= 7;
  }
  bytes[at++] = rest;
  return at;
}

/** First and largest number of bytes of a block. */
const blockSizes = { first: 1 << 12, largest: 1 << 22 };

/**
 * Bytes that grow block by block, so that none is ever copied to make room and hardly any lies unused. The first stretch may be taken over from somebody: a
 * saved index of a hundred megabytes is not copied for one more document. What is added at once lies in one piece; its place counts over all blocks.
 */
export class BlockStore {
  /** The blocks as far as they are in use, and where each begins. */
  #blocks: Uint8Array[] = [];
  #starts: number[] = [];
  #length = 0;
  /** The block that is being filled, and the one that was looked in last. */
  #room: Uint8Array = new Uint8Array(0);
  #near = 0;

  get length(): number {
    return this.#length;
  }

  /** Adds a piece. */
  append(more: Uint8Array): void {
    const last = this.#blocks.length - 1;
    const used = this.#blocks[last]?.length ?? 0;
    if (last >= 0 && used + more.length <= this.#room.length) {
      this.#room.set(more, used);
      this.#blocks[last] = this.#room.subarray(0, used + more.length);
    } else {
      this.#room = new Uint8Array(Math.max(more.length, blockSizes.first, Math.min(blockSizes.largest, this.#room.length * 2)));
      this.#room.set(more);
      this.#blocks.push(this.#room.subarray(0, more.length));
      this.#starts.push(this.#length);
    }
    this.#length += more.length;
  }

  /** The bytes in which a place lies. */
  holding(place: number): Uint8Array {
    return this.#blocks[this.#at(place)] ?? nothing;
  }

  /** A place as it counts in {@link holding}. */
  within(place: number): number {
    return place - (this.#starts[this.#at(place)] ?? 0);
  }

  /** Number of the block in which a place lies. */
  #at(place: number): number {
    const starts = this.#starts;
    const { length } = starts;
    // Mostly the same as the last time, or the next.
    for (let near = this.#near; near < this.#near + 2 && near < length; near++)
      if (place >= (starts[near] ?? 0) && (near + 1 === length || place < (starts[near + 1] ?? 0))) return (this.#near = near);
    let low = 0;
    let high = length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return (this.#near = low);
  }

  /** A piece that was added at once. */
  piece(from: number, to: number): Uint8Array {
    const start = this.within(from);
    return this.holding(from).subarray(start, start + to - from);
  }

  /** All of it, one stretch after the other. */
  stretches(): readonly Uint8Array[] {
    return this.#blocks;
  }

  /** Takes these over in the place of all there is. */
  take(bytes: Uint8Array): void {
    this.#blocks = bytes.length === 0 ? [] : [bytes];
    this.#starts = bytes.length === 0 ? [] : [0];
    this.#length = bytes.length;
    this.#room = nothing;
    this.#near = 0;
  }
}

const nothing = new Uint8Array(0);

/** Whole numbers that grow. */
export class IntList {
  data: Int32Array;
  length: number;

  constructor(held: Int32Array = new Int32Array(64), length = 0) {
    this.data = held;
    this.length = length;
  }

  push(value: number): void {
    if (this.length === this.data.length) this.room(1);
    this.data[this.length++] = value;
  }

  /** Makes room for so many more numbers. */
  room(extra: number): void {
    const wanted = this.length + extra;
    if (wanted <= this.data.length) return;
    const grown = new Int32Array(Math.max(wanted, this.length + Math.max(64, this.length >> 1)));
    grown.set(this.used());
    this.data = grown;
  }

  /** Grows to so many numbers, the new ones this value. */
  extend(length: number, value: number): void {
    if (length <= this.length) return;
    this.room(length - this.length);
    this.data.fill(value, this.length, length);
    this.length = length;
  }

  at(index: number): number {
    return this.data[index] ?? 0;
  }

  /** What is in use. */
  used(): Int32Array {
    return this.data.subarray(0, this.length);
  }
}

/** Reads numbers as {@link ByteStore.varint} wrote them. */
export class ByteReader {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  varint(): number {
    const first = this.bytes[this.at++] ?? 0;
    if (first < 128) return first;
    let value = first & 127;
    for (let shift = 7; shift < 35; shift += 7) {
      const next = this.bytes[this.at++] ?? 0;
      value |= (next & 127) << shift;
      if (next < 128) break;
    }
    return value >>> 0;
  }
}
