import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findItem, fullItemId, itemsOf } from '../../domain/cards/card.ts';
import { extendVocabulary, judgedItems, valuesOf, vocabularyFaults } from '../../domain/entries/vocabulary.ts';
import { readShippedVocabulary } from '../../main/library/vocabulary-files.ts';
import { resources } from '../helpers/open-services.ts';

const v = await readShippedVocabulary(resources);

describe('the vocabulary that ships', () => {
  test('fits together', () => {
    expect(vocabularyFaults(v)).toEqual([]);
  });

  test.each([
    ['checklist', { A: 7, B: 4, C: 5, D: 5 }],
    ['kenniscyclus', { fasen: 6 }],
    ['plg', { stappen: 9 }],
    ['plg-tips', { tips: 5, positie: 3 }],
    [
      'plg-basis',
      {
        definitie: 1,
        domein: 3,
        kenmerken: 9,
        'succes-gemeenschap': 5,
        'succes-organisatie': 5,
        positie: 4,
        'waarom-leden-kort': 5,
        'waarom-leden-lang': 5,
        'waarom-organisatie': 9,
      },
    ],
    ['iedereen-leert', { leerling: 10, doel: 4, medewerker: 6, organisatie: 4, focus: 3 }],
    ['routekaart', { stappen: 8 }],
    ['leerlandschap', { A: 4, B: 6, C: 5, D: 3, vooropdracht: 2, praatplaat: 8 }],
    ['lerend-netwerk', { keuze: 7, vormen: 5, deelnemers: 7, aandacht: 5, organisatie: 5, hulpmiddelen: 5, delen: 4 }],
    ['presentatie', { delen: 4 }],
    ['overleg', { afstemming: 5, verdieping: 4 }],
    ['kringen', { weg: 3 }],
  ])('has all items of %s', (id, counts) => {
    const card = v.cards.find((c) => c.id === id);
    expect(Object.fromEntries((card?.parts ?? []).map((part) => [part.id, part.items.length]))).toEqual(counts);
  });

  test('names a source for every card and asks something at every item', () => {
    for (const card of v.cards) {
      expect(card.source.title.length, card.id).toBeGreaterThan(5);
      expect(card.source.makers.length, card.id).toBeGreaterThan(3);
      for (const item of itemsOf(card)) expect(item.prompt.length, `${card.id}.${item.id}`).toBeGreaterThan(9);
    }
  });

  test('says of every part of a leerlandschapsessie what it is for, what it takes and what helps', () => {
    const items = v.cards.find(({ id }) => id === 'leerlandschap')?.parts.find(({ id }) => id === 'C')?.items ?? [];
    expect(items.map(({ id }) => id)).toEqual(['C1', 'C2', 'C3', 'C4', 'C5']);
    const bare = items.filter(({ goal, materials = [], tips = [] }) => !goal || materials.length === 0 || tips.length === 0);
    expect(bare).toEqual([]);
  });

  test('adds up to the minutes of a leerlandschapsessie', () => {
    const minutes = v.cards
      .find((c) => c.id === 'leerlandschap')
      ?.parts.find((p) => p.id === 'C')
      ?.items.map((item) => item.minutes);
    expect(minutes).toEqual([15, 15, 15, 50, 15]);
  });

  test.each([
    ['A4', 'checklist.A4'],
    ['plg.3', 'plg.3'],
    ['leerlandschap.C2', 'leerlandschap.C2'],
  ])('finds item %s', (id, full) => {
    expect(fullItemId(id)).toBe(full);
    expect(findItem(v.cards, id)?.item.name).toBeTruthy();
  });

  test('judges a praktijk on part A and a sessie and groep on part D', () => {
    const ids = (kind: string): string[] => judgedItems(v, kind).map(({ item }) => item.id);
    expect(ids('praktijk')).toEqual(['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7']);
    expect(ids('sessie')).toEqual(['D1', 'D2', 'D3', 'D4', 'D5']);
    expect(ids('groep')).toEqual(ids('sessie'));
    expect(ids('bron')).toEqual([]);
  });
});

