import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldValue } from '../../../domain/search/fold.ts';
import { filterText, freeText, readFilters, removeFilter, toggleValue, withFilters, written } from '../../../domain/search/query-edit.ts';

describe('toggling a value', () => {
  test.each([
    ['ouders  "een  zin"', 'ouders  "een  zin" soort:vraag'],
    ['-soort:vraag', '-soort:vraag soort:vraag'],
    ['soort:Vraag ouders', 'ouders'],
    ['a soort:bron,vraag b', 'a soort:bron b'],
    ['soort:vraag a soort:vraag', 'a'],
    ['"open zin', 'soort:vraag "open zin'],
    ['thema:"open zin', 'soort:vraag thema:"open zin'],
    ['a OF', 'soort:vraag a OF'],
    ['(a OF b', 'soort:vraag (a OF b'],
  ])('in %j gives %j', (query, expected) => expect(toggleValue(query, 'soort', 'vraag')).toBe(expected));

  const part = fc.constantFrom(
    'ouders',
    '"een zin"',
    'soort:vraag',
    '-soort:bron',
    'thema:"a b",c',
    'OF',
    '(x)',
    '(',
    ')',
    '"',
    '-',
    ' ',
    'é😀',
    'fase:',
  );
  const query = fc.array(part, { maxLength: 7 }).map((parts) => parts.join(' '));
  const value = fc.oneof(
    fc.constantFrom('vraag', 'bron', 'met spatie', 'a,b', ':x', '(y)', 'zeg "ja" nu', 'Één'),
    fc.stringMatching(/^[a-zé :,()"“-]{0,12}[a-z]$/),
  );
  const held = (q: string): Set<string> =>
    new Set(readFilters(q).flatMap((f) => f.values.map((v) => `${f.negated ? '-' : ''}${f.name}:${foldValue(v)}`)));

  test('once changes only whether that value is chosen', () => {
    fc.assert(
      fc.property(query, value, (before, one) => {
        const key = `soort:${foldValue(one)}`;
        const expected = held(before);
        if (!expected.delete(key)) expected.add(key);
        const after = toggleValue(before, 'soort', one);
        expect(held(after)).toEqual(expected);
        expect(freeText(after).trim()).toBe(freeText(before).trim());
      }),
      { numRuns: 1500 },
    );
  });

  test('twice gives the same filters and leaves the rest of the text alone', () => {
    fc.assert(
      fc.property(query, value, (before, one) => {
        const after = toggleValue(toggleValue(before, 'soort', one), 'soort', one);
        expect(held(after)).toEqual(held(before));
        expect(freeText(after).trim()).toBe(freeText(before).trim());
      }),
      { numRuns: 1500 },
    );
  });

  test('the filters as text are the filters of the query, and no words', () => {
    fc.assert(
      fc.property(query, (whole) => {
        expect(readFilters(filterText(whole))).toEqual(readFilters(whole));
        expect(freeText(filterText(whole)).trim()).toBe('');
      }),
      { numRuns: 1000 },
    );
  });

  test('removing a filter leaves none with its name, and the others as they were', () => {
    fc.assert(
      fc.property(query, (before) => {
        const after = removeFilter(before, 'soort');
        expect(readFilters(after)).toEqual(readFilters(before).filter((f) => f.name !== 'soort'));
        expect(freeText(after).trim()).toBe(freeText(before).trim());
      }),
      { numRuns: 1000 },
    );
  });
});

describe('filters apart from words', () => {
  test('keeps a space after the words, and adds none where one of the two is missing', () => {
    expect(withFilters('soort:x', 'ouders ')).toBe('soort:x ouders ');
    expect(withFilters('', 'ouders')).toBe('ouders');
    expect(withFilters('soort:x', '')).toBe('soort:x');
  });
});

describe('removing', () => {
  test.each([
    ['a soort:x -soort:y b', undefined, 'a b'],
    ['a soort:x,y b', 'x', 'a soort:y b'],
    ['a -soort:x,y b', 'x', 'a -soort:y b'],
    ['a soort:x b', 'z', 'a soort:x b'],
    ['thema:"a b" soort:x', 'x', 'thema:"a b"'],
  ])('from %j the value %j gives %j', (query, value, expected) => expect(removeFilter(query, 'soort', value)).toBe(expected));
});

describe('writing a filter', () => {
  test.each([
    [['x'], 'f:x'],
    [['a b', 'c'], 'f:"a b",c'],
    [['a,b'], 'f:"a,b"'],
    [['A4=nee'], 'f:A4=nee'],
  ])('of %j gives %j', (values, expected) => expect(written('f', values)).toBe(expected));
});
