import { describe, expect, it } from 'vitest';
import { handoutContent, shortened, sparing, type HandoutSource } from '../../../domain/bundle/handout-content.ts';
import { blockText, type Block } from '../../../domain/bundle/text-blocks.ts';

const text = (value: string) => [{ type: 'text' as const, text: value }];
const line = (value: string): Block => ({ type: 'paragraph', spans: text(value) });
const table = (rows: number, words = 1): Block => ({
  type: 'table',
  align: ['left', 'left'],
  header: [text('Jaar'), text('Wat')],
  rows: Array.from({ length: rows }, (_, at) => [text(`rij${at}`), text('woord '.repeat(words).trim())]),
});
const source = (parts: HandoutSource['parts']): HandoutSource => ({
  title: 'Startgesprek',
  kindName: 'praktijk',
  summary: '',
  fields: {},
  facts: [],
  parts,
  verdicts: [],
});

describe('a hand-out that is shorter than its write-up', () => {
  it('gives the rows of a table that fit, says how many more there are, and goes on with what follows', () => {
    const { blocks, cut } = shortened([table(300), line('Dat zijn er veel.')], 60);
    const kept = blocks[0]?.type === 'table' ? blocks[0].rows.length : 0;
    expect(kept).toBeGreaterThan(2);
    expect(blockText(blocks.slice(1))).toBe(`… en nog ${300 - kept} rijen; die staan in de leesversie.\nDat zijn er veel.`);
    expect(cut).toBe(true);
  });

  it('names a table of which not one row fits', () => {
    expect(blockText(shortened([table(3, 200)], 50).blocks)).toBe('Hier hoort een tabel van 3 rijen; die staan in de leesversie.');
  });

  it('passes over a picture that is too much, and keeps the text behind it', () => {
    expect(blockText(shortened([{ type: 'picture', path: 'a.png', alt: 'Hoek' }, line('Zo ging het.')], 45).blocks)).toBe('Zo ging het.');
  });

  it('never loses a whole part: one of which nothing fits is named with where it is', () => {
    const endless = line('woord en nog een '.repeat(400));
    const { parts } = handoutContent(
      source([
        { heading: 'Hoe', blocks: [endless] },
        { heading: 'Wat', blocks: [table(300)] },
      ]),
      45,
      7,
    );
    expect(parts.map(({ heading }) => heading)).toEqual(['Hoe', 'Wat']);
    expect(blockText(parts[0]?.blocks ?? [])).toBe('Dit deel staat in de leesversie.');
  });

  it('counts what does not go on the sparest sheet', () => {
    const whole = handoutContent(source(Array.from({ length: 40 }, (_, at) => ({ heading: `Deel ${at}`, blocks: [line('Kort.')] }))), 45, 7);
    const facts = Array.from({ length: 9 }, (_, at) => ({ label: `Kenmerk ${at}`, value: 'ja' }));
    const spare = sparing({ ...whole, facts, success: ['a', 'b', 'c', 'd', 'e', 'f'] }, 80);
    expect(blockText(spare.parts.at(-1)?.blocks ?? [])).toBe('Er zijn nog 35 delen in de leesversie.');
    expect(spare.facts.at(-1)?.value).toBe('nog 3 kenmerken in de leesversie');
    expect(spare.success.at(-1)).toBe('… en nog 2 in de leesversie');
  });
});
