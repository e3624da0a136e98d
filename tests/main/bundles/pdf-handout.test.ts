import { describe, expect, it } from 'vitest';
import type { Block } from '../../../domain/bundle/text-blocks.ts';
import { createPdfProducts } from '../../../main/bundles/products/pdf-products.ts';
import type { ProductEntry, ProductInput } from '../../../main/bundles/products/product.ts';
import { exampleInput, quietContext } from '../../helpers/example-input.ts';
import { openTypesetter, readPdf, type ReadPdf } from '../../helpers/pdf.ts';

const products = createPdfProducts(openTypesetter());
const handouts = async (input: ProductInput): Promise<ReadPdf[]> =>
  Promise.all(((await products.handout?.(input, quietContext)) ?? []).map(({ bytes }) => readPdf(bytes)));
const flat = (read: ReadPdf | undefined): string => (read?.pages.join('\n') ?? '').replace(/-\n/g, '').replace(/\s+/g, ' ');

/** The example with every practice changed. */
async function changed(change: (entry: ProductEntry) => ProductEntry): Promise<ProductInput> {
  const input = await exampleInput();
  return { ...input, chapters: input.chapters.map(({ title, entries }) => ({ title, entries: entries.map(change) })) };
}

const sentence = 'De leerlingen, hun ouders en de mentor spraken samen af wat er na de zomer anders moest en wie daarvoor zou zorgen. ';
const long: Block = { type: 'paragraph', spans: [{ type: 'text', text: sentence.repeat(12).trim() }] };
const wideTable = (columns: number): Block => ({
  type: 'table',
  align: Array.from({ length: columns }, () => 'left' as const),
  header: Array.from({ length: columns }, (_, at) => [{ type: 'text' as const, text: `Kolom ${at + 1}` }]),
  rows: Array.from({ length: 40 }, () => Array.from({ length: columns }, () => [{ type: 'text' as const, text: 'verantwoordelijkheidsgevoel' }])),
});

describe('hand-outs on paper', { timeout: 120_000 }, () => {
  it('say on at most two pages what a practice is', async () => {
    const read = await handouts(await exampleInput());
    expect(read).toHaveLength(13);
    for (const { pages, outside, tagged, language } of read) {
      expect(pages.length).toBeLessThanOrEqual(2);
      expect({ outside, tagged, language }).toEqual({ outside: [], tagged: true, language: 'nl-NL' });
      expect(pages.every((page) => page.trim().length > 100)).toBe(true);
    }
    const start = flat(read[11]);
    for (const said of [
      'Brandende kwestie',
      'Waarom',
      'Tips',
      'Wat hielp',
      'leerling opent',
      'Wat zat tegen',
      'op 6 van de 7 criteria ja, op 11 februari 2026',
      'Verspreid',
    ])
      expect(start).toContain(said);
  });

  it('stay on two pages with the longest texts, and say where the rest is', async () => {
    const read = await handouts(
      await changed((entry) => ({
        ...entry,
        parts: entry.parts.map((part) => ({ ...part, blocks: [...part.blocks, long, wideTable(12), long, long] })),
      })),
    );
    for (const one of read) {
      expect(one.pages.length).toBeLessThanOrEqual(2);
      expect(flat(one)).toContain('Lees verder in de leesversie');
      expect(one.outside).toEqual([]);
    }
  });

  it('stay on two pages whatever stands in the fields', async () => {
    const many = Array.from({ length: 60 }, (_, at) => `${sentence}${at}`);
    const input = await changed((entry) => ({
      ...entry,
      title: 'Samenwerkingsverbandoverleg '.repeat(20),
      summary: sentence.repeat(20),
      contact: 'a'.repeat(900),
      fields: { succesfactoren: many, knelpunten: many },
      facts: many.map((value, at) => ({ key: `k${at}`, label: `Kenmerk ${at}`, value })),
      parts: Array.from({ length: 40 }, (_, at) => ({ heading: `Deel ${at}`, blocks: [long] })),
    }));
    const [read] = await handouts({ ...input, chapters: [{ title: '', entries: input.chapters[0]?.entries.slice(0, 1) ?? [] }] });
    expect(read?.pages.length).toBeLessThanOrEqual(2);
    expect(read?.outside).toEqual([]);
  });
});
