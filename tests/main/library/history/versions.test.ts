import { readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keptVersions } from '../../../../main/library/history/version-pruning.ts';
import { VersionStore } from '../../../../main/library/history/version-store.ts';
import { temporaryFolder } from '../../../helpers/temporary.ts';

const owner = { id: 'stuk 1', path: 'praktijken/stuk.md', title: 'Stuk' };
const day = 24 * 3600_000;

async function store(now = new Date('2026-11-23T12:00:00Z')) {
  const dir = await temporaryFolder();
  const clock = { now };
  return { dir, clock, versions: new VersionStore(dir, () => clock.now) };
}

const filesUnder = async (dir: string): Promise<string[]> =>
  (await readdir(dir, { recursive: true, withFileTypes: true })).filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name));

describe('earlier versions', () => {
  test('come back byte for byte, newest first', async () => {
    const { versions } = await store();
    const texts = ['\ufeffeen\r\ntwee\r\n', 'drie', '', 'é 😀\n'];
    for (const text of texts) expect(await versions.keep(owner, text, 'opgeslagen')).toBe(true);
    const listed = await versions.list(owner.id);
    expect(await Promise.all(listed.map(({ revision }) => versions.read(revision)))).toEqual([...texts].reverse());
  });

  test('are not kept twice in a row, and a text that returns lies on disk once', async () => {
    const { versions, dir } = await store();
    for (const text of ['a', 'a', 'b', 'a']) await versions.keep(owner, text, 'opgeslagen');
    expect((await versions.list(owner.id)).length).toBe(3);
    expect((await filesUnder(join(dir, 'teksten'))).length).toBe(2);
  });

  test('of one write-up are not those of another', async () => {
    const { versions } = await store();
    await versions.keep(owner, 'a', 'gezien');
    await versions.keep({ ...owner, id: '../stuk 2' }, 'b', 'gezien');
    expect((await versions.list('../stuk 2')).map(({ id }) => id)).toEqual(['../stuk 2']);
    expect((await versions.all()).map(({ id }) => id).sort()).toEqual(['../stuk 2', 'stuk 1']);
  });

  test('keep their name, and lose it again', async () => {
    const { versions } = await store();
    await versions.keep(owner, 'a', 'opgeslagen');
    await versions.keep(owner, 'b', 'opgeslagen');
    const [, first] = await versions.list(owner.id);
    await versions.name(owner.id, first?.revision ?? '', 'Voor de studiedag');
    expect((await versions.list(owner.id)).map(({ name }) => name)).toEqual([undefined, 'Voor de studiedag']);
    await versions.name(owner.id, first?.revision ?? '', '');
    expect((await versions.list(owner.id)).map(({ name }) => name)).toEqual([undefined, undefined]);
  });

  test('survive a log that is cut at any byte: what stands before the cut is there and new ones can be added (C8)', async () => {
    const { versions, dir } = await store();
    for (const text of ['a', 'b', 'c']) await versions.keep(owner, text, 'opgeslagen');
    const [log = ''] = await filesUnder(join(dir, 'stukken'));
    const whole = await readFile(log);
    for (let size = 0; size <= whole.length; size += 7) {
      await writeFile(log, whole.subarray(0, size));
      const before = await versions.list(owner.id);
      expect(before.length).toBeLessThanOrEqual(3);
      await versions.keep(owner, `nieuw ${size}`, 'opgeslagen');
      expect((await versions.list(owner.id)).length).toBe(before.length + 1);
    }
  });

  test('say so when a text was damaged, and are mended by the next save of it', async () => {
    const { versions, dir } = await store();
    await versions.keep(owner, 'a', 'opgeslagen');
    const [piece = ''] = await filesUnder(join(dir, 'teksten'));
    await truncate(piece, 5);
    const [version] = await versions.list(owner.id);
    expect(await versions.read(version?.revision ?? '')).toBeUndefined();
    await versions.keep({ ...owner, id: 'ander' }, 'a', 'opgeslagen');
    expect(await versions.read(version?.revision ?? '')).toBe('a');
  });

  test('are forgotten when asked, except a text another write-up has too', async () => {
    const { versions } = await store();
    await versions.keep(owner, 'samen', 'opgeslagen');
    await versions.keep(owner, 'alleen', 'opgeslagen');
    await versions.keep({ ...owner, id: 'ander' }, 'samen', 'opgeslagen');
    const [alone, together] = await versions.list(owner.id);
    await versions.forget(owner.id);
    expect(await versions.list(owner.id)).toEqual([]);
    expect(await versions.read(alone?.revision ?? '')).toBeUndefined();
    expect(await versions.read(together?.revision ?? '')).toBe('samen');
  });

  test('are thinned out by age; the newest and the named stay readable', async () => {
    const { versions, clock, dir } = await store(new Date('2026-01-01T09:00:00Z'));
    for (let n = 0; n < 20; n++) {
      clock.now = new Date(clock.now.getTime() + 60_000);
      await versions.keep(owner, `tekst ${n}`, 'opgeslagen');
    }
    const named = (await versions.list(owner.id))[12];
    await versions.name(owner.id, named?.revision ?? '', 'Bewaard');
    clock.now = new Date(clock.now.getTime() + 400 * day);
    expect(await versions.prune()).toBe(18);
    expect((await versions.list(owner.id)).map(({ name }) => name)).toEqual([undefined, 'Bewaard']);
    for (const { revision } of await versions.list(owner.id)) expect(await versions.read(revision)).toMatch(/^tekst/);
    expect((await filesUnder(join(dir, 'teksten'))).length).toBe(2);
  });

  test('stay with the moment they were named at, also when the same text was there before and after thinning out', async () => {
    const { versions, clock } = await store(new Date('2026-01-01T09:00:00Z'));
    for (const text of ['a', 'b', 'a', 'c']) {
      clock.now = new Date(clock.now.getTime() + 40 * day);
      await versions.keep(owner, text, 'opgeslagen');
    }
    const [, again] = await versions.list(owner.id);
    await versions.name(owner.id, again?.revision ?? '', 'Tweede keer');
    const names = async (): Promise<(string | undefined)[]> => (await versions.list(owner.id)).map(({ name }) => name);
    expect(await names()).toEqual([undefined, 'Tweede keer', undefined, undefined]);
    // Something to thin out: two of one day, long ago.
    for (const text of ['d', 'e']) await versions.keep(owner, text, 'opgeslagen');
    clock.now = new Date(clock.now.getTime() + 4000 * day);
    await versions.keep(owner, 'f', 'opgeslagen');
    expect(await versions.prune()).toBeGreaterThan(0);
    const listed = await versions.list(owner.id);
    expect(listed.filter(({ name }) => name !== undefined)).toMatchObject([{ name: 'Tweede keer', at: again?.at }]);
    expect(listed.filter(({ revision }) => revision === again?.revision)).toHaveLength(2);
    await versions.keep(owner, 'a', 'opgeslagen');
    await versions.name(owner.id, again?.revision ?? '', '');
    expect((await names()).filter((name) => name !== undefined)).toEqual([]);
  });

  test('that are kept while another program thins out and forgets are there afterwards, text and all', async () => {
    const { versions, clock, dir } = await store(new Date('2026-01-01T09:00:00Z'));
    const other = new VersionStore(dir, () => clock.now);
    for (let round = 0; round < 15; round++) {
      for (let n = 0; n < 8; n++) await versions.keep(owner, `oud ${round} ${n}`, 'opgeslagen');
      await versions.keep({ ...owner, id: `weg ${round}` }, 'samen', 'opgeslagen');
      clock.now = new Date(clock.now.getTime() + 400 * day);
      const kept = [`nieuw ${round}`, 'samen', `oud ${round} 0`];
      const keeping = async (): Promise<void> => {
        for (const text of kept) await other.keep(owner, text, 'opgeslagen');
      };
      await Promise.all([versions.prune(), keeping(), versions.forget(`weg ${round}`)]);
      const newest = (await versions.list(owner.id)).slice(0, 3).reverse();
      expect(await Promise.all(newest.map(({ revision }) => versions.read(revision)))).toEqual(kept);
    }
  }, 60_000);
});

