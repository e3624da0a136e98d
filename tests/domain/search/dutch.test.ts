import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SearchDocument } from '../../../domain/search/engine.ts';
import { inflectionKey } from '../../../domain/search/inflection.ts';
import { createSearchEngine } from '../../../domain/search/inverted-index.ts';
import { distanceWithin } from '../../../domain/search/typing-error.ts';
import { resources } from '../../helpers/open-services.ts';

const text = (id: string, body: string): SearchDocument => ({
  id,
  title: id,
  summary: '',
  keywords: [],
  fields: [],
  sections: [{ name: '', text: body }],
  values: {},
  verdicts: {},
  completeness: 0,
});

function engineOf(texts: Readonly<Record<string, string>>, synonyms: readonly (readonly string[])[] = []) {
  const engine = createSearchEngine({ synonyms });
  for (const [id, body] of Object.entries(texts)) engine.put(text(id, body));
  return engine;
}

/** Letters that differ, two neighbours changed about as one, without any limit. */
function wholeDistance(one: string, other: string): number {
  if (one === '' || other === '') return one.length + other.length;
  const [a, b] = [one.slice(1), other.slice(1)];
  const swapped = one.length > 1 && other.length > 1 && one[0] === other[1] && one[1] === other[0];
  const ways = one[0] === other[0] ? [wholeDistance(a, b)] : [wholeDistance(a, b) + 1, wholeDistance(one, b) + 1, wholeDistance(a, other) + 1];
  return Math.min(...ways, ...(swapped ? [wholeDistance(one.slice(2), other.slice(2)) + 1] : []));
}

describe('forms of a word', () => {
  test.each([
    ['leraar', 'leraren'],
    ['scholen', 'school'],
    ['ontwikkelde', 'ontwikkelen'],
    ['werkt', 'gewerkt'],
    ['lezen', 'las'],
    ['kinderen', 'kind'],
    ['fotos', 'foto'],
    ['mogelijkheid', 'mogelijkheden'],
    ['stappen', 'stap'],
    ['gesprekje', 'gesprek'],
    ['nieuwe', 'nieuw'],
    ['aangepast', 'aanpassen'],
    ['brieven', 'brief'],
  ])('%s and %s have one key', (one, other) => expect(inflectionKey(one)).toBe(inflectionKey(other)));

  test.each([
    ['school', 'schil'],
    ['leraar', 'lading'],
    ['2024', '2025'],
  ])('%s and %s have not', (one, other) => expect(inflectionKey(one)).not.toBe(inflectionKey(other)));
});

