import type { Hit, Snippet } from './answer.ts';
import type { Collection } from './collection.ts';
import { tiers, type Expansion, type Variant } from './expansion.ts';
import type { Token } from './fold.ts';
import { inflectionKey } from './inflection.ts';
import { MarkedTerms } from './marked-terms.ts';
import { snippetsFrom, type Place } from './snippets.ts';
import type { StoredText } from './text-store.ts';
import { places } from './text-writing.ts';

/** Shows found documents: where the words stand, and why when they are not there as typed. */
export class HitMaker {
  readonly #collection: Collection;
  readonly #expansions: readonly Expansion[];
  readonly #marked: MarkedTerms;

  constructor(collection: Collection, expansions: readonly Expansion[]) {
    this.#collection = collection;
    this.#expansions = expansions;
    this.#marked = new MarkedTerms(collection, expansions);
  }

  /** Words to mark in an opened text, the best first; with a space between them, those that count in a row (`leer gemeenschap` for *leergemeenschap*). */
  words(): string[] {
    const variants = this.#expansions.flatMap(({ variants }) => {
      const all = [...variants.values()];
      const near = all.filter(({ tier }) => tier < tiers.part);
      // Where the word itself occurs, a text full of marked compounds would hide it.
      return near.length > 0 ? near : all;
    });
    const counts = this.#collection.postings.counts;
    variants.sort((a, b) => a.tier - b.tier || counts.at(b.term) - counts.at(a.term));
    const starts = this.#expansions.flatMap(({ begun, word }) => (begun ? [`${word}*`] : []));
    const rows = this.#expansions.flatMap(({ runs }) => runs.flatMap(({ run }) => this.#rowsOf(run)));
    return [...starts, ...variants.slice(0, 150).map(({ term }) => this.#collection.words.terms[term] ?? ''), ...rows.slice(0, 60)];
  }

  /** The ways to write a row of words, each with a choice for every place; not all of a row that has very many. */
  #rowsOf(run: readonly ReadonlySet<number>[]): string[] {
    const { terms } = this.#collection.words;
    return run.reduce<string[]>(
      (starts, choices) => starts.flatMap((start) => [...choices].map((term) => `${start} ${terms[term] ?? ''}`.trim())).slice(0, 24),
      [''],
    );
  }

  /** A found document without anything to show. */
  bare(slot: number, score: number): Hit[] {
    const card = this.#collection.cards[slot];
    return card ? [{ id: card.id, score: Math.round(score * 1000) / 1000, snippets: [], titleMarks: [] }] : [];
  }

  /** A found document as it is shown. */
  hit(slot: number, score: number): Hit[] {
    const card = this.#collection.cards[slot];
    if (!card) return [];
    const held = new Set<number>();
    const texts = this.#shownOf(slot, held);
    const idle = this.#marked.idle(held);
    if (idle.size > 0) for (const one of texts) one.tokens = one.tokens.filter(({ word }) => !idle.has(word));
    const title = texts.find(({ text }) => text.place === places.title);
    const reden = this.#marked.any ? this.#reason(held) : undefined;
    return [
      {
        id: card.id,
        score: Math.round(score * 1000) / 1000,
        snippets: this.#snippets(texts),
        titleMarks: (title?.tokens ?? []).map(({ from, to }): [number, number] => [from, to]),
        ...(reden === undefined ? {} : { reden }),
      },
    ];
  }

  /** Its texts with what is marked in them; without anything to mark no further than its summary, which is shown then. */
  #shownOf(slot: number, held: Set<number>): { text: StoredText; tokens: Token[] }[] {
    const out: { text: StoredText; tokens: Token[] }[] = [];
    for (const text of this.#collection.texts.each(slot)) {
      out.push({ text, tokens: this.#marked.in(text, held) });
      if (!this.#marked.any && text.place === places.summary && !this.#isBlank(text)) break;
    }
    return out;
  }

  /** Pieces of its texts. */
  #snippets(texts: readonly { text: StoredText; tokens: Token[] }[]): Snippet[] {
    const { texts: store } = this.#collection;
    const summary: Place[] = [];
    const sections: Place[] = [];
    const fields: Place[] = [];
    let name: StoredText | undefined;
    for (const { text, tokens } of texts) {
      const shown = { name: name ? store.write(name) : '', tokens, text: () => store.write(text) };
      if (text.place === places.summary && !this.#isBlank(text)) summary.push({ ...shown, bonus: 0.5 });
      else if (text.place === places.label || (text.place === places.section && !name)) name = text;
      else {
        if (!this.#isBlank(text) && text.place === places.section) sections.push({ ...shown, bonus: 0.6 });
        if (!this.#isBlank(text) && text.place === places.field) fields.push({ ...shown, bonus: 0 });
        name = undefined;
      }
    }
    return snippetsFrom([...summary, ...sections, ...fields]);
  }

  #isBlank(text: StoredText): boolean {
    return text.words.length === 0 && this.#collection.texts.write(text).trim() === '';
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
