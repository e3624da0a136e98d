import { mkdir, readdir, readFile, rename, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expectPlain, failureOf } from '../../helpers/failure-of.ts';
import { openServices } from '../../helpers/open-services.ts';
import { temporaryFolder } from '../../helpers/temporary.ts';

const text = '---\nid: een\ntitel: Een\nsoort: praktijk\n---\noud\n';
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

const everything = async (dir: string): Promise<Record<string, string>> => {
  const out: Record<string, string> = {};
  for (const item of await readdir(dir, { recursive: true, withFileTypes: true }))
    if (item.isFile()) out[join(item.parentPath, item.name)] = await readFile(join(item.parentPath, item.name), 'latin1');
  return out;
};

/** An open kennismap of which one folder is then swapped for a link to a folder outside it, in which the same files stand. */
async function swapped(folder: string, before?: (opened: Awaited<ReturnType<typeof openServices>>) => Promise<void>) {
  const opened = await openServices({ 'praktijken/een.md': text, 'praktijken/een.bijlagen/foto.png': picture, 'twee.md': '---\nid: twee\n---\nx\n' });
  await before?.(opened);
  const outside = join(await temporaryFolder(), 'van-een-ander');
  await rename(join(opened.dir, folder), outside);
  await symlink(outside, join(opened.dir, folder));
  const stood = await everything(outside);
  const revision = (await opened.call('entries.read', { id: 'een' }).catch(() => undefined))?.revision ?? '';
  return { ...opened, revision, unchanged: async () => expect(await everything(outside)).toEqual(stood) };
}

describe('a folder that was swapped for a link after the look (N5)', () => {
  test('is not written through by a save, a field or a picture', async () => {
    const { call, revision, unchanged } = await swapped('praktijken');
    for (const asked of [
      () => call('entries.saveBody', { id: 'een', basedOn: revision, body: 'nieuw\n' }),
      () => call('entries.setFields', { id: 'een', fields: { organisatie: 'De Linde' } }),
      () => call('entries.create', { kind: 'praktijk', title: 'Nieuw' }),
      () => call('pictures.add', { id: 'een', name: 'foto.png', data: picture.toString('base64'), about: { rights: 'eigen' } }),
    ])
      expectPlain(await failureOf(asked()), 'de map praktijken is een koppeling naar een andere plek');
    await unchanged();
  });

  test('is not emptied by a renaming or the prullenbak', async () => {
    const { call, unchanged } = await swapped('praktijken');
    expectPlain(await failureOf(call('entries.rename', { id: 'een', title: 'Anders', file: 'anders' })), 'is een koppeling');
    expectPlain(await failureOf(call('trash.put', { ids: ['een'] })), 'is een koppeling');
    await unchanged();
  });

  test('is not the place that the prullenbak gives something back to, nor the prullenbak itself', async () => {
    let key = '';
    const toBin = async ({ call, dir }: Awaited<ReturnType<typeof openServices>>): Promise<void> => {
      key = (await call('trash.put', { ids: ['een'] }))[0]?.key ?? '';
      await mkdir(join(dir, 'praktijken'), { recursive: true });
    };
    const place = await swapped('praktijken', toBin);
    expectPlain(await failureOf(place.call('trash.restore', { key })), 'is een koppeling');
    await place.unchanged();
    expect(await place.call('trash.list', {})).toMatchObject([{ id: 'een' }]);
    const bin = await swapped('.oogst', toBin);
    expectPlain(await failureOf(bin.call('trash.restore', { key })), 'is een koppeling');
    expectPlain(await failureOf(bin.call('trash.remove', { keys: [key], versions: false })), 'is een koppeling');
    await bin.unchanged();
  });

  test('is not written through by taking a step back', async () => {
    const { call, unchanged } = await swapped('praktijken', async ({ call: ask }) => {
      await ask('entries.setFields', { id: 'een', fields: { organisatie: 'De Linde' } });
    });
    expectPlain(await failureOf(call('undo.back', {})), 'is een koppeling');
    await unchanged();
  });
});
