import { Attributes, type NumberedValues } from './attributes.ts';
import { ByteStore, IntList } from './byte-store.ts';
import type { Card } from './collection.ts';
import type { SearchDocument } from './engine.ts';
import { hashAt } from './fold.ts';
import { SurfaceIds } from './surface-ids.ts';
import { TextWriter, type TextNumbers } from './text-writing.ts';

/**
 * Documents with their words taken apart and numbered, for an engine in another thread: that one looks up each different word once, instead of every word.
 * Plain data.
 */
export interface NumberedDocuments {
  cards: Card[];
  /** The different words one after another, where each ends, and the hash of each. */
  words: string;
  wordEnds: Int32Array;
  hashes: Int32Array;
  /** What stands between words. */
  gaps: string[];
  /** The texts of all documents, as {@link TextWriter} writes them, and where those of each document end. */
  texts: Uint8Array;
  ends: Int32Array;
  values: NumberedValues;
}

/** Numbers documents of which another thread's engine is to have the index. */
export function numberDocuments(documents: Iterable<SearchDocument>): NumberedDocuments {
  const words = new WordList();
  const writer = new TextWriter(words);
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
  return { cards, ...words.all(), texts: bytes.bytes.slice(0, bytes.length), ends: ends.used().slice(), values: attributes.numbered() };
}

/** The different words and gaps of one batch. */
class WordList implements TextNumbers {
  readonly #words: string[] = [];
  readonly #gaps: string[] = ['', ' '];
  readonly #wordIds = new SurfaceIds(this.#words, 1 << 16);
  readonly #gapIds = new SurfaceIds(this.#gaps);

  constructor() {
    for (const gap of this.#gaps) this.#gapIds.add(hashAt(gap, 0, gap.length));
  }

  word(text: string, from: number, to: number, hash: number): number {
    const held = this.#wordIds.find(text, from, to, hash);
    if (held >= 0) return held;
    this.#wordIds.add(hash);
    return this.#words.push(text.slice(from, to)) - 1;
  }

  gap(text: string, from: number, to: number): number {
    const hash = hashAt(text, from, to);
    const held = this.#gapIds.find(text, from, to, hash);
    if (held >= 0) return held;
    this.#gapIds.add(hash);
    return this.#gaps.push(text.slice(from, to)) - 1;
  }

  all(): Pick<NumberedDocuments, 'words' | 'wordEnds' | 'hashes' | 'gaps'> {
    const wordEnds = new Int32Array(this.#words.length);
    let at = 0;
    this.#words.forEach((word, n) => (wordEnds[n] = at += word.length));
    return { words: this.#words.join(''), wordEnds, hashes: this.#wordIds.hashes().slice(), gaps: this.#gaps };
  }
}
