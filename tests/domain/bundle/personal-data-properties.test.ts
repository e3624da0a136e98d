import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameListOf } from '../../../domain/bundle/class-list.ts';
import { findPersonalData } from '../../../domain/bundle/personal-data.ts';

const names = nameListOf(['Sanne de Vries', 'Visser, Roos']);
const pieces = fc.constantFrom(
  ...[
    'bsn ',
    '111222333',
    '06-',
    '12345678',
    '\u200b',
    '**',
    '&#64;',
    '&shy;',
    '@',
    'a.nl',
    ' NL91ABNA',
    '0417164300',
    'Dorpsstraat ',
    '12',
    '３',
    '😀',
    '\n',
  ],
  ...[
    'Sanne',
    "'s",
    ' de Vries',
    'geboren op ',
    '1-2-2010',
    '3511 AB ',
    '\\',
    '(',
    ')',
    '+31',
    ' ',
    '.',
    '-',
    'Roos',
    'kenteken XX-99-XX',
    '\ud800',
    'é',
    '(at)',
  ],
);
const text = fc.oneof(
  fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

describe('what is found in a text', () => {
  test('stands in the text at the offsets it gives, whatever the text is, and nothing lies over another', () => {
    fc.assert(
      fc.property(text, (given) => {
        let end = 0;
        for (const hit of findPersonalData(given, { names })) {
          expect(hit.from).toBeGreaterThanOrEqual(end);
          expect(hit.to).toBeGreaterThan(hit.from);
          expect(hit.to).toBeLessThanOrEqual(given.length);
          expect(given.slice(hit.from, hit.to)).toBe(hit.passage);
          end = hit.to;
        }
      }),
      { numRuns: 1500 },
    );
  });

  test.each([
    '1',
    '1 ',
    '111222333 ',
    '0',
    '06 ',
    '@',
    'a@',
    'a.',
    'A',
    'Aa ',
    'NL91 ',
    '1-',
    '(',
    'bsn ',
    'Sanne ',
    'de ',
    '1 Straat ',
    '3511 AB ',
    '&#',
    '&',
    '*',
    '\u200b',
    'geb. 1-1-2010 ',
    'leerlingnummer ',
  ])('takes work that grows as the text does: %j', (piece) => {
    const work = (length: number): number => {
      let total = 0;
      findPersonalData(piece.repeat(Math.ceil(length / piece.length)), { names, count: (n) => (total += n) });
      return total;
    };
    const small = work(2_000);
    expect(work(16_000)).toBeLessThan(small * 8 * 1.3);
    expect(small).toBeLessThan(2_000 * 700);
  });
});
