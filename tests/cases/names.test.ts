import { execFileSync } from 'node:child_process';
import { link, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openServices } from '../helpers/open-services.ts';
import { temporaryFolder } from '../helpers/temporary.ts';

const head = (id: string, title = 'Stuk'): string => `---\nid: ${id}\ntitel: ${title}\n---\n`;

describe('B4 size and names', () => {
  test('N1: a file of 50 MB is listed, shows its beginning, and is not changed', async () => {
    const { call } = await openServices({ 'groot.md': Buffer.concat([Buffer.from(head('groot')), Buffer.alloc(51 * 1024 * 1024, 'woord ')]) });
    const entry = await call('entries.read', { id: 'groot' });
    expect(entry.locked).toMatch(/groter dan 10 MB/);
    expect(entry.body.length).toBeLessThan(1024 * 1024 + 10);
    expect((await call('entries.render', { id: 'groot' })).plain ?? 'als tekst').toBeTruthy();
    await expect(call('entries.setFields', { id: 'groot', fields: { organisatie: 'x' } })).rejects.toMatchObject({ code: 'entry.locked-text' });
  });

  test('N2: one line of 20 MB is listed and readable as it is', async () => {
    const { call } = await openServices({ 'lang.md': head('lang') + 'a'.repeat(20 * 1024 * 1024) });
    expect((await call('entries.read', { id: 'lang' })).locked).toMatch(/groter/);
  });

  test('N3: ten times as many files take hardly more than ten times as long to open', async () => {
    const files = (count: number): Record<string, string> =>
      Object.fromEntries(
        Array.from({ length: count }, (_, n) => [`map${n % 20}/stuk-${n}.md`, `${head(`s${n}`, `Stuk ${n}`)}## Waarom\n\nOuders ${n}.\n`]),
      );
    const opening = async (count: number): Promise<number> => {
      const dir = await temporaryFolder(files(count));
      const began = performance.now();
      const { call } = await openServices({}, { dir });
      expect((await call('search.query', { query: 'ouders', limit: 1 })).total).toBe(count);
      return performance.now() - began;
    };
    await opening(100); // the first time is for warming up
    const small = await opening(300);
    const large = await opening(3000);
    expect(large / small).toBeLessThan(40);
  });

  test('N5: links out of the folder, in a circle or to nowhere are not followed, and named', async () => {
    const outside = await temporaryFolder({ 'geheim.md': head('geheim') });
    const dir = await temporaryFolder({ 'map/a.md': head('a') });
    await symlink(outside, join(dir, 'buiten'));
    await symlink(join(outside, 'geheim.md'), join(dir, 'geheim.md'));
    await symlink(dir, join(dir, 'map/kring'));
    await symlink(join(dir, 'weg'), join(dir, 'dood.md'));
    const { call, services } = await openServices({}, { dir });
    expect((await call('entries.titles', {})).map(({ id }) => id)).toEqual(['a']);
    expect(
      services.session
        .library()
        .notes.map(({ path }) => path)
        .sort(),
    ).toEqual(['buiten', 'dood.md', 'geheim.md', 'map/kring']);
  });

  test('N6: a pipe or a device never holds up the look, and a second name of a file is a file', async () => {
    const dir = await temporaryFolder({ 'a.md': head('a') });
    execFileSync('mkfifo', [join(dir, 'pijp.md')]);
    await link(join(dir, 'a.md'), join(dir, 'b.md'));
    const { call } = await openServices({}, { dir });
    expect((await call('entries.titles', {})).length).toBe(2);
  });

  const strange = [
    '😀 plan.md',
    'rechts\u202Elinks.md',
    'regel\neinde.md',
    '-rf.md',
    `'";<>&.md`,
    'CON.md',
    'aux.md',
    'naam..md',
    'desktop.ini.md',
    '.verborgen.md',
    'ı.md',
    '%2e%2e.md',
  ];
  test.each(strange)('N7: the name %j is listed, read and changed without touching another file', async (name) => {
    const { call, dir } = await openServices({ [name]: 'tekst\n', 'ander.md': head('ander') });
    const found = (await call('search.query', { query: '' })).hits.find(({ entry }) => entry.path === name);
    expect(found).toBeDefined();
    const saved = await call('entries.setFields', { id: found?.id ?? '', fields: { organisatie: 'x' } });
    expect(saved.path).toBe(name);
    expect((await readdir(dir)).sort()).toEqual(['ander.md', name].sort());
  });

  test.each([
    'CON',
    'nul',
    'COM1',
    'Plan.',
    'Plan ',
    'a:b',
    '_vti_x',
    '~$x',
    '.lock',
    'desktop.ini',
    '../../weg',
    '/etc/passwd',
    'a/b\\c',
    '\u202Egeheim',
    '😀',
    'x'.repeat(200),
    'é'.repeat(200),
  ])('N8, N9: the title %j makes a name that every disk takes, in its own folder', async (title) => {
    const { call, dir } = await openServices({});
    const { path } = await call('entries.create', { kind: 'praktijk', title });
    expect(path).toMatch(/^praktijken\/[a-z0-9][a-z0-9-]{0,90}\.md$/);
    expect(path).not.toMatch(/\/(con|nul|com1|desktop|_vti_x)\.md$/);
    expect(Buffer.byteLength(path)).toBeLessThan(120);
    expect((await call('entries.titles', {}))[0]?.title).toBe(title.trim());
    expect(await readdir(dir)).toEqual(['praktijken']);
  });

  test('N9: a name at the edge of what a disk takes is listed and saved', async () => {
    const name = `${'é'.repeat(126)}.md`;
    const { call, dir } = await openServices({ [name]: head('rand') });
    await call('entries.setFields', { id: 'rand', fields: { organisatie: 'x' } });
    expect(await readdir(dir)).toEqual([name]);
  });

  test('N4: folders a hundred deep are listed', async () => {
    const dir = await temporaryFolder();
    const deep = Array.from({ length: 100 }, (_, n) => `map${n}`).join('/');
    await mkdir(join(dir, deep), { recursive: true });
    await writeFile(join(dir, deep, 'diep.md'), head('diep'));
    const { call } = await openServices({}, { dir });
    expect((await call('entries.read', { id: 'diep' })).path).toBe(`${deep}/diep.md`);
  });
});
