import type { Alike, SearchAnswer, Sort } from './answer.ts';
import { Collection } from './collection.ts';
import type { EngineOptions, SearchDocument, SearchEngine, SearchOptions, ValueLabels } from './engine.ts';
import { explanationOf } from './explanation.ts';
import { countFacets, type Narrowing } from './facets.ts';
import { itemName } from './filters.ts';
import type { HeardWords } from './heard-words.ts';
import { HitMaker } from './hits.ts';
import { Matcher } from './matching.ts';
import type { Found } from './word-scores.ts';
import type { NumberedDocuments } from './numbered-documents.ts';
import { parseQuery, type Query } from './query.ts';
import { firstOf, goesByTitle, orderBy } from './ranking.ts';
import { alike } from './similarity.ts';
import { Synonyms } from './synonyms.ts';
import { unheardHint } from './unheard.ts';

/** Filter names that every collection understands, whatever values its documents have. */
const always = new Set(
  'soort fase status criterium trefwoord delen titel jaar id datum thema organisatie type zonder heeft mist dun herzien vertrouwelijk'.split(' '),
);

/** The search engine over an inverted index: words to documents, BM25, filters on values, and Dutch when a query is worked out. */
export function createSearchEngine(options: EngineOptions = {}): SearchEngine {
  return new InvertedIndex(new Collection(), options);
}

/** The engine over a collection of its own. */
export class InvertedIndex implements SearchEngine {
  readonly collection: Collection;
  readonly #synonyms: Synonyms;
  readonly #labels: ValueLabels | undefined;

  constructor(collection: Collection, options: EngineOptions) {
    this.collection = collection;
    this.#synonyms = new Synonyms(options.synonyms);
    this.#labels = options.labels;
  }

  get size(): number {
    return this.collection.size;
  }

  put(document: SearchDocument): void {
    this.collection.put(document);
  }

  take(documents: NumberedDocuments, heard: HeardWords): ((n: number, id: string) => void) | undefined {
    return this.collection.take(documents, heard);
  }

  has(id: string): boolean {
    return this.collection.has(id);
  }

  remove(id: string): void {
    this.collection.remove(id);
  }

  clear(): void {
    this.collection.clear();
  }

  *warm(): Iterable<unknown> {
    const { titles, reach, words, attributes, postings } = this.collection;
    yield titles.ranks(reach);
    yield words.unpack();
    yield* words.warm();
    yield this.#synonyms.longest;
    yield attributes.held.room(1000);
    yield postings.room();
    yield* this.#practice();
  }

