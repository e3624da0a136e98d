import type { Alike } from './answer.ts';
import type { Attribute } from './attributes.ts';
import type { Collection } from './collection.ts';
import { isFunctionWord } from './dutch-words.ts';
import { firstOf } from './ranking.ts';

/** So many of its words say what a document is about. */
const telling = 25;

/** What stands in more of the documents than this says little. */
const common = 0.2;

/** In a small collection that would leave nothing. */
const fewest = 4;

/** So many words tell why. */
const shown = 3;

/** A document that shares less than this with another is not like it. */
const leastShare = 0.06;

/** BM25 constants (Robertson & Zaragoza 2009). */
const k1 = 1.2;
const b = 0.75;

/** What a shared value counts for, beside one telling word. */
const valueWorth: Readonly<Record<string, number>> = { trefwoord: 1, thema: 0.6, perspectief: 0.3, waarde: 0.3 };
const verdictWorth = 0.15;

/** A word in all its forms. */
interface Stem {
  terms: number[];
  /** The form the document itself has most. */
  term: number;
  weight: number;
  /** How telling it is; while the forms are gathered, how heavy the form is. */
  worth: number;
}

/** One telling word in the documents that hold it: what each shares of it with the document asked about. */
interface Shared {
  term: number;
  slots: Int32Array;
  scores: Float32Array;
  whole: number;
}

/**
 * The documents that are most like one: the words that tell it apart from the others, weighed as BM25 does. Of each word only as much counts as the
 * document has itself, so that nothing is more like it than its own copy.
 */
export function alike(collection: Collection, slot: number, limit: number): Alike[] {
  const { reach, cards } = collection;
  const sums = new Float32Array(reach);
  const shared = tellingStems(collection, slot).map((stem) => sharedIn(collection, slot, stem, sums));
  const whole = shared.reduce((sum, word) => sum + word.whole, 0);
  const scores = new Float64Array(reach);
  const met = new Uint8Array(reach);
  for (const word of shared)
    for (let i = 0; i < word.slots.length; i++) {
      const other = word.slots[i] ?? 0;
      scores[other] = (scores[other] ?? 0) + (word.scores[i] ?? 0);
      met[other] = (met[other] ?? 0) + 1;
    }
  const needed = Math.max(1, Math.min(2, shared.length));
  const fitting = new Int32Array(reach);
  let count = 0;
  for (let at = 0; at < reach; at++)
    if (at !== slot && (met[at] ?? 0) >= needed && (scores[at] ?? 0) >= whole * leastShare && cards[at]) fitting[count++] = at;
  const best = mostAlike(collection, slot, fitting.subarray(0, count), scores, limit);
  const written = writtenForms(collection, slot, new Set(shared.map(({ term }) => term)));
  return best.map((at) => ({
    id: cards[at]?.id ?? '',
    score: Math.round((scores[at] ?? 0) * 1000) / 1000,
    woorden: heaviest(shared, at).map((term) => written.get(term) ?? ''),
  }));
}

/** The best of these; of equals the one nearest in length comes first. */
function mostAlike(collection: Collection, slot: number, fitting: Int32Array, scores: Float64Array, limit: number): number[] {
  const { lengths, titles, reach } = collection;
  addValues(collection, slot, fitting, scores);
  const own = lengths.at(slot);
  const ranks = titles.ranks(reach);
  const apart = (at: number): number => Math.abs(lengths.at(at) - own);
  return firstOf(fitting, limit, (x, y) => (scores[y] ?? 0) - (scores[x] ?? 0) || apart(x) - apart(y) || (ranks[x] ?? 0) - (ranks[y] ?? 0));
}

/** The words that tell most about a document, the best first. */
function tellingStems(collection: Collection, slot: number): Stem[] {
  const { words, texts, postings, size } = collection;
  const { terms } = words;
  const stems = new Map<number, Stem>();
  texts.weigh(slot, (term, weight) => {
    if (weight === 0 || !tells(terms[term] ?? '')) return;
    const key = words.keys.at(term);
    const held = stems.get(key);
    if (!held) stems.set(key, { terms: [term], term, weight, worth: weight });
    else {
      held.terms.push(term);
      held.weight += weight;
      // The form shown is the one that stands there most; equals go by the alphabet, as numbers of words differ after the index was made again.
      if (weight > held.worth || (weight === held.worth && (terms[term] ?? '') < (terms[held.term] ?? ''))) {
        held.term = term;
        held.worth = weight;
      }
    }
  });
  const most = Math.max(fewest, size * common);
  const length = lengthShare(collection, slot);
  const candidates = [...stems.values()].flatMap((stem) => {
    if (stem.terms.reduce((sum, term) => sum + postings.counts.at(term), 0) > most) return [];
    const forms = words.inflected(terms[stem.term] ?? '').filter((term) => postings.counts.at(term) > 0);
    const count = forms.reduce((sum, term) => sum + postings.counts.at(term), 0);
    return count < 2 || count > most
      ? []
      : [{ ...stem, terms: forms, worth: saturated(stem.weight, length) * collection.rarity(Math.min(count, size)) }];
  });
  candidates.sort((x, y) => y.worth - x.worth || ((terms[x.term] ?? '') < (terms[y.term] ?? '') ? -1 : 1));
  return candidates.slice(0, telling);
}