/** The keys of the front matter with their query name and the values they may have. */
const keys: [key: string, query: string | undefined, values?: string[], kind?: string][] = [
  ['id', 'id'],
  ['soort', 'soort', ['praktijk', 'opbrengst', 'groep', 'vraag', 'sessie', 'plan', 'werkvorm', 'bron', 'reflectie']],
  [
    'type',
    'type',
    ['plg', 'leer-en-verbetertraject', 'living-lab', 'actieonderzoek', 'community-of-practice', 'doorbraak', 'netwerkgroep', 'overleg'],
    'groep',
  ],
  ['vorm', 'type', ['studiedag', 'leerlandschapsessie', 'innovatielab', 'werkconferentie', 'bijeenkomst', 'workshop'], 'sessie'],
  ['titel', 'titel'],
  ['samenvatting', undefined],
  ['status', 'status', ['concept', 'in-redactie', 'ter-weging', 'gepubliceerd', 'gearchiveerd']],
  ['fase', 'fase', ['vraag', 'genereer', 'weeg', 'verspreid', 'implementeer', 'actief-gebruiken']],
  ['fasehistorie', undefined],
  ['oordelen', undefined],
  ['perspectieven', 'perspectief', ['uitvoering', 'beleid', 'inwoners', 'betrokkenen']],
  ['waarden', 'waarde', ['toegankelijkheid', 'inclusiviteit', 'veiligheid', 'aanspreekbaarheid']],
  ['trefwoorden', 'trefwoord'],
  ['thema', 'thema'],
  ['doelgroep', 'doelgroep'],
  ['onderwijsomgeving', 'onderwijsomgeving'],
  ['regio', 'regio'],
  ['organisatie', 'organisatie'],
  ['contact', undefined],
  ['datum', 'datum'],
  ['eigenaar', 'eigenaar'],
  ['herzien_voor', 'herzien'],
  ['delen', 'delen', ['intern', 'partners', 'openbaar']],
  ['toestemming', 'toestemming', ['nvt', 'gevraagd', 'verkregen', 'ingetrokken']],
  ['toestemming_op', undefined],
  ['toestemming_tot', undefined],
  ['vertrouwelijk', 'vertrouwelijk'],
  ['afloop', 'afloop', ['werkt', 'deels', 'mislukt']],
  ['plgstap', 'plgstap', ['1', '2', '3', '4', '5', '6', '7', '8', '9']],
  ['groep', 'groep'],
  ['beantwoordt', 'beantwoordt'],
  ['gebruikt', 'gebruikt'],
  ['bronnen', 'bronnen'],
  ['verwant', 'verwant'],
  ['vervolg_op', 'vervolg_op'],
  ['voorbeeld', 'voorbeeld'],
];

describe('the table of keys', () => {
  test.each(keys)('has %s, asked for as %s', (key, query, values, kind) => {
    const field = v.fields.find((f) => f.key === key);
    expect(field?.query).toBe(query);
    if (field && values) expect(valuesOf(v, field, kind).map((choice) => choice.value)).toEqual(values);
  });

  test.each([
    ['titel', 'title'],
    ['samenvatting', 'description'],
    ['trefwoorden', 'tags'],
    ['datum', 'date'],
  ])('reads %s from %s in files of others', (key, synonym) => {
    expect(v.fields.find((f) => f.key === key)?.synonyms).toContain(synonym);
  });
});

test('laying something over the vocabulary replaces by id, keeps the rest in order, and adds at the end', () => {
  const card = v.cards[0];
  if (!card) throw new Error('there are cards');
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...v.cards.map((c) => c.id), 'nieuw', 'ander')), (ids) => {
      const extra = ids.map((id) => ({ ...card, id, title: `eigen ${id}` }));
      const { cards } = extendVocabulary(v, { cards: extra });
      expect(cards.map((c) => c.id)).toEqual([...v.cards.map((c) => c.id), ...ids.filter((id) => !v.cards.some((c) => c.id === id))]);
      for (const c of cards) expect(c.title.startsWith('eigen ')).toBe(ids.includes(c.id));
    }),
  );
});
