import { wordsIn } from './fold.ts';
import type { SearchDocument } from './engine.ts';

/** Weight of a word by where it stands: title, keywords, summary, other fields, text. */
const weights = [8, 5, 3, 2, 1] as const;

/** BM25 constants (Robertson & Zaragoza 2009). */
const k1 = 1.2;
const b = 0.75;

interface Posting {
  slots: number[];
  /** Weighted number of times, same order. */
  counts: number[];
  /** How many of these slots live; a word is as rare as it is among those. */
  live: number;
}

/** A document in the index. */
export interface Slot {
  document: SearchDocument;
  /** Folded values per filter name. */
  values: ReadonlyMap<string, ReadonlySet<string>>;
  length: number;
  /** Folded words of the title. */
  title: readonly string[];
}

/**
 * Words → documents. A replaced document leaves its old slot dead; when a quarter is dead the whole is made again from the documents that live.
 */
export class Postings {
  slots: (Slot | undefined)[] = [];
  readonly #postings = new Map<string, Posting>();
  readonly #byId = new Map<string, number>();
  #live = 0;
  #length = 0;
  #sorted: string[] | undefined;

  get size(): number {
    return this.#live;
  }

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  put(slot: Slot): void {
    this.remove(slot.document.id);
    const number = this.slots.length;
    const counts = this.#count(slot.document);
    const length = counts.length;
    this.slots.push({ ...slot, length });
    this.#byId.set(slot.document.id, number);
    this.#live++;
    this.#length += length;
    for (const [word, count] of counts.words) {
      let posting = this.#postings.get(word);
      if (!posting) {
        posting = { slots: [], counts: [], live: 0 };
        this.#postings.set(word, posting);
        this.#sorted = undefined;
      }
      posting.slots.push(number);
      posting.counts.push(count);
      posting.live++;
    }
  }

  remove(id: string): void {
    const number = this.#byId.get(id);
    if (number === undefined) return;
    const slot = this.slots[number];
    if (slot) for (const word of this.#count(slot.document).words.keys()) this.#leave(word);
    this.#length -= slot?.length ?? 0;
    this.slots[number] = undefined;
    this.#byId.delete(id);
    this.#live--;
    const dead = this.slots.length - this.#live;
    if (dead > 64 && dead > this.slots.length / 4) this.#compact();
  }

  #leave(word: string): void {
    const posting = this.#postings.get(word);
    if (posting) posting.live--;
  }

  clear(): void {
    this.slots = [];
    this.#postings.clear();
    this.#byId.clear();
    this.#live = 0;
    this.#length = 0;
    this.#sorted = undefined;
  }

  /** Adds the score of one word (or of every word that begins with it) to `scores`, and marks the slots it was found in. */
  score(word: string, prefix: boolean, scores: Float64Array, found: Uint8Array): void {
    this.#add(word, 1, Infinity, scores, found);
    if (!prefix) return;
    // A longer word is worth no more for being rarer than the word itself.
    const exact = this.#postings.get(word);
    const ceiling = exact && exact.live > 0 ? this.#rarity(exact) : Infinity;
    for (const longer of this.#beginningWith(word))
      if (longer !== word) this.#add(longer, (0.5 * word.length) / longer.length, ceiling, scores, found);
  }

  #rarity(posting: Posting): number {
    return Math.max(Math.log(1 + (this.#live - posting.live + 0.5) / (posting.live + 0.5)), 0.05);
  }

  #add(word: string, share: number, ceiling: number, scores: Float64Array, found: Uint8Array): void {
    const posting = this.#postings.get(word);
    if (!posting) return;
    const rarity = Math.min(this.#rarity(posting), ceiling);
    const average = this.#length / Math.max(1, this.#live);
    for (let i = 0; i < posting.slots.length; i++) {
      const number = posting.slots[i] ?? 0;
      const slot = this.slots[number];
      if (!slot) continue;
      const count = posting.counts[i] ?? 0;
      const score = (share * rarity * count * (k1 + 1)) / (count + k1 * (1 - b + (b * slot.length) / average));
      // Several forms of one word are one find; the best counts.
      scores[number] = Math.max(scores[number] ?? 0, score);
      found[number] = 1;
    }
  }

  #beginningWith(start: string): string[] {
    this.#sorted ??= [...this.#postings.keys()].sort();
    const words = this.#sorted;
    let low = 0;
    let high = words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((words[middle] ?? '') < start) low = middle + 1;
      else high = middle;
    }
    const out: string[] = [];
    for (let i = low; i < words.length && words[i]?.startsWith(start); i++) out.push(words[i] ?? '');
    return out;
  }

  #count(document: SearchDocument): { words: Map<string, number>; length: number } {
    const words = new Map<string, number>();
    let length = 0;
    const places = [
      [document.title],
      document.keywords,
      [document.summary],
      document.fields.map((field) => field.text),
      document.sections.flatMap((section) => [section.name, section.text]),
    ];
    places.forEach((texts, place) => {
      for (const text of texts)
        for (const word of wordsIn(text)) {
          words.set(word, (words.get(word) ?? 0) + (weights[place] ?? 1));
          length++;
        }
    });
    return { words, length };
  }

  #compact(): void {
    const live = this.slots.filter((slot) => slot !== undefined);
    this.clear();
    for (const slot of live) this.put(slot);
  }
}
