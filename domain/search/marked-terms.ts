import type { Collection } from './collection.ts';
import { isFunctionWord } from './dutch-words.ts';
import { tiers, type Expansion, type Variant } from './expansion.ts';
import type { Token } from './fold.ts';
import type { StoredText } from './text-store.ts';

/** What a term is to a query: it counts by itself, or only in a row. */
const alone = 1;
const inRow = 2;

interface Row {
  run: readonly ReadonlySet<number>[];
  /** Typed as a phrase; else only the words that say something are marked (“ouders en verzorgers”). */
  phrase: boolean;
}

interface Met {
  /** Which word of the text it is. */
  at: number;
  term: number;
  from: number;
  to: number;
}

/** Finds in a text what a query found there: words by themselves, and words of a phrase only where they stand in a row. */
export class MarkedTerms {
  /** Folded words that count by themselves, beginnings not among them. */
  readonly words = new Set<string>();
  /** Whether there is anything to look for. */
  readonly any: boolean;
  readonly #collection: Collection;
  readonly #roles: Uint8Array;
  readonly #rows: Row[] = [];
  /** Per word that several of the query may be written as together: those of the query. */
  readonly #joined = new Map<number, Expansion[]>();

  constructor(collection: Collection, expansions: readonly Expansion[]) {
    this.#collection = collection;
    this.any = expansions.some(({ variants, runs, begun }) => variants.size > 0 || runs.length > 0 || begun !== undefined);
    // Without words to look for nobody needs the words of the collection, which may still lie packed.
    this.#roles = new Uint8Array(expansions.length === 0 ? 0 : collection.words.terms.length);
    for (const expansion of expansions) {
      if (expansion.phrase) this.#row({ run: expansion.phrase, phrase: true });
      else this.#alone(expansion);
      for (const { run } of expansion.runs) this.#row({ run, phrase: false });
    }
  }

  #alone(expansion: Expansion): void {
    for (const { term, joined } of expansion.variants.values()) {
      this.#roles[term] = (this.#roles[term] ?? 0) | alone;
      this.words.add(this.#collection.words.terms[term] ?? '');
      if (joined) this.#joined.set(term, [...(this.#joined.get(term) ?? []), expansion]);
    }
    for (const term of expansion.begun ?? []) this.#roles[term] = (this.#roles[term] ?? 0) | alone;
  }

  #row(row: Row): void {
    if (this.#rows.some(({ run }) => run === row.run)) return;
    this.#rows.push(row);
    for (const choices of row.run) for (const term of choices) this.#roles[term] = (this.#roles[term] ?? 0) | inRow;
  }

  /** What is found in a text, in order, with its places in it; the terms are added to `held`. */
  in(text: StoredText, held: Set<number>): Token[] {
    const met = this.any ? this.#met(text) : [];
    const standing = this.#standing(met);
    return met.flatMap(({ term, from, to }, n): Token[] => {
      const role = this.#roles[term] ?? 0;
      const row = standing.get(n);
      if ((role & alone) === 0 && !row) return [];
      held.add(term);
      const word = this.#collection.words.terms[term] ?? '';
      return (role & alone) !== 0 || row?.phrase || !isFunctionWord(word) ? [{ word, from, to }] : [];
    });
  }

  #met(text: StoredText): Met[] {
    const { words, texts } = this.#collection;
    const out: Met[] = [];
    let place = 0;
    let at = 0;
    for (let i = 0; i < text.words.length; i++) {
      const surface = text.words[i] ?? 0;
      const from = place + (texts.gaps[text.gaps[i] ?? 0]?.length ?? 0);
      place = from + (words.surfaces[surface]?.length ?? 0);
      const term = words.termOf.at(surface);
      if (term < 0) continue;
      if ((this.#roles[term] ?? 0) !== 0) out.push({ at, term, from, to: place });
      at++;
    }
    return out;
  }

  /** Which of these stand in a row that was looked for. */
  #standing(met: readonly Met[]): Map<number, Row> {
    const out = new Map<number, Row>();
    for (const row of this.#rows)
      for (let n = 0; n + row.run.length <= met.length; n++) {
        const first = met[n]?.at ?? 0;
        if (row.run.every((choices, k) => met[n + k]?.at === first + k && choices.has(met[n + k]?.term ?? -1)))
          row.run.forEach((_, k) => out.get(n + k)?.phrase || out.set(n + k, row));
      }
    return out;
  }

  /**
   * Words not to be marked in a document that holds these terms: it was found for `leergemeenschap`, and a `leer` somewhere else, without a
   * `gemeenschap`, is not what was looked for.
   */
  idle(held: ReadonlySet<number>): Set<string> {
    const out = new Set<string>();
    for (const [joined, expansions] of this.#joined) {
      const apart = ({ variants }: Expansion): boolean => [...held].some((term) => isApart(variants.get(term)));
      if (expansions.length < 2 || !held.has(joined) || expansions.every(apart)) continue;
      for (const { variants } of expansions)
        for (const term of held) if (variants.has(term) && !variants.get(term)?.joined) out.add(this.#collection.words.terms[term] ?? '');
    }
    return out;
  }
}

/** Whether it is the word itself or as good as that, and by itself. */
const isApart = (variant: Variant | undefined): boolean => variant !== undefined && !variant.joined && variant.tier < tiers.part;
