import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { officeProducts } from '../../../main/bundles/products/office-products.ts';
import type { ProductFile } from '../../../main/bundles/products/product.ts';
import { exampleInput, quietContext } from '../../helpers/example-input.ts';
import { brokenRelations, officeParts } from '../../helpers/office-parts.ts';

const handouts = async (files: Record<string, string> = {}): Promise<ProductFile[]> =>
  officeProducts.handout(await exampleInput({}, files), quietContext);

const htmlOf = async (file: ProductFile | undefined): Promise<string> =>
  (await mammoth.convertToHtml({ buffer: Buffer.from(file?.bytes ?? new Uint8Array()) })).value;

describe('the hand-out in Word', () => {
  it('has all there is to know about a practice, in the order of the checklist', async () => {
    const files = await handouts();
    expect(files).toHaveLength(13);
    const file = files.find(({ name }) => name.includes('startgesprek'));
    expect(brokenRelations(await officeParts(file?.bytes ?? new Uint8Array()))).toEqual([]);
    const html = await htmlOf(file);
    const titles = [...html.matchAll(/<h2>([^<]*)<\/h2>/g)].map((found) => found[1]);
    expect(titles).toEqual(['Waarom', 'Hoe', 'Wat', 'Tips', 'Weging: 6 van 7 ja']);
    expect(html).toContain('<h1>Startgesprek met de leerling aan tafel</h1>');
    expect(html).toContain('<strong>Brandende kwestie:</strong>');
    expect(html).toMatch(/<strong>Fase in de kenniscyclus:<\/strong> Verspreid \(sinds 2 maart 2026\)/);
    expect(html).toContain('Wat hielp');
    expect(html).toContain('beeldtaal');
    expect(html).toContain('tolk regelen');
    expect(html).toMatch(/Meerdere perspectieven: <strong>ja \(11 februari 2026\)<\/strong>/);
    expect(html).toContain('<strong>Meer weten:</strong> kenniscoördinator');
    expect(html).toContain('Checklist goede praktijken');
    expect(html).not.toContain('ingekorte');
  });

  it('says so when a practice was too long for two pages, and shows nothing of what is empty', async () => {
    const long = `---\nid: p-lang\nsoort: praktijk\ntitel: Lang\n---\n\n## Hoe\n\n${'Dit is een zin die er ook nog bij hoort. '.repeat(600)}\n`;
    const files = await handouts({ 'praktijken/lang.md': long, 'praktijken/leeg.md': '---\nid: p-leeg\nsoort: praktijk\ntitel: Leeg\n---\n' });
    const html = await htmlOf(files.find(({ name }) => name.endsWith('-lang.docx')));
    expect(html).toContain('Dit is een ingekorte versie.');
    expect(html.length).toBeLessThan(13_000);
    expect(await htmlOf(files.find(({ name }) => name.endsWith('-leeg.docx')))).toBe('<h1>Leeg</h1>');
  });
});
