import { spawnSync } from 'node:child_process';
import { chmod, chown, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { isTemporary, writeFileSafely } from '../../main/library/atomic-write.ts';
import { diskFailure } from '../../main/library/disk-failure.ts';
import { canBeOther, canFreeze, canMount, frozen, shownAt } from '../helpers/disks.ts';
import { expectPlain, failureOf } from '../helpers/failure-of.ts';
import { openServices } from '../helpers/open-services.ts';
import { temporaryFolder } from '../helpers/temporary.ts';
import { bundleForThread } from '../helpers/thread-bundle.ts';

const text = '---\nid: p\nsoort: praktijk\ntitel: P\n---\noud\n';
const soon = (after: number, act: () => void): void => void setTimeout(act, after);

test.skipIf(!canMount)(
  'D4: a kennismap that is read-only opens to read, says so, refuses every change by name, and can be written once it may (needs a bind mount)',
  async () => {
    const source = await temporaryFolder({ 'p.md': text });
    const dir = await temporaryFolder();
    const out = shownAt(source, dir, 'ro');
    const { call } = await openServices({}, { dir });
    expect(await call('library.state', {})).toMatchObject({ state: 'ready', entries: 1, readOnly: true });
    const entry = await call('entries.read', { id: 'p' });
    expect([entry.body, entry.locked]).toEqual(['oud\n', 'de kennismap is alleen-lezen']);
    expectPlain(
      await failureOf(call('entries.saveBody', { id: 'p', basedOn: entry.revision, body: 'nieuw\n' })),
      '“p.md” kan niet worden opgeslagen',
    );
    expectPlain(await failureOf(call('entries.setFields', { id: 'p', fields: { status: 'concept' } })), 'alleen-lezen');
    expectPlain(await failureOf(call('entries.create', { kind: 'vraag', title: 'Nieuw' })), 'vragen/nieuw.md');
    expect(await readdir(source)).toEqual(['p.md']);
    expect(await readFile(join(source, 'p.md'), 'utf8')).toBe(text);
    out();
    await writeFile(join(dir, 'p.md'), text);
    expect(await call('library.rescan', {})).toMatchObject({ readOnly: false });
    await call('entries.saveBody', { id: 'p', basedOn: entry.revision, body: 'nieuw\n' });
    expect((await call('entries.read', { id: 'p' })).body).toBe('nieuw\n');
  },
);

test.skipIf(!canBeOther)('D5: a file that belongs to somebody else is not replaced, though its folder may be written (needs setpriv)', async () => {
  const dir = await temporaryFolder({ 'p.md': text });
  const bundle = await bundleForThread(resolve(import.meta.dirname, '../helpers/one-save.ts'));
  onTestFinished(() => bundle.remove());
  await chmod(resolve(bundle.file, '..'), 0o755);
  await chmod(dir, 0o777);
  const save = (): string =>
    spawnSync('setpriv', ['--reuid', '65534', '--clear-groups', process.execPath, bundle.file, join(dir, 'p.md'), 'nieuw'], { encoding: 'utf8' })
      .stdout;
  expect(save()).toMatch(/kan niet worden opgeslagen: het bestand is alleen-lezen/);
  expect(await readFile(join(dir, 'p.md'), 'utf8')).toBe(text);
  expect(await readdir(dir)).toEqual(['p.md']);
  await chown(join(dir, 'p.md'), 65534, 65534);
  expect(save()).toBe('opgeslagen');
  expect(await readFile(join(dir, 'p.md'), 'utf8')).toBe('nieuw');
});

test.skipIf(!canFreeze)(
  'D7: a file that was made unchangeable is refused by name, stays, and is written once that is taken off (needs chattr)',
  async () => {
    const { dir, call } = await openServices({ 'p.md': text });
    const off = frozen(join(dir, 'p.md'), 'i');
    const { revision } = await call('entries.read', { id: 'p' });
    expectPlain(await failureOf(call('entries.saveBody', { id: 'p', basedOn: revision, body: 'nieuw\n' })), '“p.md” kan niet worden opgeslagen');
    expect(await readFile(join(dir, 'p.md'), 'utf8')).toBe(text);
    expect(await readdir(dir)).toEqual(['p.md']);
    off();
    await call('entries.saveBody', { id: 'p', basedOn: revision, body: 'nieuw\n' });
    expect((await call('entries.read', { id: 'p' })).body).toBe('nieuw\n');
  },
);

test.skipIf(!canFreeze)('D7: a rename that the system refuses for a second is waited for, and the save goes through (needs chattr)', async () => {
  const { dir, call } = await openServices({ 'p.md': text });
  const { revision } = await call('entries.read', { id: 'p' });
  soon(1000, frozen(dir, 'a'));
  await call('entries.saveBody', { id: 'p', basedOn: revision, body: 'nieuw\n' });
  expect((await call('entries.read', { id: 'p' })).body).toBe('nieuw\n');
  expect(await readdir(dir)).toEqual(['p.md']);
});

test.skipIf(!canMount)(
  'D8: a file that another program holds for a moment, for two seconds or for four is waited for (needs a bind mount)',
  async () => {
    const dir = await temporaryFolder({ '50.md': text, '2000.md': text, '4000.md': text });
    const saving = [50, 2000, 4000].map(async (held) => {
      const file = join(dir, `${held}.md`);
      soon(held, shownAt(file, file));
      await writeFileSafely(file, `na ${held}`);
      expect(await readFile(file, 'utf8')).toBe(`na ${held}`);
    });
    await Promise.all(saving);
    expect((await readdir(dir)).sort()).toEqual(['2000.md', '4000.md', '50.md']);
  },
);

test.skipIf(!canMount || !canFreeze)(
  'D7, D8: a file that stays locked ends in a message, the old text stands and the next save is whole (needs a bind mount and chattr)',
  async () => {
    const { dir, call } = await openServices({ 'p.md': text });
    const frozenDir = await temporaryFolder({ 'q.md': text });
    const out = shownAt(join(dir, 'p.md'), join(dir, 'p.md'));
    const off = frozen(frozenDir, 'a');
    const { revision } = await call('entries.read', { id: 'p' });
    const [busy, refused] = await Promise.all([
      failureOf(call('entries.saveBody', { id: 'p', basedOn: revision, body: 'nieuw\n' })),
      writeFileSafely(join(frozenDir, 'q.md'), 'nieuw').catch((error: unknown) => diskFailure(error, 'q.md')),
    ]);
    expectPlain(busy, 'p.md');
    expect(busy.message).toContain('een ander programma houdt het bestand vast');
    expect(refused).toMatchObject({ code: 'entry.unwritable' });
    expect([await readFile(join(dir, 'p.md'), 'utf8'), await readFile(join(frozenDir, 'q.md'), 'utf8')]).toEqual([text, text]);
    expect(await readdir(dir)).toEqual(['p.md']);
    expect((await readdir(frozenDir)).filter((name) => !isTemporary(name))).toEqual(['q.md']);
    out();
    off();
    await call('entries.saveBody', { id: 'p', basedOn: revision, body: 'nieuw\n' });
    expect((await call('entries.read', { id: 'p' })).body).toBe('nieuw\n');
  },
);
