import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { pdf } from '../../helpers/attachment-files.ts';
import { counting } from '../../helpers/counting-extractor.ts';
import { openServices } from '../../helpers/open-services.ts';

describe('searching', () => {
  const stuk = '---\ntitel: Een praktijk\nid: een\nsoort: praktijk\n---\n\n## Kern\n\nZie [het verslag](stuk.bijlagen/verslag.pdf).\n';

  test('finds a write-up by a word that only stands in its attachment, and says in which', async () => {
    const { call, events } = await openServices(
      { 'stuk.md': stuk, 'stuk.bijlagen/verslag.pdf': pdf(['De kwartiermaker kwam langs']), 'leeg.md': '# Leeg\n' },
      { extractor: counting() },
    );
    await vi.waitFor(async () => expect((await call('search.query', { query: 'kwartiermaker' })).total).toBe(1), { timeout: 10_000 });
    const { hits } = await call('search.query', { query: 'kwartiermaker' });
    expect(hits[0]).toMatchObject({ id: 'een', snippets: [{ section: 'Bijlage: verslag.pdf', text: 'De kwartiermaker kwam langs' }] });
    await vi.waitFor(() => expect(events).toContainEqual({ name: 'entries.changed', payload: { ids: ['een'], reason: 'scan' } }));
    expect((await call('search.query', { query: 'heeft:bijlage' })).total).toBe(1);
  });

  test('finds it by its attachment again after it was saved, and no longer when it does not name it any more', async () => {
    const { call, services } = await openServices(
      { 'stuk.md': stuk.replace('stuk.bijlagen/', ''), 'verslag.pdf': pdf(['kwartiermaker']) },
      { extractor: counting() },
    );
    const found = async (total: number): Promise<void> =>
      vi.waitFor(async () => expect((await call('search.query', { query: 'kwartiermaker' })).total).toBe(total), { timeout: 10_000 });
    await found(1);
    const save = async (body: string): Promise<void> => {
      const { revision } = await call('entries.read', { id: 'een' });
      await call('entries.saveBody', { id: 'een', basedOn: revision, body });
    };
    await save('\n## Kern\n\nVernieuwd: [het verslag](verslag.pdf).\n');
    await found(1);
    expect((await call('search.query', { query: 'vernieuwd' })).total).toBe(1);
    await save('\n## Kern\n\nZonder.\n');
    await found(0);
    await services.close();
  });

  test('notices at the next look that an attachment came, changed or went, and reads nothing again when none did', async () => {
    const extractor = counting();
    const { call, dir, services } = await openServices({ 'stuk.md': stuk.replace('stuk.bijlagen/', '') }, { extractor });
    const file = join(dir, 'verslag.pdf');
    const look = async (query: string): Promise<number> => {
      await call('library.rescan', {});
      await services.session.library().attachmentsRead();
      return (await call('search.query', { query })).total;
    };
    expect(await look('kwartiermaker')).toBe(0);
    await writeFile(file, pdf(['kwartiermaker']));
    expect(await look('kwartiermaker')).toBe(1);
    await writeFile(file, pdf(['de wijkagent kwam']));
    expect(await look('kwartiermaker')).toBe(0);
    expect(await look('wijkagent')).toBe(1);
    expect(extractor.asked).toBe(2);
    await rm(file);
    expect(await look('wijkagent')).toBe(0);
  });
});
