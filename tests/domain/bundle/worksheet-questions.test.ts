import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { sentencesOf } from '../../../domain/bundle/sentences.ts';
import type { Block } from '../../../domain/bundle/text-blocks.ts';
import { proposedElements, worksheetQuestions } from '../../../domain/bundle/worksheet-questions.ts';
import { Card } from '../../../domain/cards/card.ts';
import { resources } from '../../helpers/open-services.ts';

const checklist = async (): Promise<Card> => Card.parse(JSON.parse(await readFile(join(resources, 'kaarten', 'checklist.json'), 'utf8')));

describe('the questions of the worksheet', () => {
  it('are the five of the checklist, each with places for its answers', async () => {
    const questions = worksheetQuestions('vijf', [await checklist()]);
    expect(questions.map(({ id, name }) => [id, name])).toEqual([
      ['C1', 'Cijfer'],
      ['C2', 'Wat spreekt aan'],
      ['C3', 'Elementen'],
      ['C4', 'Vertaling'],
      ['C5', 'Eerste stap'],
    ]);
    expect(questions.flatMap(({ answers }) => answers.map(({ key }) => key))).toEqual([
      'mark',
      'strong',
      'develop',
      'appeals',
      'elements',
      'translate',
      'needs',
      'steps',
    ]);
  });

  it('are four in the shorter round, which asks only for the number first', async () => {
    const questions = worksheetQuestions('vier', [await checklist()]);
    expect(questions.map(({ id }) => id)).toEqual(['C1', 'C3', 'C4', 'C5']);
    expect(questions[0]?.prompt).toBe('Welk cijfer van 0 tot 10 geef je jullie eigen praktijk naast dit voorbeeld?');
    expect(questions[0]?.answers.map(({ key }) => key)).toEqual(['mark']);
  });

  it('say the same when the kennismap has no checklist', async () => {
    expect(worksheetQuestions('vijf', [])).toEqual(worksheetQuestions('vijf', [await checklist()]));
  });
});

describe('the elements a practice proposes', () => {
  const item = (text: string): Block => ({ type: 'paragraph', spans: [{ type: 'text', text }] });
  const list = (...texts: string[]): Block => ({ type: 'list', ordered: true, start: 1, items: texts.map((text) => ({ blocks: [item(text)] })) });

  it('are its success factors and the first sentence of each tip, once', () => {
    const parts = [
      { id: 'hoe', blocks: [list('Niet dit')] },
      { id: 'tips', blocks: [item('Vooraf.'), list('Begin klein. Eén plein is genoeg.', 'vast moment', 'Bel o.a. de buren. En dan?')] },
    ];
    expect(proposedElements({ fields: { succesfactoren: ['vast moment', 7] }, parts })).toEqual(['Vast moment', 'Begin klein', 'Bel o.a. de buren']);
  });

  it('are never more than fit on paper, and none when there are none', () => {
    const many = Array.from({ length: 30 }, (_, at) => `Tip ${at}`);
    expect(proposedElements({ fields: {}, parts: [{ item: 'checklist.B4', blocks: [list(...many)] }] })).toHaveLength(8);
    expect(proposedElements({ fields: {}, parts: [] })).toEqual([]);
  });
});

describe('the sentences of a text', () => {
  test.each([
    ['Een. Twee! Drie?', ['Een.', 'Twee!', 'Drie?']],
    ['Zie o.a. Jansen, dhr. De Vries en J. Bakker. Dan verder.', ['Zie o.a. Jansen, dhr. De Vries en J. Bakker.', 'Dan verder.']],
    ['Om 9.00 uur begint het. 12 mensen kwamen.', ['Om 9.00 uur begint het.', '12 mensen kwamen.']],
    ['Zij zei: “Kom maar.” Wij gingen.', ['Zij zei: “Kom maar.”', 'Wij gingen.']],
    ['Wat nu? ‘Eén plein’ is genoeg…', ['Wat nu?', '‘Eén plein’ is genoeg…']],
    ['zonder punt', ['zonder punt']],
    ['  ', []],
  ])('of %s', (text, sentences) => expect(sentencesOf(text)).toEqual(sentences));
});
