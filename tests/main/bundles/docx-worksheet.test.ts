import { describe, expect, it } from 'vitest';
import { officeProducts } from '../../../main/bundles/products/office-products.ts';
import type { ProductFile } from '../../../main/bundles/products/product.ts';
import { exampleInput, quietContext } from '../../helpers/example-input.ts';
import { brokenRelations, officeParts } from '../../helpers/office-parts.ts';

async function worksheets(worksheet: 'vijf' | 'vier'): Promise<ProductFile[]> {
  return officeProducts.werkblad(await exampleInput({ worksheet }), quietContext);
}

const tagsIn = (document = ''): string[] => [...document.matchAll(/<w:tag w:val="([^"]*)"/g)].map((found) => found[1] ?? '');

describe('the worksheet to fill in', () => {
  it('is there for every practice, by its place and title', async () => {
    const files = await worksheets('vijf');
    expect(files).toHaveLength(13);
    expect(files[11]?.name).toBe('12-startgesprek-met-de-leerling-aan-tafel.docx');
  });

  it('has a place for every answer, with elements of the practice and rows of one’s own', async () => {
    const file = (await worksheets('vijf')).find(({ name }) => name.includes('koffie'));
    const parts = await officeParts(file?.bytes ?? new Uint8Array());
    const document = parts.get('word/document.xml') ?? '';
    expect(brokenRelations(parts)).toEqual([]);
    const tags = tagsIn(document);
    expect(tags).toEqual(
      expect.arrayContaining(['oogst:team', 'oogst:rol', 'oogst:C1:mark', 'oogst:C1:strong', 'oogst:C2:appeals', 'oogst:C5:steps']),
    );
    expect(tags.filter((tag) => /^oogst:C3:\d+:misschien$/.test(tag))).toHaveLength(9);
    expect(new Set(tags).size).toBe(tags.length);
    expect(document).toContain('Op tijd gestopt');
    expect(document.match(/<w14:checkbox>/g)).toHaveLength(27);
    expect(document.match(/<w:listItem /g)).toHaveLength(11);
    expect(parts.get('docProps/custom.xml')).toMatch(/name="OogstPraktijk"[^>]*><vt:lpwstr>vb-koffie-poort</);
  });

  it('is whole for a practice with only a title, however long, and leaves the page to the questions', async () => {
    const title = 'een titel die maar doorgaat '.repeat(20).trim();
    const input = await exampleInput({}, { 'praktijken/kaal.md': `---\nid: p-kaal\nsoort: praktijk\ntitel: ${title}\n---\n` });
    const file = (await officeProducts.werkblad(input, quietContext)).find(({ name }) => name.includes('een-titel-die'));
    const document = (await officeParts(file?.bytes ?? new Uint8Array())).get('word/document.xml') ?? '';
    const lines = [...document.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([line]) => line.replace(/<[^>]*>/g, ''));
    expect(lines[0]).toMatch(/^Werkblad – een titel die maar doorgaat .*…$/);
    expect(lines[0]?.length).toBeLessThan(180);
    expect(lines[1]).toMatch(/^Klik in een vak/);
    expect(tagsIn(document).filter((tag) => /^oogst:C3:\d+:text$/.test(tag))).toHaveLength(3);
  });

  it('asks four questions when that was chosen', async () => {
    const document = (await officeParts((await worksheets('vier'))[0]?.bytes ?? new Uint8Array())).get('word/document.xml');
    const tags = tagsIn(document);
    expect(tags).toContain('oogst:C1:mark');
    expect(tags.filter((tag) => /strong|develop|appeals/.test(tag))).toEqual([]);
    expect(document).toContain('4. Eerste stap');
    expect(document).not.toContain('Waar zijn jullie sterk');
  });

  it('P13: is the same to the byte when it is made again', async () => {
    const [once, again] = [await worksheets('vijf'), await worksheets('vijf')];
    expect(once.map(({ bytes }, at) => Buffer.compare(bytes, again[at]?.bytes ?? Buffer.alloc(0)))).toEqual(once.map(() => 0));
  });
});
