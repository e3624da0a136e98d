import { wordsIn } from './fold.ts';
import { inflectionKey } from './inflection.ts';

/** Sets of expressions that mean the same; an expression is a word or a few. */
export type SynonymSets = readonly (readonly string[])[];

/** Looks up what else a word, or words in a row, may be called. */
export class Synonyms {
  readonly #sets = new Map<string, string[][]>();
  /** Most words in one expression. */
  readonly longest: number = 1;

  constructor(sets: SynonymSets = []) {
    for (const set of sets) {
      const members = set.map(wordsIn).filter((words) => words.length > 0);
      for (const member of members) {
        this.longest = Math.max(this.longest, member.length);
        const key = keyOf(member);
        const held = this.#sets.get(key) ?? [];
        held.push(...members.filter((other) => keyOf(other) !== key));
        this.#sets.set(key, held);
      }
    }
  }

  /** Other expressions for these words in a row. */
  of(words: readonly string[]): readonly string[][] {
    return this.#sets.size === 0 ? [] : (this.#sets.get(keyOf(words)) ?? []);
  }
}

const keyOf = (words: readonly string[]): string => words.map(inflectionKey).join(' ');
