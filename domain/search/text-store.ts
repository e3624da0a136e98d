import { ByteReader, ByteStore, IntList, TakenBytes } from './byte-store.ts';
import type { SearchDocument } from './engine.ts';
import { hashAt } from './fold.ts';
import type { NumberedDocuments } from './numbered-documents.ts';
import { WordPairs } from './word-pairs.ts';
import { SurfaceIds } from './surface-ids.ts';
import { grown, places, TextWriter, type TextNumbers } from './text-writing.ts';
import { WordRow } from './word-row.ts';
import type { WordTable } from './word-table.ts';

const { label } = places;

/** Weight of a word by the place it stands in, in the order of {@link places}. A label is shown with a text but is not searched. */
const weights = [8, 5, 3, 2, 1, 0] as const;

/** Stands between the terms of two texts. */
const between = -2;

/** A text of a document, read where it lies. Its words are numbers of surfaces. */
export interface StoredText {
  place: number;
  /** Numbers of the words, in order. */
  words: Int32Array;
  /** Numbers of what stands before each word. */
  gaps: Int32Array;
  /** Number of what stands after the last word. */
  tail: number;
}

/**
 * The texts of all documents as numbers of words, about a third of their size as text. They serve for snippets, for phrases, and to take a document
 * out of the index again.
 */
export class TextStore implements TextNumbers {
  readonly gaps: string[] = ['', ' '];
  bytes = new TakenBytes();
  starts = new IntList();
  ends = new IntList();
  readonly pairs = new WordPairs();
  readonly #writer = new TextWriter(this);
  /** The texts of one document on their way to {@link bytes}. */
  readonly #written = new ByteStore();
  /** Terms of the document that was kept last. */
  #row = new Int32Array(2048);
  readonly #gapIds = new SurfaceIds(this.gaps);
  readonly #words: WordTable;
  /** Weight per term of the document that {@link weigh} looked at last. */
  #weight = new Int32Array(1024);

  constructor(words: WordTable) {
    this.#words = words;
    for (const gap of this.gaps) this.#gapIds.add(hashAt(gap, 0, gap.length));
  }

  /** Keeps the texts of a document. */
  put(document: SearchDocument): void {
    this.#written.length = 0;
    this.#writer.write(document, this.#written);
    this.#kept();
  }

  /** Takes in documents that were numbered elsewhere; what it gives keeps the texts of one of them, by its place. Until {@link clear}. */
  take({ words, wordEnds, hashes, gaps, texts, ends }: NumberedDocuments): (n: number) => void {
    const wordIds = new Int32Array(wordEnds.length).fill(-1);
    const gapIds = new Int32Array(gaps.length).fill(-1);
    const wordOf = (id: number): number => {
      const known = wordIds[id] ?? -1;
      return known >= 0 ? known : (wordIds[id] = this.word(words, wordEnds[id - 1] ?? 0, wordEnds[id] ?? 0, hashes[id] ?? 0));
    };
    const gapOf = (id: number): number => {
      const known = gapIds[id] ?? -1;
      const gap = gaps[id] ?? '';
      return known >= 0 ? known : (gapIds[id] = this.gap(gap, 0, gap.length));
    };
    return (n) => {
      const bytes = this.#written;
      const reader = new ByteReader(texts, ends[n - 1] ?? 0);
      const end = ends[n] ?? 0;
      bytes.length = 0;
      while (reader.at < end) {
        const head = reader.varint();
        bytes.varint(head);
        const tail = reader.varint();
        bytes.varint(gapOf(tail));
        for (let i = head >> 3; i > 0; i--) {
          const value = reader.varint();
          bytes.varint(wordOf(value >> 1) * 2 + (value & 1));
          if ((value & 1) === 1) bytes.varint(gapOf(reader.varint()));
        }
      }
      this.#kept();
    };
  }

  /** What is to be done when the texts of a document are there. */
  #kept(): void {
    this.starts.push(this.bytes.length);
    this.bytes.append(this.#written.bytes.subarray(0, this.#written.length));
    this.ends.push(this.bytes.length);
    this.pairs.put(this.#neighbours(this.ends.length - 1));
  }

  /** Terms of a document in order. A word of which nothing is left when folded stands between no two words. */
  #neighbours(slot: number): Int32Array {
    const reader = this.reader(slot);
    const end = this.end(slot);
    let row = this.#row;
    let size = 0;
    while (reader.at < end) {
      const head = reader.varint();
      reader.varint();
      const searched = (head & 7) !== label;
      const count = head >> 3;
      while (row.length < size + count + 1) this.#row = row = grown(row);
      for (let i = count; i > 0; i--) {
        const value = reader.varint();
        if ((value & 1) === 1) reader.varint();
        const term = this.#words.termOf.at(value >> 1);
        if (searched && term >= 0) row[size++] = term;
      }
      row[size++] = between;
    }
    return row.subarray(0, size);
  }

