import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closeText } from '../../../domain/markup/close.ts';
import { openText } from '../../../domain/markup/open.ts';
import { samples } from './samples.ts';

const again = (text: string): string => {
  const opened = openText(text);
  return closeText(
    opened,
    opened.blocks.map(({ id, node }) => ({ id, node: structuredClone(node) })),
  );
};
const sign = fc.constantFrom(
  ...'ab \n\n\t\r#*_~`[]()<>!|-+=:.&;\\1x"\u0000\uFEFF\u00e9'.split(''),
  '- ',
  '1. ',
  '\n\n',
  '> ',
  '```',
  '[^1]',
  '| a |',
  '<b>',
  '    ',
  '👩🏽‍🏫',
);

describe('opening and closing a text', () => {
  it('has the forty samples', () => {
    expect(samples.length).toBe(40);
  });

  it.each(samples)('changes nothing in %s', (_, text) => {
    expect(again(text)).toBe(text);
  });

  it('changes nothing in any text', () => {
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 40 }), (signs) => again(signs.join('')) === signs.join('')),
      { numRuns: 800, seed: 5 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => again(text) === text),
      { numRuns: 300, seed: 5 },
    );
  });
});
