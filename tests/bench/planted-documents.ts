import type { SearchDocument } from '../../domain/search/engine.ts';
import { fold } from '../../domain/search/fold.ts';
import type { FamilyPair, WordFamily } from './relevance-set.ts';
import type { Chance } from './seeded.ts';

/** The hand-written sentences of `zinnen.json`. */
export interface Sentences {
  zn: string[];
  ww: string[];
  bn: string[];
  paar: string[];
  titels: string[];
  kopjes: string[];
  vulling: string[];
}

interface Plan {
  families: readonly WordFamily[];
  pairs: readonly FamilyPair[];
  sentences: Sentences;
  /** Text around the planted sentences; without it the hand-written filling is used. */
  paragraphs: readonly string[];
  chance: Chance;
}

/** Documents of which it is known what was planted in them: a few sentences each, between text that holds none of the words. */
export function composeDocuments({ families, pairs, sentences, paragraphs, chance }: Plan): SearchDocument[] {
  const filling = cleanFilling([...paragraphs.filter((text) => text.length > 60 && text.length < 900), ...sentences.vulling], families);
  const planted = chance.shuffled([
    ...families.flatMap((family) => plantedWords(family, sentences, chance)),
    ...pairSentences(pairs, sentences, chance),
  ]);
  const documents: SearchDocument[] = [];
  for (let at = 0; at < planted.length;) {
    const few = 1 + chance.below(3);
    documents.push(oneDocument(documents.length, planted.slice(at, at + few), { filling, sentences, chance }));
    at += few;
  }
  // Twice as many that hold nothing of it.
  for (let n = 2 * documents.length; n > 0; n--) documents.push(oneDocument(documents.length, [], { filling, sentences, chance }));
  return documents;
}

function plantedWords(family: WordFamily, sentences: Sentences, chance: Chance): string[] {
  const templates = family.soort === 'ww' ? sentences.ww : family.soort === 'bn' ? sentences.bn : sentences.zn;
  const apart = family.delen ? [family.delen.join(' '), family.delen.join('-')] : [];
  const same = [family.lemma, family.lemma, ...family.vormen, ...apart].map((word) => chance.pick(templates).replace('{x}', word));
  const others = [...(family.samenstellingen ?? []), ...family.lijkt].map((word) => chance.pick(sentences.zn).replace('{x}', word));
  return [...same, ...others];
}

function pairSentences(pairs: readonly FamilyPair[], sentences: Sentences, chance: Chance): string[] {
  return pairs.flatMap(({ planted }) => planted.map(([x, y]) => chance.pick(sentences.paar).replace('{x}', x).replace('{y}', y)));
}

/** Filling without any word that a query could rightly find: which documents are right must follow from the planting alone. */
function cleanFilling(texts: readonly string[], families: readonly WordFamily[]): string[] {
  const forms = new Set(families.flatMap((family) => [family.lemma, ...family.vormen, ...(family.samenstellingen ?? [])]).map(fold));
  const runs = new Set(families.flatMap((family) => (family.delen ? [family.delen.join(' ')] : [])));
  const clean = (text: string): boolean => {
    const words = text.split(/[^\p{L}\p{N}'’]+/u).map(fold);
    return !words.some((word, n) => endsInForm(word, forms) || runs.has(`${word} ${words[n + 1] ?? ''}`));
  };
  return texts.filter(clean);
}

function endsInForm(word: string, forms: ReadonlySet<string>): boolean {
  for (let at = 0; at <= word.length - 4; at++) if (forms.has(word.slice(at))) return true;
  return forms.has(word);
}

interface Around {
  filling: readonly string[];
  sentences: Sentences;
  chance: Chance;
}

function oneDocument(n: number, planted: readonly string[], { filling, sentences, chance }: Around): SearchDocument {
  const wanted = Math.min(900, Math.max(60, Math.exp(Math.log(230) + 0.5 * chance.bell())));
  const texts: string[] = [];
  for (let words = 0, at = chance.below(filling.length); words < wanted; at = chance.next() < 0.3 ? chance.below(filling.length) : at + 1) {
    const text = filling[at % filling.length]!;
    texts.push(text);
    words += text.split(' ').length;
  }
  const inSummary = planted.length > 0 && chance.next() < 0.15;
  for (const sentence of inSummary ? planted.slice(1) : planted) texts.splice(chance.below(texts.length + 1), 0, sentence);
  const count = Math.min(texts.length, 3 + chance.below(4));
  const per = Math.ceil(texts.length / count);
  return {
    id: `d${String(n).padStart(5, '0')}`,
    title: `${chance.pick(sentences.titels)} (${n + 1})`,
    summary: inSummary ? planted[0]! : chance.pick(filling.slice(-20)),
    keywords: [],
    fields: [],
    sections: Array.from({ length: count }, (_, k) => ({
      name: sentences.kopjes[k % sentences.kopjes.length]!,
      text: texts.slice(k * per, (k + 1) * per).join(' '),
    })),
    values: { soort: [chance.pick(['praktijk', 'vraag', 'opbrengst'])] },
    verdicts: {},
    completeness: 1,
  };
}
