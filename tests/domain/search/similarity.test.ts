import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SearchDocument, SearchEngine } from '../../../domain/search/engine.ts';
import { createSearchEngine } from '../../../domain/search/inverted-index.ts';
import { loadIndex, saveIndex } from '../../../domain/search/saved-index.ts';

const word = fc.constantFrom(
  'ouder',
  'Ouders',
  'taalbeleid',
  'mentor',
  'één',
  'ideeën',
  'school',
  "foto's",
  '2026',
  '😀',
  '…',
  'de',
  'kring',
  'lezen',
);
const words = fc.array(word, { maxLength: 12 }).map((all) => all.join(' '));
const ids = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
const document: fc.Arbitrary<SearchDocument> = fc.record({
  id: fc.constantFrom(...ids),
  title: words,
  summary: words,
  keywords: fc.array(word, { maxLength: 2 }),
  fields: fc.constant([]),
  sections: fc.array(fc.record({ name: word, text: words }), { maxLength: 3 }),
  values: fc.record({ trefwoord: fc.array(word, { maxLength: 2 }), thema: fc.constantFrom([], ['taal'], ['Taal', 'ouders']) }),
  verdicts: fc.constantFrom({}, { A4: 'nee' }, { A4: 'ja', A5: 'geen' }),
  completeness: fc.constant(1),
});
type Change = { put: SearchDocument } | { remove: string };
const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 4, arbitrary: document.map((put) => ({ put })) },
  { weight: 1, arbitrary: fc.constantFrom(...ids).map((remove) => ({ remove })) },
);

function apply(changes: readonly Change[], engine = createSearchEngine()): SearchEngine {
  for (const one of changes) {
    if ('put' in one) engine.put(one.put);
    else engine.remove(one.remove);
  }
  return engine;
}

/** Documents that are there at the end, in the order they were put last. */
function left(changes: readonly Change[]): SearchDocument[] {
  const held = new Map<string, SearchDocument>();
  for (const one of changes) {
    const id = 'put' in one ? one.put.id : one.remove;
    held.delete(id);
    if ('put' in one) held.set(id, one.put);
  }
  return [...held.values()];
}

const answers = (engine: SearchEngine): unknown[] => ids.map((id) => engine.similar(id, 10));

function plain(id: string, title: string, text: string, more: Partial<SearchDocument> = {}): SearchDocument {
  const sections = [{ name: 'Waarom', text }];
  return { id, title, summary: '', keywords: [], fields: [], sections, values: {}, verdicts: {}, completeness: 1, ...more };
}

const family = [
  plain('mentor', 'Mentoren bellen', 'De mentor belt de ouders over het taalbeleid. De mentoren en het taalbeleid horen bij elkaar.'),
  plain('taal', 'Taalbeleid maken', 'Een taalbeleid met de ouder en iedere mentor in 2026.'),
  plain('tuin', 'Groen plein', 'Een schooltuin met bonen en een regenton in 2026.'),
  plain('bonen', 'Bonen tellen', 'Rekenen met bonen uit de schooltuin naast de regenton.'),
];

describe('similar documents', () => {
  test('share telling words in any form, and the heaviest say why', () => {
    const engine = apply(family.map((put) => ({ put })));
    const [first, ...others] = engine.similar('mentor');
    expect(first).toMatchObject({ id: 'taal' });
    expect(first?.woorden.toSorted()).toEqual(['mentoren', 'ouders', 'taalbeleid']);
    expect(others).toEqual([]);
    expect(engine.similar('tuin').map(({ id }) => id)).toEqual(['bonen']);
  });

  test('are none for function words and numbers alone, and for one that is not there', () => {
    const engine = apply([{ put: plain('a', '', 'De het een 2026') }, { put: plain('b', '', 'De het een 2026') }]);
    expect(engine.similar('a')).toEqual([]);
    expect(engine.similar('weg')).toEqual([]);
  });

  test('come earlier with a trefwoord or a judgement in common', () => {
    const text = 'Een taalbeleid met de ouders';
    const values = { trefwoord: ['overgang'] };
    const engine = apply(
      [
        plain('a', '', text, { values, verdicts: { A4: 'ja' } }),
        plain('b', '', text),
        plain('c', '', text, { verdicts: { A4: 'ja' } }),
        plain('d', '', text, { values, verdicts: { A4: 'ja' } }),
        plain('e', '', 'Wat er verder is'),
      ].map((put) => ({ put })),
    );
    expect(engine.similar('a').map(({ id }) => id)).toEqual(['d', 'c', 'b']);
  });

  test('are never the document itself or one that is gone, whatever was put in', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), fc.integer({ min: 0, max: 8 }), (changes, limit) => {
        const engine = apply(changes);
        for (const id of ids) {
          const hits = engine.similar(id, limit);
          expect(hits.length).toBeLessThanOrEqual(limit);
          expect(hits.filter((hit) => hit.id === id || !engine.has(hit.id))).toEqual([]);
          expect(hits.every(({ woorden }) => woorden.length > 0 && woorden.length <= 3 && !woorden.includes(''))).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('are the same from an index made afresh, and from one that was saved and read', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
        const engine = apply(changes);
        const fresh = apply(left(changes).map((put) => ({ put })));
        const before = answers(engine);
        expect(before).toEqual(answers(fresh));
        const loaded = loadIndex(saveIndex(engine));
        expect(loaded && answers(loaded)).toEqual(before);
      }),
      { numRuns: 150 },
    );
  });

  test('are the same after the index made itself again', () => {
    const engine = apply(family.map((put) => ({ put })));
    const before = engine.similar('mentor');
    for (let turn = 0; turn < 200; turn++) engine.put(plain('tuin', 'Groen plein', 'Een schooltuin met bonen en een regenton in 2026.'));
    expect(engine.similar('mentor')).toEqual(before);
  });

  test('begin with a document of the same text', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), document, (changes, original) => {
        const engine = apply([...changes, { put: { ...original, id: 'x' } }, { put: { ...original, id: 'y' } }]);
        const hits = engine.similar('x', 10);
        const copy = hits.find(({ id }) => id === 'y');
        if (hits.length > 0) expect(copy?.score).toBe(Math.max(...hits.map(({ score }) => score)));
      }),
      { numRuns: 150 },
    );
  });
});
