import type { Collection } from './collection.ts';
import type { Lexicon } from './compounds.ts';
import { isFunctionWord } from './dutch-words.ts';
import { addKin, addNeighbours, addTypos, exactly, expand, type Expansion } from './expansion.ts';
import type { ValueLabels } from './engine.ts';
import { filterTest } from './filters.ts';
import { foldValue } from './fold.ts';
import { answerQuestion, askedWord } from './question.ts';
import type { Query } from './query.ts';
import { meantBy } from './typing-error.ts';
import type { Synonyms } from './synonyms.ts';
import { WordScores, type Found } from './word-scores.ts';

/** A document that holds only some of the words comes after every other. */
const partly = 7;

/** Phrases of common words are read for in every text; after so many texts the other phrases of a query are words. */
const mostTexts = 20_000;

/** So many words without a small word between them are words somebody wants together; more of them are a sentence. */
const fewWords = 4;

type Word = Extract<Query, { type: 'word' }>;

/** Works out one query over a collection. */
export class Matcher {
  /** What was looked for, per word that should occur. */
  readonly expansions: Expansion[] = [];
  /** Words that no document holds in any form. */
  readonly missing: string[] = [];
  /** A phrase that may have been meant by one that nobody wrote. */
  readonly meant: string[] = [];
  partial = false;
  /** The words that count, when the query was taken as a question. */
  question: readonly string[] | undefined;
  /** Whether phrases were taken as words, as there were too many. */
  loose = false;
  readonly #collection: Collection;
  readonly #lexicon: Lexicon;
  readonly #synonyms: Synonyms;
  readonly #labels: ValueLabels;
  readonly #scores: WordScores;
  readonly #phrases = new Map<string, Found>();
  #textsRead = 0;

  constructor(collection: Collection, synonyms: Synonyms, labels: ValueLabels = new Map()) {
    this.#collection = collection;
    this.#synonyms = synonyms;
    this.#labels = labels;
    this.#scores = new WordScores(collection);
    this.#lexicon = { words: collection.words, counts: (term) => collection.postings.counts.at(term) };
  }

  /** Documents that match all parts; when words are not found together, those that hold most of them. */
  top(parts: readonly Query[]): Found {
    const { words, others } = this.#sorted(parts.flatMap(loose));
    const strict = others.map((part) => this.find(part));
    const question = this.#question(words, strict);
    if (question) return question;
    const rows = this.#words(words);
    const content = rows.filter((row) => row.needed).map((row) => row.found);
    const full = this.#every([...strict, ...content]);
    const total = count(full.tiers);
    if (content.length >= 2 && (total === 0 || (content.length >= 4 && total < 10))) this.#addPartly(full, strict, content);
    for (const row of rows) if (!row.needed) addScores(full, row.found);
    return full;
  }

