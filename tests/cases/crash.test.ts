import { spawn, spawnSync } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeFileSafely } from '../../main/library/atomic-write.ts';
import { mayInject } from '../faults/ground.ts';
import { canMount } from '../helpers/disks.ts';
import { openServices } from '../helpers/open-services.ts';
import { temporaryFolder } from '../helpers/temporary.ts';
import { bundleForThread } from '../helpers/thread-bundle.ts';
import { unzipped } from '../helpers/zip.ts';

const root = resolve(import.meta.dirname, '../..');
let child: Awaited<ReturnType<typeof bundleForThread>>;
beforeAll(async () => {
  child = await bundleForThread(join(root, 'tests/helpers/bringing-child.ts'));
}, 60_000);
afterAll(() => child.remove());

/**
 * Runs the child and gives how long it ran, milliseconds. It is killed that many milliseconds past its beginning, or once what is asked is so, if it is
 * still there then.
 */
async function bringing(words: readonly string[], kill?: number | (() => Promise<boolean>)): Promise<number> {
  const running = spawn(process.execPath, [child.file, ...words], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const over = new Promise((done) => running.once('close', done));
  await new Promise((begun) => running.stdout.once('data', begun));
  const began = performance.now();
  if (typeof kill === 'number') await pause(kill);
  else while (kill && running.exitCode === null && !(await kill())) await pause(1);
  if (kill !== undefined) running.kill('SIGKILL');
  await over;
  return performance.now() - began;
}

const faults = (...words: string[]): { status: number | null; out: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'tests/faults/run.mjs'), ...words], { cwd: root, encoding: 'utf8' });
  return { status, out: stdout + stderr };
};
const text = (n: number): string => `---\nid: s${n}\ntitel: Stuk ${n}\nsoort: praktijk\n---\n\n## Hoe\n\n${`zin ${n} `.repeat(200)}\n`;

