import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Settings, SettingsChange, type EventName } from '../../../domain/api/contract.ts';
import { createSettingsService } from '../../../main/settings/settings-service.ts';
import { openSettings, type SettingsStore } from '../../../main/settings/settings.ts';
import { fixedClock } from '../../helpers/open-services.ts';
import { temporaryFolder } from '../../helpers/temporary.ts';

const name = 'instellingen.json';
const context = { signal: new AbortController().signal, report: () => undefined };

async function opened(profile: string): Promise<{ store: SettingsStore; said: [EventName, unknown][] }> {
  const said: [EventName, unknown][] = [];
  const store = await openSettings(profile, { emit: (event, payload) => void said.push([event, payload]), clock: fixedClock });
  return { store, said };
}

async function written(): Promise<Buffer> {
  const profile = await temporaryFolder();
  const { store } = await opened(profile);
  await store.remember('/kennis/één', 'één');
  await store.change((s) => ({ ...s, theme: 'donker', panes: { lijst: 300 } }));
  return readFile(join(profile, name));
}

describe('the settings', () => {
  test('come back as they were left', async () => {
    const profile = await temporaryFolder({ [name]: await written() });
    const { store } = await opened(profile);
    expect(store.current()).toMatchObject({ theme: 'donker', panes: { lijst: 300 }, recent: [{ dir: '/kennis/één', name: 'één' }] });
  });

  test('S2: begin with the defaults, and write nothing until something changes', async () => {
    const profile = join(await temporaryFolder(), 'nog', 'niet');
    const { store, said } = await opened(profile);
    expect(store.current()).toEqual(Settings.parse({}));
    expect(await readdir(profile)).toEqual([]);
    expect(said).toEqual([]);
  });

  test('S1: survive a cut at every length: whole, or the defaults with the old file kept aside', async () => {
    const whole = await written();
    for (let length = 0; length < whole.length - 1; length++) {
      const cut = whole.subarray(0, length);
      const profile = await temporaryFolder({ [name]: cut });
      const { store } = await opened(profile);
      expect(store.current()).toEqual(Settings.parse({}));
      const [aside = ''] = await readdir(profile);
      expect(aside).toMatch(/^instellingen\.json\.kapot-2026-11-2\d/);
      expect((await readFile(join(profile, aside))).equals(cut)).toBe(true);
    }
  }, 60_000);

  test('S1: that cannot be read nor set aside are never written over, and that is said', async () => {
    const aside = `${name}.kapot-${fixedClock().toISOString().replace(/[:.]/g, '-')}`;
    const profile = await temporaryFolder({ [name]: '{"theme":', [`${aside}/bezet`]: 'x' });
    const { store, said } = await opened(profile);
    expect(said.map(([, payload]) => payload)).toEqual([{ text: expect.stringContaining('blijft daarom staan') as string }]);
    await store.change((s) => ({ ...s, theme: 'donker' }));
    expect(store.current().theme).toBe('donker');
    expect(await readFile(join(profile, name), 'utf8')).toBe('{"theme":');
  });

  test.each([
    ['S1: zero bytes', Buffer.alloc(200)],
    ['S1: a list', '[]'],
    ['S1: null', 'null'],
    ['S1: a byte order mark alone', '\ufeff'],
    ['S1: a value that does not exist', '{"theme":"paars"}'],
    ['S1: 50 MB', Buffer.alloc(50 * 1024 * 1024, 0x20)],
  ])('%s in their place is set aside, said once, and work goes on', async (_what, bytes) => {
    const profile = await temporaryFolder({ [name]: bytes });
    const { store, said } = await opened(profile);
    expect(said).toEqual([['notice', { text: expect.stringContaining('apart bewaard') as string }]]);
    await store.change((s) => ({ ...s, theme: 'licht' }));
    expect((await opened(profile)).store.current().theme).toBe('licht');
    expect(await readdir(profile)).toHaveLength(2);
  });

  test('S1: are read with a byte order mark before them', async () => {
    const profile = await temporaryFolder({ [name]: '\ufeff{"theme":"donker"}' });
    expect((await opened(profile)).store.current().theme).toBe('donker');
  });

  test('S1: of a newer version are read as far as they are known', async () => {
    const profile = await temporaryFolder({ [name]: '{"version":9,"theme":"donker","venster":{"nieuw":1}}' });
    const { store, said } = await opened(profile);
    expect([store.current().theme, said]).toEqual(['donker', []]);
  });

  test('of before there were remembered searches are read', async () => {
    const profile = await temporaryFolder({ [name]: '{"theme":"donker","panes":{"lijst":300}}' });
    const { store, said } = await opened(profile);
    expect([store.current().recentSearches, store.current().panes, said]).toEqual([{}, { lijst: 300 }, []]);
  });

  test('keep every one of many changes at once', async () => {
    const profile = await temporaryFolder();
    const { store } = await opened(profile);
    await Promise.all(Array.from({ length: 50 }, (_, n) => store.change((s) => ({ ...s, panes: { ...s.panes, [`p${n}`]: n } }))));
    expect(Object.keys((await opened(profile)).store.current().panes)).toHaveLength(50);
    expect(await readdir(profile)).toEqual([name]);
  });

  test('that cannot be saved hold for now, and that is said once', async () => {
    const profile = await temporaryFolder();
    await mkdir(join(profile, name));
    const { store, said } = await opened(profile);
    await store.change((s) => ({ ...s, theme: 'licht' }));
    await store.change((s) => ({ ...s, theme: 'donker' }));
    expect(store.current().theme).toBe('donker');
    expect(said.filter(([event]) => event === 'notice')).toHaveLength(1);
    expect((await stat(join(profile, name))).isDirectory()).toBe(true);
  });

  test('remember the last twenty kennismappen, newest first and each once', async () => {
    const { store } = await opened(await temporaryFolder());
    for (let n = 0; n < 25; n++) await store.remember(`/map${n}`, `${n}`);
    await store.remember('/map10', '10');
    const dirs = store.current().recent.map(({ dir }) => dir);
    expect(dirs).toHaveLength(20);
    expect(dirs.slice(0, 2)).toEqual(['/map10', '/map24']);
    expect(new Set(dirs).size).toBe(20);
  });
});

