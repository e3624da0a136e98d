import { Attributes, type NumberedValues } from './attributes.ts';
import { ByteStore, IntList } from './byte-store.ts';
import type { Card } from './collection.ts';
import type { SearchDocument } from './engine.ts';
import { hashAt } from './fold.ts';
import { SurfaceIds } from './surface-ids.ts';
import { TextWriter, usualGaps, type TextNumbers } from './text-writing.ts';
import type { Units } from './units.ts';

/**
 * Documents with their words taken apart and numbered, for an engine in another thread: that one looks up each different word once, instead of every word.
 * Plain data.
 */
export interface NumberedDocuments {
  cards: Card[];
  /** Name of the list of words they are numbered by, and how much of it went along with earlier documents: that is not told again. */
  list: string;
  known: { words: number; gaps: number };
  /** The words that are new one after another, where each ends, and the hash of each. */
  words: string;
  wordEnds: Int32Array;
  hashes: Int32Array;
  /** What stands between words and is new; the numbers begin after {@link usualGaps}. */
  gaps: string[];
  /** The texts of all documents, as {@link TextWriter} writes them, and where those of each document end. */
  texts: Uint8Array;
  ends: Int32Array;
  values: NumberedValues;
}

/** Numbers documents of which another thread's engine is to have the index. Whoever numbers many gives the same list every time. */
export function numberDocuments(documents: Iterable<SearchDocument>, list = new WordList('')): NumberedDocuments {
  const writer = new TextWriter(list);
  const bytes = new ByteStore();
  const ends = new IntList();
  const attributes = new Attributes();
  const cards: Card[] = [];
  for (const document of documents) {
    cards.push({ id: document.id, title: document.title, date: document.date ?? '', completeness: document.completeness });
    writer.write(document, bytes);
    ends.push(bytes.length);
    attributes.put(document);
  }
  return { cards, ...list.news(), texts: bytes.bytes.slice(0, bytes.length), ends: ends.used().slice(), values: attributes.numbered() };
}

/** The different words and gaps of all documents of one thread. */
export class WordList implements TextNumbers {
  readonly #name: string;
  readonly #wordIds = new SurfaceIds(1 << 16);
  readonly #gapIds = new SurfaceIds();
  #words = 0;
  #gaps: number = usualGaps.length;
  readonly #told = { words: 0, gaps: 0 };
  #newWords: string[] = [];
  readonly #newHashes = new IntList();
  #newGaps: string[] = [];

  /** `name` tells it from the lists of other threads. */
  constructor(name: string) {
    this.#name = name;
    this.#gapIds.addAll(usualGaps);
  }

  word({ text, data }: Units, from: number, to: number, hash: number): number {
    const held = this.#wordIds.find(data, from, to, hash);
    if (held >= 0) return held;
    this.#wordIds.add(data, from, to, hash);
    this.#newWords.push(text.slice(from, to));
    this.#newHashes.push(hash);
    return this.#words++;
  }

  gap({ text, data }: Units, from: number, to: number): number {
    const hash = hashAt(data, from, to);
    const held = this.#gapIds.find(data, from, to, hash);
    if (held >= 0) return held;
    this.#gapIds.add(data, from, to, hash);
    this.#newGaps.push(text.slice(from, to));
    return this.#gaps++;
  }

  /** What came since the last time. */
  news(): Pick<NumberedDocuments, 'list' | 'known' | 'words' | 'wordEnds' | 'hashes' | 'gaps'> {
    const known = { ...this.#told };
    const wordEnds = new Int32Array(this.#newWords.length);
    let at = 0;
    this.#newWords.forEach((word, n) => (wordEnds[n] = at += word.length));
    const news = { list: this.#name, known, words: this.#newWords.join(''), wordEnds, hashes: this.#newHashes.used().slice(), gaps: this.#newGaps };
    this.#told.words += this.#newWords.length;
    this.#told.gaps += this.#newGaps.length;
    this.#newWords = [];
    this.#newHashes.length = 0;
    this.#newGaps = [];
    return news;
  }
}
