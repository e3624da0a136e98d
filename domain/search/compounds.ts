import { isFunctionWord, isSeedPart } from './dutch-words.ts';
import { hashOf, inflectionKey } from './inflection.ts';
import type { WordTable } from './word-table.ts';

/** The words of a collection, as far as compounds need them. */
export interface Lexicon {
  words: WordTable;
  /** How many documents hold a term. */
  counts(term: number): number;
}

const links = ['s', 'en', 'e', 'n'] as const;
const derived =
  /^(heden|heid|schap|schappen|lijk|lijke|baar|bare|ingen|atie|aties|iteit|isch|ische|ering|eringen|ende|elijk|elijke|loos|loze|achtig|ening|eling|erij|eren|eert|elen|igen|ling|teit|ties|ters|ning|ding|king|ping|ring|ting|ging|ving|jes|tjes|sters)$/;
const particles = new Set('aan ver ont her voor door over onder achter terug tegen samen binnen buiten tussen mede niet be ge on'.split(' '));

/**
 * A form of so many letters at the end of a word is hardly there by chance, also when nobody knows what stands before it; not that of a shorter word, as
 * `leerde` of `leer` in `geannuleerde`.
 */
const telltale = { form: 6, word: 5 } as const;

/** A compound, and whether the word is its head, which says what it is. */
export interface Compound {
  term: number;
  head: boolean;
}

/** Terms that hold the word as a part: `gemeenschap` in `leergemeenschap` as its head, `ouder` in `ouderkamer`. */
export function compoundsWith(word: string, lexicon: Lexicon): Compound[] {
  if (word.length < 3 || /\d/.test(word)) return [];
  if (word.length === 3) return withShortHead(word, lexicon);
  const forms = new Set([...formsOf(word), ...lexicon.words.inflected(word).map((term) => lexicon.words.terms[term] ?? '')]);
  const out = new Map<number, boolean>();
  for (const form of forms) {
    if (form.length < 4) continue;
    for (const term of lexicon.words.endingIn(form)) {
      const compound = lexicon.words.terms[term] ?? '';
      const telling = form.length >= telltale.form && word.length >= telltale.word;
      if (lexicon.counts(term) > 0 && canPrecede(compound.slice(0, -form.length), telling, lexicon)) out.set(term, true);
    }
    for (const term of lexicon.words.startingWith(form)) {
      const compound = lexicon.words.terms[term] ?? '';
      if (lexicon.counts(term) > 0 && canFollow(compound.slice(form.length), lexicon) && !out.has(term)) out.set(term, false);
    }
  }
  return [...out].filter(([term]) => !forms.has(lexicon.words.terms[term] ?? '')).map(([term, head]) => ({ term, head }));
}

/** Of three letters only a head behind a whole word counts: `zwembad`, but not `stappen` as a sort of `pen`. */
function withShortHead(word: string, { words, counts }: Lexicon): Compound[] {
  const out: Compound[] = [];
  for (const form of new Set([word, ...words.inflected(word).map((term) => words.terms[term] ?? '')]))
    for (const term of words.endingIn(form)) {
      const left = (words.terms[term] ?? '').slice(0, -form.length);
      const stem = words.term(left);
      const known = isSeedPart(left) || (stem >= 0 && counts(stem) > 0);
      if (left.length >= 4 && known && counts(term) > 0 && words.keys.at(term) !== hashOf(inflectionKey(left))) out.push({ term, head: true });
    }
  return out;
}

/** `telling`: what stands behind it says enough by itself. */
function canPrecede(left: string, telling: boolean, lexicon: Lexicon): boolean {
  if (left.length < 3 || particles.has(left)) return false;
  if (isPart(left, lexicon)) return true;
  for (const link of links) if (left.endsWith(link) && isPart(left.slice(0, -link.length), lexicon)) return true;
  return telling && /[aeiou]/.test(left);
}

function canFollow(right: string, lexicon: Lexicon): boolean {
  if (right.length < 3 || derived.test(right)) return false;
  if (right.length >= 4 && isPart(right, lexicon)) return true;
  return links.some((link) => right.startsWith(link) && right.length - link.length >= 4 && isPart(right.slice(link.length), lexicon));
}

