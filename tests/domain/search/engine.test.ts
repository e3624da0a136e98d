import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SearchDocument } from '../../../domain/search/engine.ts';
import { wordsIn } from '../../../domain/search/fold.ts';
import { createSearchEngine } from '../../../domain/search/inverted-index.ts';

const doc = (id: string, more: Partial<SearchDocument> = {}): SearchDocument => ({
  id,
  title: id,
  summary: '',
  keywords: [],
  fields: [],
  sections: [],
  values: {},
  verdicts: {},
  completeness: 0,
  ...more,
});
const text = (id: string, body: string, more: Partial<SearchDocument> = {}): SearchDocument =>
  doc(id, { sections: [{ name: 'Hoe', text: body }], ...more });

function engineOf(...documents: SearchDocument[]) {
  const engine = createSearchEngine();
  for (const one of documents) engine.put(one);
  return engine;
}
const ids = (engine: ReturnType<typeof engineOf>, query: string): string[] => engine.search(query).hits.map((hit) => hit.id);

describe('words', () => {
  const engine = engineOf(
    text('a', 'De coördinator belt de ouders'),
    text('b', 'De ouderkamer is open'),
    text('c', 'Een team zonder vader'),
    doc('d', { title: 'Ouders' }),
  );

  test.each([
    ['ouders', ['d', 'a', 'b']],
    ['ouder', ['d', 'a', 'b']],
    ['ouder ', ['d', 'a', 'b']],
    ['"ouder"', []],
    ['coordinator', ['a']],
    ['COÖRDINATOR ouders', ['a']],
    ['de ouders', ['d', 'a', 'b']],
    ['"de" "ouders"', ['a']],
    ['de -ouders', ['b']],
    ['vader OF ouderkamer', ['b', 'c']],
    ['de (vader OF ouderkamer)', ['b']],
    ['"belt de ouders"', ['a']],
    ['"de belt"', []],
    ['-de', ['c', 'd']],
    ['nergens', []],
  ])('%s finds %j', (query, expected) => {
    expect(ids(engine, query).sort()).toEqual([...expected].sort());
  });

  test('ranks a title above a text and a whole word above a longer one', () => {
    expect(ids(engine, 'ouders')).toEqual(['d', 'a', 'b']);
    expect(ids(engineOf(text('lang', 'ouderkamer ouderkamer'), text('kort', 'ouder')), 'ouder')).toEqual(['kort', 'lang']);
  });

  test('an empty query gives everything, by title the Dutch way', () => {
    const named = engineOf(doc('1', { title: 'Zebra' }), doc('2', { title: 'één' }), doc('3', { title: 'Eend' }));
    expect(ids(named, '')).toEqual(['2', '3', '1']);
  });
});

describe('filters', () => {
  const engine = engineOf(
    doc('a', { values: { soort: ['praktijk'], trefwoord: ['ouders als partner'], jaar: ['2024'] }, verdicts: { A4: 'nee', 'checklist.A4': 'nee' } }),
    doc('b', { values: { soort: ['praktijk'], trefwoord: ['Taal'], jaar: ['2026'] }, verdicts: { A4: 'geen' } }),
    doc('c', { values: { soort: ['vraag'], trefwoord: ['ouders'], jaar: ['2025'] } }),
  );
  test.each([
    ['soort:praktijk', ['a', 'b']],
    ['soort:praktijk,vraag', ['a', 'b', 'c']],
    ['-soort:praktijk', ['c']],
    ['trefwoord:"ouders als partner"', ['a']],
    ['trefwoord:ouders', ['c']],
    ['trefwoord:taal', ['b']],
    ['trefwoord:partner', ['a']],
    ['jaar:>2024', ['b', 'c']],
    ['jaar:<=2025', ['a', 'c']],
    ['criterium:A4=nee', ['a']],
    ['criterium:a4=geen', ['b']],
    ['criterium:A4', ['a']],
    ['titel:b', ['b']],
    ['soort:praktijk jaar:2026', ['b']],
    ['soort:onzin', []],
  ])('%s finds %j', (query, expected) => {
    expect(ids(engine, query).sort()).toEqual(expected);
  });

  test('counts facets over everything else, so that a second value can be chosen', () => {
    const facets = engine.search('soort:vraag', {
      facets: [
        { name: 'soort', labels: { vraag: 'Vraag' }, order: ['vraag', 'praktijk'] },
        { name: 'jaar', labels: {} },
      ],
    }).facets;
    expect(facets['soort']).toEqual([
      { value: 'vraag', label: 'Vraag', count: 1 },
      { value: 'praktijk', label: 'praktijk', count: 2 },
    ]);
    expect(facets['jaar']).toEqual([{ value: '2025', label: '2025', count: 1 }]);
  });

  test.each([
    ['kleur:rood', /geen bekend filter/],
    ['"open', /aanhalingsteken/],
    ['(open', /haakje/],
    ['dicht)', /haakje/],
    ['OF', /OF/],
  ])('%s gives a hint in Dutch and an answer all the same', (query, hint) => {
    const { hints, total } = engine.search(query);
    expect(hints.join(' ')).toMatch(hint);
    expect(total).toBeGreaterThanOrEqual(0);
  });
});