  /** Asks what somebody might: a program runs several times faster once it has done its work for a while. */
  *#practice(): Iterable<unknown> {
    const { words, postings } = this.collection;
    const known = this.#practiceWords();
    const facets = ['soort', 'fase', 'status', 'trefwoord'].map((name) => ({ name, labels: {} }));
    for (const [n, term] of known.entries()) {
      const word = words.terms[term] ?? '';
      const other = words.terms[known[n + 1] ?? term] ?? '';
      for (const query of [word.slice(0, 2), word.slice(0, 4), word, `${word} ${other}`, word + other, `${other.slice(1)}x`, `"${word} ${other}"`]) {
        if (postings.counts.at(term) === 0) break;
        yield this.search(query, { limit: 24, facets });
      }
    }
  }

  /** Some of the words that are in a fair part of the documents. */
  #practiceWords(): number[] {
    const { words, postings, size } = this.collection;
    const out: number[] = [];
    for (let term = 0; term < words.terms.length && out.length < practiceWords; term++) {
      const count = postings.counts.at(term);
      if (count > size / 100 && count < size / 4 && (words.terms[term]?.length ?? 0) > 6) out.push(term);
    }
    return out;
  }

  search(query: string, options: SearchOptions = {}): SearchAnswer {
    const { collection } = this;
    const parsed = parseQuery(query, (name) => always.has(name) || this.#labels?.has(name) === true || collection.attributes.knows(name));
    const matcher = new Matcher(collection, this.#synonyms, this.#labels);
    const filters = parsed.parts.filter((part) => filterName(part) !== undefined);
    const rest = matcher.top(parsed.parts.filter((part) => filterName(part) === undefined));
    const narrowed = filters.map((part): Narrowing => ({ name: filterName(part) ?? '', matched: matcher.find(part).tiers }));
    const unheard = filters.flatMap((part, n) => (part.type === 'filter' && this.#living(narrowed[n]?.matched ?? nobody).length === 0 ? [part] : []));
    const beforeFilters = this.#living(rest.tiers);
    const slots = narrowed.length === 0 ? beforeFilters : beforeFilters.filter((slot) => narrowed.every((filter) => filter.matched[slot]));
    const maker = new HitMaker(collection, matcher.expansions);
    const shown = this.#page(slots, rest, options, parsed.words.length > 0);
    const titles = parsed.words.filter((word) => word.endsWith('*'));
    const full = typeof options.bare === 'number' ? options.bare : options.bare === true ? 0 : Infinity;
    return {
      total: slots.length,
      hits: shown.flatMap((slot, n) => (n < full ? maker.hit(slot, rest.scores[slot] ?? 0) : maker.bare(slot, rest.scores[slot] ?? 0))),
      facets: countFacets(options.facets ?? [], collection, beforeFilters, narrowed),
      words: [...new Set([...titles, ...maker.words()])],
      hints: [
        ...parsed.hints,
        ...(this.size > 0 ? unheard.map((part) => unheardHint(part, collection, this.#labels)) : []),
        ...hintsOf(matcher, options.sort ?? 'relevantie'),
      ],
      ...(matcher.partial ? { deels: true } : {}),
      uitleg: explanationOf(parsed.parts, matcher.question),
    };
  }

  similar(id: string, limit = 5): Alike[] {
    const slot = this.collection.slot(id);
    return slot === undefined ? [] : alike(this.collection, slot, limit);
  }

  #page(slots: Int32Array, found: Found, { sort = 'relevantie', offset = 0, limit = 20 }: SearchOptions, worded: boolean): number[] {
    const { collection } = this;
    // All of them by title, as a kennismap opens: that order is there.
    if (goesByTitle(sort, worded) && slots.length === this.size && !found.partly) return collection.titles.order().slice(offset, offset + limit);
    const order = orderBy(sort, worded, found, collection.titles.ranks(collection.reach), (slot) => collection.cards[slot]);
    return firstOf(slots, offset + limit, order).slice(offset);
  }

  /** Documents that matched and are still there. */
  #living(tiers: Uint8Array): Int32Array {
    const living = this.collection.living();
    const out = new Int32Array(living.length);
    let count = 0;
    for (const slot of living) if ((tiers[slot] ?? 0) !== 0) out[count++] = slot;
    return out.subarray(0, count);
  }
}

/** So many words to practise with. */
const practiceWords = 16;

const nobody = new Uint8Array(0);

function hintsOf(matcher: Matcher, sort: Sort): string[] {
  const where = sort === 'relevantie' ? 'de beste gedeeltelijke treffers staan erbij' : 'wat er maar een deel van heeft staat achteraan';
  const missing = [...new Set(matcher.missing)].slice(0, 5).map((word) => `“${word}”`);
  return [
    ...(missing.length > 0 && matcher.partial ? [`Nergens gevonden: ${missing.join(', ')}.`] : []),
    ...(matcher.partial ? [`Niet overal staan alle woorden bij elkaar; ${where}.`] : []),
    ...matcher.meant.map((phrase) => `Bedoelde u “${phrase}”? Tussen aanhalingstekens wordt letterlijk gezocht.`),
    ...(matcher.loose ? ['De zoekvraag heeft veel zinsdelen van gewone woorden; de laatste zijn als losse woorden gezocht.'] : []),
  ];
}

/** Name of a filter at the top of a query, also when it is negated. */
function filterName(query: Query): string | undefined {
  if (query.type === 'filter') return query.name === 'criterium' ? criterionName(query.values) : query.name;
  return query.type === 'not' ? filterName(query.part) : undefined;
}

/** Each criterion is a filter of its own: `criterium:A4` counts apart from `criterium:A1`. Several in one filter are nobody's own. */
function criterionName(values: readonly string[]): string {
  const [item, ...others] = new Set(values.map((value) => itemName(value.split('=')[0] ?? '').replace(/^checklist\./, '')));
  return others.length > 0 || item === undefined ? 'criterium' : `criterium:${item}`;
}