function isPart(text: string, lexicon: Lexicon): boolean {
  if (text.length < 3) return false;
  if (isSeedPart(text)) return true;
  const term = lexicon.words.term(text);
  return term >= 0 && lexicon.counts(term) >= (text.length < 5 ? 3 : 1);
}

/** Plausible other forms of a noun, whether or not the collection holds them. */
function formsOf(word: string): string[] {
  const out = [word];
  const plural = /^(.{3,})en$/.exec(word);
  if (plural) {
    const stem = plural[1] ?? '';
    out.push(stem, stem.replace(/([bdfgklmnprst])\1$/, '$1'), hard(stem), hard(stem.replace(/([^aeiou])([aeou])([^aeiouj])$/, '$1$2$2$3')));
  } else out.push(`${word}en`, soft(word.replace(/([aeou])\1([^aeiou])$/, '$1$2')) + 'en', word.replace(/([aeiou])([bdfgklmnprst])$/, '$1$2$2en'));
  if (word.endsWith('s')) out.push(word.slice(0, -1));
  else out.push(`${word}s`);
  return [...new Set(out)];
}

const hard = (word: string): string => word.replace(/v$/, 'f').replace(/z$/, 's');
const soft = (word: string): string => word.replace(/f$/, 'v').replace(/([aeiou])s$/, '$1z');

/** Words written as one: the compounds of them that the collection holds, with their worth. */
export function joinedForms([first = '', ...others]: readonly string[], { words, counts }: Lexicon): Map<number, number> {
  let all = [first];
  for (const other of others) all = all.flatMap((start) => ['', ...links].map((link) => start + link + other));
  const out = new Map<number, number>();
  for (const joined of all) {
    if (joined.length < 5) continue;
    for (const term of words.inflected(joined)) if (counts(term) > 0) out.set(term, words.terms[term] === joined ? 1 : (out.get(term) ?? 0.7));
  }
  return out;
}

/** A word cut in two that the collection holds both, as terms that may stand at each place. Best first. */
export function splitForms(word: string, known: boolean, { words, counts }: Lexicon): Set<number>[][] {
  if (word.length < 6 || /\d/.test(word)) return [];
  const found: { run: Set<number>[]; balance: number }[] = [];
  for (let at = 3; at <= word.length - 3; at++) {
    const rights = words.inflected(word.slice(at)).filter((term) => counts(term) > 0);
    if (rights.length === 0) continue;
    const left = word.slice(0, at);
    const lefts = [left, ...links.flatMap((link) => (left.endsWith(link) && left.length - link.length >= 3 ? [left.slice(0, -link.length)] : []))];
    const terms = lefts.map((one) => words.term(one)).filter((term) => term >= 0 && counts(term) > 0);
    // A word that is there falls apart into words that mean something by themselves.
    const telling = !known || (!isFunctionWord(left) && !isFunctionWord(word.slice(at)));
    if (terms.length > 0 && telling) found.push({ run: [new Set(terms), new Set(rights)], balance: Math.min(at, word.length - at) });
  }
  return found
    .sort((a, b) => b.balance - a.balance)
    .slice(0, 4)
    .map((one) => one.run);
}

/** The two words a compound is made of, with what each is worth: the head says most. Nothing when it is no compound of known words. */
export function partsOfCompound(word: string, lexicon: Lexicon): { word: string; share: number }[] {
  if (word.length < 7 || /\d/.test(word)) return [];
  let best: { left: string; right: string } | undefined;
  for (let at = 3; at <= word.length - 4; at++) {
    const right = word.slice(at);
    if (derived.test(right) || !isKnown(right, lexicon)) continue;
    const left = withoutLink(word.slice(0, at)).find((one) => one.length >= 3 && !particles.has(one) && isKnown(one, lexicon));
    if (left === undefined) continue;
    if (!best || Math.min(left.length, right.length) > Math.min(best.left.length, best.right.length)) best = { left, right };
  }
  return best
    ? [
        { word: best.left, share: 0.56 },
        { word: best.right, share: 0.8 },
      ]
    : [];
}

/** The left part of a compound, as it stands and without what joins it. */
const withoutLink = (left: string): string[] => [left, ...links.flatMap((link) => (left.endsWith(link) ? [left.slice(0, -link.length)] : []))];

const isKnown = (part: string, { words, counts }: Lexicon): boolean =>
  isSeedPart(part) || (part.length >= 4 && words.inflected(part).some((term) => counts(term) > 0));