describe('the letters that differ', () => {
  test.each([
    ['school', 'school', 0],
    ['school', 'schol', 1],
    ['onderwijs', 'onderwjis', 1],
    ['begeleiding', 'bgeleidng', 2],
    ['school', 'taal', 3],
  ])('between %s and %s are %i', (one, other, count) => expect(distanceWithin(one, other, 2)).toBe(count));

  test('are counted as when every letter is laid beside every other, up to the limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 1, max: 3 }), (one, other, limit) => {
        expect(distanceWithin(one, other, limit)).toBe(Math.min(limit + 1, wholeDistance(one, other)));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('a word that is not there as typed', () => {
  const synonyms = [
    ["ib'er", 'intern begeleider'],
    ['docent', 'leraar'],
  ];
  const texts = {
    exact: 'de gemeenschap praat',
    vorm: 'veel gemeenschappen praten',
    deel: 'een leergemeenschap begint',
    los: 'in de leer gemeenschap van toen',
    ib: 'onze intern begeleider helpt',
    meester: 'twee leraren en een school',
    jaar: 'in 2024 begonnen',
  };
  const engine = engineOf(texts, synonyms);
  const found = (query: string): [string, string | undefined][] => engine.search(query).hits.map((hit) => [hit.id, hit.reden]);

  test('comes below the word itself, and says why', () => {
    const hits = found('gemeenschap ');
    expect(new Set(hits.slice(0, 2).map(([id]) => id))).toEqual(new Set(['exact', 'los']));
    expect(hits.slice(2)).toEqual([
      ['vorm', 'ook: gemeenschappen'],
      ['deel', 'als deel van leergemeenschap'],
    ]);
  });

  test.each([
    ['leergemeenschap ', 'los', 'ook: leer gemeenschap'],
    ['leer gemeenschap ', 'deel', 'geschreven als leergemeenschap'],
    ['leer-gemeenschap ', 'deel', 'geschreven als leergemeenschap'],
    ["ib'er ", 'ib', 'ook: intern begeleider'],
    ['docent ', 'meester', 'ook: leraren'],
    ['begeleidr ', 'ib', 'bedoelde u begeleider?'],
    ['shcool ', 'meester', 'bedoelde u school?'],
  ])('%j finds %s: %s', (query, id, reden) => expect(found(query)).toContainEqual([id, reden]));

  test.each(['2025', '"gemeenschapen"'])('%j finds nothing that looks like it', (query) => {
    expect(found(query)).toEqual([]);
  });

  test('a question as a sentence finds what holds most of its words, and says so', () => {
    const answer = engine.search('Hoe kan een intern begeleider twee vergaderingen helpen?');
    expect(answer.hits[0]?.id).toBe('ib');
    expect(answer.deels).toBe(true);
    expect(answer.hints.join(' ')).toContain('gedeeltelijke');
  });

  test('a word that only ends in a form of it, with nothing known before that, does not hold it', () => {
    const other = engineOf({ a: 'de geannuleerde scholing', b: 'zij leerden en hij leerde', c: 'wij ruilden overwerk en veldkringen' });
    const ids = (query: string): string[] => other.search(query).hits.map(({ id }) => id);
    expect(ids('leer ')).not.toContain('a');
    expect(ids('kring ')).toEqual(['c']);
  });

  test('what was looked for is said in Dutch', () => {
    expect(engine.search('school OF leraar -docent jaar:>2023').uitleg).toBe('Gezocht: school of leraar; zonder het woord docent; jaar na 2023.');
    expect(engine.search('').uitleg).toBe('Alles, op titel.');
  });
});

describe('a head of three letters', () => {
  const engine = engineOf({
    een: 'Wij zwemmen. Zwem mee. Wij gaan naar het zwembad en zwemmen daar.',
    twee: 'De stappen van het plan. Een stap per keer.',
  });

  test('is found behind a whole word', () => expect(engine.search('bad').hits.map((hit) => hit.id)).toEqual(['een']));
  test('is not seen in an ending', () => expect(engine.search('pen ').hits.map((hit) => hit.id)).toEqual([]));
});

describe('the synonyms that ship', () => {
  const sets: string[][] = JSON.parse(readFileSync(join(resources, 'synoniemen.json'), 'utf8'));
  test('are sets of two or more different expressions', () => {
    for (const set of sets) expect(new Set(set).size).toBeGreaterThan(1);
    expect(sets.length).toBeGreaterThanOrEqual(60);
  });
});

test('a synonym of several words marks the words that tell, not the small ones between them', () => {
  const engine = createSearchEngine({ synonyms: [['ouder', 'ouders en verzorgers']] });
  engine.put(text('a', 'Verzorgers en ouders lezen en schrijven samen met kinderen.'));
  engine.put(text('b', 'Ouders en verzorgers komen langs.'));
  for (const { snippets } of engine.search('ouders').hits)
    for (const { text: shown, marks } of snippets) for (const [from, to] of marks) expect(shown.slice(from, to).toLowerCase()).not.toBe('en');
});

const found = (engine: ReturnType<typeof engineOf>, query: string): string[] => engine.search(query).hits.map((hit) => hit.id);

describe('words written as one', () => {
  const engine = engineOf({
    kring: 'een kring',
    binnen: 'de binnenkring',
    buiten: 'buitenkringen',
    drie: 'een leerleesgemeenschap',
    deel: 'een gemeenschap',
  });

  test.each([
    ['binnen kring ', ['kring', 'binnen']],
    ['binnen kring', ['kring', 'binnen']],
    ['buiten kringen ', ['buiten']],
    ['leer lees gemeenschap ', ['drie']],
  ])('are found by %s, typed apart', (query, expected) => expect(found(engine, query)).toEqual(expect.arrayContaining(expected)));
});

describe('an abbreviation in the plural', () => {
  const engine = engineOf(
    { plg: 'een PLG', plgs: "de PLG's", vol: 'professionele leergemeenschappen', swv: 'het swv', opp: 'een OPP', ib: 'de intern begeleider' },
    [
      ['plg', 'professionele leergemeenschap'],
      ["IB'er", 'intern begeleider'],
    ],
  );

  test.each([
    ["PLG's ", ['plgs', 'plg', 'vol']],
    ['plg ', ['plg', 'plgs', 'vol']],
    ["swv's ", ['swv']],
    ["OPP's ", ['opp']],
    ['OPPs ', ['opp']],
    ["IB'ers ", ['ib']],
  ])('finds with %s itself, the other number and its synonyms', (query, expected) => expect(found(engine, query)).toEqual(expected));
});

describe('a typing error', () => {
  const engine = engineOf(
    {
      voorbeelden: 'praktijkvoorbeelden',
      voorbeeld: 'een praktijkvoorbeeld',
      lijst: 'de praktijkvoorbeeldenlijst',
      po: 'passend onderwijs',
      swv: 'het swv',
      verband: 'een samenwerkingsverband',
    },
    [['swv', 'samenwerkingsverband']],
  );

  test.each([
    ['praktijkvoorbeeldn ', ['voorbeelden', 'voorbeeld', 'lijst']],
    ['samenwerkingsverbnd ', ['verband', 'swv']],
    ['passend ondrwijs ', ['po']],
  ])('as in %s finds what was meant, and then its forms, synonyms and compounds', (query, expected) =>
    expect(found(engine, query)).toEqual(expected),
  );

  test('is seen through when the word is there with another ending only', () => {
    const forms = engineOf({ many: 'coördinatoren', one: 'een ervaringsdeskundige', other: 'iets anders' });
    expect(found(forms, 'coordinaror ')).toEqual(['many']);
    expect(found(forms, 'ervaringsdeskundigss ')).toEqual(['one']);
    expect(found(forms, 'onvindbaarheid ')).toEqual([]);
  });

  test('stands below every true find of another word', () => {
    const both = engineOf({ slip: 'ouder', true: 'oudere' });
    expect(found(both, 'oudere ')[0]).toBe('true');
  });

  test('in a phrase is taken by the letter, and what was meant is proposed', () => {
    const answer = engine.search('"passend ondrwijs"');
    expect(answer.total).toBe(0);
    expect(answer.hints.join()).toContain('“passend onderwijs”');
    expect(engine.search('-"passend ondrwijs"').hints).toEqual([]);
    expect(engine.search('"passend swv"').hints).toEqual([]);
  });
});
