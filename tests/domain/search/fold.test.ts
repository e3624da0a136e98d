import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { IntList } from '../../../domain/search/byte-store.ts';
import { cutSize, cutWords, fold, foldValue, hashAt, tokensOf, wordsIn } from '../../../domain/search/fold.ts';
import { Units } from '../../../domain/search/units.ts';

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

  test('are letters, digits and what joins them, each with its hash', () => {
    const plain = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’](?=[\p{L}\p{N}]))*/gu;
    fc.assert(
      fc.property(anyText, (text) => {
        const units = new Units(text);
        const cuts = new IntList();
        const found = Array.from({ length: cutWords(units, cuts) }, (_, n) => [...cuts.data.slice(n * cutSize, (n + 1) * cutSize)]);
        const wanted = [...text.matchAll(plain)].map(({ index, 0: word }) => [index, index + word.length]);
        expect(found).toEqual(wanted.map(([from = 0, to = 0]) => [from, to, hashAt(units.data, from, to)]));
      }),
      { numRuns: 1000 },
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

describe('the units of a text', () => {
  const half = fc.constantFrom('\ud83d', '\ude00', '\ufffd', '\ufeff', '\u0000');
  const longer = fc.array(fc.oneof(piece, half, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 200 }).map((parts) => parts.join(''));

  test('are those it is made of, whatever they are and whatever was there before', () => {
    const units = new Units();
    fc.assert(
      fc.property(fc.oneof(longer, fc.string({ maxLength: 200 })), (text) => {
        units.load(text);
        expect(units.length).toBe(text.length);
        expect([...units.data.subarray(0, units.length)]).toEqual(Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)));
      }),
      { numRuns: 1000 },
    );
  });

  test('are all there of a text longer than what is written at once', () => {
    const text = 'één\ud83d '.repeat(300_000);
    const { data, length } = new Units(text);
    expect(length).toBe(text.length);
    expect(String.fromCharCode(...data.subarray(length - 5, length))).toBe('één\ud83d ');
  });
});

describe('a value of a filter', () => {
  test.each([
    ['Ouders  als-partner', 'ouders als partner'],
    [' >= ', '>='],
    ['', ''],
  ])('%j compares as %j', (value, folded) => expect(foldValue(value)).toBe(folded));
});
