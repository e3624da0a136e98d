import { expect, test } from 'vitest';
import type { SearchDocument } from '../../../domain/search/engine.ts';
import type { Sort } from '../../../domain/search/answer.ts';
import { createSearchEngine } from '../../../domain/search/inverted-index.ts';

function page(id: string, text: string, date: string, completeness: number): SearchDocument {
  const empty = { title: id, summary: '', keywords: [], fields: [], values: {}, verdicts: {} };
  return { ...empty, id, sections: [{ name: 'Tekst', text }], date, completeness };
}

const whole = 'ouders praten thuis over taal met kinderen';

test.each<[Sort]>([['datum'], ['titel'], ['volledigheid']])(
  'sorted by %s, what holds only some of the words comes after all else, and that is said',
  (sort) => {
    const engine = createSearchEngine();
    engine.put(page('z', whole, '2020-01-01', 0));
    engine.put(page('y', whole, '2021-01-01', 0.1));
    engine.put(page('a', 'ouders praten thuis over taal', '2026-01-01', 1));
    const { hits, deels, hints } = engine.search('ouders praten thuis taal kinderen ', { sort });
    expect(hits.map((hit) => hit.id)).toEqual(['y', 'z', 'a']);
    expect(deels).toBe(true);
    expect(hints.join()).toContain('staat achteraan');
  },
);

test('a value of a fixed list is found by its label as well', () => {
  const labels = new Map([['plgstap', new Map([['pas aan', '6']])]]);
  const engine = createSearchEngine({ labels });
  engine.put({ ...page('a', 'tekst', '', 0), values: { plgstap: ['6'] } });
  for (const query of ['plgstap:"Pas aan"', 'plgstap:6']) expect(engine.search(query).total, query).toBe(1);
  expect(engine.search('plgstap:"Pas toe"').total).toBe(0);
});