const tells = (word: string): boolean => word.length > 2 && !isFunctionWord(word) && !/\d/.test(word);

const saturated = (weight: number, length: number): number => ((k1 + 1) * weight) / (weight + length);

/** What stands under the line of BM25 for the length of a document. */
const lengthShare = ({ lengths, averageLength }: Collection, slot: number): number =>
  k1 * (1 - b + (b * lengths.at(slot)) / Math.max(1, averageLength));

/** `sums` is empty and is left so. */
function sharedIn(collection: Collection, slot: number, { terms, term }: Stem, sums: Float32Array): Shared {
  const { postings, lengths, averageLength } = collection;
  const met: number[] = [];
  for (const form of terms) {
    const count = postings.read(form);
    const { slots, weights } = postings;
    for (let i = 0; i < count; i++) {
      const other = slots[i] ?? 0;
      // One that is gone has no length.
      if ((lengths.data[other] ?? 0) === 0) continue;
      if (sums[other] === 0) met.push(other);
      sums[other] = (sums[other] ?? 0) + (weights[i] ?? 0);
    }
  }
  const fixed = k1 * (1 - b);
  const perWord = (k1 * b) / Math.max(1, averageLength);
  const scoreOf = (at: number): number => saturated(sums[at] ?? 0, fixed + perWord * (lengths.data[at] ?? 0));
  const rarity = collection.rarity(met.length);
  const most = scoreOf(slot);
  const scores = Float32Array.from(met, (at) => rarity * Math.min(scoreOf(at), most));
  for (const at of met) sums[at] = 0;
  return { term, slots: Int32Array.from(met), scores, whole: rarity * most };
}

/** The words that weigh most in what a document shares. */
function heaviest(shared: readonly Shared[], at: number): number[] {
  const held = shared.flatMap(({ term, slots, scores }) => {
    const place = slots.indexOf(at);
    return place < 0 ? [] : [{ term, score: scores[place] ?? 0 }];
  });
  held.sort((x, y) => y.score - x.score);
  return held.slice(0, shown).map(({ term }) => term);
}

/** Adds what documents share in trefwoorden, theme and judgements: the rarer the more. */
function addValues(collection: Collection, slot: number, among: Int32Array, scores: Float64Array): void {
  const { attributes } = collection;
  const held = attributes.held.data;
  /** Spellings of one value count together. */
  const counts = new Map<string, number>();
  for (let i = attributes.starts.at(slot); i < attributes.end(slot); i++) {
    const value = attributes.all[held[i] ?? 0];
    if (worthOf(value) > 0) counts.set(keyOf(value), 0);
  }
  if (counts.size === 0) return;
  const spellings = collection.countValues(collection.living());
  const names = new Set([...counts.keys()].map((key) => key.slice(0, key.indexOf('\u0000'))));
  const wanted = [...names]
    .flatMap((name) => attributes.under(name))
    .flatMap((id) => {
      const key = keyOf(attributes.all[id]);
      return counts.has(key) ? [{ id, key }] : [];
    });
  for (const { id, key } of wanted) counts.set(key, (counts.get(key) ?? 0) + (spellings[id] ?? 0));
  const worth = new Float32Array(attributes.all.length);
  for (const { id, key } of wanted) worth[id] = worthOf(attributes.all[id]) * collection.rarity(counts.get(key) ?? 0);
  for (const at of among) {
    const end = attributes.end(at);
    let sum = 0;
    for (let i = attributes.starts.at(at); i < end; i++) sum += worth[held[i] ?? 0] ?? 0;
    scores[at] = (scores[at] ?? 0) + sum;
  }
}

const keyOf = (value: Attribute | undefined): string => `${value?.name}\u0000${value?.folded}`;

function worthOf(value: Attribute | undefined): number {
  if (!value) return 0;
  const { name, folded } = value;
  if (name.startsWith('criterium:')) return folded === 'geen' ? 0 : verdictWorth;
  return valueWorth[name] ?? 0;
}

/** How the document writes its words: small when it does so somewhere. */
function writtenForms({ words, texts }: Collection, slot: number, wanted: ReadonlySet<number>): Map<number, string> {
  const out = new Map<number, string>();
  for (const { words: row } of texts.read(slot))
    for (const surface of row) {
      const term = words.termOf.at(surface);
      if (!wanted.has(term)) continue;
      const written = words.surfaces[surface] ?? '';
      if (!out.has(term) || written === written.toLowerCase()) out.set(term, written);
    }
  return out;
}
