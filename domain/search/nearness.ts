import type { Collection } from './collection.ts';
import { tiers } from './expansion.ts';
import type { Asked } from './question.ts';
import type { StoredText } from './text-store.ts';

/** Words that stand within so many of each other belong together. */
const near = 25;

/** Neighbours in the question are neighbours in a text when at most two words stand between them. */
const beside = 3;

/** A title, a part and a whole text begin with what they are about; so many words on, a word tells half as much of that. */
const opening = 20;

/** What the words near a beginning are worth, beside those that stand together. */
const early = 1.5;

/** How near the words of a question stand together in a document, and how near a beginning. */
export class Nearness {
  readonly #collection: Collection;
  readonly #rarities: number[];
  /** Which word of the question a term counts as, plus one. */
  readonly #role: Uint8Array;
  /** Per word how often it stands in the stretch looked at. */
  readonly #counts: Int32Array;
  /** Per word how far from a beginning it stands in the document, at its nearest. */
  readonly #first: Float64Array;

  constructor(collection: Collection, words: readonly Asked[]) {
    this.#collection = collection;
    this.#rarities = [0, ...words.map(({ rarity }) => rarity)];
    this.#role = new Uint8Array(collection.words.terms.length);
    this.#counts = new Int32Array(words.length + 1);
    this.#first = new Float64Array(words.length + 1);
    words.forEach(({ expansion }, i) => {
      for (const { term, tier } of expansion.variants.values()) if (tier < tiers.part || this.#role[term] === 0) this.#role[term] = i + 1;
    });
  }

  /** Half the rarity of the words in the richest stretch, half that of words that are neighbours in the question and here, and more for each that stands early. */
  of(slot: number): number {
    this.#first.fill(Infinity);
    let best = 0;
    const pairs = new Set<number>();
    for (const text of this.#collection.texts.read(slot)) best = Math.max(best, this.#richest(text, pairs));
    let together = 0;
    for (const word of pairs) together += (this.#rarity(word) + this.#rarity(word - 1)) / 2;
    let begun = 0;
    for (let word = 1; word < this.#first.length; word++) begun += this.#rarity(word) / (1 + (this.#first[word] ?? Infinity) / opening);
    return (best + together) / 2 + early * begun;
  }

  #rarity(word: number): number {
    return this.#rarities[word] ?? 0;
  }

  #richest(text: StoredText, pairs: Set<number>): number {
    const { words } = this.#collection;
    const counts = this.#counts.fill(0);
    const found: { at: number; word: number }[] = [];
    let first = 0;
    let mass = 0;
    let different = 0;
    let best = 0;
    for (let at = 0; at < text.words.length; at++) {
      const term = words.termOf.at(text.words[at] ?? 0);
      const word = term < 0 ? 0 : (this.#role[term] ?? 0);
      if (word === 0) continue;
      if (at < (this.#first[word] ?? 0)) this.#first[word] = at;
      const last = found.at(-1);
      if (last && word === last.word + 1 && at - last.at <= beside) pairs.add(word);
      found.push({ at, word });
      if (counts[word] === 0) {
        mass += this.#rarity(word);
        different++;
      }
      counts[word] = (counts[word] ?? 0) + 1;
      for (let gone = found[first]; gone && at - gone.at > near; gone = found[++first]) {
        const left = (counts[gone.word] ?? 0) - 1;
        counts[gone.word] = left;
        if (left > 0) continue;
        mass -= this.#rarity(gone.word);
        different--;
      }
      if (different > 1 && mass > best) best = mass;
    }
    return best;
  }
}
