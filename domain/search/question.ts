import type { Collection } from './collection.ts';
import type { Expansion, Variant } from './expansion.ts';
import type { Found } from './word-scores.ts';
import { Nearness } from './nearness.ts';

/**
 * A whole sentence as a question. Nobody who types one knows which of its words the answer holds, so documents are ranked by how much of the question
 * they hold, how often, and how near together; how a word was found only counts as a share.
 */

/** What a find is worth by its tier, up to words written as one. */
const worth = [1, 0.95, 0.8, 0.9] as const;

/** What words that only resemble or contain the word are worth together, and how often they count in one document. */
const weak = { worth: 0.4, most: 2 };

/** BM25 constants (Robertson & Zaragoza 2009). */
const k1 = 1.8;
const b = 0.75;

/** Documents that hold all of the question are enough by themselves when there are this many. */
const plenty = 30;

/** With fewer than this what holds less of a question is given too. */
const few = 12;

/** So many of the best are looked at word by word. */
const looked = 60;

/** One word of the question in all documents. */
export interface Asked {
  expansion: Expansion;
  /** Score per document, 0 for one that does not hold it. */
  scores: Float32Array;
  /** How telling the word is. */
  rarity: number;
}

/** Scores every document for one word: all its forms together are one word. `rowsOf` gives the documents that hold terms in a row. */
export function askedWord(collection: Collection, expansion: Expansion, rowsOf: (run: Expansion['runs'][number]) => readonly number[]): Asked {
  const { postings, reach } = collection;
  const counts = new Float32Array(reach);
  const rest: Variant[] = [];
  for (const variant of expansion.variants.values()) {
    const part = worth[variant.tier];
    if (part === undefined) rest.push(variant);
    else addCounts(collection, counts, variant.term, part, Infinity);
  }
  for (const run of expansion.runs) for (const slot of rowsOf(run)) counts[slot] = (counts[slot] ?? 0) + (worth[run.tier] ?? 0.4);
  const sure = held(counts);
  const among = sure > 0 ? sure : Math.max(0, ...rest.map(({ term }) => postings.counts.at(term)));
  const rarity = among === 0 ? 0 : collection.rarity(among);
  for (const { term, share } of rest) {
    // A common word that stands for a rare one says less.
    const part = weak.worth * share * Math.min(1, collection.rarity(postings.counts.at(term)) / Math.max(rarity, 0.05));
    addCounts(collection, counts, term, part, weak.most);
  }
  return { expansion, rarity, scores: scored(collection, counts, rarity) };
}

function addCounts({ postings }: Collection, counts: Float32Array, term: number, part: number, most: number): void {
  const count = postings.read(term);
  const { slots, weights } = postings;
  for (let i = 0; i < count; i++) {
    const slot = slots[i] ?? 0;
    counts[slot] = (counts[slot] ?? 0) + part * Math.min(most, weights[i] ?? 0);
  }
}

/** Counts made into scores, in place. */
function scored({ lengths, averageLength }: Collection, counts: Float32Array, rarity: number): Float32Array {
  const fixed = k1 * (1 - b);
  const perWord = (k1 * b) / Math.max(1, averageLength);
  const lengthOf = lengths.data;
  for (let slot = 0; slot < counts.length; slot++) {
    const count = counts[slot] ?? 0;
    if (count === 0) continue;
    const length = lengthOf[slot] ?? 0;
    counts[slot] = length === 0 ? 0 : (rarity * (k1 + 1) * count) / (count + fixed + perWord * length);
  }
  return counts;
}

function held(counts: Float32Array): number {
  let out = 0;
  for (const count of counts) if (count > 0) out++;
  return out;
}

/** The documents that answer a question best. */
export interface Answered {
  found: Found;
  /** Whether documents are among them that do not hold everything. */
  partial: boolean;
}

/** Ranks the documents of `allowed` by how much they hold of the question; `together`: only what holds all of it, when there is any. */
export function answerQuestion(collection: Collection, words: readonly Asked[], allowed: Found, together = false): Answered {
  const { reach } = collection;
  const found: Found = { tiers: new Uint8Array(reach), scores: new Float32Array(reach) };
  const whole = words.reduce((sum, word) => sum + word.rarity, 0);
  if (whole === 0) return { found, partial: false };
  const shares = new Float32Array(reach);
  let complete = 0;
  for (let slot = 0; slot < reach; slot++) {
    if (allowed.tiers[slot] === 0) continue;
    const { score, mass, missed } = sum(words, slot);
    if (mass === 0) continue;
    // Above 1 for what holds everything, so that it is never left out.
    shares[slot] = missed === 0 ? 2 : mass / whole;
    if (missed === 0) complete++;
    found.scores[slot] = (allowed.scores[slot] ?? 0) + score * (mass / whole);
  }
  const enough = together ? complete > 0 : complete >= plenty && words.length < 3;
  const least = enough ? 2 : leastShare(shares);
  const slots = kept(found, shares, least);
  slots.sort((x, y) => (found.scores[y] ?? 0) - (found.scores[x] ?? 0));
  const nearness = new Nearness(collection, words);
  for (const slot of slots.slice(0, looked)) found.scores[slot] = (found.scores[slot] ?? 0) * (1 + nearness.of(slot) / whole);
  found.partly = Uint8Array.from(shares, (share) => (share > 0 && share < 2 ? 1 : 0));
  return { found, partial: slots.length > complete };
}

function sum(words: readonly Asked[], slot: number): { score: number; mass: number; missed: number } {
  let mass = 0;
  let score = 0;
  let missed = 0;
  for (const { scores, rarity } of words) {
    const one = scores[slot] ?? 0;
    score += one;
    if (one > 0) mass += rarity * Math.min(1, one / (rarity * 0.6));
    else if (rarity > 0) missed++;
  }
  return { score, mass, missed };
}

/** The share of the question that a document must hold: less when that leaves only a few. */
function leastShare(shares: Float32Array): number {
  const counts = [0.4, 0.25, 0.1].map((least) => ({ least, count: shares.filter((share) => share >= least).length }));
  return counts.find(({ count }) => count >= few)?.least ?? Number.MIN_VALUE;
}

/** Takes out what holds too little; gives what stays. */
function kept(found: Found, shares: Float32Array, least: number): number[] {
  const out: number[] = [];
  for (let slot = 0; slot < shares.length; slot++) {
    if ((shares[slot] ?? 0) < least) found.scores[slot] = 0;
    else {
      found.tiers[slot] = 1;
      out.push(slot);
    }
  }
  return out;
}
