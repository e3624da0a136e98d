import { IntList } from './byte-store.ts';
import { Collection, type Card } from './collection.ts';
import type { EngineOptions, SearchEngine } from './engine.ts';
import { InvertedIndex } from './inverted-index.ts';

/** Changes whenever the form, or the way words are cut and folded, changes; an older index is made again. */
const version = 9;
const magic = 0x53474f4f;

/** What is kept, in this order. */
const partNames = [
  'strings',
  'surfaces',
  'texts',
  'postings',
  'pairs',
  'textStarts',
  'textEnds',
  'pairStarts',
  'lengths',
  'held',
  'heldStarts',
  'order',
  'terms',
  'letters',
  'letterNumbers',
  'valued',
  'valueNames',
  'completeness',
] as const;
type PartName = (typeof partNames)[number];

/** Numbers before the parts: magic, version, size, checksum, and the size of each part. */
const headSize = 4 + partNames.length;

/** In columns: many small records take several times as long to read. */
interface Strings {
  gaps: string[];
  /** Of each document its id, title and date; no id where a document is gone. */
  ids: (string | null)[];
  titles: string[];
  dates: string[];
  names: string[];
  values: string[];
  letters: string[];
}

/** The whole index as one stretch of bytes, with a version and a checksum. */
export function saveIndex(engine: SearchEngine): Uint8Array {
  const saving = slices(engine);
  for (;;) {
    const step = saving.next();
    if (step.done) return checked(step.value);
  }
}

/**
 * The same in pieces, made with a turn for others after each step: a large index is not copied once more. Nothing when it changed meanwhile; what changes
 * later does not change the pieces. They have no checksum, so whoever keeps them makes sure that no byte differs.
 */
export async function indexPieces(engine: SearchEngine, turn: () => Promise<void>): Promise<readonly Uint8Array[] | undefined> {
  if (!(engine instanceof InvertedIndex)) throw new TypeError('only an engine of our own can be saved');
  const saving = slices(engine);
  let step = saving.next();
  // Making all again counts as a change too.
  const { changes } = engine.collection;
  while (!step.done) {
    await turn();
    if (engine.collection.changes !== changes) return undefined;
    step = saving.next();
  }
  return step.value;
}

function* slices(engine: SearchEngine): Generator<void, readonly Uint8Array[]> {
  if (!(engine instanceof InvertedIndex)) throw new TypeError('only an engine of our own can be saved');
  const { collection } = engine;
  // What is gone may lie in the file for a while; making all again would hold up everything else.
  if (collection.reach > collection.size * 1.1 + 20) collection.compact();
  yield;
  const { words, texts, postings, letters, attributes } = collection;
  const packed = yield* postings.pack(words.terms.length);
  const begun = yield* letters.postings.pack(letters.names().length);
  const strings: Strings = {
    gaps: texts.gaps,
    ids: Array.from(collection.cards, (card) => card?.id ?? null),
    titles: Array.from(collection.cards, (card) => card?.title ?? ''),
    dates: Array.from(collection.cards, (card) => card?.date ?? ''),
    names: attributes.names(),
    values: attributes.all.map(({ value }) => value),
    letters: letters.names(),
  };
  const nameNumbers = new Map(strings.names.map((name, n) => [name, n]));
  // Copies, as these may change in their place while they are being kept; the others are only added to.
  const copied = (list: IntList): Uint8Array => bytesOf(list.used().slice());
  return assembled({
    strings: new TextEncoder().encode(JSON.stringify(strings)),
    surfaces: words.written(),
    texts: texts.bytes.stretches(),
    postings: packed.bytes,
    pairs: texts.pairs.bytes.stretches(),
    textStarts: copied(texts.starts),
    textEnds: copied(texts.ends),
    pairStarts: copied(texts.pairs.starts),
    lengths: copied(collection.lengths),
    held: copied(attributes.held),
    heldStarts: copied(attributes.starts),
    order: bytesOf(Int32Array.from(collection.titles.order())),
    terms: joined([words.keys.used(), packed.starts, packed.counts].map(bytesOf)),
    letters: begun.bytes,
    letterNumbers: joined([begun.starts, begun.counts].map(bytesOf)),
    valued: bytesOf(collection.valued().slice()),
    valueNames: bytesOf(Int32Array.from(attributes.all, ({ name }) => nameNumbers.get(name) ?? 0)),
    completeness: new Uint8Array(Float64Array.from(collection.cards, (card) => card?.completeness ?? 0).buffer),
  });
}

/**
 * An engine from what {@link saveIndex} gave; nothing when it is cut off, damaged or of another version. The bytes belong to the engine from then on.
 * `whole`: somebody else made sure that no byte differs.
 */
