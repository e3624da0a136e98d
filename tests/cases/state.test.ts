import { spawn, spawnSync } from 'node:child_process';
import { chmod, chown, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Settings } from '../../domain/api/contract.ts';
import { isTemporary } from '../../main/library/atomic-write.ts';
import { canBeOther } from '../helpers/disks.ts';
import { openServices, resources, type Opened } from '../helpers/open-services.ts';
import { temporaryFolder } from '../helpers/temporary.ts';
import { bundleForThread } from '../helpers/thread-bundle.ts';

const file = 'instellingen.json';
const kept = JSON.stringify({ theme: 'donker', judge: 'kwaliteitskring' });
const piece = (id: string, text = 'leren'): string => `---\nid: ${id}\nsoort: praktijk\ntitel: Stuk ${id}\n---\n${text}\n`;

let program: Awaited<ReturnType<typeof bundleForThread>>;
beforeAll(async () => {
  program = await bundleForThread(resolve(import.meta.dirname, '../helpers/one-start.ts'));
  await chmod(resolve(program.file, '..'), 0o755);
}, 60_000);
afterAll(() => program.remove());

test('S2: a start that is broken off at any moment leaves the settings as they were or with the kennismap added, and the pieces alone', async () => {
  const one = async (after: number): Promise<void> => {
    const profile = await temporaryFolder({ [file]: kept });
    const dir = await temporaryFolder({ 'a.md': piece('a') });
    const child = spawn(process.execPath, [program.file, resources, profile, dir], { stdio: ['ignore', 'pipe', 'ignore'] });
    const ended = new Promise((done) => child.once('exit', done));
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGTERM'), after));
    await ended;
    const settings = Settings.parse(JSON.parse(await readFile(join(profile, file), 'utf8')));
    expect(settings).toMatchObject({ theme: 'donker', judge: 'kwaliteitskring' });
    expect((await readdir(profile)).filter((name) => !isTemporary(name))).toEqual([file]);
    expect(await readFile(join(dir, 'a.md'), 'utf8')).toBe(piece('a'));
    expect(await readdir(dir)).toEqual(['a.md']);
  };
  const moments = [0, 1, 2, 4, 8, 12, 16, 20, 25, 30, 40, 50, 75, 100, 200, 500];
  await Promise.all(
    [0, 1, 2, 3].map(async (lane) => {
      for (const after of moments.filter((_, n) => n % 4 === lane)) await one(after);
    }),
  );
}, 60_000);

test.skipIf(!canBeOther)(
  'S2: settings that could not be read at the start are not written over, that is said once, and work goes on (needs setpriv)',
  async () => {
    const profile = await temporaryFolder({ [file]: kept });
    const dir = await temporaryFolder({ 'a.md': piece('a') });
    await chmod(profile, 0o777);
    await chmod(dir, 0o777);
    await chown(join(profile, file), 65534, 65534);
    await chmod(join(profile, file), 0o200);
    const args = ['--reuid', '65534', '--clear-groups', process.execPath, program.file, resources, profile, dir, 'coach'];
    const { stdout } = spawnSync('setpriv', args, { encoding: 'utf8' });
    expect(JSON.parse(stdout.replace('begonnen ', ''))).toEqual({
      said: ['Je instellingen kunnen niet worden bewaard. Je stukken hebben daar geen last van.'],
      judge: 'coach',
    });
    expect(await readFile(join(profile, file), 'utf8')).toBe(kept);
    expect(await readdir(profile)).toEqual([file]);
  },
);

test('S3: what looks like an index in the kennismap itself is ignored, and opening writes nothing there', async () => {
  const files = { 'a.md': piece('a'), '.oogst/index.json': '{"version":99,', '.oogst/zoekindex.bin': Buffer.alloc(500, 7), 'b.md': piece('b') };
  const { dir, call } = await openServices(files);
  expect((await call('search.query', { query: 'leren' })).hits.map((hit) => hit.id).sort()).toEqual(['a', 'b']);
  expect((await readdir(dir, { recursive: true })).sort()).toEqual([
    '.oogst',
    join('.oogst', 'index.json'),
    join('.oogst', 'zoekindex.bin'),
    'a.md',
    'b.md',
  ]);
  await call('library.close', {});
  await call('library.open', { dir: await temporaryFolder({ 'c.md': piece('c') }) });
  await call('library.rescan', {});
  expect((await call('search.query', { query: 'leren' })).hits.map((hit) => hit.id)).toEqual(['c']);
});

/** All that can be seen of a kennismap: titles, and what is found by a word. */
async function seen({ call }: Pick<Opened, 'call'>): Promise<unknown> {
  const titles = (await call('entries.titles', {})).map((one) => `${one.id} ${one.title}`).sort();
  const found = await Promise.all(
    ['leren', 'lezen', 'nieuw'].map(async (query) => (await call('search.query', { query, limit: 500 })).hits.map((hit) => hit.entry.path).sort()),
  );
  return { titles, found };
}

test('S4: after three hundred changes behind its back, one look makes list and search the same as those of a fresh start', async () => {
  const opened = await openServices(Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`map${n % 5}/${n}.md`, piece(`n${n}`)])));
  const { dir } = opened;
  const at = (n: number): string => join(dir, `map${n % 5}`, `${n}.md`);
  for (let n = 0; n < 200; n++) {
    if (n % 7 === 0) await rm(at(n));
    else if (n % 3 === 0) await writeFile(at(n), piece(`n${n}`, 'lezen'));
    else if (n % 5 === 0) await rename(at(n), join(dir, `verplaatst-${n}.md`));
    else if (n % 11 === 0) await writeFile(at(n), piece('n1', 'zelfde id'));
    if (n % 2 === 0) await writeFile(join(dir, `nieuw-${n}.md`), piece(`nieuw${n}`, 'nieuw'));
  }
  await opened.call('library.rescan', {});
  const fresh = await seen(await openServices({}, { dir }));
  await vi.waitFor(async () => expect(await seen(opened)).toEqual(fresh), 10_000);
});