describe('B1 crash and power', () => {
  test.for([
    ['C2: a kill inside any system call of a save leaves the old or the new version whole', ['--only', 'kills', '--count', '27'], mayInject()],
    ['C3: a system call that fails leaves the old file or the new one, and says which in Dutch', ['--only', 'calls', '--count', '18'], mayInject()],
    ['C4: a power cut keeps every save that was acknowledged', ['--only', 'power', '--count', '4'], canMount],
  ] as const)('%s (a sample of npm run faults; needs strace, C4 a mount)', { timeout: 180_000 }, ([, words, possible], { skip }) => {
    skip(!possible, 'no rights for it here');
    const { status, out } = faults(...words, '--seed', '20261123');
    expect(out).toMatch(/^Niets verloren\.$/m);
    expect(status).toBe(0);
  });

  test('C6: an import that is killed half-way leaves whole files only, and bringing it in again completes it', async () => {
    const source = await temporaryFolder(Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`map${n % 5}/s${n}.md`, text(n)])));
    const profile = await temporaryFolder();
    const there: number[] = [];
    for (const enough of [1, 100]) {
      const dir = await temporaryFolder();
      const come = async () =>
        (await readdir(dir, { recursive: true, withFileTypes: true })).filter((item) => item.isFile() && item.name.endsWith('.md'));
      await bringing(['import', dir, source, profile], async () => (await come()).length >= enough);
      const files = await come();
      for (const { parentPath, name } of files) {
        const path = join(parentPath, name);
        expect(await readFile(path, 'utf8')).toBe(await readFile(join(source, path.slice(dir.length)), 'utf8'));
      }
      there.push(files.length);
      await bringing(['import', dir, source, profile]);
      const { call } = await openServices({}, { dir });
      expect(await call('library.state', {})).toMatchObject({ entries: 200 });
    }
    expect(there.filter((count) => count > 0 && count < 200).length, there.join(' ')).toBeGreaterThan(0);
  }, 120_000);

  test('C7: a bundle that is killed while it is made never stands half under its name', async () => {
    const dir = await temporaryFolder(Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`s${n}.md`, text(n)])));
    const place = await temporaryFolder();
    const profile = await temporaryFolder();
    const out = join(place, 'bundel.zip');
    const took = await bringing(['export', dir, out, profile]);
    const whole = await readFile(out);
    for (const share of [0.2, 0.6, 0.9]) {
      await bringing(['export', dir, out, profile], took * share);
      expect((await unzipped(await readFile(out))).size).toBe((await unzipped(whole)).size);
    }
  }, 120_000);

  test('C8: a kill while the index is kept leaves the old one or the new one, and everything is found at the next opening', async () => {
    const dir = await temporaryFolder(Object.fromEntries(Array.from({ length: 400 }, (_, n) => [`s${n}.md`, text(n)])));
    const profile = await temporaryFolder();
    const whole = await bringing(['keep', dir, '', profile]);
    for (const share of [0.3, 0.7, 0.95]) {
      await rm(join(dir, 's0.md'));
      await writeFile(join(dir, 's0.md'), `${text(0)}keer${share * 100}\n`);
      await bringing(['keep', dir, '', profile], whole * share);
      const opened = await openServices({}, { dir, profile });
      expect(await opened.call('library.state', {})).toMatchObject({ entries: 400, missing: 0 });
      expect((await opened.call('search.query', { query: 'zin', limit: 1 })).total).toBe(400);
      expect((await opened.call('search.query', { query: `keer${share * 100}` })).hits.map(({ id }) => id)).toEqual(['s0']);
      // Nothing is kept of this opening: the next kill meets what the last one left.
      expect((await readdir(join(profile, 'zoekindex'))).filter((name) => name.endsWith('.index')).length).toBeLessThanOrEqual(1);
    }
  }, 120_000);

  test('C10: what was typed is there again after a kill: all that was acknowledged, whole', async () => {
    const dir = await temporaryFolder({ 'a.md': text(1) });
    for (const many of [1, 3, 20]) {
      const profile = await temporaryFolder();
      const running = spawn(process.execPath, [child.file, 'type', dir, '', profile], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
      const over = new Promise((done) => running.once('close', done));
      let said = '';
      for await (const piece of running.stdout) {
        said += String(piece);
        if (said.split('bewaard ').length > many) running.kill('SIGKILL');
      }
      await over;
      const last = Number(/bewaard (\d+)\n[^\n]*$/.exec(said)?.[1]);
      const { call } = await openServices({}, { dir, profile });
      const [draft] = await call('drafts.list', {});
      const typed = Number(/^getypt (\d+) (?:woord )*$/.exec(draft?.body ?? '')?.[1]);
      expect(typed).toBeGreaterThanOrEqual(last);
      expect(draft?.body).toBe(`getypt ${typed} ${'woord '.repeat(typed)}`);
    }
  }, 60_000);

  test('C13: what dead writers left is taken out of the folder at the next opening, kept outside it, and never listed', async () => {
    const dir = await temporaryFolder({ 'a.md': text(1), 'map/b.md': text(2) });
    for (let n = 0; n < 80; n++) await writeFile(join(dir, n % 2 ? 'map' : '', `~$oogst-99999${n}-0000000${n % 10}.tmp`), n % 4 ? `half ${n}` : '');
    const profile = await temporaryFolder();
    const { call, events } = await openServices({}, { dir, profile });
    expect((await call('entries.titles', {})).length).toBe(2);
    await expect.poll(async () => (await readdir(dir, { recursive: true })).sort()).toEqual(['a.md', 'map', 'map/b.md']);
    expect((await readdir(join(profile, 'teruggevonden'))).length).toBe(60);
    await expect
      .poll(() => events.find(({ name }) => name === 'notice')?.payload)
      .toMatchObject({ text: expect.stringContaining('80 half opgeslagen') as string });
  });

  test('C5: a first save that fails leaves nothing under the name', async () => {
    const dir = await temporaryFolder();
    await expect(writeFileSafely(join(dir, 'weg', 'nieuw.md'), 'x', { fresh: true })).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await readdir(dir)).toEqual([]);
  });
});