export function loadIndex(bytes: Uint8Array, options: EngineOptions = {}, whole = false): SearchEngine | undefined {
  const parts = takeApart(bytes, whole);
  if (!parts) return undefined;
  const strings: Strings = JSON.parse(new TextDecoder().decode(parts.strings));
  const collection = new Collection();
  const numbers = numbersOf(parts.terms);
  // Per term its key, where its documents begin (and once where they end), and their count.
  const count = (numbers.length - 1) / 3;
  if (!Number.isInteger(count)) return undefined;
  collection.words.restore(parts.surfaces, numbers.subarray(0, count));
  collection.texts.restore(strings.gaps, parts.texts, numbersOf(parts.textStarts), numbersOf(parts.textEnds));
  collection.texts.pairs.restore(parts.pairs, numbersOf(parts.pairStarts));
  collection.postings.restore(parts.postings, numbers.subarray(count, 2 * count + 1), numbers.subarray(2 * count + 1));
  const ofLetters = numbersOf(parts.letterNumbers);
  const startsOfLetters = strings.letters.length + 1;
  collection.letters.restore(strings.letters, parts.letters, ofLetters.subarray(0, startsOfLetters), ofLetters.subarray(startsOfLetters));
  collection.attributes.restore(strings.names, strings.values, numbersOf(parts.valueNames), listOf(parts.held), listOf(parts.heldStarts));
  collection.restore(cardsOf(strings, parts.completeness), listOf(parts.lengths), numbersOf(parts.order), numbersOf(parts.valued));
  return new InvertedIndex(collection, options);
}

function cardsOf({ ids, titles, dates }: Strings, completeness: Uint8Array): (Card | undefined)[] {
  // Copied, as it may not begin at a multiple of eight.
  const shares = new Float64Array(new Uint8Array(completeness).buffer);
  return ids.map((id, slot) =>
    id === null ? undefined : { id, title: titles[slot] ?? '', date: dates[slot] ?? '', completeness: shares[slot] ?? 0 },
  );
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}

const bytesOf = (numbers: Int32Array): Uint8Array => new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
const numbersOf = (bytes: Uint8Array): Int32Array => new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);

function listOf(bytes: Uint8Array): IntList {
  const numbers = numbersOf(bytes);
  return new IntList(numbers, numbers.length);
}

const padded = (size: number): number => (size + 3) & ~3;

/** The parts with what stands before them, each made up to a multiple of four. */
function assembled(parts: Readonly<Record<PartName, Uint8Array | readonly Uint8Array[]>>): readonly Uint8Array[] {
  const stretches = partNames.map((name) => parts[name]).map((part) => (part instanceof Uint8Array ? [part] : part));
  const sizes = stretches.map((part) => part.reduce((sum, stretch) => sum + stretch.length, 0));
  const whole = headSize * 4 + sizes.reduce((sum, size) => sum + padded(size), 0);
  const head = Int32Array.from([magic, version, whole, 0, ...sizes]);
  return [bytesOf(head), ...stretches.flatMap((part, n) => [...part, new Uint8Array(padded(sizes[n] ?? 0) - (sizes[n] ?? 0))])];
}

/** All of it in one stretch, with its checksum. */
function checked(pieces: readonly Uint8Array[]): Uint8Array {
  const out = joined(pieces);
  const numbers = numbersOf(out);
  numbers[3] = checksum(numbers.subarray(4));
  return out;
}

function takeApart(given: Uint8Array, whole: boolean): Readonly<Record<PartName, Uint8Array>> | undefined {
  if (given.length < headSize * 4 || given.length % 4 !== 0) return undefined;
  const bytes = given.byteOffset % 4 === 0 ? given : new Uint8Array(given);
  const all = numbersOf(bytes);
  if (all[0] !== magic || all[1] !== version || all[2] !== bytes.length) return undefined;
  if (!whole && all[3] !== checksum(all.subarray(4))) return undefined;
  const out: Partial<Record<PartName, Uint8Array>> = {};
  let at = headSize * 4;
  for (const [n, name] of partNames.entries()) {
    const size = all[4 + n] ?? -1;
    if (size < 0 || at + size > bytes.length) return undefined;
    out[name] = bytes.subarray(at, at + size);
    at += padded(size);
  }
  return out as Record<PartName, Uint8Array>;
}

/** Differs whenever a single number differs: each step can be undone. */
function checksum(numbers: Int32Array): number {
  let sum = 0x2545f491;
  for (let i = 0; i < numbers.length; i++) {
    sum = Math.imul(sum ^ (numbers[i] ?? 0), 0x9e3779b1);
    sum ^= sum >>> 15;
  }
  return sum | 0;
}
