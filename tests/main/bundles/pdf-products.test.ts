import { getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import type { ProductId } from '../../../domain/bundle/products.ts';
import type { Block } from '../../../domain/bundle/text-blocks.ts';
import { createPdfProducts } from '../../../main/bundles/products/pdf-products.ts';
import type { ProductFile, ProductInput } from '../../../main/bundles/products/product.ts';
import { exampleInput, quietContext } from '../../helpers/example-input.ts';
import { openTypesetter, readPdf } from '../../helpers/pdf.ts';

const products = createPdfProducts(openTypesetter());
const make = async (id: ProductId, input: ProductInput): Promise<ProductFile[]> => (await products[id]?.(input, quietContext)) ?? [];
const flat = (text: string): string => text.replace(/-\n/g, '').replace(/\s+/g, ' ');

/** One practice is enough where the number does not matter. */
const onlyFirst = (input: ProductInput): ProductInput => ({
  ...input,
  chapters: [{ title: '', entries: input.chapters.flatMap(({ entries }) => entries).slice(0, 1) }],
});

describe('PDF products', { timeout: 60_000 }, () => {
  it('makes a booklet with cover, contents, a chapter per write-up on a page of its own, and a colophon', async () => {
    const input = await exampleInput();
    const titles = input.chapters.flatMap(({ entries }) => entries.map(({ title }) => title));
    const [file] = await make('boekje', input);
    const read = await readPdf(file?.bytes ?? new Uint8Array());
    expect(file?.name).toBe('boekje.pdf');
    expect(read).toMatchObject({ title: 'Ouders als partner', language: 'nl-NL', tagged: true, outside: [] });
    expect(read.outline).toEqual(expect.arrayContaining(titles));
    expect(read.pages[0]).toContain('Ouders als partner');
    const contents = flat(read.pages[1] ?? '');
    for (const title of titles) {
      const page = Number(new RegExp(`${title.replace(/[!?.]/g, '\\$&')}[ .]*?(\\d+)`).exec(contents)?.[1]);
      expect(flat(read.pages[page - 1] ?? '').startsWith(title)).toBe(true);
    }
    expect(read.pages.filter((page) => page.trim() === '')).toEqual([]);
    expect(read.pages.at(-1)).toContain('Samengesteld door Oogst op 26 november 2026');
  });

  it('gives chapters with a title a page that divides', async () => {
    const input = await exampleInput();
    const entries = input.chapters.flatMap((chapter) => chapter.entries);
    const chapters = [
      { title: 'Ouders', entries: entries.slice(0, 1) },
      { title: 'Leerlingen', entries: entries.slice(1, 2) },
    ];
    const [file] = await make('boekje', { ...input, chapters });
    const read = await readPdf(file?.bytes ?? new Uint8Array());
    expect(read.outline).toEqual(['Ouders', 'Leerlingen']);
    expect(read.pages.map((page) => page.split('\n')[0])).toEqual(expect.arrayContaining(['Ouders', 'Leerlingen']));
  });

  it('sets a write-up a little closer rather than leave a few lines on a page of their own', async () => {
    const { chapters, ...input } = await exampleInput();
    const [first] = chapters.flatMap(({ entries }) => entries);
    const sentence = 'Vaders en moeders komen graag langs als er koffie is en iemand de tijd neemt. ';
    const paragraphs = (count: number): Block[] =>
      Array.from({ length: count }, () => ({ type: 'paragraph', spans: [{ type: 'text', text: sentence.repeat(3) }] }));
    const entries = Array.from({ length: 16 }, (_, n) => {
      const parts = [{ heading: 'Wat', blocks: paragraphs(6 + n) }];
      return { ...first!, id: `s${n}`, title: `Stuk ${n}`, parts, facts: [], verdicts: [], sources: [] };
    });
    const [file] = await make('boekje', { ...input, chapters: [{ title: '', entries }] });
    const { pages } = await readPdf(file?.bytes ?? new Uint8Array());
    const lines = pages.map((page) => page.split('\n').length);
    const last = lines.filter((_, at) => pages[at + 1]?.startsWith('Stuk ') === true && at > 1);
    expect(last.length).toBe(15);
    expect(Math.min(...last)).toBeGreaterThan(7);
  });

  it('makes a worksheet with five questions, or four, per practice', async () => {
    const input = onlyFirst(await exampleInput());
    const [five] = await make('werkblad', input);
    const [four] = await make('werkblad', { ...input, worksheet: 'vier' });
    const [long, short] = [await readPdf(five?.bytes ?? new Uint8Array()), await readPdf(four?.bytes ?? new Uint8Array())];
    expect(five?.name).toBe('01-buurt-in-bloei.pdf');
    expect(long.pages.join('\n')).toContain('5. Eerste stap');
    expect(short.pages.join('\n')).toContain('4. Eerste stap');
    expect(short.pages.join('\n')).not.toContain('Wat spreekt aan');
    expect([...long.outside, ...short.outside]).toEqual([]);
  });

  it('makes a poster of one sheet per practice', async () => {
    const files = await make('poster', await exampleInput());
    for (const { bytes } of files) {
      const read = await readPdf(bytes);
      expect(read.pages).toHaveLength(1);
      expect(read.outside).toEqual([]);
    }
    expect(files).toHaveLength(13);
  });

  it('keeps a poster with a very long title and summary on its sheet, and puts one with only a title in the middle of it', async () => {
    const { chapters, ...input } = await exampleInput();
    const entry = chapters[0]?.entries[0];
    if (!entry) throw new Error('the example has practices');
    const bare = { ...entry, title: 'Alleen dit', summary: '', facts: [], parts: [], fields: {} };
    const long = {
      ...bare,
      id: 'lang',
      title: `${'Meervoudigverantwoordelijk'.repeat(4)} ${'en zo verder '.repeat(40)}`,
      summary: 'Een lange zin. '.repeat(100),
    };
    const files = await make('poster', { ...input, chapters: [{ title: '', entries: [bare, long] }] });
    const [top, full] = await Promise.all(files.map(({ bytes }) => readPdf(bytes)));
    expect([top?.pages.length, top?.outside, full?.pages.length, full?.outside]).toEqual([1, [], 1, []]);
    expect(top?.pages[0]).not.toContain('om mee te nemen');
    const page = await (await getDocumentProxy(new Uint8Array(files[0]?.bytes ?? []))).getPage(1);
    const { items } = await page.getTextContent();
    const title = items.find((item) => 'str' in item && item.str.includes('Alleen'));
    const height = Number(page.view[3]);
    expect(title && 'transform' in title ? Number(title.transform[5]) / height : 1).toBeLessThan(0.65);
  });

  it('makes a programme, a script for who guides and a list of materials, with clock times when a start is known', async () => {
    const input = await exampleInput();
    const session = input.session && { ...input.session, fields: { ...input.session.fields, aanvang: '9.00', minuten: 300 } };
    const files = await make('programma', { ...input, ...(session ? { session } : {}) });
    expect(files.map(({ name }) => name)).toEqual(['programma.pdf', 'draaiboek.pdf', 'materialen.csv']);
    const [programme, script] = await Promise.all(files.slice(0, 2).map(({ bytes }) => readPdf(bytes)));
    const [forAll, forGuide] = [flat(programme?.pages.join(' ') ?? ''), flat(script?.pages.join(' ') ?? '')];
    expect(forAll).toContain('9.30–10.00');
    expect(forAll).toContain('Speedsparren');
    expect(forAll).not.toContain('vb-speedsparren');
    expect(forGuide).toContain('Dat is 60 minuten te veel.');
    expect(forGuide).toContain('stoelen in twee rijen');
    expect(Buffer.from(files[2]?.bytes ?? []).toString('utf8')).toContain('bel;Speedsparren over een eigen gesprek;');
  });

  it('makes nothing of a day nobody chose, and no hand-outs of what is no practice', async () => {
    const { session: _, ...input } = await exampleInput();
    expect(await make('programma', input)).toEqual([]);
    const other = input.chapters.flatMap(({ entries }) => entries.slice(0, 1).map((entry) => ({ ...entry, kind: 'plan' })));
    expect(await make('handout', { ...input, chapters: [{ title: '', entries: other }] })).toEqual([]);
  });

  it('gives the same bytes for the same input, with no other moment in them than that of the bundle', async () => {
    const input = onlyFirst(await exampleInput());
    for (const id of ['boekje', 'handout', 'werkblad', 'poster', 'programma'] as const) {
      const [once, again] = [await make(id, input), await createPdfProducts(openTypesetter())[id]?.(input, quietContext)];
      expect(once.map(({ bytes }) => Buffer.from(bytes).toString('base64'))).toEqual(
        again?.map(({ bytes }) => Buffer.from(bytes).toString('base64')),
      );
      expect((await readPdf(once[0]?.bytes ?? new Uint8Array())).created).toContain('20261126');
    }
  });

  it('stops at once when it is called off', async () => {
    const stop = new AbortController();
    const asked = products.boekje?.(await exampleInput(), { ...quietContext, signal: stop.signal });
    stop.abort();
    await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
  });
});
