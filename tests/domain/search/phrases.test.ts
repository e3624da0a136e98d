import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SearchDocument } from '../../../domain/search/engine.ts';
import { wordsIn } from '../../../domain/search/fold.ts';
import { createSearchEngine } from '../../../domain/search/inverted-index.ts';

function page(id: string, text: string, more: Partial<SearchDocument> = {}): SearchDocument {
  const empty = { title: id, summary: '', keywords: [], fields: [], values: {}, verdicts: {}, completeness: 0 };
  return { ...empty, id, sections: [{ name: 'Tekst', text }], ...more };
}

describe('a phrase', () => {
  test('is found in exactly the texts in which its words stand in a row, whatever stands between them', () => {
    // Few words and many sorts of signs between them: their numbers are alike.
    const word = fc.constantFrom('de', 'De', 'DE', 'groep', 'Groep', 'leert', 'van', 'elkaar', 'één');
    const sign = fc.constantFrom(' ', '  ', ', ', '. ', ' – ', '-', '; ', ' (', ') ', '/', '…', '\n');
    const text = fc.array(fc.tuple(word, sign), { maxLength: 25 }).map((all) => all.flat().join(''));
    const phrase = fc.array(word, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), fc.array(phrase, { minLength: 1, maxLength: 3 }), (texts, phrases) => {
        const engine = createSearchEngine();
        texts.forEach((one, n) => engine.put(page(`s${n}`, one)));
        for (const asked of phrases) {
          const wanted = ` ${wordsIn(asked.join(' ')).join(' ')} `;
          const holding = texts.flatMap((one, n) => (` ${wordsIn(one).join(' ')} `.includes(wanted) ? [`s${n}`] : []));
          const { hits } = engine.search(`"${asked.join(' ')}"`);
          expect(hits.map((hit) => hit.id).toSorted()).toEqual(holding);
        }
      }),
      { numRuns: 150 },
    );
  });
});

/** The marked pieces of everything a hit shows. */
const marked = (query: string, ...documents: SearchDocument[]): string[][] => {
  const engine = createSearchEngine();
  for (const one of documents) engine.put(one);
  return engine
    .search(query)
    .hits.map((hit) => [
      ...hit.titleMarks.map(([from, to]) => (documents.find(({ id }) => id === hit.id)?.title ?? '').slice(from, to)),
      ...hit.snippets.flatMap(({ text, marks }) => marks.map(([from, to]) => text.slice(from, to))),
    ]);
};

describe('marks', () => {
  const far = 'Heel andere woorden vullen hier de ruimte op. '.repeat(12);

  test('of a phrase stand only where its words are in a row, and the piece shown holds the phrase', () => {
    const text = `Tafel en ouders, ouders en tafel, ouders bij tafel. ${far}Wij zetten ouders aan tafel. ${far}`;
    expect(marked('"ouders aan tafel"', page('Ouders', text))).toEqual([['ouders', 'aan', 'tafel']]);
  });

  test('of a phrase leave loose words that were asked for as well', () => {
    expect(marked('"aan tafel" ouders ', page('Ouders', 'Wij zetten ouders aan tafel, aan de lange tafel.'))).toEqual([
      ['Ouders', 'ouders', 'aan', 'tafel'],
    ]);
  });

  test('stand on the joined word alone when the words that were typed are not both there', () => {
    const text = 'Een leergemeenschap van docenten. Wie leert heeft leer nodig.';
    expect(marked('leer gemeenschap ', page('a', text))).toEqual([['leergemeenschap']]);
    expect(marked('leer gemeenschap ', page('a', `${text} De gemeenschap leert.`))).toEqual([
      ['leergemeenschap', 'leert', 'leer', 'gemeenschap', 'leert'],
    ]);
  });

  test('of a word that is written apart stand on its parts only where they are together', () => {
    expect(marked('leergemeenschap ', page('a', 'Leer van de gemeenschap in een leer gemeenschap van docenten.'))).toEqual([['leer', 'gemeenschap']]);
  });
});
