import { Attributes } from './attributes.ts';
import { IntList } from './byte-store.ts';
import type { SearchDocument } from './engine.ts';
import { FirstLetters } from './first-letters.ts';
import type { HeardWords } from './heard-words.ts';
import type { NumberedDocuments } from './numbered-documents.ts';
import { Postings } from './postings.ts';
import { TextStore } from './text-store.ts';
import { TitleOrder } from './title-order.ts';
import { WordTable } from './word-table.ts';

/** What is kept of a document as it is. */
export interface Card {
  id: string;
  title: string;
  date: string;
  completeness: number;
}

/**
 * The documents of an engine, each under a number that rises. A replaced document leaves its number dead; when a quarter is dead, all is made again
 * from the texts that are kept.
 */
export class Collection {
  readonly words = new WordTable();
  readonly texts = new TextStore(this.words);
  readonly postings = new Postings();
  readonly letters = new FirstLetters(this.words);
  readonly attributes = new Attributes();
  cards: (Card | undefined)[] = [];
  /** Rises with every change. */
  changes = 0;
  /** Number of words of each document, 0 for one that is gone. */
  lengths = new IntList();
  readonly titles = new TitleOrder((slot) => this.cards[slot]);
  readonly #slots = new Map<string, number>();
  /** What is the same for all searches between two changes: the documents that are there, and how often each value occurs among them. */
  #living: Int32Array | undefined;
  #valued: Int32Array | undefined;
  #length = 0;

  get size(): number {
    return this.#slots.size;
  }

  /** Numbers given out, also those of documents that are gone. */
  get reach(): number {
    return this.cards.length;
  }

  get averageLength(): number {
    return this.#length / Math.max(1, this.size);
  }

  /** Numbers of the documents that are there, in order. */
  living(): Int32Array {
    if (this.#living) return this.#living;
    const living = new Int32Array(this.size);
    let count = 0;
    for (let slot = 0; slot < this.cards.length; slot++) if (this.cards[slot]) living[count++] = slot;
    return (this.#living = living);
  }

  /** How often each value occurs among these documents, of those that are there. Of more than half of them, by what the others have. */
  countValues(slots: Int32Array): Int32Array {
    const living = this.living();
    if (slots.length * 2 < living.length) return this.attributes.count(slots);
    const others = new Int32Array(living.length - slots.length);
    let count = 0;
    let next = 0;
    for (const slot of living) {
      if (slots[next] === slot) next++;
      else others[count++] = slot;
    }
    const all = this.valued();
    if (count === 0) return all;
    const left = this.attributes.count(others);
    return all.map((value, id) => value - (left[id] ?? 0));
  }

  /** How often each value occurs among all documents that are there. */
  valued(): Int32Array {
    return (this.#valued ??= this.attributes.count(this.living()));
  }

  /** Takes over what is kept of documents beside texts and values: the length of each, their order by title, and what {@link valued} gave for them. */
  restore(cards: readonly (Card | undefined)[], lengths: IntList, order: Int32Array, valued: Int32Array): void {
    this.cards = [...cards];
    this.lengths = lengths;
    this.cards.forEach((card, slot) => {
      if (!card) return;
      this.#slots.set(card.id, slot);
      this.#length += lengths.at(slot);
    });
    this.titles.restore(order);
    if (valued.length === this.attributes.all.length) this.#valued = valued;
  }

  /** How telling a word is that so many documents hold (the inverse document frequency of BM25), never nothing at all. */
  rarity(count: number): number {
    return Math.max(Math.log(1 + (this.size - count + 0.5) / (count + 0.5)), 0.05);
  }

  put(document: SearchDocument): void {
    this.remove(document.id);
    this.changes++;
    this.texts.put(document);
    this.attributes.put(document);
    this.#adopt({ id: document.id, title: document.title, date: document.date ?? '', completeness: document.completeness });
  }

  /** Takes in documents that were numbered elsewhere, as {@link SearchEngine.take} says. */
  take(documents: NumberedDocuments, heard: HeardWords): ((n: number, id: string) => void) | undefined {
    const list = heard.hear(documents);
    if (!list) return undefined;
    const texts = this.texts.take(documents, list);
    const values = this.attributes.take(documents.values);
    return (n, id) => {
      const card = documents.cards[n];
      if (!card) return;
      this.remove(id);
      this.changes++;
      texts(n);
      values(n, id);
      this.#adopt(card.id === id ? card : { ...card, id });
    };
  }

  /** Takes over a document whose texts and values are there already. */
  #adopt(card: Card): void {
    const slot = this.cards.push(card) - 1;
    this.#changed();
    this.#slots.set(card.id, slot);
    this.titles.add(slot);
    const length = this.texts.weigh(slot, (term, weight) => {
      this.postings.add(term, slot, weight);
      this.letters.meet(term, weight);
    });
    this.letters.put(slot);
    this.lengths.push(length);
    this.#length += length;
  }

  has(id: string): boolean {
    return this.#slots.has(id);
  }

  /** Number of a document that is there. */
  slot(id: string): number | undefined {
    return this.#slots.get(id);
  }

  remove(id: string): void {
    const slot = this.#slots.get(id);
    if (slot === undefined) return;
    this.changes++;
    this.texts.weigh(slot, (term, weight) => {
      this.postings.leave(term);
      this.letters.meet(term, weight);
    });
    this.letters.leave();
    this.titles.remove(slot);
    this.#length -= this.lengths.at(slot);
    this.lengths.data[slot] = 0;
    this.cards[slot] = undefined;
    this.#changed();
    this.#slots.delete(id);
    const dead = this.reach - this.size;
    if (dead > 64 && dead > this.reach / 4) this.compact();
  }

  /** Makes the index again from the documents that live. */
  compact(): void {
    const keep = [...this.cards.keys()].filter((slot) => this.cards[slot] !== undefined);
    if (keep.length === this.reach) return;
    const cards = keep.flatMap((slot) => this.cards[slot] ?? []);
    this.texts.compact(keep);
    this.attributes.compact(keep);
    this.postings.clear();
    this.letters.clear();
    this.#forget();
    for (const card of cards) this.#adopt(card);
  }

  clear(): void {
    this.changes++;
    this.#forget();
    this.words.clear();
    this.texts.clear();
    this.postings.clear();
    this.letters.clear();
    this.attributes.clear();
  }

  #changed(): void {
    this.#living = undefined;
    this.#valued = undefined;
  }

  #forget(): void {
    this.cards = [];
    this.#changed();
    this.lengths.length = 0;
    this.titles.clear();
    this.#slots.clear();
    this.#length = 0;
  }
}
