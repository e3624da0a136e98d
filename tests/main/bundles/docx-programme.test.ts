import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { officeProducts } from '../../../main/bundles/products/office-products.ts';
import type { ProductFile, ProductInput } from '../../../main/bundles/products/product.ts';
import { exampleInput, quietContext } from '../../helpers/example-input.ts';
import { brokenRelations, officeParts } from '../../helpers/office-parts.ts';

const made = async (input: ProductInput): Promise<ProductFile[]> => officeProducts.programma(input, quietContext);
const htmlOf = async (file: ProductFile | undefined): Promise<string> =>
  (await mammoth.convertToHtml({ buffer: Buffer.from(file?.bytes ?? new Uint8Array()) })).value;
const headings = (html: string): (string | undefined)[] => [...html.matchAll(/<h2>([^<]*)<\/h2>/g)].map((found) => found[1]);

describe('the programme and the draaiboek', () => {
  it('have the times, the sum, what to do before and which practices there are', async () => {
    const [programme, script] = await made(await exampleInput());
    expect([programme?.name, script?.name]).toEqual(['programma.docx', 'draaiboek.docx']);
    for (const file of [programme, script]) expect(brokenRelations(await officeParts(file?.bytes ?? new Uint8Array()))).toEqual([]);
    const html = await htmlOf(programme);
    expect(headings(html)).toEqual(['Programma', 'Vooraf doen', 'Praktijken van vandaag']);
    expect(html).toContain('10.40–12.00');
    expect(html).toContain('De 8 onderdelen duren samen 360 minuten; precies de tijd die er is.');
    expect(html).toContain('<strong>Plaats: </strong>Aula van VSO Het Tij');
    expect(html).toMatch(/Werkvorm.*Speedsparren/s);
  });

  it('tell who leads what to bring, how it goes, and what to look back on', async () => {
    const [, script] = await made(await exampleInput());
    const html = await htmlOf(script);
    expect(headings(html)).toEqual([
      'Doel',
      'Draaiboek',
      'Materialenlijst',
      'Vooropdrachten van de deelnemers',
      'Voorbereiding',
      'Zo gaat het',
      'Opvolging',
      'Praktijken van vandaag',
      'Terugkijken',
    ]);
    expect(html).toContain('praatbladen, fiches, zandloper');
    expect(html).toContain('Veilig en uitdagend');
    expect(html.match(/☐/g)).toHaveLength(11);
  });

  it('say how the werkvormen go that come along', async () => {
    const input = await exampleInput();
    const method = {
      ...input.chapters[0]?.entries[0],
      id: 'vb-speedsparren',
      kind: 'werkvorm',
      title: 'Speedsparren',
      fields: { doel: 'Samen denken', groepsgrootte: '10 tot 40' },
    };
    const entries = [...(input.chapters[0]?.entries ?? []), method] as ProductInput['chapters'][number]['entries'];
    const [programme, script] = await made({ ...input, chapters: [{ title: '', entries }] });
    expect(await htmlOf(programme)).toMatch(/Werkvorm[\s\S]*Speedsparren/);
    const html = await htmlOf(script);
    expect(headings(html)).toContain('Werkvorm: Speedsparren');
    expect(html).toContain('<strong>Groepsgrootte: </strong>10 tot 40');
  });

  it('are not there without a session', async () => {
    expect(await made(await exampleInput({ session: undefined }))).toEqual([]);
  });
});
