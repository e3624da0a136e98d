import type { SearchDocument } from '../../domain/search/engine.ts';
import { fold } from '../../domain/search/fold.ts';
import { composeDocuments, type Sentences } from './planted-documents.ts';
import { halfOf, seeded, typo, type Chance } from './seeded.ts';

/** A family of words, listed by hand: what belongs together is not asked of the engine that is measured. */
export interface WordFamily {
  lemma: string;
  /** zn, ww or bn: which sentences fit around it. */
  soort: string;
  /** Other forms of the same word. */
  vormen: string[];
  /** Compounds of which it is the head. */
  samenstellingen?: string[];
  /** The two words it is made of, as people write it apart. */
  delen?: string[];
  /** Words that look like it and are not. */
  lijkt: string[];
}

export const classes = ['exact', 'verbogen', 'accenten', 'los', 'aaneen', 'hoofddeel', 'begin', 'tikfout 1', 'tikfout 2', 'twee verbogen'] as const;
export type RelevanceClass = (typeof classes)[number];

export interface RelevanceQuery {
  klasse: RelevanceClass;
  vraag: string;
  /** Ids of every document that should be found. */
  juist: string[];
  helft: 'afstellen' | 'achtergehouden';
}

export interface RelevanceSet {
  documents: SearchDocument[];
  queries: RelevanceQuery[];
}

/** Documents with planted sentences, and queries of which the right answers follow from what was planted. */
export function buildRelevanceSet(families: readonly WordFamily[], sentences: Sentences, paragraphs: readonly string[]): RelevanceSet {
  const chance = seeded(20261123);
  const pairs = pairedFamilies(families, chance);
  const documents = composeDocuments({ families, pairs, sentences, paragraphs, chance });
  const index = new WordTable(documents);
  const queries: RelevanceQuery[] = [];
  const add = (klasse: RelevanceClass, family: WordFamily, vraag: string, juist: Set<string>): void => {
    if (juist.size > 0) queries.push({ klasse, vraag, juist: [...juist].sort(), helft: halfOf(family.lemma) });
  };
  for (const family of families) {
    const forms = [family.lemma, ...family.vormen];
    add('exact', family, family.lemma, index.withAny([family.lemma]));
    for (const form of queryForms(family, chance)) add('verbogen', family, form, index.withAny(forms));
    for (const form of forms.filter((one) => fold(one) !== one && /[\u00C0-\u024F]/.test(one)).slice(0, 3))
      add('accenten', family, fold(form), index.withAny([form]));
    if (family.delen) {
      const all = index.union(index.withAny(forms), index.withRun(family.delen));
      add('los', family, family.delen.join(' '), all);
      add('aaneen', family, family.lemma, all);
    }
    if (family.samenstellingen) add('hoofddeel', family, family.lemma, index.union(index.withAny(forms), index.withAny(headed(family, families))));
    const start = index.rareStart(fold(family.lemma));
    if (start !== undefined) add('begin', family, start, index.startingWith(start));
    for (const edits of [1, 2] as const) {
      const wrong = misspelt(fold(family.lemma), edits, index, chance);
      if (wrong !== undefined) add(`tikfout ${edits}`, family, wrong, index.withAny([family.lemma]));
    }
  }
  for (const { first, second, asked } of pairs)
    add('twee verbogen', first, asked.join(' '), index.both([first.lemma, ...first.vormen], [second.lemma, ...second.vormen]));
  return { documents, queries };
}

/** Every listed word that ends in a form of the family, wherever it was listed; look-alikes never count. */
function headed(family: WordFamily, families: readonly WordFamily[]): string[] {
  const forms = [family.lemma, ...family.vormen];
  const listed = families.flatMap((other) => [other.lemma, ...other.vormen, ...(other.samenstellingen ?? [])]);
  return listed.filter((word) => forms.some((form) => word !== form && word.endsWith(form)));
}

function queryForms(family: WordFamily, chance: Chance): string[] {
  return family.soort === 'ww' ? [family.lemma, chance.pick(family.vormen)] : [chance.pick(family.vormen)];
}

function misspelt(word: string, edits: 1 | 2, index: WordTable, chance: Chance): string | undefined {
  if (word.length < (edits === 1 ? 5 : 8)) return undefined;
  for (let tries = 0; tries < 50; tries++) {
    const once = typo(word, chance);
    const wrong = edits === 1 ? once : typo(once, chance);
    if (wrong !== word && !index.knows(wrong) && (edits === 1 || once !== word)) return wrong;
  }
  return undefined;
}

export interface FamilyPair {
  first: WordFamily;
  second: WordFamily;
  planted: [string, string][];
  /** Other forms than the planted ones. */
  asked: [string, string];
}

/** Pairs within one half, so that the half that judges shares no word with the other. */
function pairedFamilies(families: readonly WordFamily[], chance: Chance): FamilyPair[] {
  return (['afstellen', 'achtergehouden'] as const).flatMap((half) => {
    const list = chance.shuffled(families.filter((family) => family.soort !== 'bn' && halfOf(family.lemma) === half));
    return list.flatMap((first, n): FamilyPair[] => {
      const second = list[(n + 1) % list.length]!;
      if (first === second || first.lemma.includes(second.lemma) || second.lemma.includes(first.lemma)) return [];
      const [a, b] = [chance.pick(first.vormen), chance.pick(second.vormen)];
      return n % 2 === 0
        ? [{ first, second, planted: [[first.lemma, b]], asked: [a, second.lemma] }]
        : [{ first, second, planted: [[a, b]], asked: [first.lemma, second.lemma] }];
    });
  });
}

/** Which document holds which word as written, accents and all. */
class WordTable {
  readonly #places = new Map<string, Set<string>>();
  readonly #runs = new Map<string, Set<string>>();
  readonly #folded = new Set<string>();

  constructor(documents: readonly SearchDocument[]) {
    for (const document of documents) {
      const text = [document.title, document.summary, ...document.sections.map((section) => section.text)].join(' . ');
      const words = writtenWords(text);
      words.forEach((word, n) => {
        note(this.#places, word, document.id);
        note(this.#runs, `${word} ${words[n + 1] ?? ''}`, document.id);
        this.#folded.add(fold(word));
      });
    }
  }

  knows = (word: string): boolean => this.#folded.has(word);
  withAny = (words: readonly string[]): Set<string> => this.union(...words.map((word) => this.#places.get(word) ?? new Set<string>()));
  withRun = (words: readonly string[]): Set<string> => this.#runs.get(words.join(' ')) ?? new Set();
  union = (...sets: Set<string>[]): Set<string> => new Set(sets.flatMap((set) => [...set]));

  both(one: readonly string[], other: readonly string[]): Set<string> {
    const second = this.withAny(other);
    return new Set([...this.withAny(one)].filter((id) => second.has(id)));
  }

  startingWith(start: string): Set<string> {
    return this.union(...[...this.#places].flatMap(([word, ids]) => (fold(word).startsWith(start) ? [ids] : [])));
  }

  /** Two thirds of the word, or more where too many documents hold a word that starts so. */
  rareStart(word: string): string | undefined {
    for (let length = Math.max(4, Math.round(word.length * 0.65)); length < word.length; length++)
      if (this.startingWith(word.slice(0, length)).size <= 10) return word.slice(0, length);
    return undefined;
  }
}

function note(table: Map<string, Set<string>>, key: string, id: string): void {
  const held = table.get(key);
  if (held) held.add(id);
  else table.set(key, new Set([id]));
}

/** The words of a text in small letters, accents kept, apart at hyphens. */
export const writtenWords = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}]+)*/gu) ?? [];
