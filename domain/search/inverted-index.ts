import type { Hit, SearchAnswer, Sort } from './answer.ts';
import type { SearchDocument, SearchEngine, SearchOptions } from './engine.ts';
import { countFacets } from './facets.ts';
import { fold, foldValue, wordsIn } from './fold.ts';
import { Postings, type Slot } from './postings.ts';
import { parseQuery, type Query } from './query.ts';
import { markWords, snippetsOf } from './snippets.ts';

/** Filter names that every collection understands, whatever values its documents have. */
const always = new Set([
  'soort',
  'fase',
  'status',
  'criterium',
  'trefwoord',
  'delen',
  'titel',
  'jaar',
  'id',
  'datum',
  'thema',
  'organisatie',
  'type',
  'zonder',
  'mist',
  'dun',
]);

/** The search engine over an inverted index: words to documents, BM25, filters on values. */
export function createSearchEngine(): SearchEngine {
  return new InvertedIndex();
}

/** Slots that match, with their score. */
interface Found {
  matched: Uint8Array;
  scores: Float64Array;
}

class InvertedIndex implements SearchEngine {
  readonly #postings = new Postings();
  readonly #names = new Set<string>();

  get size(): number {
    return this.#postings.size;
  }

  put(document: SearchDocument): void {
    const values = new Map<string, ReadonlySet<string>>();
    for (const [name, list] of Object.entries(document.values)) {
      values.set(name, new Set(list.map(foldValue)));
      this.#names.add(name);
    }
    this.#postings.put({ document, values, length: 0, title: wordsIn(document.title) });
  }

  remove(id: string): void {
    this.#postings.remove(id);
  }

  clear(): void {
    this.#postings.clear();
    this.#names.clear();
  }

  search(query: string, options: SearchOptions = {}): SearchAnswer {
    const parsed = parseQuery(query, (name) => always.has(name) || this.#names.has(name));
    const filters = parsed.parts.filter((part) => filterName(part) !== undefined);
    const rest = this.#all(parsed.parts.filter((part) => filterName(part) === undefined));
    const narrowed = filters.map((part) => ({ name: filterName(part) ?? '', matched: this.#find(part).matched }));
    const slots: number[] = [];
    this.#postings.slots.forEach((slot, n) => {
      if (slot && rest.matched[n] && narrowed.every((filter) => filter.matched[n])) slots.push(n);
    });
    this.#sort(slots, rest.scores, options.sort ?? 'relevantie', parsed.words.length > 0);
    const offset = options.offset ?? 0;
    const shown = slots.slice(offset, offset + (options.limit ?? 20));
    return {
      total: slots.length,
      hits: shown.flatMap((n) => this.#hit(n, rest.scores[n] ?? 0, parsed.words)),
      facets: countFacets(options.facets ?? [], this.#postings.slots, rest.matched, narrowed),
      words: parsed.words,
      hints: parsed.hints,
    };
  }

  #hit(n: number, score: number, words: readonly string[]): Hit[] {
    const slot = this.#postings.slots[n];
    if (!slot) return [];
    const { document } = slot;
    return [
      {
        id: document.id,
        score: Math.round(score * 1000) / 1000,
        snippets: snippetsOf(document, words),
        titleMarks: markWords(document.title, words),
      },
    ];
  }

  #all(parts: readonly Query[]): Found {
    const found = this.#empty();
    found.matched.fill(1);
    for (const part of parts) {
      const next = this.#find(part);
      for (let n = 0; n < found.matched.length; n++) {
        if (!next.matched[n]) found.matched[n] = 0;
        else found.scores[n] = (found.scores[n] ?? 0) + (next.scores[n] ?? 0);
      }
    }
    return found;
  }

  #find(query: Query): Found {
    switch (query.type) {
      case 'and':
        return this.#all(query.parts);
      case 'or': {
        const found = this.#empty();
        for (const part of query.parts) {
          const next = this.#find(part);
          for (let n = 0; n < found.matched.length; n++) {
            if (next.matched[n]) found.matched[n] = 1;
            found.scores[n] = (found.scores[n] ?? 0) + (next.scores[n] ?? 0);
          }
        }
        return found;
      }
      case 'not': {
        const { matched } = this.#find(query.part);
        return { matched: matched.map((hit) => (hit ? 0 : 1)), scores: new Float64Array(matched.length) };
      }
      case 'word': {
        const found = this.#empty();
        this.#postings.score(query.word, query.prefix, found.scores, found.matched);
        return found;
      }
      case 'phrase':
        return this.#phrase(query.words);
      case 'filter':
        return this.#filter(query.name, query.values);
    }
  }

  /** Documents with all the words; of those, the ones in which they stand next to each other. */
  #phrase(words: readonly string[]): Found {
    const found = this.#all(words.map((word) => ({ type: 'word', word, prefix: false })));
    if (words.length < 2) return found;
    this.#postings.slots.forEach((slot, n) => {
      if (found.matched[n] && !(slot && textsOf(slot.document).some((text) => containsRun(wordsIn(text), words)))) found.matched[n] = 0;
    });
    return found;
  }

  #filter(name: string, values: readonly string[]): Found {
    const found = this.#empty();
    const tests = values.map((value) => this.#test(name, value));
    this.#postings.slots.forEach((slot, n) => {
      if (slot && tests.some((test) => test(slot))) found.matched[n] = 1;
    });
    return found;
  }

  #test(name: string, value: string): (slot: Slot) => boolean {
    if (name === 'titel') {
      const words = wordsIn(value);
      return (slot) => words.every((word) => slot.title.some((other) => other.startsWith(word)));
    }
    if (name === 'criterium') return criterion(value);
    const compared = /^(>=|<=|>|<)(.+)$/.exec(value);
    if (compared) return (slot) => [...(slot.values.get(name) ?? [])].some((held) => compares(held, compared[1] ?? '', foldValue(compared[2] ?? '')));
    const wanted = foldValue(value);
    const exact = this.#postings.slots.some((slot) => slot?.values.get(name)?.has(wanted));
    if (exact) return (slot) => slot.values.get(name)?.has(wanted) ?? false;
    // Nobody has exactly this; then a value in which all its words occur will do.
    const words = wanted.split(' ');
    return (slot) => [...(slot.values.get(name) ?? [])].some((held) => words.every((word) => held.split(' ').includes(word)));
  }

  #sort(slots: number[], scores: Float64Array, sort: Sort, worded: boolean): void {
    const title = (n: number): string => this.#postings.slots[n]?.document.title ?? '';
    const id = (n: number): string => this.#postings.slots[n]?.document.id ?? '';
    const byTitle = (x: number, y: number): number => compareTitles(title(x), title(y)) || (id(x) < id(y) ? -1 : 1);
    const date = (n: number): string => this.#postings.slots[n]?.document.date ?? '';
    const full = (n: number): number => this.#postings.slots[n]?.document.completeness ?? 0;
    if (sort === 'titel' || (sort === 'relevantie' && !worded)) slots.sort(byTitle);
    else if (sort === 'datum') slots.sort((x, y) => (date(x) < date(y) ? 1 : date(x) > date(y) ? -1 : byTitle(x, y)));
    else if (sort === 'volledigheid') slots.sort((x, y) => full(y) - full(x) || byTitle(x, y));
    else slots.sort((x, y) => (scores[y] ?? 0) - (scores[x] ?? 0) || byTitle(x, y));
  }

  #empty(): Found {
    return { matched: new Uint8Array(this.#postings.slots.length), scores: new Float64Array(this.#postings.slots.length) };
  }
}

