import { describe, expect, it } from 'vitest';
import { blockText } from '../../../domain/bundle/text-blocks.ts';
import { officeProducts } from '../../../main/bundles/products/office-products.ts';
import type { ProductFile, ProductInput } from '../../../main/bundles/products/product.ts';
import { exampleInput, quietContext } from '../../helpers/example-input.ts';
import { brokenRelations, officeParts } from '../../helpers/office-parts.ts';

const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const withPicture = {
  'praktijken/foto.md':
    '---\nid: p-foto\nsoort: praktijk\ntitel: Aan & uit <nu>\n---\n\n## Wat\n\nKijk.\n\n![Een hoek & meer](foto.bijlagen/hoek.png)\n\n| A | B |\n|---|---|\n| 1 | 2 |\n',
  'praktijken/foto.bijlagen/hoek.png': pixel,
};

const decks = async (input: ProductInput): Promise<ProductFile[]> => officeProducts.dias(input, quietContext);
const numbered = (parts: ReadonlyMap<string, string>, pattern: RegExp): string[] =>
  [...parts].filter(([path]) => pattern.test(path)).map(([, text]) => text);
const textsIn = (xml: string): string => [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map((found) => found[1]).join('\n');
const slides = /^ppt\/slides\/slide\d+\.xml$/;

describe('the presentations', () => {
  it('are one for the day and one per practice, with a title and notes on every slide, in Dutch', async () => {
    const files = await decks(await exampleInput({}, withPicture));
    expect(files[0]?.name).toBe('studiedag.pptx');
    expect(files).toHaveLength(15);
    for (const { bytes } of files) {
      const parts = await officeParts(bytes);
      expect(brokenRelations(parts)).toEqual([]);
      const pages = numbered(parts, slides);
      for (const page of pages) {
        const title = /<p:sp>(?:(?!<\/p:sp>).)*type="title".*?<\/p:sp>/s.exec(page)?.[0] ?? '';
        expect(textsIn(title).trim()).not.toBe('');
        const ids = [...page.matchAll(/<p:cNvPr id="(\d+)"/g)].map((found) => found[1]);
        expect(new Set(ids).size).toBe(ids.length);
      }
      const notes = numbered(parts, /^ppt\/notesSlides\/notesSlide\d+\.xml$/);
      expect(notes).toHaveLength(pages.length);
      expect(notes.every((text) => textsIn(text).trim().length > 5)).toBe(true);
      expect([...parts.values()].filter((text) => text.includes('en-US'))).toEqual([]);
      expect(parts.get('ppt/slideMasters/slideMaster1.xml')).toMatch(/type="title"[\s\S]*type="body"/);
    }
  });

  it('keep the whole text with the speaker', async () => {
    const input = await exampleInput();
    const practice = input.chapters[0]?.entries.find(({ title }) => title === 'Koffie bij de poort');
    const file = (await decks(input)).find(({ name }) => name.includes('koffie'));
    const notes = numbered(await officeParts(file?.bytes ?? new Uint8Array()), /notesSlide\d+\.xml$/)
      .map(textsIn)
      .join('\n')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'");
    const lines = practice?.parts.flatMap(({ blocks }) => blockText(blocks).split('\n')) ?? [];
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.filter((line) => !notes.includes(line))).toEqual([]);
  });

  it('have pictures with their description and tables with a header', async () => {
    const file = (await decks(await exampleInput({}, withPicture))).find(({ name }) => name.endsWith('aan-uit-nu.pptx'));
    const pages = numbered(await officeParts(file?.bytes ?? new Uint8Array()), slides).join('');
    expect(pages).toContain('descr="Een hoek &amp; meer"');
    expect(pages).toContain('<a:tblPr firstRow="1"/>');
    expect(pages).toContain('Aan &amp; uit &lt;nu&gt;');
  });

  it('carry the name and the logo of the house on the title, and names of their layouts and shapes in Dutch', async () => {
    const input = await exampleInput();
    const logo = { bytes: new Uint8Array(pixel), type: 'image/png' as const, width: 1, height: 1 };
    const [day] = await decks({ ...input, style: { ...input.style, name: 'Stichting Waterrijk' }, logo });
    const parts = await officeParts(day?.bytes ?? new Uint8Array());
    const layouts = new Map(numbered(parts, /slideLayouts\/slideLayout\d+\.xml$/).map((text) => [/<p:cSld name="([^"]*)"/.exec(text)?.[1], text]));
    expect([...layouts.keys()]).toEqual(['Leeg', 'Titel', 'Inhoud', 'Alleen titel']);
    expect(textsIn(layouts.get('Titel') ?? '')).toContain('Stichting Waterrijk');
    expect(layouts.get('Titel')).toContain('descr="Logo"');
    expect(
      [...parts.values()].join('').match(/name="(?:DEFAULT|Office Theme|Slide|Text|Shape|Image|Notes Placeholder)[^"]*"|preencoded/g),
    ).toBeNull();
  });

  it('let a program make letters smaller where they do not fit in its font', async () => {
    const [day] = await decks(await exampleInput());
    const places = numbered(await officeParts(day?.bytes ?? new Uint8Array()), slides).flatMap((page) => page.match(/<p:sp>.*?<\/p:sp>/gs) ?? []);
    const own = places.filter((one) => /type="(?:title|body)"/.test(one));
    expect(own.length).toBeGreaterThan(20);
    expect(own.filter((one) => !one.includes('<a:normAutofit'))).toEqual([]);
  });

  it('P5, P13: are the same to the byte when made again, and tell nobody who made them', async () => {
    const [once, again] = [await decks(await exampleInput({}, withPicture)), await decks(await exampleInput({}, withPicture))];
    expect(once.map(({ bytes }, at) => Buffer.compare(bytes, again[at]?.bytes ?? Buffer.alloc(0)))).toEqual(once.map(() => 0));
    const parts = await officeParts(once[0]?.bytes ?? new Uint8Array());
    expect([...parts.values()].join('')).not.toMatch(/PptxGenJS|creator|lastModifiedBy/);
  });
});
