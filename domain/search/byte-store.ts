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

  /** Seven bits per byte, the lowest first. */
  varint(value: number): void {
    this.room(5);
    let rest = value;
    while (rest > 127) {
      this.bytes[this.length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.bytes[this.length++] = rest;
  }

  append(more: Uint8Array): void {
    this.room(more.length);
    this.bytes.set(more, this.length);
    this.length += more.length;
  }
}

/**
 * Bytes of which the first stretch may be taken over from somebody; what comes later lies beside it, so that a saved index of a hundred megabytes is not
 * copied for one more document. What is added at once lies in one piece; its place counts over both.
 */
export class TakenBytes {
  #taken: Uint8Array = new Uint8Array(0);
  #added = new ByteStore();

  get length(): number {
    return this.#taken.length + this.#added.length;
  }

  /** Adds a piece. */
  append(more: Uint8Array): void {
    this.#added.append(more);
  }

  /** The bytes in which a place lies. */
  holding(place: number): Uint8Array {
    return place < this.#taken.length ? this.#taken : this.#added.bytes;
  }

  /** A place as it counts in {@link holding}. */
  within(place: number): number {
    return place < this.#taken.length ? place : place - this.#taken.length;
  }

  /** A piece that was added at once. */
  piece(from: number, to: number): Uint8Array {
    const start = this.within(from);
    return this.holding(from).subarray(start, start + to - from);
  }

  /** All of it, one stretch after the other. */
  stretches(): Uint8Array[] {
    return [this.#taken, this.#added.bytes.subarray(0, this.#added.length)];
  }

  /** Takes these over in the place of all there is. */
  take(bytes: Uint8Array): void {
    this.#taken = bytes;
    this.#added = new ByteStore();
  }
}

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