const collator = new Intl.Collator('nl', { numeric: true });
const compareTitles = (a: string, b: string): number => collator.compare(a, b);

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

/** `a4` as the checklist writes it. */
const itemName = (item: string): string =>
  item.replace(/^(checklist\.)?([a-d]\d)$/i, (name) => (name.length === 2 ? name.toUpperCase() : `checklist.${name.slice(-2).toUpperCase()}`));

function criterion(value: string): (slot: Slot) => boolean {
  const [item = '', wanted] = value.split('=');
  const key = itemName(item);
  const verdict = wanted === undefined ? undefined : fold(wanted).replace(/^(nvt|ntb|n\.t\.b\.)$/, 'niet-te-beoordelen');
  return ({ document }) => {
    const held = Object.hasOwn(document.verdicts, key) ? document.verdicts[key] : undefined;
    return verdict === undefined ? held !== undefined && held !== 'geen' : (held ?? '') === verdict;
  };
}

function compares(held: string, sign: string, wanted: string): boolean {
  const [a, z] =
    /^\d+([.,]\d+)?$/.test(held) && /^\d+([.,]\d+)?$/.test(wanted)
      ? [Number(held.replace(',', '.')), Number(wanted.replace(',', '.'))]
      : [held, wanted];
  if (sign === '>') return a > z;
  if (sign === '<') return a < z;
  return sign === '>=' ? a >= z : a <= z;
}

const textsOf = (document: SearchDocument): string[] => [
  document.title,
  document.summary,
  ...document.keywords,
  ...document.fields.map((f) => f.text),
  ...document.sections.flatMap((s) => [s.name, s.text]),
];

function containsRun(words: readonly string[], run: readonly string[]): boolean {
  for (let at = words.indexOf(run[0] ?? ''); at >= 0; at = words.indexOf(run[0] ?? '', at + 1))
    if (run.every((word, i) => words[at + i] === word)) return true;
  return false;
}