  /** Number of a word as written. */
  word(text: string, from: number, to: number, hash: number): number {
    return this.#words.surface(text, from, to, hash);
  }

  /** Number of what stands between two places of a text. */
  gap(text: string, from: number, to: number): number {
    const hash = hashAt(text, from, to);
    const held = this.#gapIds.find(text, from, to, hash);
    if (held >= 0) return held;
    this.#gapIds.add(hash);
    return this.gaps.push(text.slice(from, to)) - 1;
  }

  /** Takes over what was saved. */
  restore(gaps: readonly string[], bytes: Uint8Array, starts: Int32Array, ends: Int32Array): void {
    this.clear();
    for (const gap of gaps) this.gap(gap, 0, gap.length);
    this.bytes.take(bytes);
    this.starts = new IntList(starts, starts.length);
    this.ends = new IntList(ends, ends.length);
  }

  /** Reads the texts of a document from their beginning. */
  reader(slot: number): ByteReader {
    const start = this.starts.at(slot);
    return new ByteReader(this.bytes.holding(start), this.bytes.within(start));
  }

  /** Where the texts of a document end in the bytes its reader reads. */
  end(slot: number): number {
    const start = this.starts.at(slot);
    return this.bytes.within(start) + this.ends.at(slot) - start;
  }

  /** The texts of a document, in the order they were put in. */
  read(slot: number): StoredText[] {
    const reader = this.reader(slot);
    const end = this.end(slot);
    const out: StoredText[] = [];
    while (reader.at < end) out.push(readText(reader));
    return out;
  }

  /** The first text of a document, its title. */
  first(slot: number): StoredText {
    return readText(this.reader(slot));
  }

  /** A text as it was. */
  write(text: StoredText): string {
    let out = '';
    for (let i = 0; i < text.words.length; i++) out += (this.gaps[text.gaps[i] ?? 0] ?? '') + (this.#words.surfaces[text.words[i] ?? 0] ?? '');
    return out + (this.gaps[text.tail] ?? '');
  }

  /** Calls `visit` for every term of a document with its weighted number of times; gives the number of words. */
  weigh(slot: number, visit: (term: number, weight: number) => void): number {
    const reader = this.reader(slot);
    const end = this.end(slot);
    if (this.#weight.length < this.#words.terms.length) this.#weight = new Int32Array(this.#words.terms.length * 2);
    const held = this.#weight;
    const terms: number[] = [];
    let length = 0;
    while (reader.at < end) {
      const head = reader.varint();
      reader.varint();
      const weight = weights[head & 7] ?? 0;
      for (let i = head >> 3; i > 0; i--) {
        const value = reader.varint();
        if ((value & 1) === 1) reader.varint();
        const term = this.#words.termOf.at(value >> 1);
        if (weight === 0 || term < 0) continue;
        if (held[term] === 0) terms.push(term);
        held[term] = (held[term] ?? 0) + weight;
        length++;
      }
    }
    for (const term of terms) {
      visit(term, held[term] ?? 0);
      held[term] = 0;
    }
    return length;
  }

  /** Of these documents, those in which terms stand in a row within one text; `run` has the choices for each place, `rarest` tells where to look first. */
  withRun(slots: readonly number[], run: readonly ReadonlySet<number>[], rarest = 0): number[] {
    return new WordRow(this, this.#words, run, rarest).among(slots);
  }

  /** Drops what lies unused: the documents that `keep` names stay, in order, under new numbers. */
  compact(keep: readonly number[]): void {
    const bytes = new TakenBytes();
    const starts = new IntList();
    const ends = new IntList();
    for (const slot of keep) {
      starts.push(bytes.length);
      bytes.append(this.bytes.piece(this.starts.at(slot), this.ends.at(slot)));
      ends.push(bytes.length);
    }
    this.bytes = bytes;
    this.starts = starts;
    this.ends = ends;
    this.pairs.compact(keep);
  }

  clear(): void {
    this.gaps.length = 0;
    this.#gapIds.clear();
    this.gap('', 0, 0);
    this.gap(' ', 0, 1);
    this.bytes = new TakenBytes();
    this.starts = new IntList();
    this.ends = new IntList();
    this.pairs.clear();
  }
}

function readText(reader: ByteReader): StoredText {
  const head = reader.varint();
  const tail = reader.varint();
  const count = head >> 3;
  const words = new Int32Array(count);
  const gaps = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const value = reader.varint();
    gaps[i] = (value & 1) === 1 ? reader.varint() : i === 0 ? 0 : 1;
    words[i] = value >> 1;
  }
  return { place: head & 7, words, gaps, tail };
}
