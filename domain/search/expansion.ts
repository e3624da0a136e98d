import { isFunctionWord } from './dutch-words.ts';
import { partsOfCompound, compoundsWith, joinedForms, splitForms, type Lexicon } from './compounds.ts';
import { kinOf } from './kin-words.ts';
import { longestWord } from './inflection.ts';
import { relatedTo } from './derivation.ts';
import type { Synonyms } from './synonyms.ts';
import { meantBy, type Meant } from './typing-error.ts';

/** How a word was found, best first. What is found one way never stands above what is found a better way. */
export const tiers = { exact: 0, inflected: 1, synonym: 2, joined: 3, part: 4, typo: 5 } as const;

/** A term that counts as the word that was asked for. */
export interface Variant {
  term: number;
  tier: number;
  /** Worth, compared with the word itself. */
  share: number;
  /** Set when it is this word and its neighbours of the query in one. */
  joined?: true;
}

/** Everything that counts as one word of the query. */
export interface Expansion {
  word: string;
  variants: Map<number, Variant>;
  /** Terms that count when they stand in a row; not looked at when more documents than `most` hold them all. */
  runs: { run: Set<number>[]; tier: number; most: number }[];
  /** For a word of a phrase: the choices for each place of it. The word counts only in this row. */
  phrase?: readonly ReadonlySet<number>[];
  /** What may have been meant by it was looked for. */
  guessed?: true;
  /** Terms that begin with these few letters: so many that they are not told apart. */
  begun?: Int32Array;
}

/** More words than this with one beginning are not weighed one by one; with two letters, for which the collection has a list, that is soon more work. */
const mostBeginnings = (word: string): number => (word.length === 2 ? 50 : 500);

/** A word as a query asks for it: `prefix` when it is still being typed, with what `OPP's` is the plural of. */
export interface AskedFor {
  word: string;
  prefix: boolean;
  stem?: string | undefined;
}

/** Only the word itself, as within quotation marks. */
export function exactly(word: string, prefix: boolean, lexicon: Lexicon): Expansion {
  const out: Expansion = { word, variants: new Map(), runs: [] };
  const term = lexicon.words.term(word);
  if (term >= 0 && lexicon.counts(term) > 0) add(out, term, tiers.exact, 1);
  if (prefix) addBeginnings(out, lexicon);
  return out;
}

/** The word, its forms, its synonyms, compounds with it, longer words when it is unfinished, and else what may have been meant. */
export function expand({ word, prefix, stem }: AskedFor, lexicon: Lexicon, synonyms: Synonyms): Expansion {
  const out = exactly(word, false, lexicon);
  if (/\d/.test(word)) return out;
  if (word.length > longestWord) return exactly(word, prefix, lexicon);
  // What looks like a form of `school` is the beginning of `schoolleider`, as long as it is no word itself.
  const unfinished = prefix && out.variants.size === 0 && lexicon.words.startingWith(word).some((term) => lexicon.counts(term) > 0);
  if (unfinished) addLikelyForms(out, word, lexicon);
  else addForms(out, word, tiers.inflected, 0.9, lexicon);
  if (stem !== undefined) addForms(out, stem, tiers.inflected, 0.9, lexicon);
  const known = out.variants.size > 0;
  for (const one of stem === undefined ? [word] : [word, stem])
    for (const other of synonyms.of([one])) addExpression(out, other, tiers.synonym, lexicon);
  for (const run of splitForms(word, known, lexicon)) out.runs.push({ run, tier: tiers.joined, most: 1000 });
  const before = out.variants.size;
  if (prefix) addBeginnings(out, lexicon);
  const begun = out.variants.size > before || out.begun !== undefined;
  for (const { term, head } of compoundsWith(word, lexicon)) {
    const share = shareOfPart(word, lexicon.words.terms[term] ?? '');
    add(out, term, tiers.part, head ? share + 0.4 : share);
  }
  if (!known && !begun) addTypos(out, lexicon, synonyms);
  return out;
}

/** Words that are kin to the word, words of the same stem, and the parts of a compound: enough for a question, too far for a single word. */
export function addKin(out: Expansion, lexicon: Lexicon): void {
  if (out.word.length > longestWord) return;
  const weakly = (terms: readonly number[], share: number): void => {
    for (const term of terms) if (lexicon.counts(term) > 0 && !out.variants.has(term)) add(out, term, tiers.part, share);
  };
  weakly(relatedTo(out.word, lexicon), 0.5);
  for (const other of kinOf(out.word)) weakly(lexicon.words.inflected(other), 0.5);
  for (const { word, share } of partsOfCompound(out.word, lexicon)) weakly(lexicon.words.inflected(word), share);
}

/** So many of the words that may have been meant bring their synonyms and compounds along. */
const likeliest = 2;

