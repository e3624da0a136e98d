import { copyFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openServices } from '../../helpers/open-services.ts';
import { temporaryFolder } from '../../helpers/temporary.ts';

const files = {
  'praktijken/één.md': '\ufeff---\nid: een\n---\r\ntekst\r\n',
  'praktijken/één.bijlagen/foto.png': new Uint8Array([137, 80, 0, 255]),
  '.oogst/prullenbak/x/weggegooid.json': '{}',
  '.obsidian/app.json': '{}',
  'leeg.txt': '',
};

const contents = async (dir: string): Promise<Record<string, string>> => {
  const out: Record<string, string> = {};
  for (const item of await readdir(dir, { recursive: true, withFileTypes: true }))
    if (item.isFile())
      out[join(item.parentPath, item.name).slice(dir.length + 1)] = (await readFile(join(item.parentPath, item.name))).toString('hex');
  return out;
};

async function made(given: Record<string, string | Uint8Array> = files) {
  const opened = await openServices(given);
  const elsewhere = await temporaryFolder();
  const out = join(elsewhere, 'kopie.zip');
  return { ...opened, elsewhere, out, report: await opened.call('backup.make', { out }) };
}

describe('a backup', () => {
  test('holds every file and gives the whole kennismap back, byte for byte, and opens it', async () => {
    const { call, dir, out, elsewhere, report } = await made();
    expect(report).toMatchObject({ files: 5, path: out });
    expect(await call('backup.check', { path: out })).toMatchObject({ files: 5 });
    const target = join(elsewhere, 'terug');
    expect(await call('backup.restore', { path: out, dir: target })).toEqual({ dir: target, files: 5 });
    expect(await contents(target)).toEqual(await contents(dir));
    expect(await call('library.state', {})).toMatchObject({ dir: target });
  });

  test.skipIf(process.platform === 'win32')('also holds names that only this kind of disk knows', async () => {
    const odd = { 'Wat werkt?.md': 'een', 'tijd 9:30.md': 'twee', 'A.md': 'drie', 'a.md': 'vier' };
    const { call, dir, out, elsewhere } = await made(odd);
    const target = join(elsewhere, 'terug');
    await call('backup.restore', { path: out, dir: target });
    expect(await contents(target)).toEqual(await contents(dir));
  });

  test.skipIf(process.platform === 'win32')('holds and gives back names that a zip cannot have, or that are its own', async () => {
    const odd = {
      'a:b.md': 'een',
      'a\\b.md': 'twee',
      'map\\x/c:d.md': 'drie',
      'oogst-reservekopie.json': 'vier',
      'oogst-andere-namen/0': 'vijf',
      'gewoon.md': 'zes',
    };
    const { call, dir, out, elsewhere, report } = await made(odd);
    expect(report).toEqual({ files: 6, path: out, bytes: report.bytes });
    const target = join(elsewhere, 'terug');
    await call('backup.restore', { path: out, dir: target });
    expect(await contents(target)).toEqual(await contents(dir));
  });

  test.skipIf(process.platform !== 'linux')('names a file that cannot be read and holds the rest', async () => {
    const dir = await temporaryFolder({ 'gewoon.md': 'x' });
    // Not UTF-8: what the disk gives as its name is not how it can be asked for.
    await writeFile(Buffer.concat([Buffer.from(`${dir}/oud-`), Buffer.from([0xe9]), Buffer.from('.md')]), 'y');
    const { call } = await openServices({}, { dir });
    const out = join(await temporaryFolder(), 'kopie.zip');
    const report = await call('backup.make', { out });
    expect(report).toMatchObject({ files: 1, left: [{ path: 'oud-\ufffd.md', reason: 'het bestand of de map is er niet' }] });
    expect(await call('backup.check', { path: out })).toMatchObject({ files: 1 });
  });

  test('takes the place of a kennismap only when asked, and what stood there is kept beside it', async () => {
    const { call, dir, out } = await made();
    const before = await contents(dir);
    await writeFile(join(dir, 'leeg.txt'), 'later gemaakt');
    const later = await contents(dir);
    await expect(call('backup.restore', { path: out, dir })).rejects.toMatchObject({ code: 'backup.target' });
    const restored = await call('backup.restore', { path: out, dir, replace: true });
    expect(await contents(dir)).toEqual(before);
    expect(await contents(restored.aside ?? '')).toEqual(later);
  });

  test('is not put in the kennismap itself, and never replaces a file unasked', async () => {
    const { call, dir, out } = await made();
    await expect(call('backup.make', { out: join(dir, 'kopie.zip') })).rejects.toMatchObject({ code: 'export.target' });
    await expect(call('backup.make', { out })).rejects.toMatchObject({ code: 'export.target' });
    expect(await call('backup.make', { out, replace: true })).toMatchObject({ files: 5 });
  });

  test('that is cut anywhere, changed in one byte or no backup at all is refused in Dutch and nothing is put back', async () => {
    const { call, out, elsewhere } = await made();
    const whole = await readFile(out);
    const bad = join(elsewhere, 'slecht.zip');
    const target = join(elsewhere, 'terug');
    const tries: Buffer[] = [Buffer.from('geen zip'), Buffer.alloc(0)];
    for (let size = 0; size < whole.length; size += 97) tries.push(whole.subarray(0, size));
    for (let at = 0; at < whole.length; at += 53) {
      const flipped = Buffer.from(whole);
      flipped[at] = (flipped[at] ?? 0) ^ 0x20;
      tries.push(flipped);
    }
    let refused = 0;
    for (const bytes of tries) {
      await writeFile(bad, bytes);
      const outcome = await call('backup.check', { path: bad }).catch((error: unknown) => error);
      if (outcome instanceof Error) {
        refused++;
        expect(outcome).toMatchObject({ code: 'backup.unusable', message: expect.stringMatching(/Er is niets teruggezet\.$/) as string });
        await expect(call('backup.restore', { path: bad, dir: target })).rejects.toMatchObject({ code: 'backup.unusable' });
        expect(await stat(target).catch(() => 'niets')).toBe('niets');
      } else expect(outcome).toMatchObject({ files: 5 });
    }
    // Some bytes of a zip mean nothing (dates, versions); whatever is accepted is whole.
    expect(refused).toBeGreaterThan(tries.length / 2);
    expect((await readdir(elsewhere)).sort()).toEqual(['kopie.zip', 'slecht.zip']);
  });

  test('that is stopped leaves nothing behind, and a restore that is stopped neither', async () => {
    const { call, dir, out, elsewhere } = await made();
    const before = await contents(dir);
    const stop = new AbortController();
    const context = { signal: stop.signal, report: () => stop.abort() };
    await expect(call('backup.make', { out: join(elsewhere, 'half.zip') }, context)).rejects.toMatchObject({ code: 'cancelled' });
    await expect(call('backup.restore', { path: out, dir, replace: true }, context)).rejects.toMatchObject({ code: 'cancelled' });
    // Who stops does not wait until what was half made is cleared away.
    await expect.poll(() => readdir(elsewhere)).toEqual(['kopie.zip']);
    expect(await contents(dir)).toEqual(before);
    expect(await call('library.state', {})).toMatchObject({ dir });
  });

  test('from a place that is not there, or is a folder, says what is wrong', async () => {
    const { call, elsewhere } = await made();
    await mkdir(join(elsewhere, 'map'));
    for (const path of [join(elsewhere, 'weg.zip'), join(elsewhere, 'map')])
      await expect(call('backup.check', { path })).rejects.toMatchObject({ code: 'backup.unusable' });
  });

  test('of an older moment still opens after it was copied', async () => {
    const { call, out, elsewhere } = await made();
    await copyFile(out, join(elsewhere, 'verhuisd.zip'));
    expect(await call('backup.check', { path: join(elsewhere, 'verhuisd.zip') })).toMatchObject({ files: 5, made: '2026-11-23T14:03:00.000Z' });
  });
});
