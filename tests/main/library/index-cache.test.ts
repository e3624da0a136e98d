import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { openServices, type Opened } from '../../helpers/open-services.ts';
import { temporaryFolder } from '../../helpers/temporary.ts';

const note = (n: number, extra = ''): string =>
  `---\nid: stuk-${n}\nsoort: praktijk\ntitel: Stuk ${n}\ntrefwoorden: [proef]\n---\n\n## Wat\n\nOver ouders en leergemeenschap nummer ${n}. ${extra}\n`;

const files = (): Record<string, string> => ({
  ...Object.fromEntries(Array.from({ length: 120 }, (_, n) => [`praktijken/stuk-${n}.md`, note(n)])),
  'apart.md': '---\nid: apart\nbron: &a iets\n---\n\nOok over een leergemeenschap.\n',
});

/** A kennismap as most are. */
const few = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`stuk-${900 + n}.md`, note(900 + n)]));

const tried: string[] = [];
const trial = {
  passes: async (yaml: string): Promise<boolean> => {
    tried.push(yaml);
    return Promise.resolve(true);
  },
  close: () => Promise.resolve(),
};
beforeEach(() => void (tried.length = 0));

/** Opens, asks, closes; what was asked comes back. */
async function once<T>(dir: string, profile: string, ask: (opened: Opened) => Promise<T>): Promise<T> {
  const opened = await openServices({}, { dir, profile, trial });
  const answer = await ask(opened);
  await opened.services.close();
  return answer;
}

const found =
  (query: string) =>
  async ({ call }: Opened) =>
    (await call('search.query', { query, limit: 500 })).hits.map((hit) => hit.id).sort();

async function keptFile(profile: string): Promise<string> {
  const folder = join(profile, 'zoekindex');
  const [name = ''] = await readdir(folder);
  return join(folder, name);
}

async function kept(): Promise<{ dir: string; profile: string; all: string[] }> {
  const dir = await temporaryFolder(files());
  const profile = await temporaryFolder();
  const all = await once(dir, profile, found('leergemeenschap'));
  return { dir, profile, all };
}

