import { wordsIn } from './fold.ts';
import { inflectionKey } from './inflection.ts';

/** Sets of expressions that mean the same; an expression is a word or a few. */
export type SynonymSets = readonly (readonly string[])[];

/** Looks up what else a word, or words in a row, may be called. The sets are only gone through when the first is asked for. */
export class Synonyms {
  readonly #given: SynonymSets;
  #known: { sets: Map<string, string[][]>; longest: number } | undefined;

  constructor(sets: SynonymSets = []) {
    this.#given = sets;
  }

  /** Most words in one expression. */
  get longest(): number {
    return this.#all().longest;
  }

  /** Other expressions for these words in a row. */
  of(words: readonly string[]): readonly string[][] {
    const { sets } = this.#all();
    return sets.size === 0 ? [] : (sets.get(keyOf(words)) ?? []);
  }

  #all(): { sets: Map<string, string[][]>; longest: number } {
    if (this.#known) return this.#known;
    const sets = new Map<string, string[][]>();
    let longest = 1;
    for (const set of this.#given) {
      const members = set.map(wordsIn).filter((words) => words.length > 0);
      const keys = members.map(keyOf);
      for (const [n, key] of keys.entries()) {
        longest = Math.max(longest, members[n]?.length ?? 0);
        const held = sets.get(key) ?? [];
        held.push(...members.filter((_, other) => keys[other] !== key));
        sets.set(key, held);
      }
    }
    return (this.#known = { sets, longest });
  }
}

const keyOf = (words: readonly string[]): string => words.map(inflectionKey).join(' ');
