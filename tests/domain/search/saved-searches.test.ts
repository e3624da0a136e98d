import { describe, expect, test } from 'vitest';
import {
  mostSaved,
  noSearches,
  readSearches,
  searchesText,
  searchNamed,
  withChange,
  withoutSearch,
  withSearch,
  type SearchBook,
} from '../../../domain/search/saved-searches.ts';

const one = { id: 'a', naam: 'Ouders', vraag: 'ouders', gemaakt: '2026-11-01' };

function read(data: unknown): SearchBook {
  const book = readSearches(JSON.stringify(data));
  if ('fault' in book) throw new Error(book.fault);
  return book;
}

describe('the file with kept queries', () => {
  test('is read as it was written', () => {
    const book = read(JSON.parse(searchesText(withSearch(noSearches, { ...one, sortering: 'datum', door: 'team' }))));
    expect(book.searches).toEqual([{ ...one, sortering: 'datum', door: 'team' }]);
  });

  test('keeps what it does not know, at every level, through a change', () => {
    const book = read({ versie: 9, zoekvragen: [{ ...one, kleur: 'rood' }, 'iets anders', { id: 'half' }], meer: [1] });
    expect(book.searches.map(({ naam }) => naam)).toEqual(['Ouders']);
    expect(JSON.parse(searchesText(withChange(book, 'a', { naam: 'Alle ouders' })))).toEqual({
      versie: 9,
      zoekvragen: [{ ...one, naam: 'Alle ouders', kleur: 'rood' }, 'iets anders', { id: 'half' }],
      meer: [1],
    });
  });

  test('loses one query and no other', () => {
    const book = read({ zoekvragen: [one, { ...one, id: 'b', naam: 'B' }, 7] });
    expect(withoutSearch(book, 'a').whole).toEqual({ zoekvragen: [{ ...one, id: 'b', naam: 'B' }, 7] });
  });

  test.each([
    ['', 'leeg'],
    ['  \n', 'leeg'],
    ['{"zoekvragen": [', 'geldige JSON'],
    ['[]', 'geen lijst'],
    ['{"zoekvragen": {}}', 'geen lijst'],
    ['null', 'geen lijst'],
    [' '.repeat(5_000_000), 'te groot'],
  ])('says why it cannot be used: %#', (text, reason) => {
    expect(readSearches(text)).toEqual({ fault: expect.stringContaining(reason) as string });
  });

  test('may begin with a byte order mark', () => {
    expect(readSearches(`\ufeff${JSON.stringify({ zoekvragen: [one] })}`)).toMatchObject({ searches: [one] });
  });

  test('shows a bounded number and the first of two with one id, and keeps all', () => {
    const many = Array.from({ length: mostSaved + 10 }, (_, n) => ({ ...one, id: `z${Math.max(1, n)}`, naam: `Naam ${n}` }));
    const book = read({ zoekvragen: many });
    expect(book.searches).toHaveLength(mostSaved);
    expect(book.searches[0]?.naam).toBe('Naam 0');
    expect(book.whole.zoekvragen).toHaveLength(many.length);
  });

  test('reads an order of a newer version as none', () => {
    expect(read({ zoekvragen: [{ ...one, sortering: 'kleur' }] }).searches[0]?.sortering).toBeUndefined();
  });

  test('is searched by name whatever the capitals', () => {
    expect(searchNamed([one], ' OUDERS ', ({ naam }) => naam)).toBe(one);
    expect(searchNamed([one], 'ouder', ({ naam }) => naam)).toBeUndefined();
  });
});
