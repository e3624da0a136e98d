import type { Hit, Snippet } from './answer.ts';
import type { Collection } from './collection.ts';
import { isFunctionWord } from './dutch-words.ts';
import { tiers, type Expansion, type Variant } from './expansion.ts';
import type { Token } from './fold.ts';
import { inflectionKey } from './inflection.ts';
import { marksIn, snippetsFrom, type Place } from './snippets.ts';
import type { StoredText } from './text-store.ts';
import { places } from './text-writing.ts';

/** Shows found documents: where the words stand, and why when they are not there as typed. */
export class HitMaker {
  readonly #collection: Collection;
  readonly #expansions: readonly Expansion[];
  /** 1: a term to mark; 2: one that only tells why, a function word in a row of words (“ouders en verzorgers”). */
  readonly #terms: Uint8Array;
  readonly #any: boolean;
  readonly #words = new Set<string>();
  /** Beginnings of words that count as they are. */
  readonly #starts: string[] = [];

  constructor(collection: Collection, expansions: readonly Expansion[]) {
    this.#collection = collection;
    this.#expansions = expansions;
    // Without words to look for nobody needs the words of the collection, which may still lie packed.
    this.#terms = new Uint8Array(expansions.length === 0 ? 0 : collection.words.terms.length);
    const mark = (term: number): void => {
      this.#terms[term] = 1;
      this.#words.add(collection.words.terms[term] ?? '');
    };
    for (const { variants, runs, begun, word } of expansions) {
      for (const term of variants.keys()) mark(term);
      if (begun) {
        this.#starts.push(word);
        for (const term of begun) this.#terms[term] = 1;
      }
      for (const { run } of runs)
        for (const term of run.flatMap((choices) => [...choices])) {
          if (!isFunctionWord(collection.words.terms[term] ?? '')) mark(term);
          else if (this.#terms[term] === 0) this.#terms[term] = 2;
        }
    }
    this.#any = this.#words.size > 0 || this.#starts.length > 0;
  }

  /** Words to mark in an opened text, the best first. */
  words(): string[] {
    const variants = this.#expansions.flatMap(({ variants }) => {
      const all = [...variants.values()];
      const near = all.filter(({ tier }) => tier < tiers.part);
      // Where the word itself occurs, a text full of marked compounds would hide it.
      return near.length > 0 ? near : all;
    });
    const counts = this.#collection.postings.counts;
    variants.sort((a, b) => a.tier - b.tier || counts.at(b.term) - counts.at(a.term));
    return [...this.#starts.map((start) => `${start}*`), ...variants.slice(0, 150).map(({ term }) => this.#collection.words.terms[term] ?? '')];
  }

  readonly #wanted = (word: string): boolean => this.#words.has(word) || this.#starts.some((start) => word.startsWith(start));

  /** A found document without anything to show. */
  bare(slot: number, score: number): Hit[] {
    const card = this.#collection.cards[slot];
    return card ? [{ id: card.id, score: Math.round(score * 1000) / 1000, snippets: [], titleMarks: [] }] : [];
  }

  /** A found document as it is shown. */
  hit(slot: number, score: number): Hit[] {
    const card = this.#collection.cards[slot];
    if (!card) return [];
    const texts = this.#collection.texts.read(slot);
    const held = new Set<number>();
    const snippets = this.#snippets(texts, held);
    const reden = this.#any ? this.#reason(held) : undefined;
    return [
      {
        id: card.id,
        score: Math.round(score * 1000) / 1000,
        snippets,
        titleMarks: !this.#any ? [] : marksIn(card.title, this.#wanted),
        ...(reden === undefined ? {} : { reden }),
      },
    ];
  }

  /** Pieces of its texts; the terms found in them are added to `held`. */
  #snippets(texts: readonly StoredText[], held: Set<number>): Snippet[] {
    const { texts: store } = this.#collection;
    const summary: Place[] = [];
    const sections: Place[] = [];
    const fields: Place[] = [];
    let name: StoredText | undefined;
    for (const text of texts) {
      const shown = { name: name ? store.write(name) : '', tokens: this.#tokens(text, held), text: () => store.write(text) };
      if (text.place === places.summary && !this.#isBlank(text)) summary.push({ ...shown, bonus: 0.5 });
      else if (text.place === places.label || (text.place === places.section && !name)) name = text;
      else {
        if (!this.#isBlank(text) && text.place === places.section) sections.push({ ...shown, bonus: 0.6 });
        if (!this.#isBlank(text) && text.place === places.field) fields.push({ ...shown, bonus: 0 });
        name = undefined;
      }
    }
    return snippetsFrom([...summary, ...sections, ...fields], this.#wanted);
  }

  #isBlank(text: StoredText): boolean {
    return text.words.length === 0 && this.#collection.texts.write(text).trim() === '';
  }

  /** The words of a text that were looked for, with the places they have in it. */
  #tokens(text: StoredText, held: Set<number>): Token[] {
    const { words, texts } = this.#collection;
    const out: Token[] = [];
    if (!this.#any) return out;
    let at = 0;
    for (let i = 0; i < text.words.length; i++) {
      const surface = text.words[i] ?? 0;
      const from = at + (texts.gaps[text.gaps[i] ?? 0]?.length ?? 0);
      at = from + (words.surfaces[surface]?.length ?? 0);
      const term = words.termOf.at(surface);
      const role = term < 0 ? 0 : this.#terms[term];
      if (role === 0) continue;
      held.add(term);
      if (role === 1) out.push({ word: words.terms[term] ?? '', from, to: at });
    }
    return out;
  }

  /** In Dutch, how the words are there that are not there as typed. */
  #reason(held: ReadonlySet<number>): string | undefined {
    const reasons = this.#expansions.flatMap(({ word, variants, runs }) => {
      let best: Variant | undefined;
      for (const term of held) {
        const variant = variants.get(term);
        if (variant && (!best || variant.tier < best.tier || (variant.tier === best.tier && variant.share > best.share))) best = variant;
      }
      if (best && best.tier < tiers.joined) return this.#sentence(word, best);
      const row = runs.find(({ run }) => run.every((choices) => [...choices].some((term) => held.has(term))));
      if (row)
        return [`ook: ${row.run.map((choices) => this.#collection.words.terms[[...choices].find((term) => held.has(term)) ?? 0] ?? '').join(' ')}`];
      return best ? this.#sentence(word, best) : [];
    });
    return reasons.length === 0 ? undefined : [...new Set(reasons)].join('; ');
  }

  #sentence(word: string, { term, tier }: Variant): string[] {
    const other = this.#collection.words.terms[term] ?? '';
    if (other === word) return [];
    if (tier === tiers.exact) return [`geschreven als ${other}`];
    if (tier === tiers.part) {
      if (other.startsWith(word)) return [`als begin van ${other}`];
      // Kin words (a teacher for a pupil) and parts of the word itself are no compounds with it.
      return [other.includes(word) || other.includes(inflectionKey(word)) ? `als deel van ${other}` : `verwant: ${other}`];
    }
    return [tier === tiers.typo ? `bedoelde u ${other}?` : `ook: ${other}`];
  }
}
