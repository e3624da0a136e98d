import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { piecesOf } from '../../../domain/search/query-parts.ts';
import { parseQuery, type Query } from '../../../domain/search/query.ts';

const known = new Set(['soort', 'fase', 'thema', 'jaar', 'criterium']);
const parse = (query: string) => parseQuery(query, (name) => known.has(name));
const word = (text: string, prefix = false): Query => ({ type: 'word', word: text, prefix });
const filter = (name: string, ...values: string[]): Query => ({ type: 'filter', name, values });
const not = (part: Query): Query => ({ type: 'not', part });

describe('reading a query', () => {
  test.each<[string, Query[]]>([
    ['', []],
    ['   ', []],
    ['ouders school', [word('ouders'), word('school', true)]],
    ['ouders school ', [word('ouders'), word('school')]],
    ['cafe\u0301', [word('cafe', true)]],
    // One letter is the beginning of anything.
    ['a', []],
    ['a ', [word('a')]],
    ['ouders k', [word('ouders')]],
    ['"Eén zin" ', [{ type: 'phrase', words: ['een', 'zin'] }]],
    ['“krulhaken ook” ', [{ type: 'phrase', words: ['krulhaken', 'ook'] }]],
    ['ouders -school ', [word('ouders'), not(word('school'))]],
    ['-"een zin"', [not({ type: 'phrase', words: ['een', 'zin'] })]],
    ['a OF b OF c ', [{ type: 'or', parts: [word('a'), word('b'), word('c')] }]],
    ['x a OF b ', [word('x'), { type: 'or', parts: [word('a'), word('b')] }]],
    ['(a b) c ', [{ type: 'and', parts: [word('a'), word('b')] }, word('c')]],
    ['-(a OF b)', [not({ type: 'and', parts: [{ type: 'or', parts: [word('a'), word('b')] }] })]],
    ['of ', [word('of')]],
    ['VO-school ', [{ type: 'and', parts: [word('vo'), word('school')] }]],
    ['soort:vraag,bron', [filter('soort', 'vraag', 'bron')]],
    ['SOORT:vraag', [filter('soort', 'vraag')]],
    ['thema:"a, b",c', [filter('thema', 'a, b', 'c')]],
    ['-fase:idee', [not(filter('fase', 'idee'))]],
    ['jaar:>2023', [filter('jaar', '>2023')]],
    ['criterium:A4=nee', [filter('criterium', 'A4=nee')]],
    ['titel:ouders', [filter('titel', 'ouders')]],
    ['titel:""', []],
    ['(soort:vraag)', [{ type: 'and', parts: [filter('soort', 'vraag')] }]],
    ['--- :: ', []],
  ])('%j is understood', (query, parts) => {
    const read = parse(query);
    expect(read.parts).toEqual(parts);
    expect(read.hints).toEqual([]);
  });

  test('names the words to mark, not those that must be absent', () => {
    expect(parse('Één -twee "drie vier" soort:vraag vij').words).toEqual(['een', 'drie', 'vier', 'vij*']);
  });

  test('marks the beginning of a word of the title, as the filter looks for it', () => {
    expect(parse('titel:oud').words).toEqual(['oud*']);
  });
});

describe('what cannot be read', () => {
  test.each([
    ['kleur:rood', /geen bekend filter/],
    ['"open einde', /aanhalingsteken/],
    ['thema:"open einde', /aanhalingsteken/],
    ['(a b', /ontbreekt een haakje/],
    ['a)', /haakje te veel/],
    ['OF a', /OF/],
    ['a OF', /OF/],
    ['(a OF) b', /OF/],
  ])('%j gives one hint', (query, hint) => {
    const { hints, parts } = parse(query);
    expect(hints).toHaveLength(1);
    expect(hints[0]).toMatch(hint);
    expect(JSON.stringify(parts).length).toBeGreaterThan(0);
  });

  test('looks for the words of an unknown filter', () => {
    expect(parse('mijn_kleur:"diep rood"').parts).toEqual([{ type: 'and', parts: ['mijn', 'kleur', 'diep', 'rood'].map((w) => word(w)) }]);
  });

  test('uses the rest of the query', () => {
    expect(parse('a) b ').parts).toEqual([word('a'), word('b')]);
    expect(parse('a OF').parts).toEqual([word('a')]);
  });
});

describe('any string', () => {
  const sign = fc.constantFrom('a', 'é', ' ', '"', '„', '(', ')', '-', ':', ',', 'OF ', 'soort:', 'criterium:', '=', '>', '😀', '\\', '\n');
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.array(sign, { maxLength: 60 }).map((p) => p.join('')),
  );

  test('is read without throwing, and every hint is said once', () => {
    fc.assert(
      fc.property(text, (query) => {
        const { hints } = parse(query);
        expect(new Set(hints).size).toBe(hints.length);
      }),
      { numRuns: 2000 },
    );
  });

  test('is cut into pieces that follow each other and leave out only white space', () => {
    fc.assert(
      fc.property(text, (query) => {
        let end = 0;
        for (const { from, to } of piecesOf(query)) {
          expect(query.slice(end, from).trim()).toBe('');
          expect(to).toBeGreaterThan(from);
          end = to;
        }
        expect(query.slice(end).trim()).toBe('');
      }),
      { numRuns: 1000 },
    );
  });

  test.each(['(', ')', '"', '-(', '(-', '("', 'a(', 'x:"', ' OF (', '()'])('of five thousand signs of %j is read', (signs) => {
    expect(parse(signs.repeat(Math.ceil(5000 / signs.length))).hints.length).toBeLessThan(10);
  });
});

describe('operators of other search engines', () => {
  const parsed = (query: string): ReturnType<typeof parseQuery> => parseQuery(query, () => true);

  test.each(['EN', 'AND'])('%s between words asks for nothing more, and that is said', (operator) => {
    expect(parsed(`taal ${operator} spel `).parts).toEqual(parsed('taal spel ').parts);
    expect(parsed(`taal ${operator} spel `).hints.join()).toContain('EN hoeft niet');
  });

  test.each([
    ['taal OR spel ', 'OF'],
    ['taal NIET spel ', '-woord'],
    ['NOT spel ', '-woord'],
  ])('%s gets a hint what to type', (query, told) => expect(parsed(query).hints.join()).toContain(told));

  test.each(['OR ', 'de OR', 'en of niet ', 'AND ', 'constructor toString valueOf '])('%s is searched as it stands', (query) => {
    expect(parsed(query).hints).toEqual([]);
  });
});
