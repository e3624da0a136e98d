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

/** Whole numbers that grow. */
export class IntList {
  data: Int32Array;
  length: number;

  constructor(held: Int32Array = new Int32Array(64), length = 0) {
    this.data = held;
    this.length = length;
  }

  push(value: number): void {
    if (this.length === this.data.length) {
      const grown = new Int32Array(this.length + Math.max(64, this.length >> 1));
      grown.set(this.data);
      this.data = grown;
    }
    this.data[this.length++] = value;
  }

  /** Grows to so many numbers, the new ones this value. */
  extend(length: number, value: number): void {
    if (length <= this.length) return;
    if (length > this.data.length) {
      const grown = new Int32Array(Math.max(length, this.data.length + Math.max(64, this.data.length >> 1)));
      grown.set(this.used());
      this.data = grown;
    }
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
