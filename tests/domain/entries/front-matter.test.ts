import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHeader } from '../../../domain/entries/front-matter.ts';

const value = (yaml: string, key: string): unknown => readHeader(yaml).values.get(key)?.value;

describe('reading a header', () => {
  test('F13, F14: keeps dates, times and leading zeros as they were written', () => {
    expect(value('datum: 2026-11-23', 'datum')).toBe('2026-11-23');
    expect(value('tijd: 12:30', 'tijd')).toBe('12:30');
    expect(readHeader('postcode: 0123').values.get('postcode')?.source).toBe('0123');
    expect(value('a: no\nb: off', 'a')).toBe('no');
  });

  test('gives the line of each key', () => {
    const { values } = readHeader('# kop\na: 1\n\nb:\n  - x\nc: 2');
    expect([...values].map(([key, held]) => [key, held.line])).toEqual([
      ['a', 2],
      ['b', 4],
      ['c', 6],
    ]);
  });

  test.each([
    ['F5: an unclosed quote', 'a: ok\ntitel: "x\nb: 1', 2],
    ['F6: a duplicate key', 'a: 1\na: 2', 2],
    ['F5: a tab as indent', 'a:\n\tb: 1', 2],
    ['F5: a colon in a plain value', 'a: b: c', 1],
    ['F7: an alias', 'a: &x 1\nb: *x', 2],
    ['F5: a text instead of keys', 'zomaar tekst', 1],
  ])('%s is reported with its line and never throws', (_, yaml, line) => {
    const { faults } = readHeader(yaml);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.map((fault) => fault.line)).toContain(line);
    expect(faults[0]?.message).toMatch(/[a-z]/);
  });

  test('still gives what can be read beside a fault', () => {
    expect(value('titel: Goed\nstuk: &x 1\nander: *x', 'titel')).toBe('Goed');
  });

  test.each([
    ['F11: six hundred nested keys', '? '.repeat(600)],
    ['F11: twenty thousand keys', Array.from({ length: 20_000 }, (_, i) => `k${i}: 1`).join('\n')],
    ['F11: a hundred thousand brackets', `a: ${'['.repeat(100_000)}`],
    ['F11: deep nesting by indentation', Array.from({ length: 200 }, (_, i) => `${'  '.repeat(i)}k:`).join('\n')],
    ['F11: nested dashes', `${'- '.repeat(300)}x`],
    ['F11: five megabytes', `a: ${'x'.repeat(5_000_000)}`],
    ['F7: an alias bomb', `a: &a [x,x]\n${Array.from({ length: 20 }, (_, i) => `b${i}: &b${i} [*a,*a]`).join('\n')}`],
  ])('%s is refused instead of parsed', (_, yaml) => {
    const { faults } = readHeader(yaml);
    expect(faults.length).toBeGreaterThan(0);
  });

  test('F10: lets names that reach into prototypes do no harm', () => {
    const { values } = readHeader('__proto__:\n  gehackt: ja\nconstructor: x\nnest:\n  __proto__: {gehackt: ja}\n  goed: 1');
    expect(({} as Record<string, unknown>)['gehackt']).toBeUndefined();
    expect(values.get('nest')?.value).toEqual({ goed: 1 });
    expect(Object.getPrototypeOf(values.get('nest')?.value)).toBe(Object.prototype);
  });

  test('answers every text without throwing', () => {
    const sign = fc.constantFrom(
      'a',
      ':',
      ' ',
      '\n',
      '-',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      '#',
      '|',
      '>',
      '&',
      '*',
      '!',
      '?',
      '%',
      '@',
      '\t',
      ',',
      '~',
      'é',
      '\0',
      '---',
    );
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 60 }), (yaml) => {
        const { values, faults } = readHeader(yaml);
        expect(values.size + faults.length).toBeGreaterThanOrEqual(0);
        for (const held of values.values()) expect(() => JSON.stringify(held.value)).not.toThrow();
      }),
      { numRuns: 3000 },
    );
  });
});
