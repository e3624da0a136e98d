import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { officeProducts } from '../../../main/bundles/products/office-products.ts';
import { createPdfProducts } from '../../../main/bundles/products/pdf-products.ts';
import type { ProductInput } from '../../../main/bundles/products/product.ts';
import { exampleInput, quietContext } from '../../helpers/example-input.ts';
import { openTypesetter, readPdf } from '../../helpers/pdf.ts';

/** Words in the order in which they stand, without what only one of the two kinds of paper needs: footers, boxes, bullets, hyphens at line ends. */
const bare = (text: string): string => text.replace(/[\s•–☐-]|\d+\./g, '');

async function texts(input: ProductInput, name: 'programma' | 'draaiboek'): Promise<{ pdf: string; docx: string[] }> {
  const pdf = (await createPdfProducts(openTypesetter()).programma?.(input, quietContext))?.find((file) => file.name === `${name}.pdf`);
  const docx = (await officeProducts.programma(input, quietContext)).find((file) => file.name === `${name}.docx`);
  const read = await readPdf(pdf?.bytes ?? new Uint8Array());
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(docx?.bytes ?? new Uint8Array()) });
  return {
    pdf: bare(read.pages.join('\n')),
    docx: value
      .split('\n')
      .map(bare)
      .filter((line) => line !== ''),
  };
}

describe('the programme and the draaiboek on paper and in Word', { timeout: 60_000 }, () => {
  for (const name of ['programma', 'draaiboek'] as const)
    it(`say the same, line by line: ${name}`, async () => {
      const whole = await exampleInput();
      const method = {
        ...whole.chapters[0]?.entries[0],
        id: 'vb-speedsparren',
        kind: 'werkvorm',
        title: 'Speedsparren',
        fields: { doel: 'Samen denken' },
      };
      const entries = [...(whole.chapters[0]?.entries ?? []), method] as ProductInput['chapters'][number]['entries'];
      const { pdf, docx } = await texts({ ...whole, chapters: [{ title: '', entries }] }, name);
      expect(docx.length).toBeGreaterThan(30);

      expect(docx.filter((line) => !pdf.includes(line))).toEqual([]);
    });

  it('both ask who leads, sum the minutes, list the materials and look back', async () => {
    const { pdf, docx } = await texts(await exampleInput(), 'draaiboek');
    for (const said of [
      'Wieleidt,wieschrijft',
      'De8onderdelendurensamen360minuten',
      'Materialenlijst',
      'Terugkijken',
      'Veiligenuitdagend',
      'Zogaathet',
    ]) {
      expect(pdf).toContain(said);
      expect(docx.join('')).toContain(said);
    }
  });

  it('have no empty heading when the session has nothing but a title', async () => {
    const input = await exampleInput();
    const session = input.session && { ...input.session, summary: '', facts: [], parts: [], fields: {} };
    const { pdf, docx } = await texts({ ...input, chapters: [], ...(session ? { session } : {}) }, 'programma');
    expect(docx.join('')).toContain('Erstaatnoggeenprogrammabijdezesessie.');
    expect(pdf).toContain('Erstaatnoggeenprogrammabijdezesessie.');
    expect(docx).not.toContain('Programma');
  });
});
