import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completionsFor, valueAt, type Completion } from '../../../domain/search/completion.ts';
import { piecesOf } from '../../../domain/search/query-parts.ts';
import { readShippedVocabulary } from '../../../main/library/vocabulary-files.ts';
import { resources } from '../../helpers/open-services.ts';

const facets = {
  trefwoord: [
    { value: 'ouders', label: 'ouders', count: 7 },
    { value: 'ouders als partner', label: 'ouders als partner', count: 1 },
  ],
  organisatie: [{ value: 'Het Wilgenrak', label: 'Het Wilgenrak', count: 3 }],
  jaar: [{ value: '2026', label: '2026', count: 12 }],
};
const source = { vocabulary: await readShippedVocabulary(resources), facets };
const at = (text: string): Completion[] => completionsFor(text.replace('|', ''), text.includes('|') ? text.indexOf('|') : text.length, source);
const inserts = (text: string): string[] => at(text).map((one) => one.insert);
const apply = (text: string, { from, to, insert }: Completion): string => text.slice(0, from) + insert + text.slice(to);

describe('names', () => {
  test('offers the names that begin as the word does, with what they do', () => {
    expect(inserts('so')).toEqual(['soort:']);
    expect(at('taal zon')[0]).toMatchObject({ from: 5, to: 8, label: 'zonder:', hint: 'is nog niet gewogen', kind: 'naam' });
    expect(inserts('persp')).toEqual(['perspectief:']);
  });

  test('keeps the sign of a negation', () => {
    const [first] = at('-soo');
    expect(first && apply('-soo', first)).toBe('-soort:');
  });

  test('offers nothing after a space, for a word that begins no name, or inside a phrase', () => {
    for (const text of ['', 'soort ', 'appel', '"soo|', '"soo|rt" taal', '„fase:we']) expect(at(text), text).toEqual([]);
  });
});

describe('values', () => {
  test('offers the choices of a field by value and by label', () => {
    expect(inserts('soort:')).toContain('praktijk');
    expect(inserts('fase:ver')).toContain('verspreid');
    expect(inserts('type:COMM')).toContain('community-of-practice');
  });

  test('takes the value of a comma list that the caret is in', () => {
    const [first] = at('taal fase:weeg,versp spel'.replace('versp', 'versp|'));
    expect(first && apply('taal fase:weeg,versp spel', first)).toBe('taal fase:weeg,verspreid spel');
  });

  test('offers criteria by name, and their verdicts once one stands there', () => {
    expect(inserts('criterium:a')).toEqual(['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7']);
    expect(inserts('criterium:A4')).toEqual(['A4=ja', 'A4=deels', 'A4=nee', 'A4=geen']);
    expect(inserts('criterium:A4=d')).toEqual(['A4=deels']);
  });

  test('offers what occurs in the kennismap with its count, in quotes where needed', () => {
    expect(at('trefwoord:oud').map((one) => [one.insert, one.hint])).toEqual([
      ['ouders', '7 stukken'],
      ['"ouders als partner"', '1 stuk'],
    ]);
    expect(inserts('organisatie:wilg')).toEqual(['"Het Wilgenrak"']);
    expect(inserts('organisatie:"het w')).toEqual(['"Het Wilgenrak"']);
    expect(inserts('jaar:')).toEqual(['2026']);
  });

  test('keeps the sign of a comparison before a value', () => {
    expect(inserts('jaar:>20')).toEqual(['>2026']);
    expect(inserts('datum:<=2')).toEqual(['<=2026']);
  });

  test('says which value is being typed, and nothing outside a filter', () => {
    expect(valueAt('taal groep:ron spel', 14)).toEqual({ name: 'groep', typed: 'ron' });
    expect(valueAt('jaar:>=20', 9)).toEqual({ name: 'jaar', typed: '20' });
    for (const caret of [0, 3, 6]) expect(valueAt('taal groep:', caret)).toBeUndefined();
  });

  test('offers what can be had, be missing and be thin', () => {
    expect(inserts('heeft:b')).toEqual(['bijlage']);
    expect(inserts('zonder:')).toEqual(['oordeel']);
    expect(inserts('mist:inw')).toContain('inwoners');
    expect(inserts('dun:waar')).toContain('waarom');
  });
});

test('changes only its own part of any query, and never fails', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'soort:',
      'fase:weeg,',
      'trefwoord:"',
      'criterium:A4=',
      '-',
      '"',
      '(',
      ')',
      ' OF ',
      ' ',
      ',',
      'mist:',
      'z',
      '__proto__:',
      'constructor:',
      'ë',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  const query = fc.array(piece, { maxLength: 8 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(query, fc.integer({ min: -2, max: 60 }), (text, caret) => {
      for (const one of completionsFor(text, caret, source)) {
        expect(one.from).toBeLessThanOrEqual(caret);
        expect(one.to).toBeGreaterThanOrEqual(caret);
        const after = apply(text, one);
        expect(after.startsWith(text.slice(0, one.from)) && after.endsWith(text.slice(one.to))).toBe(true);
        expect(piecesOf(after).some((held) => held.from <= one.from && held.to >= one.from + one.insert.length)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});