describe('any collection', () => {
  const word = fc.constantFrom('ouder', 'ouders', 'school', 'leren', 'één', 'idee', 'ideeën');
  const collection = fc.array(fc.array(word, { maxLength: 6 }), { minLength: 1, maxLength: 8 });
  const build = (texts: string[][]): SearchDocument[] => texts.map((words, n) => text(`d${n}`, words.join(' '), { title: '' }));

  test('finds exactly the documents that hold the words', () => {
    fc.assert(
      fc.property(collection, word, word, (texts, first, second) => {
        const engine = engineOf(...build(texts));
        const [one, two] = [wordsIn(first)[0] ?? '', wordsIn(second)[0] ?? ''];
        const held = texts.map((words) => wordsIn(words.join(' ')));
        const count = (test: (words: string[]) => boolean): number => held.filter(test).length;
        expect(engine.search(`"${first}" "${second}"`).total).toBe(count((w) => w.includes(one) && w.includes(two)));
        expect(engine.search(`"${first} ${second}"`).total).toBe(count((w) => w.some((x, i) => x === one && w[i + 1] === two)));
        expect(engine.search(`"${first}" -${second} `).total).toBe(count((w) => w.includes(one) && !w.includes(two)));
        expect(engine.search(`"${first}" OF "${second}"`).total).toBe(count((w) => w.includes(one) || w.includes(two)));
      }),
      { numRuns: 500 },
    );
  });

  test('gives the same answer however it came to be what it is', () => {
    fc.assert(
      fc.property(collection, fc.array(fc.nat(7), { maxLength: 12 }), word, (texts, changes, query) => {
        const documents = build(texts);
        const grown = engineOf(...documents);
        for (const n of changes) {
          const one = documents[n % documents.length];
          if (!one) continue;
          grown.remove(one.id);
          grown.put(one);
        }
        const fresh = engineOf(...documents);
        const found = (engine: typeof fresh): [string, number][] =>
          engine
            .search(query)
            .hits.map((hit): [string, number] => [hit.id, hit.score])
            .sort(([a], [b]) => a.localeCompare(b));
        expect(grown.size).toBe(documents.length);
        expect(found(grown).map(([id]) => id)).toEqual(found(fresh).map(([id]) => id));
      }),
      { numRuns: 300 },
    );
  });

  test('answers every query without throwing', () => {
    const engine = engineOf(...build([['ouder', 'school'], ['leren']]));
    const sign = fc.constantFrom('ouder', ' ', '"', '(', ')', '-', ':', ',', 'OF', 'soort', '=', 'A4', '*', '“', '>', 'é', '\\');
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 40 }), (signs) => {
        expect(engine.search(signs.join('')).total).toBeLessThanOrEqual(2);
      }),
      { numRuns: 2000 },
    );
    for (const evil of ['('.repeat(5000), '"'.repeat(4999), '-('.repeat(2500), 'a:'.repeat(2500), 'OF '.repeat(1600)])
      expect(engine.search(evil).total).toBeLessThanOrEqual(2);
  });
});