describe('the kept index of a kennismap', () => {
  test('answers the next time without reading the files again', async () => {
    const { dir, profile, all } = await kept();
    expect(all).toHaveLength(121);
    // Its header is tried out whenever the file is read.
    expect(tried).toHaveLength(1);
    await once(dir, profile, async (opened) => {
      expect(await found('leergemeenschap')(opened)).toEqual(all);
      expect(tried).toHaveLength(1);
      const { entry } = (await opened.call('search.query', { query: 'titel:"stuk 7"', limit: 1 })).hits[0] ?? {};
      expect(entry?.title).toBe('Stuk 7');
      const facets = (await opened.call('search.query', { query: '', limit: 1, facets: true })).facets;
      expect(facets['trefwoord']?.[0]).toMatchObject({ value: 'proef', count: 120 });
    });
  });

  test('lies outside the kennismap', async () => {
    const { dir } = await kept();
    expect((await readdir(dir)).sort()).toEqual(['apart.md', 'praktijken']);
  });

  test('follows what was changed, added, renamed and removed meanwhile', async () => {
    const { dir, profile } = await kept();
    await writeFile(join(dir, 'praktijken/stuk-1.md'), note(1, 'Nu ook over zwemles.'));
    await writeFile(join(dir, 'praktijken/nieuw.md'), note(500, 'Zwemles is nieuw.'));
    await rename(join(dir, 'praktijken/stuk-2.md'), join(dir, 'praktijken/anders.md'));
    await rm(join(dir, 'praktijken/stuk-3.md'));
    await once(dir, profile, async (opened) => {
      expect(await found('zwemles')(opened)).toEqual(['stuk-1', 'stuk-500']);
      expect(await found('leergemeenschap')(opened)).toHaveLength(121);
      expect(await found('id:stuk-3')(opened)).toEqual([]);
      expect((await opened.call('entries.read', { id: 'stuk-2' })).path).toBe('praktijken/anders.md');
    });
    expect(await once(dir, profile, found('zwemles'))).toEqual(['stuk-1', 'stuk-500']);
  });

  test('is what a first look is held against: many that are gone stay listed until the user confirms it, however often it is opened', async () => {
    const { dir, profile } = await kept();
    await mkdir(join(dir, 'verplaatst'));
    for (let n = 0; n < 30; n++) await rename(join(dir, `praktijken/stuk-${n}.md`), join(dir, `verplaatst/stuk-${n}.md`));
    expect(await once(dir, profile, async ({ call }) => call('library.state', {}))).toMatchObject({ entries: 121, missing: 0 });
    await rm(join(dir, 'verplaatst'), { recursive: true });
    for (let opening = 0; opening < 2; opening++)
      expect(await once(dir, profile, async ({ call }) => call('library.state', {}))).toMatchObject({ entries: 121, missing: 30 });
    const confirmed = await once(dir, profile, async ({ call }) => call('library.confirmMissing', {}));
    expect(confirmed).toMatchObject({ entries: 91, missing: 0 });
  });

  test('holds a small kennismap against its last time too: eight of twelve write-ups gone before it is opened stay listed', async () => {
    const dir = await temporaryFolder(few(12));
    const profile = await temporaryFolder();
    await once(dir, profile, found('ouders'));
    for (let n = 0; n < 8; n++) await rm(join(dir, `stuk-${900 + n}.md`));
    expect(await once(dir, profile, async ({ call }) => call('library.state', {}))).toMatchObject({ entries: 12, missing: 8 });
  });

  test('misses nothing that was thrown away in Oogst itself, however few are left', async () => {
    const dir = await temporaryFolder(few(12));
    const profile = await temporaryFolder();
    await once(dir, profile, found('ouders'));
    await once(dir, profile, async ({ call }) => call('trash.put', { ids: Array.from({ length: 11 }, (_, n) => `stuk-${900 + n}`) }));
    expect(await once(dir, profile, async ({ call }) => call('library.state', {}))).toMatchObject({ entries: 1, missing: 0 });
  });

  test('notices a change that left size and time as they were', async () => {
    const { dir, profile } = await kept();
    const path = join(dir, 'praktijken/stuk-4.md');
    const { mtime, atime } = await stat(path);
    await writeFile(path, (await readFile(path, 'utf8')).replace('ouders', 'oudern'));
    await utimes(path, atime, mtime);
    expect(await once(dir, profile, found('oudern'))).toContain('stuk-4');
  });

  test.each([
    ['gone', undefined],
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 1000)],
    ['empty', () => Buffer.alloc(0)],
    ['of another version', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 4), Buffer.from([99, 0, 0, 0]), bytes.subarray(8)])],
    ['something else', () => Buffer.from('geen index')],
  ])('S3: is made again when it is %s', async (_, damage) => {
    const { dir, profile, all } = await kept();
    const file = await keptFile(profile);
    const whole = await readFile(file);
    await (damage ? writeFile(file, damage(whole)) : rm(file));
    expect(await once(dir, profile, found('leergemeenschap'))).toEqual(all);
    tried.length = 0;
    expect(await once(dir, profile, found('leergemeenschap'))).toEqual(all);
    expect(tried).toEqual([]);
  });

  test('S3: is made again when it is that of another kennismap', async () => {
    const profile = await temporaryFolder();
    const [one, other] = [await temporaryFolder(files()), await temporaryFolder(few(12))];
    await once(one, profile, found('ouders'));
    const file = await keptFile(profile);
    const bytes = await readFile(file);
    await rm(file);
    await once(other, profile, found('ouders'));
    await writeFile(await keptFile(profile), bytes);
    await once(other, profile, async (opened) => {
      expect(await opened.call('library.state', {})).toMatchObject({ entries: 12, missing: 0 });
      expect(await found('ouders')(opened)).toEqual(
        Object.keys(few(12))
          .map((name) => name.slice(0, -3))
          .sort(),
      );
    });
  });

  test('S3: is made again wherever a bit was flipped', async () => {
    const { dir, profile, all } = await kept();
    const file = await keptFile(profile);
    const whole = await readFile(file);
    for (let n = 0; n < 12; n++) {
      const bytes = Buffer.from(whole);
      const at = Math.floor(((n + 0.5) * bytes.length) / 12);
      bytes[at] = (bytes[at] ?? 0) ^ 4;
      await writeFile(file, bytes);
      await once(dir, profile, async (opened) => {
        expect(await found('leergemeenschap')(opened)).toEqual(all);
        expect(await found('"nummer 77"')(opened)).toEqual(['stuk-77']);
      });
    }
  });

  test('of at most six kennismappen is kept', async () => {
    const profile = await temporaryFolder();
    for (let n = 0; n < 8; n++) await once(await temporaryFolder(files()), profile, found('ouders'));
    expect(await readdir(join(profile, 'zoekindex'))).toHaveLength(6);
  });

  test('goes along with what is saved in Oogst', async () => {
    const { dir, profile } = await kept();
    await once(dir, profile, async ({ call }) => {
      await call('entries.rename', { id: 'stuk-9', title: 'Schaatsen met de brugklas' });
      expect((await call('search.query', { query: 'schaats' })).hits[0]?.id).toBe('stuk-9');
    });
    expect(await once(dir, profile, found('schaatsen'))).toEqual(['stuk-9']);
  });
});
