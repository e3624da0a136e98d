import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SearchDocument } from '../../../domain/search/engine.ts';
import { fold, wordsIn } from '../../../domain/search/fold.ts';
import { markWords, snippetsOf, wordTest } from '../../../domain/search/snippets.ts';

const doc = (body: string, more: Partial<SearchDocument> = {}): SearchDocument => ({
  id: 'a',
  title: '',
  summary: '',
  keywords: [],
  fields: [],
  sections: [{ name: 'Hoe', text: body }],
  values: {},
  verdicts: {},
  completeness: 0,
  ...more,
});
const filler = 'woord '.repeat(80);

describe('marks', () => {
  test('stand on whole words in the original spelling', () => {
    expect(markWords('De Óúders’ 😀 ouderkamer', ['ouders'])).toEqual([[3, 9]]);
    expect(markWords('😀 ouderkamer ouder', ['oud*'])).toEqual([
      [3, 13],
      [14, 19],
    ]);
    expect(markWords('ouders', [])).toEqual([]);
  });
});

describe('a snippet', () => {
  const piece = fc.constantFrom(
    'ouders',
    'Óuders',
    'o\u0301uders',
    'ideeën',
    'één',
    '😀',
    '👩‍👧',
    ' ',
    '. ',
    '\n',
    '\t',
    "foto's",
    'school-plein',
    '-',
    'ĳs',
    'x'.repeat(250),
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 120 }).map((p) => p.join(' ')),
    fc.array(piece, { maxLength: 120 }).map((p) => p.join('')),
    fc.string({ unit: 'grapheme', maxLength: 500 }),
  );
  const words = fc.subarray(['ouders', 'ideeen', 'een', 'ijs', 'fot*', 'school*', 'x*']);

  test('marks only words that were looked for, stays short and never splits a sign or a word', () => {
    fc.assert(
      fc.property(text, words, (body, looked) => {
        const wanted = wordTest(looked);
        const whole = new Set(wordsIn(body));
        for (const { text: shown, marks } of snippetsOf(doc(body), looked)) {
          for (const [from, to] of marks) expect(wanted(fold(shown.slice(from, to)))).toBe(true);
          expect(shown.length).toBeLessThanOrEqual(200);
          expect(shown).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/);
          if (marks.length > 0) for (const word of wordsIn(shown)) expect(whole.has(word)).toBe(true);
        }
      }),
      { numRuns: 1500 },
    );
  });

  test('shows where it was cut, on the boundary of a word', () => {
    const [snippet] = snippetsOf(doc(`${filler}ouders ${filler}`), ['ouders']);
    expect(snippet?.text).toMatch(/^… (woord )+ouders( woord)+ …$/);
    expect(snippet?.marks).toHaveLength(1);
  });

  test('has its first mark near the beginning, also when that is the last word of a text', () => {
    const [snippet] = snippetsOf(doc(`${filler}ouders`), ['ouders']);
    expect(snippet?.marks[0]?.[0]).toBeLessThan(70);
  });

  test('has no dots where nothing was left out', () => {
    expect(snippetsOf(doc('De ouders komen.'), ['ouders'])).toEqual([{ section: 'Hoe', text: 'De ouders komen.', marks: [[3, 9]] }]);
  });

  test('comes from the place where most of the words stand, and says which', () => {
    const document = doc('ouders en school', { summary: 'ouders', fields: [{ label: 'Thema', text: 'school' }] });
    expect(snippetsOf(document, ['ouders', 'school'])[0]).toMatchObject({ section: 'Hoe' });
    expect(snippetsOf(doc('', { fields: [{ label: 'Thema', text: 'taal' }] }), ['taal'])[0]).toMatchObject({ section: 'Thema' });
  });

  test('is the beginning of the summary when nothing was looked for or found', () => {
    const document = doc('tekst', { summary: filler });
    for (const looked of [[], ['nergens']]) {
      const [snippet] = snippetsOf(document, looked);
      expect(snippet?.text).toMatch(/^(woord )+…$/);
      expect(snippet?.marks).toEqual([]);
    }
    expect(snippetsOf(doc('  '), ['x'])).toEqual([]);
  });
});
