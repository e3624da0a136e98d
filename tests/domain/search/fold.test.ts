import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldValue, tokensOf, wordsIn } from '../../../domain/search/fold.ts';

const piece = fc.constantFrom('é', 'e\u0301', 'ĳ', 'Ĳ', 'ß', "'", '’', 'a', 'S', '7', ' ', '-', '😀', '.', 'ö');
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(piece, { maxLength: 60 }).map((p) => p.join('')),
);

describe('folding a word', () => {
  test.each([
    ['CAFÉ', 'cafe'],
    ['cafe\u0301', 'cafe'],
    ['ĳs', 'ijs'],
    ['Ĳs', 'ijs'],
    ['foto’s', 'fotos'],
    ["Foto's", 'fotos'],
    ['2026', '2026'],
  ])('%s becomes %s', (word, folded) => expect(fold(word)).toBe(folded));

  test('changes nothing the second time', () => {
    fc.assert(fc.property(anyText, (text) => wordsIn(text).every((word) => fold(word) === word)));
  });
});

describe('the words of a text', () => {
  test('stand where their place says, in order and apart', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        for (const { word, from, to } of tokensOf(text)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          expect(fold(text.slice(from, to))).toBe(word);
          end = to;
        }
      }),
    );
  });

  test('are the same with and without their places', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(wordsIn(text)).toEqual(tokensOf(text).map((token) => token.word));
      }),
    );
  });

  test('keep their place after an emoji and a loose accent', () => {
    expect(tokensOf('😀 e\u0301e\u0301n')).toEqual([{ word: 'een', from: 3, to: 8 }]);
  });
});

describe('a value of a filter', () => {
  test.each([
    ['Ouders  als-partner', 'ouders als partner'],
    [' >= ', '>='],
    ['', ''],
  ])('%j compares as %j', (value, folded) => expect(foldValue(value)).toBe(folded));
});