describe('ranking', () => {
  test('a whole word stands above a longer one, also when the longer one is rare', () => {
    const many = Array.from({ length: 10 }, (_, n) => text(`heel${n}`, 'ouder'));
    expect(ids(engineOf(text('lang', 'ouderkamer'), ...many), 'ouder').at(-1)).toBe('lang');
  });

  test('scores and the order of equals do not depend on what was replaced or removed before', () => {
    const part = fc.array(fc.constantFrom('ouder', 'ouders', 'ouderkamer', 'school', 'leren'), { maxLength: 5 });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), fc.array(fc.nat(5), { maxLength: 90 }), (texts, changes) => {
        const documents = texts.map((words, n) => text(`d${n}`, words.join(' '), { title: 'Gelijk' }));
        const grown = engineOf(text('weg', 'ouder school'), ...documents.map((one) => text(one.id, 'eerst iets anders over school')));
        for (const n of changes) grown.put(documents[n % documents.length] ?? doc('weg'));
        grown.remove('weg');
        for (const one of documents) grown.put(one);
        for (const query of ['ouder', 'school ', 'gelijk', '', 'ouder OF leren '])
          expect(grown.search(query)).toEqual(engineOf(...[...documents].reverse()).search(query));
      }),
      { numRuns: 200 },
    );
  });

  test('sorts by date, title and completeness, and gives a page of the whole', () => {
    const engine = engineOf(
      doc('a', { title: 'Deel 10', date: '2024-01-01', completeness: 1 }),
      doc('b', { title: 'Deel 9', date: '2026-01-01', completeness: 0 }),
      doc('c', { title: 'Alfa', completeness: 0.5 }),
    );
    const by = (sort: 'datum' | 'titel' | 'volledigheid') => engine.search('', { sort }).hits.map((hit) => hit.id);
    expect(by('datum')).toEqual(['b', 'a', 'c']);
    expect(by('titel')).toEqual(['c', 'b', 'a']);
    expect(by('volledigheid')).toEqual(['a', 'c', 'b']);
    const page = engine.search('', { sort: 'titel', offset: 1, limit: 1 });
    expect([page.total, page.hits.map((hit) => hit.id)]).toEqual([3, ['b']]);
  });

  test('a removed document is not found, and an emptied engine is empty', () => {
    const engine = engineOf(text('a', 'ouder'), text('b', 'ouder'));
    engine.remove('a');
    engine.remove('onbekend');
    const left = [engine.size, ids(engine, 'ouder')];
    engine.clear();
    expect([...left, engine.size, engine.search('').total]).toEqual([1, ['b'], 0, 0]);
  });

  test('a phrase is found in the name of a section too', () => {
    expect(ids(engineOf(doc('a', { sections: [{ name: 'Hoe wij werken', text: 'x' }] })), '"wij werken"')).toEqual(['a']);
  });
});

describe('facets', () => {
  const engine = engineOf(
    text('a', 'ouder', { values: { soort: ['praktijk'] }, verdicts: { A4: 'nee', A1: 'ja' } }),
    text('b', 'ouder', { values: { soort: ['vraag', 'Vraag'] }, verdicts: { A4: 'ja', A1: 'ja' } }),
    text('c', 'school', { values: { soort: ['praktijk'] }, verdicts: { A4: 'ja', A1: 'nee' } }),
  );
  const counts = (query: string, name: string): Record<string, number> =>
    Object.fromEntries((engine.search(query, { facets: [{ name, labels: {} }] }).facets[name] ?? []).map((one) => [one.value, one.count]));

  test.each([
    ['', 'soort', { praktijk: 2, vraag: 1 }],
    ['ouder', 'soort', { praktijk: 1, vraag: 1 }],
    ['soort:vraag school', 'soort', { praktijk: 1 }],
    ['soort:vraag', 'criterium:A4', { ja: 1 }],
    ['criterium:A4=nee', 'criterium:A4', { ja: 2, nee: 1 }],
    ['criterium:a4=nee', 'criterium:A4', { ja: 2, nee: 1 }],
    ['criterium:checklist.A4=nee', 'criterium:A4', { ja: 2, nee: 1 }],
    ['criterium:A4=ja', 'criterium:A1', { ja: 1, nee: 1 }],
    ['criterium:A4=nee,A1=nee', 'criterium:A4', { ja: 1, nee: 1 }],
  ])('%j counts %s as %j', (query, name, expected) => expect(counts(query, name)).toEqual(expected));
});