describe('the settings service', () => {
  test('changes only what is given, keeps other panes, tells everyone, and forgets a kennismap', async () => {
    const profile = await temporaryFolder();
    const { store, said } = await opened(profile);
    await store.remember('/a', 'a');
    const service = createSettingsService(store);
    await service['settings.change']({ panes: { a: 1 }, judge: 'coach' }, context);
    const now = await service['settings.change']({ panes: { b: 2 } }, context);
    expect(now).toMatchObject({ panes: { a: 1, b: 2 }, judge: 'coach', theme: 'systeem' });
    expect(said.at(-1)).toEqual(['settings.changed', now]);
    expect((await service['settings.forget']({ dir: '/a' }, context)).recent).toEqual([]);
    expect(await service['settings.read']({}, context)).toEqual(store.current());
    expect((await stat(join(profile, name))).size).toBeGreaterThan(0);
  });

  test('changes the searches of the named folders only, keeps the last twenty folders, and drops an emptied one', async () => {
    const { store } = await opened(await temporaryFolder());
    const service = createSettingsService(store);
    for (let n = 0; n < 22; n++) await service['settings.change']({ recentSearches: { [`/map${n}`]: ['taal'] } }, context);
    await service['settings.change']({ recentSearches: { '/map2': ['rekenen', 'taal'] } }, context);
    await service['settings.change']({ recentSearches: { '/map5': [] } }, context);
    const { recentSearches } = store.current();
    const dirs = Object.keys(recentSearches);
    expect([dirs.length, dirs[0], dirs.at(-1), recentSearches['/map2']]).toEqual([19, '/map3', '/map2', ['rekenen', 'taal']]);
    expect(dirs).not.toContain('/map5');
  });

  test('refuses more than twenty searches of one folder', () => {
    const list = Array.from({ length: 21 }, (_, n) => `vraag ${n}`);
    expect(SettingsChange.safeParse({ recentSearches: { '/map': list } }).success).toBe(false);
    expect(SettingsChange.safeParse({ recentSearches: { '/map': list.slice(1) } }).success).toBe(true);
  });
});
