import { describe, expect, test } from 'vitest';
import { productIds } from '../../../domain/bundle/products.ts';
import { openServices } from '../../helpers/open-services.ts';

const shared = 'delen: openbaar\ntoestemming: nvt\n';
const files = {
  'een.md': `---\nid: een\nsoort: praktijk\ntitel: Eerste\nsamenvatting: Kort.\n${shared}contact: de coördinator\nbronnen: [b]\n---\n\n## Waarom\n\nTekst met [[dicht]].\n`,
  'een.bijlagen/blad.pdf': 'pdf',
  'twee.md': `---\nid: twee\nsoort: praktijk\ntitel: Tweede\n${shared}---\n\n## Waarom\n\nTekst.\n`,
  'dicht.md': '---\nid: dicht\nsoort: praktijk\ntitel: Heel dicht\nvertrouwelijk: true\n---\n',
  'b.md': `---\nid: b\nsoort: bron\ntitel: De bron\njaar: 2024\nlink: https://example.nl\n${shared}---\n\n## Waar gaat het over\n\nTekst.\n`,
  'kaal.md': `---\nid: kaal\nsoort: sessie\ntitel: Kale sessie\n${shared}---\n`,
  'dag.md': `---\nid: dag\nsoort: sessie\ntitel: De dag\n${shared}programma:\n  - onderdeel: Start\n    minuten: 10\n    materialen: [koffie]\n  - onderdeel: Werk\n    minuten: 50\n---\n\n## Doel\n\nLeren.\n`,
};
const ids = ['een', 'twee', 'dicht', 'kaal', 'dag'];

describe('what a product will look like', () => {
  test('can be looked at for every product there is', async () => {
    const { call } = await openServices(files);
    for (const product of productIds) {
      const preview = await call('bundles.preview', { title: 'Dag', ids, audience: 'openbaar', product });
      const shown = [preview.files, preview.slides, preview.rows, preview.reader].filter((part) => part !== undefined);
      expect([product, shown.length]).toEqual([product, 1]);
    }
  });

  test('is for the reader a write-up with its fields, one after another', async () => {
    const { call } = await openServices(files);
    const first = await call('bundles.preview', { title: 'Dag', ids, audience: 'openbaar', product: 'reader' });
    expect(first).toMatchObject({ form: 'lezer', of: 4, reader: { titles: ['Eerste', 'Tweede', 'Kale sessie', 'De dag'] } });
    expect(first.reader?.entry).toMatchObject({
      contact: 'de coördinator',
      sources: [{ title: 'De bron', year: '2024', link: 'https://example.nl' }],
    });
    const last = await call('bundles.preview', { title: 'Dag', ids, audience: 'openbaar', product: 'reader', at: 3 });
    expect(last.reader?.entry.programme).toEqual({
      rows: [
        { name: 'Start', minutes: 10, materials: ['koffie'] },
        { name: 'Werk', minutes: 50, materials: [] },
      ],
      total: 60,
    });
    expect(JSON.stringify([first, last])).not.toMatch(/dicht/i);
  });

  test('is for the source the files somebody gets', async () => {
    const { call } = await openServices(files);
    const { rows = [] } = await call('bundles.preview', { title: 'Dag', ids, audience: 'intern', product: 'bron' });
    expect(rows).toEqual(
      expect.arrayContaining([
        ['stukken/een.md', 'Eerste'],
        ['stukken/een.bijlagen/blad.pdf', 'bijlage bij Eerste'],
      ]),
    );
    expect(rows.flat().join(' ')).not.toContain('dicht');
  });
});

describe('the session nobody named', () => {
  test('is the one with a programme, and the report says so', async () => {
    const { call, dir } = await openServices(files);
    const out = `${dir}-uit.zip`;
    const order = { title: 'Dag', ids, audience: 'intern' as const, products: ['programma' as const], out };
    expect((await call('bundles.export', order)).warnings).toContainEqual(expect.stringContaining('het programma is dat van ‘De dag’'));
    expect((await call('bundles.export', { ...order, session: 'kaal', replace: true })).warnings.join()).not.toContain('het programma is');
    const none = await call('bundles.export', { ...order, ids: ['een'], replace: true });
    expect(none.warnings).toContainEqual('Er is geen sessie gekozen, dus is er geen programma.');
  });
});
