import { ByteReader, ByteStore, IntList, BlockStore, writeVarint } from './byte-store.ts';
import type { SearchDocument } from './engine.ts';
import { hashAt } from './fold.ts';
import type { HeardList } from './heard-words.ts';
import type { NumberedDocuments } from './numbered-documents.ts';
import { WordPairs } from './word-pairs.ts';
import { SurfaceIds } from './surface-ids.ts';
import { TermRow } from './term-row.ts';
import { TextWriter, usualGaps, type TextNumbers } from './text-writing.ts';
import { Units } from './units.ts';
import { WordRow } from './word-row.ts';
import type { WordTable } from './word-table.ts';

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
  readonly gaps: string[] = [...usualGaps];
  bytes = new BlockStore();
  starts = new IntList();
  ends = new IntList();
  readonly pairs = new WordPairs();
  readonly #writer = new TextWriter(this);
  /** The texts of one document on their way to {@link bytes}. */
  readonly #written = new ByteStore();
  /** The document that was put or asked for last. */
  readonly #row = new TermRow();
  readonly #gapIds = new SurfaceIds();
  readonly #words: WordTable;
  /** Weight per term of the document that {@link weigh} looked at last. */
  #weight = new Int32Array(1024);
  /** Numbers here of the words and gaps of other threads' lists, as far as they were asked for. */
  #heard = new WeakMap<HeardList, Record<'words' | 'gaps', IntList>>();

  constructor(words: WordTable) {
    this.#words = words;
    this.#gapIds.addAll(this.gaps);
  }

  /** Keeps the texts of a document. */
  put(document: SearchDocument): void {
    this.#written.length = 0;
    this.#writer.write(document, this.#written);
    this.#kept();
  }

  /** Takes in documents that were numbered elsewhere; what it gives keeps the texts of one of them, by its place. Until {@link clear}. */
  take({ texts, ends }: NumberedDocuments, list: HeardList): (n: number) => void {
    const held = this.#heard.get(list) ?? { words: new IntList(), gaps: new IntList() };
    this.#heard.set(list, held);
    const wordOf = numbering(held.words, list.words, (n) => list.at(n, this.#look) ?? 0);
    const gapOf = numbering(held.gaps, list.gaps.length, (n) => this.#wholeGap(list.gaps[n] ?? ''));
    return (n) => {
      this.#renumber(new ByteReader(texts, ends[n - 1] ?? 0), ends[n] ?? 0, wordOf, gapOf);
      this.#kept();
    };
  }

  /** Writes the texts of a document that were numbered elsewhere under the numbers here. */
  #renumber(from: ByteReader, end: number, wordOf: (n: number) => number, gapOf: (n: number) => number): void {
    const to = this.#written;
    to.length = 0;
    const row = this.#row;
    const { termOf } = this.#words;
    row.begin(this.ends.length);
    while (from.at < end) {
      const head = from.varint();
      const count = head >> 3;
      row.text(head);
      to.room(10 + 10 * count);
      const out = to.bytes;
      let at = writeVarint(out, to.length, head);
      at = writeVarint(out, at, gapOf(from.varint()));
      for (let i = count; i > 0; i--) {
        const value = from.varint();
        const word = wordOf(value >> 1);
        row.add(termOf.at(word));
        at = writeVarint(out, at, word * 2 + (value & 1));
        if ((value & 1) === 1) at = writeVarint(out, at, gapOf(from.varint()));
      }
      row.end();
      to.length = at;
    }
  }

  /** The words of a list are all the text they stand in holds, so that it may stay. */
  readonly #look = (units: Units, from: number, to: number, hash: number): number => this.#words.surface(units, from, to, hash, true);

  /** What is to be done when the texts of a document are there. */
  #kept(): void {
    this.starts.push(this.bytes.length);
    this.bytes.append(this.#written.bytes.subarray(0, this.#written.length));
    this.ends.push(this.bytes.length);
    const { terms, size } = this.#rowOf(this.ends.length - 1);
    this.pairs.put(terms.subarray(0, size));
  }

  /** The terms of a document. */
  #rowOf(slot: number): TermRow {
    const row = this.#row;
    if (row.slot === slot) return row;
    const { termOf } = this.#words;
    const reader = this.reader(slot);
    const end = this.end(slot);
    row.begin(slot);
    while (reader.at < end) {
      const head = reader.varint();
      reader.varint();
      row.text(head);
      for (let i = head >> 3; i > 0; i--) {
        const value = reader.varint();
        if ((value & 1) === 1) reader.varint();
        row.add(termOf.at(value >> 1));
      }
      row.end();
    }
    return row;
  }

  /** Number of a word as written. */
  word(units: Units, from: number, to: number, hash: number): number {
    return this.#words.surface(units, from, to, hash);
  }

  /** Number of what stands between two places of a text. */
  gap({ text, data }: Units, from: number, to: number): number {
    const hash = hashAt(data, from, to);
    const held = this.#gapIds.find(data, from, to, hash);
    if (held >= 0) return held;
    this.#gapIds.add(data, from, to, hash);
    return this.gaps.push(text.slice(from, to)) - 1;
  }

  #wholeGap(gap: string): number {
    return this.gap(new Units(gap), 0, gap.length);
  }

  /** Takes over what was saved. */
  restore(gaps: readonly string[], bytes: Uint8Array, starts: Int32Array, ends: Int32Array): void {
    this.clear();
    for (const gap of gaps) this.#wholeGap(gap);
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

  /** The texts of a document one by one, in the order they were put in. */
  *each(slot: number): Generator<StoredText> {
    const reader = this.reader(slot);
    const end = this.end(slot);
    while (reader.at < end) yield readText(reader);
  }

  /** All of them. */
  read(slot: number): StoredText[] {
    return [...this.each(slot)];
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
    const { terms: row, worths, size } = this.#rowOf(slot);
    if (this.#weight.length < this.#words.terms.length) this.#weight = new Int32Array(this.#words.terms.length * 2);
    const held = this.#weight;
    const terms: number[] = [];
    let length = 0;
    for (let i = 0; i < size; i++) {
      const term = row[i] ?? 0;
      if (term < 0) continue;
      if (held[term] === 0) terms.push(term);
      held[term] = (held[term] ?? 0) + (worths[i] ?? 0);
      length++;
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
    this.#row.slot = -1;
    const bytes = new BlockStore();
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
    this.#row.slot = -1;
    this.#heard = new WeakMap();
    this.gaps.length = 0;
    this.#gapIds.clear();
    for (const gap of usualGaps) this.#wholeGap(gap);
    this.bytes = new BlockStore();
    this.starts = new IntList();
    this.ends = new IntList();
    this.pairs.clear();
  }
}

/** Numbers here of the words or gaps of a list; each is looked up when it is first met in a document that is kept. */
function numbering(numbers: IntList, size: number, look: (n: number) => number): (n: number) => number {
  numbers.extend(size, -1);
  return (n) => {
    const known = numbers.at(n);
    return known >= 0 ? known : (numbers.data[n] = look(n));
  };
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
