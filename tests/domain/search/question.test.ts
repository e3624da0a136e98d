import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SearchDocument, SearchEngine } from '../../../domain/search/engine.ts';
import { createSearchEngine } from '../../../domain/search/inverted-index.ts';

const text = (id: string, body: string): SearchDocument => ({
  id,
  title: id,
  summary: '',
  keywords: [],
  fields: [],
  sections: [{ name: '', text: body }],
  values: { soort: [id.startsWith('v') ? 'vraag' : 'praktijk'] },
  verdicts: {},
  completeness: 0,
});

const bodies: Record<string, string> = {
  vaders: 'De mentor belt vooraf wie nooit komt. Sindsdien zitten er meer vaders aan tafel bij het gesprek op school.',
  rooster: 'Het rooster van de school hangt in de hal. Vaders en moeders zien het bij binnenkomst.',
  pauze: 'In de pauze spelen leerlingen buiten op het plein. De school heeft een nieuw klimrek.',
  evaluatie: 'De evaluatie van het lesplan gebeurt door het team zelf, aan het eind van elk blok.',
  begeleiding: 'Een ervaren collega neemt de begeleiding van een nieuwe docent op zich.',
  koken: 'Elke woensdag koken bewoners zelf soep in de grote keuken.',
};

function engineOf(all: Readonly<Record<string, string>>): SearchEngine {
  const engine = createSearchEngine();
  for (const [id, body] of Object.entries(all)) engine.put(text(id, body));
  return engine;
}

const engine = engineOf(bodies);
const first = (query: string): string | undefined => engine.search(query).hits[0]?.id;

describe('a whole sentence as a question', () => {
  test.each([
    ['Hoe krijg je vaders vaker bij een gesprek op school?', 'vaders'],
    ['Hoe evalueer je als team een lesplan?', 'evaluatie'],
    ['Wie begeleidt een beginnende leraar?', 'begeleiding'],
    ['Wat doen leerlingen in de pauze op het schoolplein?', 'pauze'],
  ])('“%s” is answered by %s', (query, id) => expect(first(query)).toBe(id));

  test('says that not everything was found together', () => {
    const answer = engine.search('Hoe krijg je vaders op dinsdag bij een gesprek in de sporthal?');
    expect(answer.deels).toBe(true);
    expect(answer.hits[0]?.id).toBe('vaders');
    expect(answer.hints.join(' ')).toContain('beste gedeeltelijke treffers');
    expect(answer.uitleg).toBe('Gezocht als vraag: krijg, vaders, dinsdag, gesprek, sporthal.');
  });

  test('keeps to the filters beside it', () => {
    expect(engine.search('Hoe krijg je vaders bij een gesprek op school? soort:vraag').hits.map((hit) => hit.id)).toEqual(['vaders']);
  });

  test('counts a word with a hyphen as words of the question', () => {
    expect(first('Welke school-leerlingen spelen buiten?')).toBe('pauze');
  });

  test('puts the text that begins with the words above one that comes to them later', () => {
    const more = 'Daar is al vaak over gepraat, ook met de gemeente en met anderen in de buurt. '.repeat(3);
    const begun = 'Samen koken verbindt bewoners. ';
    const all = engineOf({ ...bodies, a: more + begun, b: begun + more });
    expect(all.search('Hoe kan samen koken de bewoners verbinden?').hits[0]?.id).toBe('b');
  });

  test('puts the words that stand together above the same words far apart', () => {
    const filler = 'Hier staat een heel ander verhaal over iets wat er niets mee van doen heeft. '.repeat(8);
    const near = engineOf({
      apart: `Ouders komen binnen. ${filler} Er is koffie. ${filler} De brugklas begint.`,
      samen: `Er begint iets. ${filler} Ouders drinken koffie in de brugklas. ${filler}`,
    });
    expect(near.search('Waar drinken de ouders van de brugklas koffie').hits[0]?.id).toBe('samen');
  });

  test('gives every word a place: what holds more of the question never falls out', () => {
    const words = ['ouders', 'school', 'gesprek', 'mentor', 'pauze', 'keuken', 'rooster', 'docent'];
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...words), { minLength: 3, maxLength: 5 }), (asked) => {
        const all = engineOf({ alles: `Over ${asked.join(', ')}.`, een: `Over ${asked[0] ?? ''} alleen.`, niets: 'Over iets anders.' });
        const hits = all.search(`Wat weten we van ${asked.join(' en ')}?`).hits.map((hit) => hit.id);
        expect(hits[0]).toBe('alles');
        expect(hits).not.toContain('niets');
      }),
    );
  });
});
