import type { Collection } from './collection.ts';
import { tiers, type Expansion } from './expansion.ts';
import { mostBegun, worthBegun } from './first-letters.ts';

/** Documents that match: per document 0 for no, else one more than its tier, and a score within that. */
export interface Found {
  tiers: Uint8Array;
  scores: Float32Array;
  /** 1 for a document that holds only some of the words. */
  partly?: Uint8Array;
}

/** BM25 constants (Robertson & Zaragoza 2009). */
const k1 = 1.2;
const b = 0.75;

/** Finds and scores the documents of one word at a time. */
export class WordScores {
  readonly #collection: Collection;

  constructor(collection: Collection) {
    this.#collection = collection;
  }

  /** Nothing found. */
  empty(): Found {
    const { reach } = this.#collection;
    return { tiers: new Uint8Array(reach), scores: new Float32Array(reach) };
  }

  /** Documents that hold a word in any of the ways it counts. */
  score({ word, variants, runs, begun }: Expansion): Found {
    const { postings } = this.#collection;
    const found = this.empty();
    const own = this.#collection.words.term(word);
    const count = own < 0 ? 0 : postings.counts.at(own);
    // A longer or other word is worth no more for being rarer than the word itself.
    const ceiling = count > 0 ? this.#collection.rarity(count) : Infinity;
    for (const variant of variants.values()) {
      const rarity = this.#collection.rarity(postings.counts.at(variant.term));
      this.#add(found, variant.term, variant.tier, variant.share * (variant.tier === tiers.exact ? rarity : Math.min(rarity, ceiling)));
    }
    if (begun) this.#addBegun(found, word, begun);
    for (const { run, tier, most } of runs) for (const slot of this.rowsOf(run, most)) raise(found, slot, tier, Math.min(ceiling, 5));
    return found;
  }

  /** Documents that hold one of very many words with the same beginning; what counts is only where one stands best. */
  #addBegun({ tiers: held, scores }: Found, word: string, begun: Int32Array): void {
    if (word.length === 2) this.#collection.letters.raise(word, scores);
    else this.#raiseBegun(begun, scores);
    for (let slot = 0; slot < held.length; slot++) if (held[slot] === 0 && (scores[slot] ?? 0) > 0) held[slot] = tiers.part + 1;
  }

  /** The shortest words are looked at first: where one of them stands well in every document no longer one can stand better. */
  #raiseBegun(begun: Int32Array, scores: Float32Array): void {
    const { postings, words } = this.#collection;
    const living = this.#collection.living();
    const byLength: number[][] = [];
    for (const term of begun) if (postings.counts.at(term) > 0) (byLength[words.terms[term]?.length ?? 0] ??= []).push(term);
    let settled = 0;
    for (let length = 0; length < byLength.length && settled < living.length; length++) {
      for (const term of byLength[length] ?? []) postings.raise(term, worthBegun(length, 1), mostBegun, scores);
      const next = worthBegun(length + 1, mostBegun);
      while (settled < living.length && (scores[living[settled] ?? 0] ?? 0) >= next) settled++;
    }
  }

  #add(found: Found, term: number, tier: number, worth: number): void {
    const { postings, lengths } = this.#collection;
    const count = postings.read(term);
    const { slots, weights } = postings;
    const lengthOf = lengths.data;
    const fixed = k1 * (1 - b);
    const perWord = (k1 * b) / Math.max(1, this.#collection.averageLength);
    const top = worth * (k1 + 1);
    const { tiers: held, scores } = found;
    for (let i = 0; i < count; i++) {
      const slot = slots[i] ?? 0;
      const length = lengthOf[slot] ?? 0;
      if (length === 0) continue;
      const weight = weights[i] ?? 0;
      const score = (top * weight) / (weight + fixed + perWord * length);
      // Several forms of one word are one find; the best counts.
      if (score > (scores[slot] ?? 0)) scores[slot] = score;
      const before = held[slot] ?? 0;
      if (before === 0 || before > tier + 1) held[slot] = tier + 1;
    }
  }

  /** Documents in which terms stand in a row. */
  rowsOf(run: readonly ReadonlySet<number>[], most: number): number[] {
    const { reach, cards } = this.#collection;
    const seen = new Uint8Array(reach);
    run.forEach((choices, place) => {
      for (const term of choices) {
        const count = this.#collection.postings.read(term);
        for (let i = 0; i < count; i++) {
          const slot = this.#collection.postings.slots[i] ?? 0;
          if (seen[slot] === place) seen[slot] = place + 1;
        }
      }
    });
    const held: number[] = [];
    for (let slot = 0; slot < reach; slot++) if (seen[slot] === run.length && cards[slot]) held.push(slot);
    return held.length > most ? [] : this.inRow(held, run);
  }

  /** Of these documents, those in which terms stand in a row; the rarest two neighbours are looked for first. */
  inRow(slots: readonly number[], run: readonly ReadonlySet<number>[]): number[] {
    const { postings, texts } = this.#collection;
    const counts = run.map((choices) => [...choices].reduce((sum, term) => sum + postings.counts.at(term), 0));
    let rarest = 0;
    for (let place = 1; place + 1 < counts.length; place++) if (least(counts, place) < least(counts, rarest)) rarest = place;
    return texts.withRun(slots, run, rarest);
  }
}

const least = (counts: readonly number[], place: number): number => Math.min(counts[place] ?? 0, counts[place + 1] ?? 0);

function raise(found: Found, slot: number, tier: number, score: number): void {
  const held = found.tiers[slot] ?? 0;
  if (held === 0 || held > tier + 1) found.tiers[slot] = tier + 1;
  if (score > (found.scores[slot] ?? 0)) found.scores[slot] = score;
}