describe('thinning out', () => {
  const now = new Date('2026-11-23T12:00:00Z');
  const version = fc.record({ at: fc.integer({ min: 0, max: 2000 }).map((hours) => new Date(now.getTime() - hours * 3600_000 * 9).toISOString()) });

  test('keeps the newest and everything named, keeps the order, and does nothing the second time', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(version, fc.boolean()), { maxLength: 60 }), (pairs) => {
        const all = pairs.map(([{ at }, named], n) => ({ at, n, ...(named ? { name: 'x' } : {}) })).sort((a, b) => (a.at < b.at ? -1 : 1));
        const kept = keptVersions(all, now);
        expect(kept).toEqual(all.filter((one) => kept.includes(one)));
        for (const one of all) if ('name' in one || one === all.at(-1)) expect(kept).toContain(one);
        expect(keptVersions(kept, now)).toEqual(kept);
      }),
    );
  });

  test('keeps everything of the last two days and ever less of what is older', () => {
    const every10Minutes = Array.from({ length: 6 * 24 * 30 }, (_, n) => ({
      at: new Date(now.getTime() - (6 * 24 * 30 - n) * 600_000).toISOString(),
    }));
    const kept = keptVersions(every10Minutes, now);
    const between = (from: number, to: number): number =>
      kept.filter(({ at }) => now.getTime() - Date.parse(at) >= from * day && now.getTime() - Date.parse(at) < to * day).length;
    expect(between(0, 2)).toBe(2 * 24 * 6 - 1);
    expect(between(3, 4)).toBe(24);
    expect(between(20, 25)).toBe(5);
  });
});
