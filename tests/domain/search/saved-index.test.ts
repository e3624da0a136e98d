import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SearchDocument, SearchEngine } from '../../../domain/search/engine.ts';
import { createSearchEngine } from '../../../domain/search/inverted-index.ts';
import { HeardWords } from '../../../domain/search/heard-words.ts';
import { numberDocuments, WordList } from '../../../domain/search/numbered-documents.ts';
import { indexPieces, loadIndex, saveIndex } from '../../../domain/search/saved-index.ts';

const word = fc.constantFrom('ouder', 'Ouders', 'leergemeenschap', 'gemeenschap', 'één', 'ideeën', 'school', "foto's", '2026', '😀', '…', 'de');
const words = fc.array(word, { maxLength: 8 }).map((all) => all.join(' '));
const document: fc.Arbitrary<SearchDocument> = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  title: words,
  summary: words,
  keywords: fc.array(word, { maxLength: 2 }),
  fields: fc.array(fc.record({ label: word, text: words }), { maxLength: 2 }),
  sections: fc.array(fc.record({ name: word, text: words }), { maxLength: 3 }),
  values: fc.record({ soort: fc.array(fc.constantFrom('praktijk', 'vraag'), { maxLength: 2 }), jaar: fc.constantFrom([], ['2024'], ['2026']) }),
  verdicts: fc.constantFrom({}, { A4: 'nee', 'checklist.A4': 'nee' }, { A4: 'ja' }),
  completeness: fc.constantFrom(0, 0.5, 1),
});
type Change = { put: SearchDocument } | { remove: string };
const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 4, arbitrary: document.map((put) => ({ put })) },
  { weight: 1, arbitrary: fc.constantFrom('a', 'b', 'c').map((remove) => ({ remove })) },
);

const queries = ['', 'ouder', 'ouders ', 'gemeenschap ', '"de school"', 'soort:praktijk de', '-school', 'leer gemeenschap', 'scool ', 'ideeen 2026'];
const plans = ['soort', 'jaar', 'criterium:A4'].map((name) => ({ name, labels: {} }));
const answers = (engine: SearchEngine): unknown[] => queries.map((query) => engine.search(query, { facets: plans }));

function apply(engine: SearchEngine, changes: readonly Change[]): SearchEngine {
  for (const one of changes) {
    if ('put' in one) engine.put(one.put);
    else engine.remove(one.remove);
  }
  return engine;
}

