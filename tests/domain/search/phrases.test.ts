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
