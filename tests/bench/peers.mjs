// The engines beside each other behind one small form. Each is set up as its own documentation advises for this work, and gets the same words.
import Fuse from 'fuse.js';
import { foldedText, foldedWords, lightKey, stopWords } from './dutch-key.mjs';

const places = ['title', 'keywords', 'fields', 'summary', 'body'];
const boost = { title: 8, keywords: 5, fields: 2, summary: 3, body: 1 };

/** A document as engines with plain fields want it. */
export const flat = (document) => ({
  id: document.id,
  title: document.title,
  keywords: document.keywords.join(' '),
  fields: document.fields.map((field) => field.text).join(' '),
  summary: document.summary,
  body: document.sections.map((section) => `${section.name}\n${section.text}`).join('\n'),
});

/** Ours. With `saveIndex` and `loadIndex` when domain/search has them. */
export function ours(search) {
  let engine = search.createSearchEngine();
  return {
    whole: true,
    add: (document) => engine.put(document),
    update: (document) => engine.put(document),
    find: (text, { limit = 20, facets } = {}) => {
      const answer = engine.search(text, { limit, ...(facets ? { facets } : {}) });
      return { ...answer, ids: answer.hits.map((hit) => hit.id) };
    },
    ...(search.saveIndex && search.loadIndex
      ? {
          save: () => search.saveIndex(engine),
          load: (saved) => {
            engine = search.loadIndex(saved) ?? engine;
          },
        }
      : {}),
  };
}

/** MiniSearch: all words, the last one as a beginning; slips only when that finds little, any word only when nothing holds them all. */
export async function miniSearch({ dutch = false } = {}) {
  const { default: MiniSearch } = await import('minisearch');
  const processTerm = dutch ? (term) => (stopWords.has(term) ? null : lightKey(term)) : (term) => term;
  const options = { fields: places, idField: 'id', storeFields: [], tokenize: foldedWords, processTerm };
  const fuzzy = (term) => (term.length >= 8 ? 2 : term.length >= 4 ? 1 : false);
  const plain = { boost, combineWith: 'AND', prefix: (term, n, all) => n === all.length - 1 };
  const wide = { ...plain, fuzzy, maxFuzzy: 2, weights: { fuzzy: 0.4, prefix: 0.6 } };
  let index = new MiniSearch(options);
  return {
    add: (document) => index.add(flat(document)),
    update: (document) => {
      index.discard(document.id);
      index.add(flat(document));
    },
    find: (text, { limit = 20, question = false } = {}) => {
      if (question) return given(index.search(text, { boost, combineWith: 'OR' }), limit);
      let found = index.search(text, plain);
      if (found.length < 3) found = index.search(text, wide);
      if (found.length === 0) found = index.search(text, { ...wide, combineWith: 'OR' });
      return given(found, limit);
    },
    save: () => JSON.stringify(index),
    load: (saved) => {
      index = MiniSearch.loadJSON(saved, options);
    },
  };
}

const given = (found, limit) => ({ total: found.length, ids: found.slice(0, limit).map((hit) => hit.id), all: found.map((hit) => hit.id) });

/** FlexSearch: beginnings of words, accents folded by its own encoder. It corrects no slips. */
export async function flexSearch() {
  const { Document, Charset } = await import('flexsearch');
  const made = () =>
    new Document({
      document: {
        id: 'id',
        store: false,
        index: places.map((field) => ({ field, tokenize: 'forward', encoder: Charset.LatinBalance, resolution: field === 'body' ? 9 : 5 })),
      },
    });
  let index = made();
  return {
    add: (document) => index.add(flat(document)),
    update: (document) => index.update(flat(document)),
    // Without a limit it gives all, which the counts need.
    find: (text, { limit = 20, question = false, all = false } = {}) => {
      const found = index.search(text, { limit: all ? 1_000_000 : limit, suggest: question, merge: true });
      return given(found, limit);
    },
    save: () => {
      const parts = [];
      index.export((key, data) => void parts.push([key, data]));
      return JSON.stringify(parts);
    },
    load: (saved) => {
      index = made();
      for (const [key, data] of JSON.parse(saved)) index.import(key, data);
    },
  };
}

/** Orama, with our splitting of words: its own Dutch one breaks words at ë, ï and ö. It counts facets itself. */
export async function orama() {
  const { create, insert, remove, save, load, search } = await import('@orama/orama');
  const text = Object.fromEntries(places.map((place) => [place, 'string']));
  const schema = { id: 'string', ...text, soort: 'string[]', fase: 'string[]', trefwoord: 'string[]', jaar: 'string[]', criterium: 'string[]' };
  const tokenizer = { language: 'dutch', normalizationCache: new Map(), tokenize: (raw) => (typeof raw === 'string' ? foldedWords(raw) : [raw]) };
  const made = () => create({ schema, components: { tokenizer } });
  const row = (document) => ({ ...flat(document), ...document.values, criterium: Object.entries(document.verdicts).map((pair) => pair.join('=')) });
  let index = made();
  return {
    ownFacets: true,
    add: (document) => insert(index, row(document)),
    update: async (document) => {
      await remove(index, document.id);
      await insert(index, row(document));
    },
    find: async (words, { limit = 20, question = false, all = false } = {}) => {
      const counts = all ? { facets: Object.fromEntries(['soort', 'fase', 'trefwoord', 'jaar', 'criterium'].map((name) => [name, {}])) } : {};
      const ask = (tolerance, threshold) => search(index, { term: words, properties: places, boost, threshold, limit, tolerance, ...counts });
      let found = await ask(0, question ? 1 : 0);
      if (found.count < 3 && !question) found = await ask(1, 0);
      return { total: found.count, ids: found.hits.map((hit) => hit.id), facets: found.facets };
    },
    save: () => JSON.stringify(save(index)),
    load: (saved) => {
      index = made();
      load(index, JSON.parse(saved));
    },
  };
}

/** fuse.js, as configured for text longer than a title: wherever in the field the match stands. */
export function fuse() {
  const options = { keys: places.map((name) => ({ name, weight: boost[name] })), ignoreLocation: true, threshold: 0.3 };
  let index = new Fuse([], options);
  return {
    slow: true,
    add: (document) => index.add(folded(document)),
    update: (document) => {
      index.remove((held) => held.id === document.id);
      index.add(folded(document));
    },
    find: (text, { limit = 20, all = false } = {}) =>
      given(
        index.search(foldedText(text), all ? {} : { limit }).map((hit) => hit.item),
        limit,
      ),
    save: () => JSON.stringify([index.getIndex(), index._docs]),
    load: (saved) => {
      const [held, rows] = JSON.parse(saved);
      index = new Fuse(rows, options, Fuse.parseIndex(held));
    },
  };
}

const folded = (document) =>
  Object.fromEntries(Object.entries(flat(document)).map(([name, text]) => [name, name === 'id' ? text : foldedText(text)]));

/** The engines by the name they have in the tables. */
export const peers = {
  ours: { label: 'Oogst', open: ours },
  minisearch: { label: 'MiniSearch', open: () => miniSearch() },
  'minisearch-nl': { label: 'MiniSearch + Nederlandse sleutel + stoplijst', open: () => miniSearch({ dutch: true }) },
  flexsearch: { label: 'FlexSearch', open: flexSearch },
  orama: { label: 'Orama', open: orama },
  fuse: { label: 'fuse.js', open: fuse },
};