  /** A sentence of words that say something, or nothing when these are just a few words. */
  #question(words: readonly Word[], strict: readonly Found[]): Found | undefined {
    const telling = words.filter((word) => !isFunctionWord(word.word));
    if (telling.length < 2 || words.length < 3) return undefined;
    this.question = telling.map(({ word }) => word);
    const row = telling.map((word) => expand(word, this.#lexicon, this.#synonyms));
    addNeighbours(row, this.#lexicon, this.#synonyms);
    for (const one of row) addKin(one, this.#lexicon);
    this.expansions.push(...row);
    const asked = row.map((expansion) => askedWord(this.#collection, expansion, ({ run, most }) => this.#scores.rowsOf(run, most)));
    this.missing.push(...asked.flatMap(({ rarity, expansion }) => (rarity === 0 ? [expansion.word] : [])));
    const { found, partial } = answerQuestion(
      this.#collection,
      asked,
      this.#every(strict),
      telling.length === words.length && words.length <= fewWords,
    );
    this.partial = partial;
    return found;
  }

  find(query: Query): Found {
    switch (query.type) {
      case 'and': {
        const { words, others } = this.#sorted(query.parts);
        const rows = this.#words(words);
        const found = this.#every([...others.map((part) => this.find(part)), ...rows.filter((row) => row.needed).map((row) => row.found)]);
        for (const row of rows) if (!row.needed) addScores(found, row.found);
        return found;
      }
      case 'or':
        return this.#some(query.parts.map((part) => this.find(part)));
      case 'not': {
        const { tiers } = this.#without(query.part);
        const found = this.#scores.empty();
        for (let slot = 0; slot < tiers.length; slot++) found.tiers[slot] = tiers[slot] === 0 ? 1 : 0;
        return found;
      }
      case 'word':
        return this.#words([query])[0]?.found ?? this.#scores.empty();
      case 'phrase':
        return this.#phrase(query.words);
      case 'filter':
        return this.#filter(query.name, query.values);
    }
  }

  /** Words apart from all else. */
  #sorted(parts: readonly Query[]): { words: Word[]; others: Query[] } {
    return { words: parts.filter((part) => part.type === 'word'), others: parts.filter((part) => part.type !== 'word') };
  }

  /** What must not occur is taken by the letter, so that no document is hidden that does not hold it. */
  #without(query: Query): Found {
    if (query.type === 'word') return this.#scores.score(exactly(query.word, false, this.#lexicon));
    const held = [this.expansions.length, this.missing.length] as const;
    const found = query.type === 'phrase' ? this.#phrase(query.words, true) : this.find(query);
    this.expansions.length = held[0];
    this.missing.length = held[1];
    return found;
  }

  /** Each word with what counts as it; words that say nothing are not needed when others are there. */
  #words(words: readonly Word[]): { found: Found; needed: boolean }[] {
    const telling = words.filter((word) => !isFunctionWord(word.word) || word.prefix);
    const idle = telling.length > 0;
    const row: Expansion[] = [];
    const expanded = words.map((word) => {
      const needed = !idle || telling.includes(word);
      const expansion = needed ? expand(word, this.#lexicon, this.#synonyms) : exactly(word.word, false, this.#lexicon);
      if (needed) row.push(expansion);
      return { expansion, needed };
    });
    if (words.length > 1)
      addNeighbours(
        expanded.map((one) => one.expansion),
        this.#lexicon,
        this.#synonyms,
      );
    this.expansions.push(...row);
    return expanded.map(({ expansion, needed }) => ({ found: this.#scoreOrMeant(expansion, needed), needed }));
  }

  #scoreOrMeant(expansion: Expansion, needed: boolean): Found {
    const found = this.#scores.score(expansion);
    if (!needed || found.tiers.some((tier) => tier > 0)) return found;
    addTypos(expansion, this.#lexicon, this.#synonyms);
    if (expansion.variants.size > 0) return this.#scores.score(expansion);
    this.missing.push(expansion.word);
    return found;
  }

  #phrase(words: readonly string[], negated = false): Found {
    const key = words.join(' ');
    const known = this.#phrases.get(key);
    if (known) return known;
    const row = words.map((word) => exactly(word, false, this.#lexicon));
    this.expansions.push(...row);
    const found = this.#every(row.map((expansion) => this.#scores.score(expansion)));
    if (words.length > 1) this.#keepRows(found, row);
    if (!negated) this.#propose(row);
    this.#phrases.set(key, found);
    return found;
  }

  /** A phrase is taken by the letter; when a word of it is a slip, the phrase that is there is only proposed. */
  #propose(row: readonly Expansion[]): void {
    const slips = row.filter((one) => one.variants.size === 0);
    if (slips.length === 0 || slips.length > 2 || this.meant.length > 0) return;
    const words = row.map(({ word, variants }) => {
      const term = variants.size > 0 ? this.#lexicon.words.term(word) : (meantBy(word, this.#lexicon.words, this.#lexicon.counts)[0]?.term ?? -1);
      return { term, word: this.#lexicon.words.terms[term] ?? '' };
    });
    const run = words.map(({ term }) => new Set([term]));
    if (words.every(({ term }) => term >= 0) && (run.length === 1 || this.#scores.rowsOf(run, mostTexts).length > 0))
      this.meant.push(words.map(({ word }) => word).join(' '));
  }

  /** Leaves only the documents in which the words stand in a row. */
  #keepRows(found: Found, row: readonly Expansion[]): void {
    const { tiers } = found;
    const held: number[] = [];
    for (let slot = 0; slot < tiers.length; slot++) if (tiers[slot] !== 0) held.push(slot);
    if (this.#textsRead > 0 && this.#textsRead + held.length > mostTexts) {
      this.loose = true;
      return;
    }
    this.#textsRead += held.length;
    tiers.fill(0);
    const run = row.map((expansion) => new Set(expansion.variants.keys()));
    for (const expansion of row) expansion.phrase = run;
    for (const slot of this.#scores.inRow(held, run)) tiers[slot] = 1;
  }

  #filter(name: string, values: readonly string[]): Found {
    const found = this.#scores.empty();
    const labels = this.#labels.get(name);
    const meant = labels ? values.map((value) => labels.get(foldValue(value)) ?? value) : values;
    filterTest(this.#collection, name, meant, found.tiers);
    return found;
  }

  /** A new find, also when there is only one to begin with. */
  #every([first, ...others]: readonly Found[]): Found {
    const out = first ? { tiers: first.tiers.slice(), scores: first.scores.slice() } : this.#scores.empty();
    if (!first) out.tiers.fill(1);
    for (const { tiers, scores } of others) {
      for (let slot = 0; slot < tiers.length; slot++) {
        const tier = tiers[slot] ?? 0;
        const held = out.tiers[slot] ?? 0;
        if (tier === 0 || held === 0) out.tiers[slot] = 0;
        else if (tier > held) out.tiers[slot] = tier;
        out.scores[slot] = (out.scores[slot] ?? 0) + (scores[slot] ?? 0);
      }
    }
    return out;
  }

  #some(all: readonly Found[]): Found {
    const out = this.#scores.empty();
    for (const found of all) {
      for (let slot = 0; slot < out.tiers.length; slot++) {
        const tier = found.tiers[slot] ?? 0;
        const held = out.tiers[slot] ?? 0;
        if (tier > 0 && (held === 0 || tier < held)) out.tiers[slot] = tier;
        out.scores[slot] = (out.scores[slot] ?? 0) + (found.scores[slot] ?? 0);
      }
    }
    return out;
  }

  /** Documents that hold a good part of the words, weighed by how rare each is. */
  #addPartly(full: Found, strict: readonly Found[], words: readonly Found[]): void {
    const rarities = words.map((found) => {
      const held = count(found.tiers);
      return held === 0 ? 0 : this.#collection.rarity(held);
    });
    const whole = rarities.reduce((sum, one) => sum + one, 0);
    const base = this.#every(strict);
    const parts = (full.partly = new Uint8Array(base.tiers.length));
    for (let slot = 0; slot < base.tiers.length; slot++) {
      if (base.tiers[slot] === 0 || full.tiers[slot] !== 0) continue;
      let mass = 0;
      let score = base.scores[slot] ?? 0;
      words.forEach((found, i) => {
        const tier = found.tiers[slot] ?? 0;
        if (tier === 0) return;
        mass += rarities[i] ?? 0;
        score += (found.scores[slot] ?? 0) * (worthOf[tier - 1] ?? 0.3);
      });
      if (mass === 0 || mass < whole * 0.4) continue;
      full.tiers[slot] = partly + 1;
      parts[slot] = 1;
      full.scores[slot] = (score * mass) / whole;
      this.partial = true;
    }
  }
}

/** Words that only stand together by a hyphen or parentheses, one by one. */
const loose = (query: Query): readonly Query[] => (query.type === 'and' && query.parts.every((part) => part.type === 'word') ? query.parts : [query]);

/** Worth of a find by its tier, where tiers are not kept apart. */
const worthOf = [1, 0.95, 0.85, 0.85, 0.5, 0.5];

function addScores(into: Found, more: Found): void {
  for (let slot = 0; slot < into.scores.length; slot++) into.scores[slot] = (into.scores[slot] ?? 0) + 0.1 * (more.scores[slot] ?? 0);
}

function count(tiers: Uint8Array): number {
  let out = 0;
  for (let slot = 0; slot < tiers.length; slot++) if (tiers[slot] !== 0) out++;
  return out;
}
