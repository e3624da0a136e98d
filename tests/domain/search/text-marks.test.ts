import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSearchEngine } from '../../../domain/search/inverted-index.ts';
import { mentionQuery, onlyInAttachment, textMarks } from '../../../domain/search/text-marks.ts';

const shown = (words: string[], query: string, text: string): string[] =>
  textMarks(words, query)(text).map(([from, to, loose]) => (loose ? '~' : '') + text.slice(from, to));

describe('marks in an opened text', () => {
  test('are full for a word as typed or inflected, lighter for what resembles it', () => {
    expect(shown(['ouder', 'ouders', 'ouderkamer'], 'ouder', 'Een ouder, ouders in de ouderkamer')).toEqual(['ouder', 'ouders', '~ouderkamer']);
  });

  test('take a word that ends in a star as a beginning', () => {
    expect(shown(['oud*'], 'oud', 'Ouders en oude mensen')).toEqual(['Ouders', 'oude']);
  });

  test('stand in a phrase only where its words do, unless a word was asked for by itself too', () => {
    const text = 'De ouders aan tafel. Ouders, tafel.';
    expect(shown(['ouders', 'tafel'], '"ouders aan tafel"', text)).toEqual(['ouders', 'tafel']);
    expect(shown(['ouders', 'tafel'], '"ouders aan tafel" tafel ', text)).toEqual(['ouders', 'tafel', 'tafel']);
  });

  test('stand lightly on words that count in a row only, and only there', () => {
    expect(shown(['leergemeenschap', 'leer gemeenschap'], 'leergemeenschap', 'Leer in de gemeenschap, een leer-gemeenschap.')).toEqual([
      '~leer',
      '~gemeenschap',
    ]);
    expect(shown(["ib'er", 'coordinator van zorg'], "ib'er", 'De coördinator van zorg.')).toEqual(['~coördinator', '~zorg']);
  });

  test('follow the answer of the engine: words that were found apart, and an abbreviation that was found written out', () => {
    const engine = createSearchEngine({ synonyms: [["ib'er", 'intern begeleider']] });
    const body = 'Een leer gemeenschap met een intern begeleider, en een leergemeenschap. Wie begeleider is, leert.';
    const document = {
      id: 'a',
      title: 'A',
      keywords: [],
      summary: '',
      fields: [],
      sections: [{ name: '', text: body }],
      values: {},
      verdicts: {},
      completeness: 0,
    };
    engine.put(document);
    const marked = (query: string): string[] => shown(engine.search(query, {}).words, query, body);
    expect(marked('leergemeenschap ')).toEqual(['~leer', '~gemeenschap', 'leergemeenschap']);
    expect(marked("ib'er ")).toEqual(['~intern', '~begeleider']);
  });

  test('lie in order within the text, whatever was typed', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.string(), fc.string(), (words, query, text) => {
        let at = 0;
        for (const [from, to] of textMarks(words, query)(text)) {
          expect(from).toBeGreaterThanOrEqual(at);
          expect(to).toBeGreaterThan(from);
          at = to;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

test('a title is looked for as a phrase when two of its words tell it apart', () => {
  expect(mentionQuery('Ouders aan “tafel”')).toBe('"Ouders aan  tafel"');
  expect(mentionQuery('Aan de tafel')).toBeUndefined();
});

test('the file is named when words were found in files only', () => {
  const file = { section: 'Bijlage: verslag.pdf', marks: [[0, 3]] };
  expect(onlyInAttachment([file])).toBe('verslag.pdf');
  expect(onlyInAttachment([file, { section: 'Waarom', marks: [[0, 3]] }])).toBeUndefined();
  expect(onlyInAttachment([{ section: 'Waarom', marks: [] }])).toBeUndefined();
});
