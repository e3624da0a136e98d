import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isTemporary } from '../../main/library/atomic-write.ts';
import { canMount, folderOnDisk } from '../helpers/disks.ts';
import { expectPlain, failureOf } from '../helpers/failure-of.ts';
import { openServices } from '../helpers/open-services.ts';

const page = 4096;
const old = `---\nid: p\nsoort: praktijk\ntitel: P\n---\n${'oud '.repeat(2000)}`;
const body = 'nieuwe tekst '.repeat(1600);

test.skipIf(!canMount)(
  'D1: on a disk with room for none up to all of a text, a save gives the whole text or a failure over the old one (needs a small disk of its own)',
  async () => {
    const { dir } = await folderOnDisk('256k', { 'p.md': old, 'vol.bin': '' });
    const { call } = await openServices({}, { dir });
    const needed = Math.ceil(Buffer.byteLength(body) / page) + 1;
    const ends = new Set<string>();
    for (let free = 0; free <= needed + 1; free++) {
      await writeFile(join(dir, 'p.md'), old);
      await fill(join(dir, 'vol.bin'), free);
      const { revision } = await call('entries.read', { id: 'p' });
      const saving = call('entries.saveBody', { id: 'p', basedOn: revision, body });
      const failure = await saving.then(() => undefined).catch(() => failureOf(saving));
      const now = await readFile(join(dir, 'p.md'), 'utf8');
      if (failure) {
        expect(failure.code).toBe('disk.full');
        expectPlain(failure, 'p.md');
        expect(now).toBe(old);
      } else expect(now).toBe(`${old.slice(0, old.lastIndexOf('---\n') + 4)}${body}`);
      expect((await readdir(dir)).filter((name) => isTemporary(name))).toEqual([]);
      ends.add(failure ? 'full' : 'saved');
    }
    expect([...ends]).toEqual(['full', 'saved']);
  },
);

test.skipIf(!canMount)(
  'D1: on a full disk nothing half is made, and after room is made the same save goes through (needs a small disk of its own)',
  async () => {
    const { dir } = await folderOnDisk('256k', { 'p.md': old, 'vol.bin': '' });
    const { call } = await openServices({}, { dir });
    await fill(join(dir, 'vol.bin'), 0);
    const { revision } = await call('entries.read', { id: 'p' });
    expect((await failureOf(call('entries.create', { kind: 'vraag', title: 'Nieuw' }))).code).toBe('disk.full');
    expect((await failureOf(call('entries.saveBody', { id: 'p', basedOn: revision, body }))).code).toBe('disk.full');
    expect((await call('entries.titles', {})).map((one) => one.id)).toEqual(['p']);
    expect((await readdir(dir, { recursive: true })).filter((name) => name.endsWith('.md') || isTemporary(name))).toEqual(['p.md']);
    await rm(join(dir, 'vol.bin'));
    await call('entries.saveBody', { id: 'p', basedOn: revision, body });
    expect((await call('entries.read', { id: 'p' })).body).toBe(body);
  },
);

/** Fills the disk until so many pages are free. */
async function fill(file: string, pages: number): Promise<void> {
  await rm(file, { force: true });
  const parts: Buffer[] = [];
  for (;;) {
    parts.push(Buffer.alloc(page));
    const full = await writeFile(file, Buffer.concat(parts)).then(
      () => false,
      () => true,
    );
    if (full) break;
  }
  await rm(file, { force: true });
  const kept = parts.slice(0, Math.max(0, parts.length - 1 - pages));
  if (kept.length > 0) await writeFile(file, Buffer.concat(kept));
}
