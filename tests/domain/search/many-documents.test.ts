import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SearchDocument } from '../../../domain/search/engine.ts';
import { createSearchEngine } from '../../../domain/search/inverted-index.ts';
import { loadIndex, saveIndex } from '../../../domain/search/saved-index.ts';

const doc = (id: string, words: readonly string[], kind: string): SearchDocument => ({
  id,
  title: '',
  summary: '',
  keywords: [],
  fields: [],
  sections: [{ name: '', text: words.join(' ') }],
  values: { soort: [kind] },
  verdicts: {},
  completeness: 0,
});

describe('facets', () => {
  test('count what is found, be it a few, most or all there is, whatever came and went before', () => {
    const word = fc.constantFrom('school', 'leren', 'spelen');
    const change = fc.record({
      n: fc.nat(11),
      words: fc.array(word, { maxLength: 3 }),
      kind: fc.constantFrom('praktijk', 'vraag', 'sessie'),
      gone: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 60 }), word, (changes, asked) => {
        const engine = createSearchEngine();
        const held = new Map<string, { words: readonly string[]; kind: string }>();
        for (const { n, words, kind, gone } of changes) {
          const id = `d${n}`;
          if (gone) engine.remove(id);
          else engine.put(doc(id, words, kind));
          if (gone) held.delete(id);
          else held.set(id, { words, kind });
          for (const query of ['', `"${asked}"`, `-${asked} `]) {
            const fits = [...held.values()].filter(({ words: all }) => query === '' || all.includes(asked) === (query[0] === '"'));
            const { total, facets } = engine.search(query, { facets: [{ name: 'soort', labels: {} }] });
            const counted = Object.fromEntries((facets['soort'] ?? []).map(({ value, count }) => [value, count]));
            const expected = Object.fromEntries(fits.map(({ kind: one }) => [one, fits.filter((other) => other.kind === one).length]));
            expect([total, counted]).toEqual([fits.length, expected]);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('two letters, with which very many words begin', () => {
  /** Words of different lengths that all begin with du. */
  const words = Array.from({ length: 700 }, (_, n) => `du${'bcdfghjklm'[n % 10]}${n % 7 === 0 ? '' : 'en'.repeat(n % 6)}${n}x`);

  test('finds what is left after most documents went, and what comes after all went', () => {
    const engine = createSearchEngine();
    const ids = Array.from({ length: 300 }, (_, n) => `t${n}`);
    engine.put(doc('andere', ['aarde', 'zebra', 'ezel'], 'vraag'));
    ids.forEach((id, n) => engine.put(doc(id, [`woord${n}`, ...words.slice(n, n + 400)], 'praktijk')));
    for (const id of ['andere', ...ids.slice(0, 250)]) engine.remove(id);
    expect(engine.search('du').total).toBe(50);
    expect(engine.search('aa').total).toBe(0);
    engine.clear();
    engine.put(doc('nieuw', ['boom', ...words], 'praktijk'));
    engine.put(doc('ander', ['boom'], 'praktijk'));
    expect(engine.search('du').hits.map(({ id }) => id)).toEqual(['nieuw']);
  });

  test('puts a document where its best word stands, and misses none, also where a short word is everywhere', () => {
    const text = fc.array(fc.tuple(fc.nat(words.length - 1), fc.integer({ min: 1, max: 12 })), { maxLength: 5 });
    const often = fc.nat(9);
    fc.assert(
      fc.property(fc.array(fc.tuple(text, often), { minLength: 1, maxLength: 12 }), fc.array(fc.nat(11), { maxLength: 3 }), (texts, gone) => {
        const engine = createSearchEngine();
        engine.put(doc('alle', [...words, ...Array.from({ length: 8 }, () => 'duik')], 'vraag'));
        const expected = new Map([['alle', 1]]);
        texts.forEach(([parts, times], n) => {
          const all = [
            ...parts.flatMap(([at, count]) => Array.from({ length: count }, () => words[at] ?? '')),
            ...Array.from({ length: times }, () => 'duik'),
          ];
          engine.put(doc(`t${n}`, [...all, 'school'], 'praktijk'));
          const best = Math.max(0, ...all.map((one) => Math.min(8, all.filter((other) => other === one).length) / (4 + one.length)));
          if (best > 0) expected.set(`t${n}`, best);
        });
        for (const n of gone) engine.remove(`t${n}`);
        for (const n of gone) expected.delete(`t${n}`);
        for (const one of [engine, loadIndex(saveIndex(engine))]) {
          const { total, hits } = one?.search('du', { limit: 50 }) ?? { total: 0, hits: [] };
          expect(total).toBe(expected.size);
          expect(Object.fromEntries(hits.map(({ id, score }) => [id, score]))).toEqual(
            Object.fromEntries([...expected].map(([id, best]) => [id, Math.round(Math.fround(best) * 1000) / 1000])),
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});
