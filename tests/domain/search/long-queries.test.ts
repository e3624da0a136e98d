import { describe, expect, test } from 'vitest';
import { createSearchEngine } from '../../../domain/search/inverted-index.ts';
import { parseQuery } from '../../../domain/search/query.ts';

const engine = createSearchEngine();
for (let n = 0; n < 50; n++)
  engine.put({
    id: `stuk-${n}`,
    title: n === 0 ? 'Koffie bij de poort' : `Ouders in groep ${n}`,
    keywords: [],
    summary: '',
    fields: [],
    sections: [{ name: 'Wat', text: n < 3 ? 'Koffie aan de poort met ouders, vaders en een prikkel.' : 'De ouders maken een plan over prikkels.' }],
    values: { soort: ['praktijk'], datum: [`2025-${String((n % 12) + 1).padStart(2, '0')}-01`] },
    verdicts: {},
    completeness: 0,
  });
const ids = (query: string): string[] => engine.search(query, { limit: 100 }).hits.map((hit) => hit.id);

/** Work grows with the length of a query, never with its square; a length ten times as large may not take fifty times as long. */
function growth(query: (size: number) => string): number {
  const took = (size: number): number => {
    const asked = query(size);
    const times = Array.from({ length: 5 }, () => {
      const began = performance.now();
      engine.search(asked);
      return performance.now() - began;
    });
    return Math.min(...times);
  };
  took(400);
  return took(4000) / Math.max(0.2, took(400));
}

describe('a query nobody would type', () => {
  test.each([
    ['particles', (n: number) => `${'uit'.repeat(n / 3)}geven`],
    ['one letter', (n: number) => 'a'.repeat(n)],
    ['ligatures', (n: number) => 'ĳ'.repeat(n)],
    ['letters with loose accents', (n: number) => 'e\u0301'.repeat(n / 2)],
    ['hyphens', (n: number) => 'a-'.repeat(n / 2)],
    ['titles', (n: number) => `titel:${'o,'.repeat(n / 2)}`],
    ['values', (n: number) => `soort:${'o,'.repeat(n / 2)}`],
    ['parentheses', (n: number) => '('.repeat(n)],
  ])('of %s takes no longer than its length asks', (_, query) => {
    expect(growth(query)).toBeLessThan(50);
  });

  test('is used as far as its beginning, and says so', () => {
    expect(engine.search('ouders '.repeat(2000)).hints.join(' ')).toContain('alleen het begin');
    expect(parseQuery(`${'a'.repeat(6000)} soort:x`, () => true).parts).toHaveLength(1);
  });
});

describe('a few words without small words between them', () => {
  test('must all be there, when they are anywhere together', () => {
    expect(new Set(ids('koffie poort ouders'))).toEqual(new Set(['stuk-0', 'stuk-1', 'stuk-2']));
    expect(engine.search('koffie poort ouders').deels).toBeUndefined();
  });

  test('give what holds most of them when nothing holds them all', () => {
    const answer = engine.search('koffie poort plan');
    expect(answer.deels).toBe(true);
    expect(answer.total).toBeGreaterThan(0);
  });
});

describe('a word that must not occur', () => {
  test('is that word, also while it is the last one typed', () => {
    expect(ids('ouders -prikkel')).toEqual(ids('ouders -prikkel '));
    expect(ids('-prikkel ouders')).toHaveLength(ids('ouders -prikkel').length);
  });
});

describe('a month or a day', () => {
  test('stands for all its days, however its number is written', () => {
    expect(ids('datum:2025-01')).toHaveLength(5);
    expect(new Set(ids('datum:2025-1'))).toEqual(new Set(ids('datum:2025-01')));
    expect(ids('datum:2025-01')).not.toContain('stuk-11');
    expect(ids('datum:>=2025-3')).toHaveLength(50 - ids('datum:<2025-03').length);
    expect(ids('datum:<=2025-3')).toHaveLength(ids('datum:2025-01').length + ids('datum:2025-02').length + ids('datum:2025-03').length);
  });
});

describe('a value that no write-up has', () => {
  test('is named, and one that some have is not', () => {
    expect(engine.search('soort:onzin').hints).toEqual(['“onzin” komt bij soort niet voor.']);
    expect(engine.search('soort:praktijk').hints).toEqual([]);
  });
});

describe('what was asked, in words', () => {
  test.each([
    ['(ouders OF leerlingen) koffie ', 'Gezocht: (ouders of leerlingen) en koffie.'],
    ['-(ouders OF koffie) plan ', 'Gezocht: plan; zonder (ouders of koffie).'],
    ['ouders -koffie ', 'Gezocht: ouders; zonder het woord koffie.'],
    ['koff', 'Gezocht: koff…'],
  ])('keeps the words and the parentheses of %s', (query, said) => expect(engine.search(query).uitleg).toBe(said));
});
