import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openServices } from '../../../helpers/open-services.ts';

const text = '---\nid: een\ntitel: Een\n---\n![foto](een.bijlagen/foto.png)\n';
const files = { 'praktijken/een.md': text, 'praktijken/een.bijlagen/foto.png': 'PNG', 'twee.md': '---\nid: twee\n---\nx\n' };

const everything = async (dir: string): Promise<Record<string, string>> => {
  const out: Record<string, string> = {};
  for (const item of await readdir(dir, { recursive: true, withFileTypes: true }))
    if (item.isFile()) out[join(item.parentPath, item.name).slice(dir.length + 1)] = await readFile(join(item.parentPath, item.name), 'utf8');
  return out;
};

describe('the prullenbak', () => {
  test('takes a write-up with its attachments and gives both back where they were', async () => {
    const { call, dir } = await openServices(files);
    const before = await everything(dir);
    const [item] = await call('trash.put', { ids: ['een'] });
    expect(await call('search.query', { query: '' })).toMatchObject({ total: 1 });
    expect(Object.keys(await everything(dir)).filter((path) => !path.startsWith('.oogst'))).toEqual(['twee.md']);
    expect(await call('trash.list', {})).toMatchObject([{ id: 'een', title: 'Een', path: 'praktijken/een.md', attachments: true }]);
    await call('trash.restore', { key: item?.key ?? '' });
    expect(await everything(dir)).toEqual(before);
    expect(await call('trash.list', {})).toEqual([]);
  });

  test('puts a write-up beside the one that took its place, without touching that', async () => {
    const { call, dir } = await openServices(files);
    const [item] = await call('trash.put', { ids: ['een'] });
    await writeFile(join(dir, 'praktijken/een.md'), 'een ander stuk\n');
    expect(await call('trash.restore', { key: item?.key ?? '' })).toMatchObject({ id: 'een', path: 'praktijken/een-2.md' });
    expect(await readFile(join(dir, 'praktijken/een.md'), 'utf8')).toBe('een ander stuk\n');
    expect(await readFile(join(dir, 'praktijken/een-2.md'), 'utf8')).toBe(text);
    expect(await readFile(join(dir, 'praktijken/een.bijlagen/foto.png'), 'utf8')).toBe('PNG');
  });

  test('takes a name of 255 bytes and gives it back, beside another when the place is taken (N9)', async () => {
    const name = `${'é'.repeat(126)}.md`;
    const { call, dir } = await openServices({ [`map/${name}`]: text });
    const [item] = await call('trash.put', { ids: ['een'] });
    expect(await readdir(join(dir, 'map'))).toEqual([]);
    expect(await call('trash.restore', { key: item?.key ?? '' })).toMatchObject({ path: `map/${name}` });
    const [again] = await call('trash.put', { ids: ['een'] });
    await writeFile(join(dir, 'map', name), 'een ander stuk\n');
    expect(await call('trash.restore', { key: again?.key ?? '' })).toMatchObject({ path: `map/${'é'.repeat(125)}-2.md` });
    expect(await readFile(join(dir, 'map', name), 'utf8')).toBe('een ander stuk\n');
  });

  test('throws several away as one step', async () => {
    const { call, dir } = await openServices(files);
    const before = await everything(dir);
    await call('trash.put', { ids: ['een', 'twee'] });
    await call('undo.back', {});
    expect(await everything(dir)).toEqual(before);
  });

  test('removes for good only what is asked, versions too when asked', async () => {
    const { call } = await openServices(files);
    const items = await call('trash.put', { ids: ['een', 'twee'] });
    expect(await call('trash.remove', { keys: [items[0]?.key ?? ''], versions: true })).toMatchObject([{ id: 'twee' }]);
    expect(await call('history.versions', { id: 'een' })).toEqual([]);
    expect((await call('history.versions', { id: 'twee' })).length).toBe(1);
    await expect(call('trash.restore', { key: items[0]?.key ?? '' })).rejects.toMatchObject({ code: 'trash.missing' });
  });

  test('gives a write-up its attachments back when a crash came between the two moves (C9)', async () => {
    const { call, dir, services } = await openServices(files, { watch: true });
    const before = await everything(dir);
    const bin = join(dir, '.oogst/prullenbak/20261123-120000-abcdef');
    await mkdir(bin, { recursive: true });
    const note = { id: 'een', title: 'Een', kind: 'praktijk', path: 'praktijken/een.md', at: '2026-11-23T12:00:00.000Z', attachments: true };
    await writeFile(join(bin, 'weggegooid.json'), JSON.stringify(note));
    await rename(join(dir, 'praktijken/een.bijlagen'), join(bin, 'een.bijlagen'));
    await services.session.close();
    await services.session.open(dir);
    await services.session.loaded();
    expect(await everything(dir)).toEqual(before);
    expect(await call('trash.list', {})).toEqual([]);
  });

  test('does not believe a note that leads out of the kennismap, and passes over what is not ours', async () => {
    const { call, dir } = await openServices(files);
    for (const [key, path] of [
      ['a', '../weg.md'],
      ['b', '/tmp/weg.md'],
      ['c', '.oogst/velden.md'],
      ['d', 'C:weg.md'],
    ] as const) {
      await mkdir(join(dir, '.oogst/prullenbak', key), { recursive: true });
      await writeFile(join(dir, '.oogst/prullenbak', key, 'weg.md'), 'x');
      const note = { id: 'x', title: 'x', kind: 'x', path, at: '2026', attachments: false };
      await writeFile(join(dir, '.oogst/prullenbak', key, 'weggegooid.json'), JSON.stringify(note));
    }
    await writeFile(join(dir, '.oogst/prullenbak/los.txt'), 'x');
    expect(await call('trash.list', {})).toEqual([]);
    await expect(call('trash.restore', { key: 'a' })).rejects.toMatchObject({ code: 'trash.missing' });
    await expect(call('trash.remove', { keys: ['../..'] })).rejects.toMatchObject({ code: 'trash.missing' });
  });
});

describe('what vanished outside Oogst', () => {
  test('is listed with what was kept of it and written back where it was', async () => {
    const { call, dir } = await openServices(files);
    await call('entries.setFields', { id: 'een', fields: { organisatie: 'De Linde' } });
    const kept = await readFile(join(dir, 'praktijken/een.md'), 'utf8');
    await rename(join(dir, 'praktijken/een.md'), join(dir, 'weg.txt'));
    await call('library.rescan', {});
    expect(await call('history.vanished', {})).toMatchObject([{ id: 'een', path: 'praktijken/een.md' }]);
    expect(await call('history.recover', { ids: ['een'] })).toMatchObject({ done: [{ id: 'een' }], failed: [] });
    expect(await readFile(join(dir, 'praktijken/een.md'), 'utf8')).toBe(kept);
    expect(await call('history.vanished', {})).toEqual([]);
  });

  test('does not count what was only renamed or thrown away', async () => {
    const { call, dir } = await openServices({ 'zonder-id.md': 'tekst\n', ...files });
    await call('trash.put', { ids: ['een'] });
    await rename(join(dir, 'twee.md'), join(dir, 'anders.md'));
    await call('library.rescan', {});
    expect(await call('history.vanished', {})).toEqual([]);
  });
});
