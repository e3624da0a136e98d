import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { plainStyle } from '../../../domain/bundle/house-style.ts';
import type { Block, Span } from '../../../domain/bundle/text-blocks.ts';
import { DocxText } from '../../../main/bundles/products/docx-blocks.ts';
import { docxFile } from '../../../main/bundles/products/docx-file.ts';
import { columnWidths, pageWidth } from '../../../main/bundles/products/docx-table.ts';
import type { Picture } from '../../../main/bundles/products/product.ts';
import { made } from '../../helpers/example-input.ts';
import { brokenRelations, officeParts } from '../../helpers/office-parts.ts';

const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const picture: Picture = { bytes: new Uint8Array(pixel), type: 'image/png', width: 1, height: 1 };
const text = (words: string, marks: Partial<Extract<Span, { type: 'text' }>> = {}): Span => ({ type: 'text', text: words, ...marks });
const line = (...spans: Span[]): Block => ({ type: 'paragraph', spans });

const everything: Block[] = [
  { type: 'heading', level: 3, spans: [text('Kop')] },
  line(text('Gewoon '), text('vet', { strong: true }), text(' en '), text('site', { href: 'https://example.nl/?a=1&b=2' }), {
    type: 'note',
    blocks: [line(text('De noot'))],
  }),
  {
    type: 'list',
    ordered: true,
    start: 3,
    items: [
      { blocks: [line(text('Derde')), { type: 'list', ordered: false, start: 1, items: [{ blocks: [line(text('Onder'))] }] }] },
      { blocks: [line(text('Vierde'))] },
    ],
  },
  {
    type: 'list',
    ordered: false,
    start: 1,
    items: [
      { checked: true, blocks: [line(text('Gedaan'))] },
      { checked: false, blocks: [line(text('Nog niet'))] },
    ],
  },
  { type: 'quote', blocks: [line(text('Gezegd <door> iemand & co'))] },
  { type: 'code', text: 'a\nb' },
  { type: 'table', align: ['left', 'right'], header: [[text('Kraam')], [text('Aantal')]], rows: [[[text('Ja')], [text('12')]]] },
  { type: 'picture', path: 'a/hoek.png', alt: 'Een hoek' },
  { type: 'picture', path: 'a/weg.png', alt: 'Wat er niet is' },
  { type: 'rule' },
];

async function written(blocks: readonly Block[], moment = made): Promise<Uint8Array> {
  const pages = new DocxText(new Map([['a/hoek.png', picture]]));
  return docxFile({ title: 'Alles & meer', made: moment, style: plainStyle, text: pages, children: pages.blocks(blocks) });
}

describe('a Word file', () => {
  it('has everything a write-up can have, as another program reads it', async () => {
    const { value: html } = await mammoth.convertToHtml({ buffer: Buffer.from(await written(everything)) });
    expect(html).toContain('<h3>Kop</h3>');
    expect(html).toContain('<strong>vet</strong>');
    expect(html).toContain('href="https://example.nl/?a=1&amp;b=2"');
    expect(html).toMatch(/<ol><li>Derde<ul><li>Onder<\/li><\/ul><\/li><li>Vierde<\/li><\/ol>/);
    expect(html).toMatch(/De noot/);
    expect(html).toContain('☒');
    expect(html).toContain('Gezegd &lt;door&gt; iemand &amp; co');
    expect(html).toMatch(/<thead><tr><th>.*Kraam.*<\/thead>/);
    expect(html).toMatch(/<img alt="Een hoek"/);
    expect(html).toContain('[afbeelding: Wat er niet is]');
  });

  it('P5: is in Dutch, and tells nobody who made it, when or with what', async () => {
    const parts = await officeParts(await written(everything));
    expect(brokenRelations(parts)).toEqual([]);
    expect(parts.get('word/styles.xml')).toContain('w:val="nl-NL"');
    expect(parts.get('docProps/core.xml')).toContain('<dc:title>Alles &amp; meer</dc:title>');
    expect(parts.get('docProps/core.xml')).not.toMatch(/creator|lastModifiedBy/);
    expect(parts.get('docProps/core.xml')).toContain('2026-11-26T12:00:00Z');
    expect(parts.get('word/numbering.xml')).toContain('<w:start w:val="3"/>');
    expect(parts.get('word/document.xml')).toContain('descr="Een hoek"');
  });

  it('P13: is the same to the byte when it is made again, and starts with what Word looks for', async () => {
    const [once, again] = [await written(everything), await written(everything)];
    expect(Buffer.compare(once, again)).toBe(0);
    expect([...(await officeParts(once)).keys()].slice(0, 2)).toEqual(['[Content_Types].xml', '_rels/.rels']);
    expect(Buffer.compare(once, await written(everything, new Date('2026-11-27T12:00:00Z')))).not.toBe(0);
  });

  it('stays readable when a text has signs XML does not know, or an address that is none', async () => {
    const odd = [line(text('a\u0000b\u000bc\ud800d'), text('x', { href: 'https://' }))];
    const parts = await officeParts(await written(odd));
    expect(parts.get('word/document.xml')).toContain('abcd');
  });
});

describe('the columns of a table', () => {
  it('fill the page, and give most room to what is longest', () => {
    const [few = 0, many = 0] = columnWidths([
      ['Nr', 'Wat er gebeurt'],
      ['1', 'Een lange zin die zo lang is dat hij niet op een regel past, en dan gaat hij nog even door.'],
    ]);
    expect(few + many).toBe(pageWidth);
    expect(many).toBeGreaterThan(few * 3);
  });

  it('stay on the page when there are many of them', () => {
    const widths = columnWidths([Array.from({ length: 14 }, (_, at) => `Kolom${at}metlangwoord`)]);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(pageWidth);
    expect(Math.min(...widths)).toBeGreaterThan(400);
  });
});
