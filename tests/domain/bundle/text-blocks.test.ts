import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf, blockText, spanText, type Block } from '../../../domain/bundle/text-blocks.ts';
import { renderText } from '../../../main/library/render.ts';

const blocks = (body: string): Block[] =>
  renderText({ path: 'praktijken/a.md', body, headings: {}, targets: {} }).sections.flatMap(({ nodes }) => blocksOf(nodes));

describe('the text of a write-up as blocks', () => {
  it('keeps words with their marks and addresses, and drops what only a screen needs', () => {
    expect(blocks('Een **vet *schuin*** woord en [een pagina](https://example.nl), `code` en ~~weg~~.')).toEqual([
      {
        type: 'paragraph',
        spans: [
          { type: 'text', text: 'Een ' },
          { type: 'text', text: 'vet ', strong: true },
          { type: 'text', text: 'schuin', strong: true, emphasis: true },
          { type: 'text', text: ' woord en ' },
          { type: 'text', text: 'een pagina', href: 'https://example.nl' },
          { type: 'text', text: ', ' },
          { type: 'text', text: 'code', code: true },
          { type: 'text', text: ' en ' },
          { type: 'text', text: 'weg', strike: true },
          { type: 'text', text: '.' },
        ],
      },
    ]);
  });

  it('puts a footnote where its number stands, and a note that points at itself ends', () => {
    const [paragraph] = blocks('Tekst[^1].\n\n[^1]: Zie [^1] daar.');
    expect(paragraph).toMatchObject({ type: 'paragraph', spans: [{ text: 'Tekst' }, { type: 'note' }, { text: '.' }] });
    expect(blocks('Tekst[^1].\n\n[^1]: Noot.')).toHaveLength(1);
  });

  it('makes a picture alone on its line a block, and a picture from the web its description', () => {
    expect(blocks('![kaart](a.bijlagen/mijn%20kaart.png)')).toEqual([
      { type: 'picture', path: 'praktijken/a.bijlagen/mijn kaart.png', alt: 'kaart' },
    ]);
    expect(blockText(blocks('![van elders](https://example.nl/a.png)'))).toBe('[afbeelding: van elders]');
  });

  it('keeps lists within lists, tasks, tables with their columns, quotes, code and rules', () => {
    const found = blocks('3. een\n   - [x] klaar\n   - [ ] open\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n> zegt\n\n```\nregel\n```\n\n---\n\n### Kop');
    expect(found.map((block) => block.type)).toEqual(['list', 'table', 'quote', 'code', 'rule', 'heading']);
    expect(found[0]).toMatchObject({ ordered: true, start: 3, items: [{ blocks: [{}, { items: [{ checked: true }, { checked: false }] }] }] });
    expect(found[1]).toMatchObject({
      align: ['left', 'right'],
      header: [[{ text: 'a' }], [{ text: 'b' }]],
      rows: [[[{ text: '1' }], [{ text: '2' }]]],
    });
    expect(found[3]).toEqual({ type: 'code', text: 'regel' });
  });

  it('loses no word of whatever somebody writes', () => {
    const word = fc.constantFrom('ouders', 'klas', 'leren', 'samen', 'vraag');
    const line = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
    const piece = fc.oneof(
      line,
      line.map((text) => `- ${text}`),
      line.map((text) => `> ${text}`),
      line.map((text) => `### ${text}`),
      line.map((text) => `**${text}**`),
      line.map((text) => `| ${text} |\n|---|\n| ${text} |`),
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
        const body = pieces.join('\n\n');
        const count = (text: string): number => text.match(/[a-z]+/g)?.length ?? 0;
        expect(count(blockText(blocks(body)))).toBe(count(body));
      }),
    );
  });
});

describe('spanText', () => {
  it('gives the bare words', () =>
    expect(spanText([{ type: 'text', text: 'a', strong: true }, { type: 'break' }, { type: 'text', text: 'b' }])).toBe('a b'));
});
