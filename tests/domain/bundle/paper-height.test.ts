import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { paperHeight, type Paper } from '../../../domain/bundle/paper-height.ts';
import { sessionBegin } from '../../../domain/bundle/session-plan.ts';
import type { Block, Span } from '../../../domain/bundle/text-blocks.ts';

const line = (text: string): Block => ({ type: 'paragraph', spans: [{ type: 'text', text }] });
const list = (...texts: string[]): Block => ({ type: 'list', ordered: false, start: 1, items: texts.map((text) => ({ blocks: [line(text)] })) });
const paper: Paper = { width: 480, picture: () => 150 };
const heightOf = (blocks: readonly Block[], size = 10): number => paperHeight([{ title: 'Waarom', blocks }], size, paper);

describe('how much paper a text takes', () => {
  it('grows with the text and with the letters, whatever the text is', () => {
    const block = fc.oneof(
      fc.string({ maxLength: 4000 }).map(line),
      fc.array(fc.string({ maxLength: 200 }), { minLength: 1, maxLength: 60 }).map((texts) => list(...texts)),
      fc.constant<Block>({ type: 'picture', path: 'a.png', alt: '' }),
      fc.constant<Block>({ type: 'rule' }),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), block, (blocks, more) => {
        expect(heightOf([...blocks, more])).toBeGreaterThan(heightOf(blocks));
        expect(heightOf([...blocks, more], 9)).toBeLessThanOrEqual(heightOf([...blocks, more], 10.5));
      }),
      { numRuns: 60 },
    );
  });

  it('is about that of a page for six hundred words', () => {
    const words = Array.from({ length: 6 }, () => line('woorden van gewone lengte '.repeat(25)));
    expect(heightOf(words)).toBeGreaterThan(450);
    expect(heightOf(words)).toBeLessThan(750);
  });

  it('counts pictures and notes within a line', () => {
    const plain = heightOf([line('Kijk.')]);
    expect(
      heightOf([
        {
          type: 'paragraph',
          spans: [
            { type: 'text', text: 'Kijk.' },
            { type: 'picture', path: 'a', alt: '' },
          ],
        },
      ]),
    ).toBe(plain + 150);
    expect(
      heightOf([
        {
          type: 'paragraph',
          spans: [
            { type: 'text', text: 'Kijk.' },
            { type: 'note', blocks: [line('Noot')] },
          ],
        },
      ]),
    ).toBe(plain + 13);
  });
});

describe('when a session begins', () => {
  test.each([
    ['9.00 · Opening. Een moeder las voor.', '9.00'],
    ['Om 13:30 uur begint de middag.', '13.30'],
    ['We beginnen om 13.00 uur.', undefined],
    ['1.250 mensen', undefined],
    ['25.00 uur', undefined],
    ['', undefined],
  ])('%j: %s', (text, begin) => {
    expect(
      sessionBegin([
        { heading: 'Doel', blocks: [line('8.00')] },
        { id: 'programma', heading: 'Programma', blocks: [line(text)] },
      ]),
    ).toBe(begin);
  });

  test('is read from the first row of a table', () => {
    const cell = (text: string): Span[] => [{ type: 'text', text }];
    const table = { type: 'table' as const, align: [], header: [cell('Tijd'), cell('Wat')], rows: [[cell('13.30'), cell('Kennismaking')]] };
    expect(sessionBegin([{ id: 'programma', heading: 'Programma', blocks: [table] }])).toBe('13.30');
  });
});