describe('an index', () => {
  test('answers after any changes as one that is made afresh', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
        const left = new Map<string, SearchDocument>();
        for (const one of changes) {
          if ('put' in one) left.set(one.put.id, one.put);
          else left.delete(one.remove);
        }
        const fresh = createSearchEngine();
        for (const one of left.values()) fresh.put(one);
        expect(answers(apply(createSearchEngine(), changes))).toEqual(answers(fresh));
      }),
      { numRuns: 150 },
    );
  });

  test('answers the same when it was saved and read, also after later changes', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), fc.array(change, { maxLength: 6 }), (before, after) => {
        const engine = apply(createSearchEngine(), before);
        const loaded = loadIndex(saveIndex(engine));
        expect(loaded && answers(loaded)).toEqual(answers(engine));
        expect(loaded && answers(apply(loaded, after))).toEqual(answers(apply(engine, after)));
        const again = loaded && loadIndex(saveIndex(loaded));
        expect(again && answers(again)).toEqual(answers(engine));
      }),
      { numRuns: 150 },
    );
  });

  test('answers as one that was never kept when the first thing that happens is that a document goes', () => {
    fc.assert(
      fc.property(fc.array(document, { minLength: 1, maxLength: 8 }), (documents) => {
        const engine = apply(
          createSearchEngine(),
          documents.map((put, n) => ({ put: { ...put, id: `${n}` } })),
        );
        const loaded = loadIndex(saveIndex(engine));
        const gone: Change[] = [{ remove: '0' }];
        expect(loaded && answers(apply(loaded, gone))).toEqual(answers(apply(engine, gone)));
      }),
      { numRuns: 150 },
    );
  });

  test('in pieces stays what it was at that moment, whatever happens while it is being kept', async () => {
    const turns = (): Promise<void> => Promise.resolve();
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 12 }), fc.array(change, { maxLength: 6 }), fc.boolean(), async (before, after, emptied) => {
        const engine = apply(createSearchEngine(), before);
        const expected = answers(engine);
        const pieces = await indexPieces(engine, turns);
        if (emptied) engine.clear();
        apply(engine, after);
        const kept = loadIndex(new Uint8Array(Buffer.concat(pieces ?? [])), {}, true);
        expect(kept && answers(kept)).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });

  test('is not given in pieces when it changes while they are made', async () => {
    const [one, two] = fc.sample(document, { numRuns: 2, seed: 3 });
    const engine = apply(createSearchEngine(), one ? [{ put: one }] : []);
    const turn = async (): Promise<void> => {
      if (two) engine.put(two);
    };
    expect(await indexPieces(engine, turn)).toBeUndefined();
  });

  test('answers the same when the words were numbered elsewhere, whichever documents are taken and under whatever id', () => {
    const taken = fc.tuple(document, fc.constantFrom('', '', '', 'x', 'y'), fc.boolean());
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 6 }),
        fc.array(taken, { maxLength: 16 }),
        fc.array(change, { maxLength: 6 }),
        fc.boolean(),
        (before, batch, after, emptied) => {
          const near = apply(createSearchEngine(), before);
          const far = apply(createSearchEngine(), before);
          const heard = new HeardWords();
          const lists = [new WordList('1'), new WordList('2')];
          // Three at a time, by two threads in turn.
          for (let at = 0; at < batch.length; at += 3) {
            const some = batch.slice(at, at + 3);
            if (emptied && at > 3) for (const engine of [near, far]) engine.clear();
            const numbered = numberDocuments(
              some.map(([one]) => ({ ...one, values: { ...one.values, id: [one.id] } })),
              lists[(at / 3) % 2],
            );
            const put = far.take(structuredClone(numbered), heard);
            some.forEach(([one, other, left], n) => {
              const id = other === '' ? one.id : other;
              if (left) return;
              near.put({ ...one, id, values: { ...one.values, id: [id] } });
              put?.(n, id);
            });
          }
          expect(answers(far)).toEqual(answers(near));
          expect(far.search('id:x OF id:a').hits).toEqual(near.search('id:x OF id:a').hits);
          expect(answers(apply(far, after))).toEqual(answers(apply(near, after)));
        },
      ),
      { numRuns: 150 },
    );
  });

  test('takes over a text in which hundreds of thousands of different signs stand between words', () => {
    const [one] = fc.sample(document, { numRuns: 1, seed: 3 });
    const between = (n: number): string => n.toString(4).replace(/./g, (digit) => '!?.;'[Number(digit)] ?? '');
    const text = Array.from({ length: 200_000 }, (_, n) => `a${between(n)}`).join('');
    const engine = createSearchEngine();
    const numbered = numberDocuments(one ? [{ ...one, sections: [{ name: '', text }] }] : []);
    engine.take(numbered, new HeardWords())?.(0, 'a');
    expect(engine.search('"a"').total).toBe(1);
  });

  test('takes nothing over when words they were numbered by never came, and goes on when the thread begins anew', () => {
    const [one, two] = fc.sample(document, { numRuns: 2, seed: 3 });
    const engine = createSearchEngine();
    const heard = new HeardWords();
    const list = new WordList('1');
    numberDocuments(one ? [one] : [], list);
    expect(engine.take(numberDocuments(two ? [two] : [], list), heard)).toBeUndefined();
    engine.take(numberDocuments(two ? [two] : [], new WordList('1')), heard)?.(0, 'a');
    expect([engine.size, engine.search('').hits.map(({ id }) => id)]).toEqual([1, ['a']]);
  });
});

describe('a saved index', () => {
  const engine = apply(
    createSearchEngine(),
    fc.sample(document, { numRuns: 5, seed: 7 }).map((put) => ({ put })),
  );
  const bytes = saveIndex(engine);

  test('is not read when any one bit is flipped', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(7), (at, bit) => {
        const damaged = bytes.slice();
        damaged[at] = (damaged[at] ?? 0) ^ (1 << bit);
        expect(loadIndex(damaged)).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  test('is not read when it was cut off or is something else', () => {
    for (const size of [0, 1, 4, 40, bytes.length - 4, bytes.length - 1]) expect(loadIndex(bytes.slice(0, size))).toBeUndefined();
    expect(loadIndex(new Uint8Array(1000))).toBeUndefined();
  });

  test('is read from the middle of other bytes', () => {
    const around = new Uint8Array(bytes.length + 3);
    around.set(bytes, 3);
    expect(loadIndex(around.subarray(3))?.size).toBe(engine.size);
  });
});
