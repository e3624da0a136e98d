import type { TextStore } from './text-store.ts';
import { places } from './text-writing.ts';
import type { WordTable } from './word-table.ts';

/** Of a longer row only so many words are compared. */
const longestRun = 30;

/** A row of words, each with its choices, that is looked for in many documents: as the bytes lie, as this goes over whole collections. */
export class WordRow {
  readonly #texts: TextStore;
  readonly #may: (slot: number) => boolean;
  /** Per word as written one bit per place of the row, all of them for a word of which nothing is left when folded. */
  readonly #allowed: Int32Array;
  /** Whether {@link #allowed} says anything about a word: small enough to stay at hand. */
  readonly #met: Uint8Array;
  /** Bit of the first of the two neighbours that are looked for first. */
  readonly #pair: number;
  /** Bytes with which the first of those two may begin. */
  readonly #beginnings = new Uint8Array(256);
  /** Bit of the last place. */
  readonly #last: number;
  /** Whether the two neighbours can be looked for first. */
  readonly #quick: boolean;

  /** `rarest`: place of the two neighbours that occur least. */
  constructor(texts: TextStore, words: WordTable, run: readonly ReadonlySet<number>[], rarest: number) {
    const size = Math.min(run.length, longestRun);
    this.#texts = texts;
    this.#allowed = new Int32Array(words.surfaces.length);
    this.#met = new Uint8Array(words.surfaces.length);
    this.#pair = 1 << Math.max(0, Math.min(rarest, size - 2));
    this.#last = 1 << (size - 1);
    this.#may = texts.pairs.test(run.slice(0, size));
    for (let place = 0; place < size; place++)
      for (const term of run[place] ?? []) words.spellings(term, (surface) => this.#note(surface, 1 << place));
    for (const surface of words.blank) this.#note(surface, -1);
    this.#quick = words.blank.length === 0 && size > 1;
  }

  /** Notes at which places of the row a word as written may stand. */
  #note(surface: number, held: number): void {
    this.#allowed[surface] = (this.#allowed[surface] ?? 0) | held;
    this.#met[surface] = 1;
    if ((held & this.#pair) === 0) return;
    for (const value of [surface * 2, surface * 2 + 1]) this.#beginnings[value < 128 ? value : (value & 127) | 128] = 1;
  }

  /** Of these documents, those in which the row stands within one text. */
  among(slots: readonly number[]): number[] {
    return slots.filter((slot) => this.#may(slot) && (!this.#quick || this.#mayHoldPair(slot)) && this.#holds(slot));
  }

  /**
   * Whether two neighbours of the row may stand beside each other, looked for in the bytes without reading the words between. What stands between words
   * may be taken for a word here, so a yes is still to be made sure of.
   */
  #mayHoldPair(slot: number): boolean {
    const allowed = this.#allowed;
    const beginnings = this.#beginnings;
    const pair = this.#pair;
    const { bytes, at: start } = this.#texts.reader(slot);
    const end = this.#texts.end(slot);
    for (let at = start; at < end; at++) {
      if (beginnings[bytes[at] ?? 0] === 0 || (bytes[at - 1] ?? 0) > 127) continue;
      const first = numberAt(bytes, at);
      if (((allowed[first >> 1] ?? 0) & pair) === 0) continue;
      const behind = after(bytes, at);
      const second = numberAt(bytes, (first & 1) === 1 ? after(bytes, behind) : behind);
      if (((allowed[second >> 1] ?? 0) & (pair << 1)) !== 0) return true;
    }
    return false;
  }

  /** One bit per place of the row that the words up to here may have reached. */
  #holds(slot: number): boolean {
    const allowed = this.#allowed;
    const met = this.#met;
    const last = this.#last;
    const reader = this.#texts.reader(slot);
    const { bytes } = reader;
    const end = this.#texts.end(slot);
    let { at } = reader;
    let left = 0;
    let reached = 0;
    let head = 0;
    let headed = 0;
    while (at < end) {
      let value = bytes[at++] ?? 0;
      if (value > 127) {
        value &= 127;
        for (let shift = 7; ; shift += 7) {
          const next = bytes[at++] ?? 0;
          value |= (next & 127) << shift;
          if (next < 128) break;
        }
      }
      if (left === 0) {
        // The first number of a text says what it is and how long, the second is passed over.
        if (headed++ === 0) head = value;
        else {
          headed = 0;
          reached = 0;
          left = head >> 3;
        }
        continue;
      }
      left--;
      if ((value & 1) === 1) while ((bytes[at++] ?? 0) > 127);
      if (met[value >> 1] === 0) {
        reached = 0;
        continue;
      }
      const held = allowed[value >> 1] ?? 0;
      // Of a word of which nothing is left when folded all bits are set: it stands between no two words.
      if (held === -1) continue;
      reached = ((reached << 1) | 1) & held;
      if ((reached & last) !== 0 && (head & 7) !== places.label) return true;
    }
    return false;
  }
}

/** The number that begins at a place. */
function numberAt(bytes: Uint8Array, at: number): number {
  let value = 0;
  for (let i = at, shift = 0; shift < 35; i++, shift += 7) {
    const next = bytes[i] ?? 0;
    value |= (next & 127) << shift;
    if (next < 128) break;
  }
  return value >>> 0;
}

/** The place behind the number that begins at a place. */
function after(bytes: Uint8Array, at: number): number {
  let next = at;
  while ((bytes[next] ?? 0) > 127) next++;
  return next + 1;
}
