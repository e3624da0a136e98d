import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bothOf, hasClash, mergedText, mergeTexts, paragraphDifference, paragraphsOf, wordDifference } from '../../../domain/entries/text-merge.ts';

const paragraph = fc.constantFrom('Ouders bellen.', '## Hoe', 'Een team.', '- punt', '', 'x', 'Regel\nmet twee', '   ');
const anyText = fc.oneof(
  fc.array(paragraph, { maxLength: 12 }).map((list) => list.join('\n\n')),
  fc.array(fc.constantFrom('a', 'b', '\n', '\n\n', ' ', '\r\n'), { maxLength: 30 }).map((list) => list.join('')),
);
const runs = { numRuns: 2000 };

describe('the paragraphs of a text', () => {
  test('put together are the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(paragraphsOf(text).join('')).toBe(text);
      }),
      runs,
    );
  });

  test('end with their empty lines', () => {
    expect(paragraphsOf('een\n\ntwee\nzin\n \n\ndrie')).toEqual(['een\n\n', 'twee\nzin\n \n\n', 'drie']);
  });
});

describe('comparing three texts', () => {
  test('takes over what one side changed', () => {
    const parts = mergeTexts('een\n\ntwee\n\ndrie\n', 'EEN\n\ntwee\n\ndrie\n', 'een\n\ntwee\n\ndrie, en meer\n');
    expect(parts.map((part) => part.kind)).toEqual(['mine', 'same', 'theirs']);
    expect(mergedText(parts, () => '?')).toBe('EEN\n\ntwee\n\ndrie, en meer\n');
  });

  test('keeps both paragraphs that were added at different places', () => {
    const parts = mergeTexts('a\n\nb\n', 'nieuw\n\na\n\nb\n', 'a\n\nb\n\nslot\n');
    expect(hasClash(parts)).toBe(false);
    expect(mergedText(parts, () => '?')).toBe('nieuw\n\na\n\nb\n\nslot\n');
  });

  test('calls a paragraph that both changed differently a clash, and only that one', () => {
    const parts = mergeTexts('kop\n\nmidden\n\nslot\n', 'kop\n\nmidden van mij\n\nslot\n', 'kop\n\nmidden van hen\n\nslot\n');
    expect(parts).toEqual([
      { kind: 'same', text: 'kop\n\n' },
      { kind: 'clash', base: 'midden\n\n', mine: 'midden van mij\n\n', theirs: 'midden van hen\n\n' },
      { kind: 'same', text: 'slot\n' },
    ]);
    expect(mergedText(parts, bothOf)).toBe('kop\n\nmidden van mij\n\nmidden van hen\n\nslot\n');
  });

  test('calls a paragraph that one changed and the other removed a clash', () => {
    expect(hasClash(mergeTexts('a\n\nb\n\nc', 'a\n\nc', 'a\n\nb!\n\nc'))).toBe(true);
  });

  test('gives the other side when one side changed nothing', () => {
    fc.assert(
      fc.property(anyText, anyText, (base, other) => {
        expect(mergedText(mergeTexts(base, base, other), () => '?')).toBe(other);
        expect(mergedText(mergeTexts(base, other, base), () => '?')).toBe(other);
        expect(mergedText(mergeTexts(base, other, other), () => '?')).toBe(other);
      }),
      runs,
    );
  });

  test('loses no paragraph that either side wrote when both are kept', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (base, mine, theirs) => {
        const parts = mergeTexts(base, mine, theirs);
        const result = mergedText(parts, bothOf);
        const known = new Set(paragraphsOf(base).map((one) => one.trim()));
        for (const own of [...paragraphsOf(mine), ...paragraphsOf(theirs)]) if (!known.has(own.trim())) expect(result).toContain(own.trim());
      }),
      runs,
    );
  });
});

describe('comparing two texts', () => {
  test('word by word gives both texts back', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const pieces = wordDifference(before, after);
        const textOf = (without: string): string => pieces.flatMap((piece) => (piece.what === without ? [] : [piece.text])).join('');
        expect(textOf('added')).toBe(before);
        expect(textOf('removed')).toBe(after);
      }),
      runs,
    );
  });

  test('word by word names the word that changed', () => {
    expect(wordDifference('De ouders komen.', 'De vaders komen.').filter((piece) => piece.what !== 'same')).toEqual([
      { what: 'removed', text: 'ouders' },
      { what: 'added', text: 'vaders' },
    ]);
  });

  test('paragraph by paragraph gives both texts back', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const pieces = paragraphDifference(before, after);
        expect(pieces.map((piece) => piece.before).join('')).toBe(before);
        expect(pieces.map((piece) => piece.after).join('')).toBe(after);
      }),
      runs,
    );
  });
});
