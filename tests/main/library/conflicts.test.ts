import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openServices } from '../../helpers/open-services.ts';

const text = (body: string, id = 'plan'): string => `---\nid: ${id}\ntitel: Plan\nsoort: praktijk\n---\n${body}\n`;

describe('a conflict copy', () => {
  const names = [
    'plan-PC123.md',
    'plan-PC-Jan (2).md',
    'plan (Conflicted copy PC 202611221015).md',
    'plan.sync-conflict-20261122-101500-ABCDEFG.md',
    "plan (John's conflicted copy 2026-11-22).md",
    'plan-host-safeBackup-0001.md',
    'plan (1).md',
  ];
  test.each(names)('E8: %s is shown as a copy of its original, which keeps its id', async (name) => {
    const { call } = await openServices({ [`map/${name}`]: text('anders'), 'map/plan.md': text('zelf') });
    const original = await call('entries.read', { id: 'plan' });
    expect(original.path).toBe('map/plan.md');
    expect(original.copies.map(({ title }) => title)).toEqual(['Plan']);
    expect(original.problemList.map(({ rule }) => rule)).not.toContain('dubbele-id');
    const copy = await call('entries.read', { id: original.copies[0]?.id ?? '' });
    expect(copy).toMatchObject({ path: `map/${name}`, copyOf: 'plan' });
    expect(copy.problemList.map(({ rule }) => rule)).toContain('conflictkopie');
    expect((await call('overview.read', {})).practices).toBe(1);
  });

  test('E8: of a write-up without an id is known by a name that can mean nothing else', async () => {
    const { call } = await openServices({ 'les.md': 'a\n', 'les (conflicted copy 2026-11-22 101500).md': 'b\n', 'les (1).md': 'c\n' });
    const { hits } = await call('search.query', { query: '' });
    const copies = hits.filter(({ entry }) => entry.copyOf !== undefined);
    expect(copies.map(({ entry }) => entry.path)).toEqual(['les (conflicted copy 2026-11-22 101500).md']);
  });

  test('E9: a name like a copy with an id of its own is a write-up like any other', async () => {
    const { call } = await openServices({
      'Plan (1).md': text('een', 'p1'),
      'Plan.md': text('twee', 'p2'),
      'Les-PC2.md': text('drie', 'p3'),
      'Les.md': text('vier', 'p4'),
    });
    const { hits } = await call('search.query', { query: '' });
    expect(hits.filter(({ entry }) => entry.copyOf !== undefined)).toEqual([]);
    expect((await call('overview.read', {})).practices).toBe(4);
  });

  test('never goes along in a bundle', async () => {
    const { call } = await openServices({ 'plan.md': text('zelf'), 'plan (1).md': text('anders') });
    const [copy] = (await call('entries.read', { id: 'plan' })).copies;
    expect(await call('bundles.check', { ids: [copy?.id ?? ''], audience: 'intern' })).toMatchObject({
      ready: [],
      leftOut: [{ reason: 'conflictkopie' }],
    });
  });
});

describe('merging a conflict copy', () => {
  const files = { 'plan.md': text('zelf'), 'plan (1).md': text('anders') };
  const open = async () => {
    const made = await openServices(files);
    const [link] = (await made.call('entries.read', { id: 'plan' })).copies;
    const { copy, original } = await made.call('conflicts.compare', { id: link?.id ?? '' });
    return { ...made, copy, original };
  };

  test('writes the outcome in the original and the copy goes to the prullenbak, as one step', async () => {
    const { call, dir, copy, original } = await open();
    const merge = {
      copy: copy.id,
      copyRevision: copy.revision,
      basedOn: original.revision,
      body: 'zelf\n\nanders\n',
      fields: { organisatie: 'De Linde' },
    };
    await call('conflicts.merge', merge);
    expect(await readFile(join(dir, 'plan.md'), 'utf8')).toBe(text('zelf\n\nanders').replace('praktijk\n', 'praktijk\norganisatie: De Linde\n'));
    expect((await readdir(dir)).sort()).toEqual(['.oogst', 'plan.md']);
    expect((await call('trash.list', {})).map(({ path }) => path)).toEqual(['plan (1).md']);
    await call('undo.back', {});
    for (const [path, content] of Object.entries(files)) expect(await readFile(join(dir, path), 'utf8')).toBe(content);
  });

  test('writes nothing when one of the two changed since they were compared', async () => {
    const { call, dir, copy, original } = await open();
    await call('entries.setFields', { id: copy.id, fields: { organisatie: 'x' } });
    const before = await readFile(join(dir, 'plan.md'), 'utf8');
    const merge = { copy: copy.id, copyRevision: copy.revision, basedOn: original.revision, body: 'x', fields: {} };
    await expect(call('conflicts.merge', merge)).rejects.toMatchObject({ code: 'entry.conflict' });
    expect(await readFile(join(dir, 'plan.md'), 'utf8')).toBe(before);
  });
});
