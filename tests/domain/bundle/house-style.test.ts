import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrastWithWhite, plainStyle, readableAccent } from '../../../domain/bundle/house-style.ts';

describe('the colour of the house', () => {
  it('reckons contrast as WCAG does', () => {
    expect(contrastWithWhite('#000000')).toBeCloseTo(21);
    expect(contrastWithWhite('#ffffff')).toBeCloseTo(1);
    expect(contrastWithWhite('#767676')).toBeCloseTo(4.54, 2);
  });

  it('becomes readable on white whatever was chosen, and stays as it is when it was already', () => {
    const part = fc.integer({ min: 0, max: 255 }).map((value) => value.toString(16).padStart(2, '0'));
    fc.assert(fc.property(fc.tuple(part, part, part), (parts) => contrastWithWhite(readableAccent(`#${parts.join('')}`)) >= 4.5));
    expect(readableAccent(plainStyle.accent)).toBe(plainStyle.accent);
  });
});
