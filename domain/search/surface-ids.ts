/**
 * Words as written to their numbers, looked up where they stand in a text: building an index asks this for every word there is, and cutting each of them
 * out first costs more than all else.
 */
export class SurfaceIds {
  readonly #surfaces: readonly string[];
  /** Number of a word plus one, at the place its hash gives or the next free one. */
  #table = new Int32Array(1 << 12);
  #size = 0;

  /** `surfaces` is the list the numbers mean; it grows outside. */
  constructor(surfaces: readonly string[]) {
    this.#surfaces = surfaces;
  }

  /** Number of the word between two places of a text, -1 when it was never added. */
  find(text: string, from: number, to: number): number {
    const mask = this.#table.length - 1;
    for (let at = hashOf(text, from, to) & mask; ; at = (at + 1) & mask) {
      const id = (this.#table[at] ?? 0) - 1;
      if (id < 0) return -1;
      if (isAt(this.#surfaces[id] ?? '', text, from, to)) return id;
    }
  }

  /** Adds a word of the list that is not there yet. */
  add(id: number): void {
    if (this.#size * 2 >= this.#table.length) this.#grow();
    this.#place(id);
    this.#size++;
  }

  #grow(): void {
    const before = this.#table;
    this.#table = new Int32Array(before.length * 2);
    for (const held of before) if (held > 0) this.#place(held - 1);
  }

  #place(id: number): void {
    const surface = this.#surfaces[id] ?? '';
    const mask = this.#table.length - 1;
    let at = hashOf(surface, 0, surface.length) & mask;
    while (this.#table[at] !== 0) at = (at + 1) & mask;
    this.#table[at] = id + 1;
  }

  clear(): void {
    this.#table = new Int32Array(1 << 12);
    this.#size = 0;
  }
}

function hashOf(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}

function isAt(word: string, text: string, from: number, to: number): boolean {
  if (word.length !== to - from) return false;
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== text.charCodeAt(from + i)) return false;
  return true;
}
