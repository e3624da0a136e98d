import { mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { KeptSearch } from '../../../domain/api/contract.ts';
import { expectPlain, failureOf } from '../../helpers/failure-of.ts';
import { openServices, type Opened } from '../../helpers/open-services.ts';
import { temporaryFolder } from '../../helpers/temporary.ts';

const practice = (id: string, text = 'ouders'): string => `---\nid: ${id}\ntitel: Stuk ${id}\nsoort: praktijk\n---\n\n${text}\n`;
const path = '.oogst/zoekvragen.json';
const names = async (open: Opened): Promise<string[]> => (await open.call('searches.list', {})).searches.map(({ name }) => name);
const first = async (open: Opened): Promise<KeptSearch | undefined> => (await open.call('searches.list', {})).searches[0];
const file = async (dir: string): Promise<unknown> => JSON.parse(await readFile(join(dir, path), 'utf8')) as unknown;
const changes = (open: Opened): number => open.events.filter(({ name }) => name === 'searches.changed').length;

async function put(dir: string, name: string, text: string): Promise<void> {
  await mkdir(join(dir, '.oogst'), { recursive: true });
  await writeFile(join(dir, name), text);
}

describe('kept queries', () => {
  test('stand in the kennismap, with who kept them and when', async () => {
    const open = await openServices({ 'a.md': practice('a') });
    const kept = await open.call('searches.keep', { name: ' Ouders ', query: 'ouders', sort: 'datum' });
    expect(await file(open.dir)).toEqual({
      zoekvragen: [{ id: kept.id, naam: 'Ouders', vraag: 'ouders', sortering: 'datum', gemaakt: '2026-11-23', door: 'kenniscoördinator' }],
    });
    expect(kept).toMatchObject({ total: 1, fresh: 0 });
    expect(changes(open)).toBe(1);
  });

  test('get another name or another question, and keep the rest', async () => {
    const open = await openServices({ 'a.md': practice('a') });
    const { id } = await open.call('searches.keep', { name: 'Ouders', query: 'ouders' });
    await open.call('searches.keep', { id, name: 'Alle ouders' });
    await open.call('searches.keep', { id, query: 'zeppelin' });
    expect(await first(open)).toMatchObject({ id, name: 'Alle ouders', query: 'zeppelin', made: '2026-11-23', total: 0 });
  });

  test('go, and come back whole with what a newer version wrote in them', async () => {
    const one = { id: 'een', naam: 'Een', vraag: 'ouders', gemaakt: '2020-01-01', door: 'een collega', kleur: 'rood' };
    const open = await openServices({ 'a.md': practice('a'), [path]: JSON.stringify({ zoekvragen: [one] }) });
    const gone = await open.call('searches.remove', { id: 'een' });
    expect(await names(open)).toEqual([]);
    await open.call('searches.keep', { id: 'een', name: gone.name, query: gone.query });
    expect(await file(open.dir)).toEqual({ zoekvragen: [one] });
  });

  test('have names of their own', async () => {
    const open = await openServices({});
    await open.call('searches.keep', { name: 'Ouders', query: 'ouders' });
    expect(await failureOf(open.call('searches.keep', { name: 'ouders', query: 'iets' }))).toMatchObject({ code: 'searches.name-taken' });
    expect(await failureOf(open.call('searches.remove', { id: 'weg' }))).toMatchObject({ code: 'searches.missing' });
    expect(await failureOf(open.call('searches.keep', { id: 'weg', name: 'Nieuw' }))).toMatchObject({ code: 'searches.missing' });
  });

  test('are all there when two programs keep them at once', async () => {
    const left = await openServices({});
    const right = await openServices({}, { dir: left.dir });
    const keep = async (open: Opened, who: string): Promise<void> => {
      for (let n = 0; n < 15; n++) await open.call('searches.keep', { name: `${who} ${n}`, query: who });
    };
    await Promise.all([keep(left, 'links'), keep(right, 'rechts')]);
    expect(await names(left)).toHaveLength(30);
    expect(await names(right)).toHaveLength(30);
  });

  test('are not changed in a kennismap that is read-only', async () => {
    const open = await openServices({});
    open.services.session.library().looked({ files: [], folders: [], first: false, readOnly: true, ids: [] });
    expectPlain(await failureOf(open.call('searches.keep', { name: 'A', query: 'a' })), 'mag niet geschreven worden');
    expect(await names(open)).toEqual([]);
  });

  test('of a colleague appear after a look at the folder, and that is said once', async () => {
    const open = await openServices({ 'a.md': practice('a') });
    await put(open.dir, path, JSON.stringify({ zoekvragen: [{ id: 'x', naam: 'Van Anna', vraag: 'ouders' }] }));
    await open.call('library.rescan', {});
    await open.call('library.rescan', {});
    expect(changes(open)).toBe(1);
    expect(await first(open)).toMatchObject({ name: 'Van Anna', total: 1, fresh: 0 });
  });
});

describe('what is new in a kept query', () => {
  test('is what came since this person last looked, and nothing the first time', async () => {
    const open = await openServices({ 'a.md': practice('a') });
    const other = await openServices({}, { dir: open.dir });
    const { id } = await open.call('searches.keep', { name: 'Ouders', query: 'ouders' });
    await writeFile(join(open.dir, 'b.md'), practice('b'));
    await writeFile(join(open.dir, 'c.md'), practice('c', 'iets anders'));
    await Promise.all([open.call('library.rescan', {}), other.call('library.rescan', {})]);
    expect(await first(open)).toMatchObject({ total: 2, fresh: 1, since: expect.stringContaining('2026-11-23') as string });
    expect(await first(other)).toMatchObject({ total: 2, fresh: 0 });
    expect(await open.call('searches.news', { id })).toMatchObject({ total: 1, fresh: [{ id: 'b', title: 'Stuk b' }] });
    await open.call('searches.seen', { id });
    expect(await first(open)).toMatchObject({ total: 2, fresh: 0 });
  });

  test('stays told until it is closed, as it is now: no pieces that went, no old names, nothing twice', async () => {
    const open = await openServices({ 'a.md': practice('a') });
    const { id } = await open.call('searches.keep', { name: 'Ouders', query: 'ouders' });
    const news = async (): Promise<unknown> => (await open.call('searches.news', { id })).fresh.map(({ title }) => title);
    const bare = (title: string): string => `---\ntitel: ${title}\nsoort: praktijk\n---\n\nouders\n`;
    const look = async (): Promise<unknown> => {
      await open.call('library.rescan', {});
      await open.call('searches.seen', { id });
      return news();
    };
    for (const name of ['b', 'c', 'd']) await put(open.dir, `${name}.md`, bare(`Stuk ${name}`));
    expect(await look()).toEqual(['Stuk b', 'Stuk c', 'Stuk d']);
    await rename(join(open.dir, 'b.md'), join(open.dir, 'z.md'));
    await put(open.dir, 'c.md', bare('Anders'));
    await rm(join(open.dir, 'd.md'));
    expect(await look()).toEqual(['Anders', 'Stuk b']);
    await open.call('searches.dismiss', { id });
    expect(await news()).toEqual([]);
    await put(open.dir, 'e.md', bare('Stuk e'));
    expect(await look()).toEqual(['Stuk e']);
    await rm(join(open.dir, 'e.md'));
    expect(await look()).toEqual([]);
  });

  test('is kept in the profile, through a restart, and not in the kennismap', async () => {
    const profile = await temporaryFolder();
    const open = await openServices({ 'a.md': practice('a') }, { profile });
    await open.call('searches.keep', { name: 'Ouders', query: 'ouders' });
    const shared = await readFile(join(open.dir, path), 'utf8');
    await open.services.close();
    await writeFile(join(open.dir, 'b.md'), practice('b'));
    expect(await first(await openServices({}, { dir: open.dir, profile }))).toMatchObject({ total: 2, fresh: 1 });
    expect(await readFile(join(open.dir, path), 'utf8')).toBe(shared);
  });

  test('is nothing when a colleague made it another question', async () => {
    const open = await openServices({ 'a.md': practice('a'), 'b.md': practice('b', 'iets anders') });
    const { id } = await open.call('searches.keep', { name: 'Ouders', query: 'ouders' });
    await put(open.dir, path, JSON.stringify({ zoekvragen: [{ id, naam: 'Ouders', vraag: 'anders' }] }));
    expect(await first(open)).toMatchObject({ total: 1, fresh: 0 });
  });
});

describe('a file with queries that cannot be used', () => {
  test.each(['{"zoekvragen": [{"id', '', '[]'])('is told and never replaced: %s', async (text) => {
    const open = await openServices({ [path]: text });
    expect(await open.call('searches.list', {})).toMatchObject({ searches: [], fault: expect.any(String) as string });
    expect(await failureOf(open.call('searches.keep', { name: 'A', query: 'a' }))).toMatchObject({ code: 'searches.unusable' });
    expect(await readFile(join(open.dir, path), 'utf8')).toBe(text);
  });

  test('is told when it is a link out of the kennismap', async () => {
    const outside = await temporaryFolder({ 'z.json': '{"zoekvragen":[]}' });
    const open = await openServices({ '.oogst/iets.txt': '' });
    await symlink(join(outside, 'z.json'), join(open.dir, path));
    expect((await open.call('searches.list', {})).fault).toBe('het is geen gewoon bestand');
    expect(await failureOf(open.call('searches.keep', { name: 'A', query: 'a' }))).toMatchObject({ code: 'searches.unusable' });
  });
});
