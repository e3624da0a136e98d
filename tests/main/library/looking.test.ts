import { mkdir, readdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { openServices } from '../../helpers/open-services.ts';

const many = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`map/stuk-${n}.md`, `---\nid: s${n}\n---\ntekst ${n}\n`]));
const total = async (call: Awaited<ReturnType<typeof openServices>>['call']): Promise<number> => (await call('search.query', { query: '' })).total;

describe('many files that go at once (D10, E19)', () => {
  test('stay on the list, said so, until the user confirms it', async () => {
    const { call, dir } = await openServices(many(20));
    for (let n = 0; n < 12; n++) await rm(join(dir, `map/stuk-${n}.md`));
    for (let looks = 0; looks < 3; looks++) await call('library.rescan', {});
    expect(await call('library.state', {})).toMatchObject({ state: 'ready', entries: 20, missing: 12 });
    expect(await total(call)).toBe(20);
    await expect(call('entries.read', { id: 's1' })).rejects.toMatchObject({ code: 'entry.missing' });
    expect(await call('library.confirmMissing', {})).toMatchObject({ entries: 8, missing: 0 });
  });

  test('are simply there again when the folder comes back', async () => {
    const { call, dir } = await openServices(many(20));
    await rename(join(dir, 'map'), `${dir}-weg`);
    await call('library.rescan', {});
    expect(await call('library.state', {})).toMatchObject({ missing: 20 });
    await rename(`${dir}-weg`, join(dir, 'map'));
    expect(await call('library.rescan', {})).toMatchObject({ entries: 20, missing: 0 });
  });

  test('come back from what was kept of them', async () => {
    const { call, dir } = await openServices(many(20));
    for (let n = 0; n < 20; n++) await call('entries.setFields', { id: `s${n}`, fields: { organisatie: 'De Linde' } });
    await rm(join(dir, 'map'), { recursive: true });
    await call('library.rescan', {});
    const gone = await call('history.vanished', {});
    expect(gone.length).toBe(20);
    expect((await call('history.recover', { ids: gone.map(({ id }) => id) })).failed).toEqual([]);
    expect(await call('library.rescan', {})).toMatchObject({ entries: 20, missing: 0 });
    expect((await readdir(join(dir, 'map'))).length).toBe(20);
  });

  test('do not hold up a few that are really gone', async () => {
    const { call, dir } = await openServices(many(20));
    await rm(join(dir, 'map/stuk-1.md'));
    await rm(join(dir, 'map/stuk-2.md'));
    expect(await call('library.rescan', {})).toMatchObject({ entries: 18, missing: 0 });
  });
});

describe('files that go a few at a time', () => {
  test('count together, since the opening or the last time the user confirmed it', async () => {
    const { call, dir } = await openServices(many(20));
    const states = [];
    for (let n = 0; n < 6; n++) {
      await rm(join(dir, `map/stuk-${n}.md`));
      states.push(await call('library.rescan', {}));
    }
    expect(states.map((state) => 'missing' in state && state.missing)).toEqual([0, 0, 0, 0, 1, 2]);
    expect(await call('library.confirmMissing', {})).toMatchObject({ entries: 14, missing: 0 });
    await rm(join(dir, 'map/stuk-10.md'));
    expect(await call('library.rescan', {})).toMatchObject({ entries: 13, missing: 0 });
  });

  test('do not count when they came back, or stand elsewhere now', async () => {
    const { call, dir } = await openServices(many(20));
    for (let n = 0; n < 8; n++) {
      await rename(join(dir, `map/stuk-${n}.md`), join(dir, 'even-weg'));
      await call('library.rescan', {});
      await rename(join(dir, 'even-weg'), join(dir, `map/stuk-${n}.md`));
      expect(await call('library.rescan', {})).toMatchObject({ entries: 20, missing: 0 });
    }
    await rename(join(dir, 'map'), join(dir, 'elders'));
    expect(await call('library.rescan', {})).toMatchObject({ entries: 20, missing: 0 });
    expect((await call('entries.read', { id: 's1' })).path).toBe('elders/stuk-1.md');
  });
});

