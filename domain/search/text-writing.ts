import { IntList, writeVarint, type ByteStore } from './byte-store.ts';
import type { SearchDocument } from './engine.ts';
import { cutSize, cutWords } from './fold.ts';
import { Units } from './units.ts';

/** What a text is in its document. */
export const places = { title: 0, keyword: 1, summary: 2, field: 3, section: 4, label: 5 } as const;

/** What stands between words and has a number of its own beforehand: nothing is 0, one space is 1. */
export const usualGaps = ['', ' '] as const;

/** Gives numbers to words (`hashAt` tells their hash), and to what stands between them, by their places in a text; {@link usualGaps} come first. */
export interface TextNumbers {
  word(units: Units, from: number, to: number, hash: number): number;
  gap(units: Units, from: number, to: number): number;
}

/**
 * Writes the texts of a document as numbers, seven bits per byte: per text the number of words with its place, what stands behind the last word, and per
 * word its number, with what stands before it where that is not the usual (nothing before the first, a space before the others).
 */
export class TextWriter {
  readonly #numbers: TextNumbers;
  readonly #units = new Units();
  /** Words of the text at hand. */
  readonly #cuts = new IntList();

  constructor(numbers: TextNumbers) {
    this.#numbers = numbers;
  }

  /** Adds all texts of a document, in an order of their own. */
  write(document: SearchDocument, bytes: ByteStore): void {
    this.#text(places.title, document.title, bytes);
    for (const keyword of document.keywords) this.#text(places.keyword, keyword, bytes);
    this.#text(places.summary, document.summary, bytes);
    for (const field of document.fields) {
      this.#text(places.label, field.label, bytes);
      this.#text(places.field, field.text, bytes);
    }
    for (const section of document.sections) {
      this.#text(places.section, section.name, bytes);
      this.#text(places.section, section.text, bytes);
    }
  }

  #text(place: number, text: string, bytes: ByteStore): void {
    const numbers = this.#numbers;
    const units = this.#units;
    units.load(text);
    const count = cutWords(units, this.#cuts);
    const cuts = this.#cuts.data;
    const end = count * cutSize;
    // A number takes five bytes at most.
    bytes.room(10 + 10 * count);
    const out = bytes.bytes;
    let at = writeVarint(out, bytes.length, count * 8 + place);
    at = writeVarint(out, at, numbers.gap(units, count === 0 ? 0 : (cuts[end - 2] ?? 0), units.length));
    let last = 0;
    for (let i = 0; i < end; i += cutSize) {
      const from = cuts[i] ?? 0;
      const to = cuts[i + 1] ?? 0;
      const word = numbers.word(units, from, to, cuts[i + 2] ?? 0);
      // Mostly nothing stands before the first, and a space before the others.
      const usual = i === 0 ? from === 0 : from === last + 1 && units.data[last] === 32;
      at = writeVarint(out, at, word * 2 + (usual ? 0 : 1));
      if (!usual) at = writeVarint(out, at, from === last ? 0 : from === last + 1 && units.data[last] === 32 ? 1 : numbers.gap(units, last, from));
      last = to;
    }
    bytes.length = at;
  }
}

/** The same numbers with as much room again. */
export function grown(list: Int32Array): Int32Array<ArrayBuffer> {
  const out = new Int32Array(list.length * 2);
  out.set(list);
  return out;
}
