import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openServices } from '../../helpers/open-services.ts';
import { temporaryFolder } from '../../helpers/temporary.ts';

const files = {
  'p.md': '---\nid: p\nsoort: praktijk\ntitel: Praktijk\nfase: vraag\n---\n\nTekst.\n',
  'v.md': '---\nid: v\nsoort: vraag\ntitel: Vraag\n---\n\nTekst.\n',
  's.md': '---\nid: s\nsoort: sessie\ntitel: Studiedag\n---\n\nTekst.\n',
};

describe('a judgement', () => {
  test.each([
    ['p', 'A1'],
    ['s', 'D2'],
  ])('on %s may be about %s', async (id, item) => {
    const { call } = await openServices(files);
    await call('entries.judge', { id, item, verdict: 'ja' });
    expect((await call('entries.read', { id })).verdicts).toMatchObject({ [`checklist.${item}`]: 'ja' });
  });

  test.each([
    ['p', 'D1', 'A1, A2'],
    ['p', 'C1', 'A1, A2'],
    ['p', 'plg.3', 'A1, A2'],
    ['v', 'A1', 'niet geoordeeld'],
  ])('on %s is refused about %s, and nothing is written', async (id, item, said) => {
    const { call, dir } = await openServices(files);
    const refused = call('entries.judge', { id, item, verdict: 'ja' });
    await expect(refused).rejects.toMatchObject({ code: 'entry.unjudged-item' });
    await expect(refused).rejects.toThrow(said);
    expect(await readFile(join(dir, `${id}.md`), 'utf8')).toBe(files[`${id}.md` as keyof typeof files]);
  });
});

describe('what came in from a folder of others', () => {
  test('is written down in the kennismap', async () => {
    const { call, dir } = await openServices(files);
    const source = await temporaryFolder({ 'een.md': '# Een\n', 'twee.md': '# Twee\n' });
    await call('import.folder', { sources: [source] });
    const folder = join(dir, '.oogst/importverslagen');
    const [name = ''] = await readdir(folder);
    const kept: unknown = JSON.parse(await readFile(join(folder, name), 'utf8'));
    expect(kept).toMatchObject({ op: expect.stringContaining('2026-11-23'), imported: [{ path: 'een.md' }, { path: 'twee.md' }], skipped: [] });
  });

  test('leaves no report when it was only tried', async () => {
    const { call, dir } = await openServices(files);
    await call('import.folder', { sources: [await temporaryFolder({ 'een.md': '# Een\n' })], dryRun: true });
    await expect(readdir(join(dir, '.oogst'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('a bundle of which nothing may go', () => {
  test('says which write-up stays and why', async () => {
    const { call } = await openServices({ 'g.md': '---\nid: g\nsoort: praktijk\ntitel: Geheim stuk\nvertrouwelijk: true\n---\n\nTekst.\n' });
    const out = join(await temporaryFolder(), 'b.zip');
    await expect(call('bundles.export', { ids: ['g'], out, title: 'Dag', audience: 'intern', products: [] })).rejects.toThrow('Geheim stuk');
  });
});
