import { describe, expect, test } from 'vitest';
import { createSearchEngine } from '../../../domain/search/inverted-index.ts';

const labels = new Map([
  [
    'fase',
    new Map([
      ...['vraag', 'genereer', 'weeg'].flatMap((value, n): [string, string][] => [
        [value, value],
        [`${n + 1}`, value],
      ]),
    ]),
  ],
  ['mist', new Map([['inwoners', 'inwoners']])],
]);
const engine = createSearchEngine({ labels, synonyms: [['leergemeenschap', 'leernetwerk', 'lerend netwerk']] });
const texts = ["Zo'n plan werkt, z'n kracht is rust.", 'Kom in de zon.', 'Onze leergemeenschap leest.', 'Een leernetwerk van drie scholen.'];
texts.forEach((text, n) =>
  engine.put({
    id: `stuk-${n}`,
    title: `Stuk ${n}`,
    keywords: [],
    summary: '',
    fields: [],
    sections: [{ name: 'Wat', text }],
    values: { soort: [n === 3 ? 'vraag' : 'praktijk'], fase: n === 2 ? ['weeg'] : [], herzien: [`2026-0${n + 1}-01`], jaar: ['2026'], heeft: [] },
    verdicts: n === 0 ? { A4: 'nee' } : {},
    completeness: 0,
  }),
);
const ids = (query: string): string[] =>
  engine
    .search(query)
    .hits.map(({ id }) => id)
    .sort();
const hints = (query: string): string[] => engine.search(query).hints;

describe('a filter without its colon', () => {
  test.each([
    ['herzien<2026-03-01', 'herzien:<2026-03-01'],
    ['Herzien>=2026-03', 'herzien:>=2026-03'],
    ['jaar=2026', 'jaar:2026'],
    ['A4=nee', 'criterium:A4=nee'],
    ['a4=Nee', 'criterium:a4=Nee'],
  ])('%s is read as %s, and said so', (typed, meant) => {
    expect(ids(typed)).toEqual(ids(meant));
    expect(ids(typed)).not.toEqual([]);
    expect(hints(typed).join(' ')).toContain(`is gelezen als ${meant}`);
  });

  test.each(['x<5', 'zon>maan', 'zon=licht', 'herzien<', 'A9'])('%s is text as before', (typed) => {
    expect(hints(typed).join(' ')).not.toContain('gelezen als');
  });
});

describe('a value that nothing has', () => {
  test.each([
    ['soort:pratijk', 'Bedoel je soort:praktijk?'],
    ['soort:praktijken', 'Bedoel je soort:praktijk?'],
    ['fase:wegg', 'Bedoel je fase:weeg?'],
    ['mist:burgers', '“burgers” komt bij mist niet voor.'],
    ['criterium:A9=ja', '“A9” is geen criterium dat hier gewogen is.'],
  ])('%s is told of: %s', (query, said) => expect(hints(query).join(' ')).toContain(said));

  test('that is known but that nobody has is no mistake', () => {
    expect(hints('fase:vraag')).toEqual(['Geen enkel stuk past bij fase vraag.']);
  });

  test('is not proposed after the last document that had it went', () => {
    const small = createSearchEngine();
    for (const id of ['praktijk', 'vraag'])
      small.put({ id, title: id, keywords: [], summary: '', fields: [], sections: [], values: { soort: [id] }, verdicts: {}, completeness: 0 });
    small.remove('praktijk');
    expect(small.search('soort:pratijk').hints).toEqual(['“pratijk” komt bij soort niet voor.']);
  });
});

test('a stage is known by its number too', () => expect(ids('fase:3')).toEqual(['stuk-2']));

describe('words that look alike', () => {
  test("zo'n is not zon", () => {
    expect(ids('zon ')).toEqual(['stuk-1']);
    expect(ids("zo'n ")).toEqual(['stuk-0']);
    expect(ids('zo’n ')).toEqual(['stuk-0']);
  });

  test('a word written apart brings the synonyms of the word along', () => {
    expect(ids('leergemeenschap ')).toEqual(['stuk-2', 'stuk-3']);
    expect(ids('leer gemeenschap ')).toEqual(['stuk-2', 'stuk-3']);
  });
});
