import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitOnPaper, type PaperRoom } from '../../../domain/bundle/paper-fit.ts';
import { blockText, type Block } from '../../../domain/bundle/text-blocks.ts';

const line = (text: string): Block => ({ type: 'paragraph', spans: [{ type: 'text', text }] });
const list = (...texts: string[]): Block => ({ type: 'list', ordered: false, start: 1, items: texts.map((text) => ({ blocks: [line(text)] })) });
const room: PaperRoom = { width: 480, height: 1400, sizes: [10.5, 10, 9], picture: () => 150 };
const sentences = (count: number): string =>
  Array.from({ length: count }, (_, at) => `Dit is zin nummer ${at} van een lang verhaal over de praktijk.`).join(' ');

describe('fitting on paper', () => {
  it('leaves what fits as it is, in letters that read well', () => {
    const sections = [{ title: 'Waarom', blocks: [line(sentences(20))] }];
    expect(fitOnPaper(sections, room)).toEqual({ size: 10.5, sections, shortened: false });
  });

  it('takes smaller letters before it takes anything away', () => {
    const sections = Array.from({ length: 9 }, (_, at) => ({ title: `Deel ${at}`, blocks: [line(sentences(13))] }));
    expect(fitOnPaper(sections, room)).toMatchObject({ size: 10, shortened: false, sections });
  });

  it('takes from the end of the longest part, by sentence and by item, and leaves no heading with nothing under it', () => {
    const heading: Block = { type: 'heading', level: 3, spans: [{ type: 'text', text: 'Kop' }] };
    const sections = [
      { title: 'Kort', blocks: [line(sentences(3))] },
      { title: 'Lang', blocks: [line(sentences(150)), heading, list(...Array.from({ length: 80 }, (_, at) => `punt ${at}`))] },
    ];
    const { sections: fitted, shortened } = fitOnPaper(sections, room);
    expect(shortened).toBe(true);
    expect(fitted[0]).toEqual(sections[0]);
    const left = fitted[1]?.blocks ?? [];
    expect(left.at(-1)?.type).not.toBe('heading');
    expect(sentences(150)).toContain(blockText(left.slice(0, 1)));
    expect(blockText(left.slice(0, 1))).toMatch(/praktijk\.$/);
  });

  it('ends whatever it is given, and never adds anything', () => {
    const block = fc.oneof(
      fc.string({ maxLength: 4000 }).map(line),
      fc.array(fc.string({ maxLength: 200 }), { minLength: 1, maxLength: 60 }).map((texts) => list(...texts)),
      fc.constant<Block>({ type: 'picture', path: 'a.png', alt: '' }),
      fc.constant<Block>({ type: 'rule' }),
    );
    fc.assert(
      fc.property(fc.array(fc.record({ title: fc.string(), blocks: fc.array(block, { maxLength: 8 }) }), { maxLength: 6 }), (sections) => {
        const { sections: fitted } = fitOnPaper(sections, room);
        expect(fitted.map(({ title }) => title)).toEqual(sections.map(({ title }) => title));
        for (const [at, { blocks }] of fitted.entries())
          expect(blockText(blocks).length).toBeLessThanOrEqual(blockText(sections[at]?.blocks ?? []).length);
      }),
      { numRuns: 60 },
    );
  });
});
