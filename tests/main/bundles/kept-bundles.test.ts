import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Input } from '../../../domain/api/contract.ts';
import { openServices } from '../../helpers/open-services.ts';

const bundle: Input<'bundles.keep'>['bundle'] = {
  title: 'Ouders als partner',
  audience: 'partners',
  chapters: [{ title: 'Ochtend', items: [{ entry: 'a' }, { query: 'ouders' }] }],
  products: ['boekje', 'werkblad'],
  worksheet: 'vier',
  accepted: {},
};
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('a kept bundle', () => {
  test('stands in the kennismap for colleagues, and is changed and taken away there', async () => {
    const { call, dir, events } = await openServices({});
    const kept = await call('bundles.keep', { bundle });
    expect(JSON.parse(await readFile(join(dir, `.oogst/bundels/${kept.id}.json`), 'utf8'))).toEqual(kept);
    const again = await call('bundles.keep', { bundle: { ...bundle, id: kept.id, title: 'Volgend jaar' }, since: kept.changed });
    expect((await call('bundles.list', {})).bundles).toEqual([again]);
    expect(await call('bundles.remove', { id: kept.id })).toEqual(again);
    expect((await call('bundles.list', {})).bundles).toEqual([]);
    await expect(call('bundles.remove', { id: kept.id })).rejects.toMatchObject({ code: 'bundle.missing' });
    expect(events.filter(({ name }) => name === 'bundles.changed')).toHaveLength(3);
  });

  test('that a colleague changed meanwhile is not written over', async () => {
    const { call, dir } = await openServices({});
    const kept = await call('bundles.keep', { bundle });
    const theirs = { ...kept, title: 'Van de collega', changed: '2026-11-24T08:00:00.000Z' };
    await writeFile(join(dir, `.oogst/bundels/${kept.id}.json`), JSON.stringify(theirs));
    await expect(call('bundles.keep', { bundle: { ...bundle, id: kept.id }, since: kept.changed })).rejects.toMatchObject({ code: 'bundle.changed' });
    expect((await call('bundles.list', {})).bundles[0]?.title).toBe('Van de collega');
  });

  test('whose file is broken is named, left alone, and keeps nobody from the others', async () => {
    const { call, dir } = await openServices({});
    const kept = await call('bundles.keep', { bundle });
    await writeFile(join(dir, '.oogst/bundels/kapot.json'), '{"title":');
    const { bundles, faults } = await call('bundles.list', {});
    expect(bundles.map(({ id }) => id)).toEqual([kept.id]);
    expect(faults).toEqual([{ path: '.oogst/bundels/kapot.json', reason: 'het is geen geldige JSON' }]);
    await expect(call('bundles.keep', { bundle: { ...bundle, id: 'kapot' } })).rejects.toMatchObject({ code: 'shared.unusable' });
    expect(await readFile(join(dir, '.oogst/bundels/kapot.json'), 'utf8')).toBe('{"title":');
  });
});

describe('a house style', () => {
  const style = { id: 'boomgaard', name: 'De Boomgaard', accent: '#7b1e3a', font: 'schreef' } as const;

  test('is kept with its logo, which stays when only the rest changes and goes when asked', async () => {
    const { call, dir } = await openServices({});
    await call('styles.save', { style, logo: pixel });
    await call('styles.save', { style: { ...style, accent: '#004400' } });
    expect((await call('styles.list', {})).styles).toEqual([
      { ...style, accent: '#004400', logo: 'boomgaard.png', picture: expect.stringMatching(/^data:image\/png;base64,/) as string },
    ]);
    await call('styles.save', { style, logo: '' });
    expect((await call('styles.list', {})).styles).toEqual([style]);
    await call('styles.remove', { id: 'boomgaard' });
    expect((await readdir(join(dir, '.oogst/huisstijl'))).filter((name) => name.endsWith('.json'))).toEqual([]);
  });

  test('takes no logo that is no picture, and is then not changed', async () => {
    const { call } = await openServices({});
    await expect(call('styles.save', { style, logo: Buffer.from('<svg/>').toString('base64') })).rejects.toMatchObject({ code: 'style.logo' });
    expect((await call('styles.list', {})).styles).toEqual([]);
  });
});