/** What may have been meant by a word with a typing error, with its forms, and of what is likeliest everything that would count as it. */
export function addTypos(out: Expansion, lexicon: Lexicon, synonyms?: Synonyms): void {
  if (out.word.length > longestWord || out.guessed) return;
  out.guessed = true;
  const meant = meantWith(out.word, lexicon);
  meant.forEach(({ term, distance }, n) => {
    const share = distance === 1 ? 1 : 0.2;
    const word = lexicon.words.terms[term] ?? '';
    add(out, term, tiers.typo, share);
    if (distance > 1 && n >= likeliest) return;
    addForms(out, word, tiers.typo, share / 2, lexicon);
    if (!synonyms || n >= likeliest || distance > (meant[0]?.distance ?? 0)) return;
    for (const other of synonyms.of([word])) addExpression(out, other, tiers.typo, lexicon);
    for (const compound of compoundsWith(word, lexicon))
      add(out, compound.term, tiers.typo, (share * shareOfPart(word, lexicon.words.terms[compound.term] ?? '')) / 2);
  });
}

/** Shorter words with another ending as well are too easily another word. */
const leastForEnding = 7;

/** What may have been meant; when that is nothing, words with another ending: of *coordinaror* a collection may hold only `coördinatoren`. */
function meantWith(word: string, lexicon: Lexicon): Meant[] {
  const meant = (one: string, most: number): Meant[] => meantBy(one, lexicon.words, lexicon.counts, most);
  const found = meant(word, 2);
  if (found.length > 0 || word.length < leastForEnding) return found;
  const others = [`${word}en`, `${word}s`, ...(/(?:en|s)$/.test(word) ? [word.replace(/(?:en|s)$/, '')] : [])];
  return others.flatMap((one) => meant(one, 1).map(({ term }) => ({ term, distance: 2 })));
}

/** Neighbours in the query that may be written as one word, or mean the same as another expression; they count for every word they stand for. */
export function addNeighbours(row: readonly Expansion[], lexicon: Lexicon, synonyms: Synonyms): void {
  row.forEach((first, at) => {
    for (let size = 2; size <= mostJoined && at + size <= row.length; size++) addTogether(row.slice(at, at + size), lexicon, synonyms);
    for (let size = 2; size <= synonyms.longest && at + size <= row.length; size++) {
      const part = row.slice(at, at + size);
      for (const other of synonyms.of(part.map((one) => one.word))) for (const one of part) addExpression(one, other, tiers.synonym, lexicon);
    }
  });
}

/** So many words of a query may be one word in a text. */
const mostJoined = 3;

/** `leer gemeenschap` is `leergemeenschap`, with its synonyms: no less than the words apart. With a word like `in` it may be chance. */
function addTogether(row: readonly Expansion[], lexicon: Lexicon, synonyms: Synonyms): void {
  const words = row.map((one) => one.word);
  if (words.join('').length > longestWord) return;
  const tier = words.some(isFunctionWord) ? tiers.joined : tiers.exact;
  for (const [term, share] of joinedForms(words, lexicon)) for (const one of row) addJoined(one, term, tier, share);
  if (tier !== tiers.exact) return;
  for (const other of synonyms.of([words.join('')])) for (const one of row) addExpression(one, other, tiers.synonym, lexicon);
}

function addExpression(out: Expansion, words: readonly string[], tier: number, lexicon: Lexicon): void {
  const [only] = words;
  if (words.length === 1 && only !== undefined) return addForms(out, only, tier, tier === tiers.typo ? 0.4 : 0.8, lexicon);
  const run = words.map((word) => new Set(lexicon.words.inflected(word).filter((term) => lexicon.counts(term) > 0)));
  if (run.every((choices) => choices.size > 0)) out.runs.push({ run, tier, most: Infinity });
}

function addForms(out: Expansion, word: string, tier: number, share: number, lexicon: Lexicon): void {
  for (const term of lexicon.words.inflected(word)) if (lexicon.counts(term) > 0) add(out, term, tier, share);
}

/** Forms of what may be a word or the beginning of one: `prikkels` is likely what was meant by `prikkel`, a form that is written otherwise is not. */
function addLikelyForms(out: Expansion, word: string, lexicon: Lexicon): void {
  for (const term of lexicon.words.inflected(word)) {
    const form = lexicon.words.terms[term] ?? '';
    const near = form.startsWith(word) && form.length <= word.length + 2;
    if (lexicon.counts(term) > 0) add(out, term, tiers.part, near ? 0.9 : 0.1);
  }
}

function addBeginnings(out: Expansion, lexicon: Lexicon): void {
  const terms = lexicon.words.startingWith(out.word);
  if (terms.length > mostBeginnings(out.word)) out.begun = terms;
  else for (const term of terms) if (lexicon.counts(term) > 0) add(out, term, tiers.part, shareOfPart(out.word, lexicon.words.terms[term] ?? ''));
}

const shareOfPart = (part: string, whole: string): number => (0.4 * part.length) / Math.max(1, whole.length);

function addJoined(out: Expansion, term: number, tier: number, share: number): void {
  add(out, term, tier, share);
  const variant = out.variants.get(term);
  if (variant) variant.joined = true;
}

function add(out: Expansion, term: number, tier: number, share: number): void {
  const held = out.variants.get(term);
  if (!held || held.tier > tier || (held.tier === tier && held.share < share)) out.variants.set(term, { term, tier, share });
}
