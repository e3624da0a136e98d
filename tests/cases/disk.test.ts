import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { writeFileSafely } from '../../main/library/atomic-write.ts';
import { openServices } from '../helpers/open-services.ts';
import { temporaryFolder } from '../helpers/temporary.ts';
import { chattr, mayMount, mount, unmount } from './rooted.ts';

const text = (n: number): string => `---\nid: s${n}\ntitel: Stuk ${n}\n---\ntekst ${n}\n`;
const many = (count: number): Record<string, string> => Object.fromEntries(Array.from({ length: count }, (_, n) => [`s${n}.md`, text(n)]));
const because = mayMount ? '' : ' (overgeslagen: hier kan geen schijf worden gemaakt)';

describe('B2 disk and permission', () => {
  test.skipIf(!mayMount)(`D1: a disk that is full at any point leaves the old file whole and says so in Dutch${because}`, async () => {
    const dir = await temporaryFolder();
    mount(dir, '-t', 'tmpfs', '-o', 'size=400k', 'tmpfs');
    const { call } = await openServices({}, { dir });
    await writeFile(join(dir, 'a.md'), text(0));
    await call('library.rescan', {});
    let [full, saved] = [0, 0];
    for (let filled = 0; filled < 400; filled += 10) {
      await writeFile(join(dir, 'vol.bin'), Buffer.alloc(filled * 1024)).catch(() => undefined);
      const { revision, body } = await call('entries.read', { id: 's0' });
      const before = await readFile(join(dir, 'a.md'), 'utf8');
      const wanted = `${body.slice(0, 5)}${filled}${'x'.repeat(100 * 1024)}\n`;
      const outcome = await call('entries.saveBody', { id: 's0', basedOn: revision, body: wanted }).catch((error: unknown) => error);
      const after = await readFile(join(dir, 'a.md'), 'utf8');
      if (outcome instanceof Error) {
        full++;
        expect(outcome).toMatchObject({ code: 'disk.full', message: expect.stringMatching(/a\.md.*schijf|schijf.*a\.md/) as string });
        expect(after).toBe(before);
      } else {
        saved++;
        expect(after.endsWith(wanted)).toBe(true);
      }
      expect((await readdir(dir)).sort()).toEqual(['a.md', 'vol.bin']);
    }
    expect(Math.min(full, saved)).toBeGreaterThan(5);
  });

  test.skipIf(!mayMount)(`D4: a read-only disk opens for reading, says so, and refuses to save without a trace${because}`, async () => {
    const dir = await temporaryFolder(many(3));
    mount(dir, '--bind', dir);
    mount(dir, '-o', 'remount,bind,ro');
    const { call } = await openServices({}, { dir });
    expect(await call('library.state', {})).toMatchObject({ state: 'ready', entries: 3, readOnly: true });
    expect((await call('entries.read', { id: 's1' })).locked).toMatch(/alleen-lezen/);
    await expect(call('entries.setFields', { id: 's1', fields: { organisatie: 'x' } })).rejects.toMatchObject({
      code: 'entry.unwritable',
      message: expect.stringContaining('s1.md') as string,
    });
    await expect(call('trash.put', { ids: ['s1'] })).rejects.toMatchObject({ code: 'entry.unwritable' });
    expect(await readFile(join(dir, 's1.md'), 'utf8')).toBe(text(1));
  });

  test('D7: a file that is held for a moment is saved when it is let go, and refused in Dutch when it is not', async () => {
    const dir = await temporaryFolder(many(1));
    const path = join(dir, 's0.md');
    if (!chattr('+i', path)) return expect(await readFile(path, 'utf8')).toBe(text(0)); // no such thing on this disk: nothing to wait for
    onTestFinished(() => void chattr('-i', path));
    setTimeout(() => chattr('-i', path), 600);
    await writeFileSafely(path, text(1));
    expect(await readFile(path, 'utf8')).toBe(text(1));
    chattr('+i', path);
    const { call } = await openServices({}, { dir });
    await expect(call('entries.setFields', { id: 's1', fields: { organisatie: 'x' } })).rejects.toMatchObject({ code: 'entry.unwritable' });
    expect((await readdir(dir)).filter((name) => name.startsWith('~$'))).toEqual([]);
  });

  test.skipIf(!mayMount)(`D9: a share that drops keeps the list, refuses to save, and comes back by itself${because}`, async () => {
    const dir = await temporaryFolder();
    mount(dir, '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs');
    for (const [path, content] of Object.entries(many(10))) await writeFile(join(dir, path), content);
    const { call } = await openServices({}, { dir });
    unmount(dir);
    expect(await call('library.rescan', {})).toMatchObject({ state: 'ready', entries: 10, missing: 10 });
    await expect(call('entries.setFields', { id: 's1', fields: { organisatie: 'x' } })).rejects.toMatchObject({ code: 'entry.missing' });
    expect(await readdir(dir)).toEqual([]);
    for (const [path, content] of Object.entries(many(10))) await writeFile(join(dir, path), content);
    expect(await call('library.rescan', {})).toMatchObject({ entries: 10, missing: 0 });
  });

  test('D10: a folder that is suddenly empty is doubted, and nothing is forgotten', async () => {
    const dir = await temporaryFolder(many(12));
    const { call } = await openServices({}, { dir });
    if (mayMount) mount(dir, '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs');
    else return expect(await call('library.state', {})).toMatchObject({ entries: 12 });
    expect(await call('library.rescan', {})).toMatchObject({ entries: 12, missing: 12 });
    expect((await call('search.query', { query: 'tekst' })).total).toBe(12);
    unmount(dir);
    expect(await call('library.rescan', {})).toMatchObject({ entries: 12, missing: 0 });
  });

  test('D5: a read-only file in a writable folder is not replaced by a rename', async () => {
    const dir = await temporaryFolder(many(1));
    const path = join(dir, 's0.md');
    const { chmod } = await import('node:fs/promises');
    await chmod(path, 0o444);
    await expect(writeFileSafely(path, 'nieuw')).rejects.toMatchObject({ code: 'entry.unwritable' });
    expect(await readFile(path, 'utf8')).toBe(text(0));
    expect((await stat(path)).mode & 0o777).toBe(0o444);
  });
});