describe('a folder that cannot be reached (D9)', () => {
  test('keeps its list, and is there again by itself', async () => {
    const { call, dir } = await openServices(many(8));
    await rename(dir, `${dir}-weg`);
    expect(await call('library.rescan', {})).toMatchObject({ state: 'unavailable' });
    expect(await total(call)).toBe(8);
    await expect(call('entries.setFields', { id: 's1', fields: { organisatie: 'x' } })).rejects.toMatchObject({ code: 'entry.missing' });
    await rename(`${dir}-weg`, dir);
    expect(await call('library.rescan', {})).toMatchObject({ state: 'ready', entries: 8 });
  });
});

describe('a file another program is writing (E17)', () => {
  test('keeps what is known of it until it has been quiet', async () => {
    const { call, dir } = await openServices(many(3));
    const path = join(dir, 'map/stuk-1.md');
    for (const half of ['', '---\nid: s1\ntite']) {
      await writeFile(path, half);
      await call('library.rescan', {});
      expect(await call('search.query', { query: 'tekst' })).toMatchObject({ total: 3 });
    }
    await writeFile(path, '---\nid: s1\ntitel: Nieuw\n---\ngeheel anders\n');
    await call('library.rescan', {});
    expect((await call('search.query', { query: 'anders' })).hits.map(({ entry }) => entry.title)).toEqual(['Nieuw']);
  });

  test('is believed when it stays empty', async () => {
    const { call, dir } = await openServices(many(3));
    await writeFile(join(dir, 'map/stuk-1.md'), '');
    const earlier = new Date(Date.now() - 10_000);
    await utimes(join(dir, 'map/stuk-1.md'), earlier, earlier);
    await call('library.rescan', {});
    expect(await call('search.query', { query: 'tekst' })).toMatchObject({ total: 2 });
  });
});

describe('changes from outside', () => {
  test('are seen at a save by content, also with the same size and time (E3)', async () => {
    const { call, dir } = await openServices({ 'a.md': '---\nid: a\n---\neen\n' });
    const { revision } = await call('entries.read', { id: 'a' });
    const path = join(dir, 'a.md');
    const then = new Date('2026-01-01');
    await utimes(path, then, then);
    await call('library.rescan', {});
    await writeFile(path, '---\nid: a\n---\ntwe\n');
    await utimes(path, then, then);
    await expect(call('entries.saveBody', { id: 'a', basedOn: revision, body: 'mijn\n' })).rejects.toMatchObject({ code: 'entry.conflict' });
    expect((await call('entries.read', { id: 'a' })).body).toBe('twe\n');
  });

  test('leave a version of what was there before, once it was seen', async () => {
    const { call, dir, services } = await openServices({ 'a.md': '---\nid: a\n---\neen\n' }, { watch: true });
    await expect.poll(async () => (await call('history.versions', { id: 'a' })).length, { timeout: 15_000 }).toBe(1);
    await writeFile(join(dir, 'a.md'), '---\nid: a\n---\nvernield maar met genoeg tekst\n');
    await expect.poll(async () => (await call('history.versions', { id: 'a' })).length, { timeout: 15_000 }).toBe(2);
    const [, first] = await call('history.versions', { id: 'a' });
    expect((await call('history.version', { id: 'a', revision: first?.revision ?? '' })).body).toBe('een\n');
    await services.session.close();
  });

  test('of a replaced file show as one change, never as gone (E5)', async () => {
    const { call, dir, events } = await openServices(many(6), { watch: true });
    for (let n = 0; n < 20; n++) {
      await rm(join(dir, 'map/stuk-1.md'));
      await writeFile(join(dir, 'map/stuk-1.md'), `---\nid: s1\n---\nronde ${n}\n`);
      await pause(15);
    }
    await expect.poll(async () => (await call('search.query', { query: 'ronde 19' })).total, { timeout: 10_000 }).toBe(1);
    expect(events.filter(({ name, payload }) => name === 'library.state' && (payload as { entries?: number }).entries === 5).length).toBe(0);
  });

  test('of a file that got another name are followed by its id (E6)', async () => {
    const { call, dir } = await openServices(many(6));
    await mkdir(join(dir, 'elders'));
    await rename(join(dir, 'map/stuk-1.md'), join(dir, 'elders/anders.md'));
    await call('library.rescan', {});
    expect((await call('entries.read', { id: 's1' })).path).toBe('elders/anders.md');
  });
});
