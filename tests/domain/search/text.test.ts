import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText, facetPlans, toSearchDocument } from '../../../domain/search/document.ts';
import { fold, wordsIn } from '../../../domain/search/fold.ts';
import { freeText, readFilters, removeFilter, toggleValue } from '../../../domain/search/query-edit.ts';
import { markWords, snippetsOf, wordTest } from '../../../domain/search/snippets.ts';
import { readEntry } from '../../../domain/entries/read-entry.ts';
import { readShippedVocabulary } from '../../../main/library/vocabulary-files.ts';
import { resources } from '../../helpers/open-services.ts';

describe('folding', () => {
  test.each([
    ['Coördinator', 'coordinator'],
    ['ĲSVRIJ', 'ijsvrij'],
    ["foto's", 'fotos'],
    ['één', 'een'],
    ['ideeën', 'ideeen'],
    ['Straße', 'strasse'],
  ])('%s is %s', (word, folded) => {
    expect(fold(word)).toBe(folded);
  });
  test('cuts a text into words and keeps numbers', () => {
    expect(wordsIn('VO-school, 2026: foto’s!')).toEqual(['vo', 'school', '2026', 'fotos']);
  });
});

describe('marks and snippets', () => {
  const piece = fc.constantFrom('ouders', 'Óuders', 'ideeën', 'één', '😀', ' ', '. ', '\n', 'x', "foto's", 'schoolplein');
  test('every mark selects a word that was looked for, in any text', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 120 }), fc.subarray(['ouders', 'ideeen', 'fot*', 'school*', 'een']), (pieces, words) => {
        const text = pieces.join(' ');
        const wanted = wordTest(words);
        for (const [from, to] of markWords(text, words)) expect(wanted(fold(text.slice(from, to)))).toBe(true);
        const document = toSearchDocument({ summary: summary(), fields: {}, body: `## Hoe\n${text}`, vocabulary });
        for (const snippet of snippetsOf(document, words)) {
          for (const [from, to] of snippet.marks) expect(wanted(fold(snippet.text.slice(from, to)))).toBe(true);
          expect(snippet.text.length).toBeLessThan(240);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('shows the section in which the words stand closest together', () => {
    const document = toSearchDocument({
      summary: summary(),
      fields: {},
      body: '## Waarom\nOuders.\n\n## Hoe\nDe ouders en de school praten.\n',
      vocabulary,
    });
    expect(snippetsOf(document, ['ouders', 'school'])[0]).toMatchObject({ section: 'Hoe' });
  });
});

describe('editing a query', () => {
  test.each([
    ['ouders', 'ouders soort:praktijk'],
    ['soort:vraag ouders', 'soort:vraag,praktijk ouders'],
    ['soort:praktijk ouders', 'ouders'],
    ['', 'soort:praktijk'],
  ])('toggling a value in %j gives %j', (query, expected) => {
    expect(toggleValue(query, 'soort', 'praktijk')).toBe(expected);
  });

  test('quotes a value with spaces and takes it out again', () => {
    const asked = toggleValue('team', 'thema', 'ouders als partner');
    expect(asked).toBe('team thema:"ouders als partner"');
    expect(removeFilter(asked, 'thema', 'ouders als partner')).toBe('team');
    expect(freeText(asked)).toBe('team');
  });

  test('toggling twice changes no filter, whatever else stands there', () => {
    const part = fc.constantFrom('ouders', '"een zin"', 'soort:vraag', '-soort:bron', 'thema:"a b",c', 'OF', '(x)', 'fase:');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), fc.constantFrom('vraag', 'bron', 'met spatie'), (parts, value) => {
        const query = parts.join(' ');
        const twice = toggleValue(toggleValue(query, 'soort', value), 'soort', value);
        const values = (q: string): Set<string> =>
          new Set(readFilters(q).flatMap((f) => f.values.map((v) => `${f.negated ? '-' : ''}${f.name}:${v}`)));
        expect(values(twice)).toEqual(values(query));
        expect(freeText(twice)).toBe(freeText(query));
      }),
      { numRuns: 500 },
    );
  });
});

describe('an entry as a document', () => {
  test('can be filtered on what its kind asks for, and its facets come from the vocabulary', () => {
    const read = readEntry(
      {
        path: 'a.md',
        text: '---\nid: a\nsoort: praktijk\nvorm: studiedag\ntags: [taal]\nperspectieven: [beleid]\noordelen:\n  - item: A1\n    oordeel: ja\neigen: iets bijzonders\n---\n## Waarom\nx\n',
        changed: 0,
      },
      vocabulary,
    );
    const document = toSearchDocument({ summary: read.summary, fields: read.fields, body: '', vocabulary });
    expect(document.values).toMatchObject({
      soort: ['praktijk'],
      trefwoord: ['taal'],
      delen: ['intern'],
      type: ['studiedag'],
      mist: expect.arrayContaining(['uitvoering', 'inwoners', 'betrokkenen', 'hoe', 'Hoe']),
      heeft: expect.arrayContaining(['oordeel']),
      perspectief: ['beleid'],
    });
    expect(document.verdicts).toMatchObject({ A1: 'ja', A4: 'geen' });
    expect(document.fields.map((field) => field.text)).toContain('iets bijzonders');
    const names = facetPlans(vocabulary).map((plan) => plan.name);
    expect(names.slice(0, 2)).toEqual(['soort', 'type']);
    for (const name of ['fase', 'status', 'delen', 'trefwoord', 'criterium:A4', 'jaar']) expect(names).toContain(name);
  });

  test.each([
    ['## **Vet** en _schuin_', 'Vet en schuin'],
    ['- [x] klaar', 'klaar'],
    ['| a | b |\n|---|---|\n| c | d |', 'a b c d'],
    ['[tekst](https://x.nl) ![plaat](a.png)', 'tekst plaat'],
    ['[[doel|zo heet het]] en [[doel]]', 'zo heet het en doel'],
    ['> citaat met `code`', 'citaat met code'],
    ['a <br> b <!-- weg -->', 'a b'],
    ['snake_case blijft', 'snake_case blijft'],
  ])('%j reads as %j', (markdown, plain) => {
    expect(plainText(markdown)).toBe(plain);
  });
});

const vocabulary = await readShippedVocabulary(resources);
const summary = () => readEntry({ path: 'a.md', text: '---\nid: a\nsoort: bron\ntitel: T\n---\n', changed: 0 }, vocabulary).summary;
