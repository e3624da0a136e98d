import { mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Failure } from '../../../domain/api/failures.ts';
import { openServices } from '../../helpers/open-services.ts';
import { temporaryFolder } from '../../helpers/temporary.ts';

const foreign: Record<string, string | Uint8Array> = {
  'README.md': '# Handleiding\r\n\r\nmet Windows-regels\r\n',
  'map/één dag.md': '\ufeff---\ntags: [a, b]\ndate: 2024-05-01\nonbekend:   x   # zo\n---\nlijf zonder slot',
  'map/kapot.md': '---\ntitle: "open\n---\nlijf',
  'map/latin.md': Buffer.from('caf\xe9', 'latin1'),
  'map/foto.png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]),
  '.verborgen/mee.md': 'mee',
  '.obsidian/app.json': '{}',
  '.git/config': 'x',
};

describe('importing a folder of others', () => {
  test('brings every file along byte for byte, in its own folder under its own name', async () => {
    const source = await temporaryFolder(foreign);
    const { dir, call } = await openServices();
    const report = await call('import.folder', { sources: [source] });
    expect(report.imported.map((one) => one.path)).toEqual(['.verborgen/mee.md', 'README.md', 'map/kapot.md', 'map/latin.md', 'map/één dag.md']);
    expect(report.attachments).toBe(1);
    for (const [path, content] of Object.entries(foreign)) {
      if (/^\.(git|obsidian)\//.test(path)) await expect(readFile(join(dir, path))).rejects.toMatchObject({ code: 'ENOENT' });
      else expect((await readFile(join(dir, path))).equals(Buffer.from(content as string)), path).toBe(true);
    }
    const known = await call('entries.titles', {});
    expect(new Set(report.imported.map((one) => one.id))).toEqual(new Set(known.map((entry) => entry.id)));
    expect(report.imported.find((one) => one.path === 'map/kapot.md')?.problems.map((p) => p.rule)).toContain('kop-onleesbaar');
  });

  test('writes nothing in a dry run', async () => {
    const source = await temporaryFolder(foreign);
    const { dir, call } = await openServices();
    const report = await call('import.folder', { sources: [source], dryRun: true });
    expect(report.imported).toHaveLength(5);
    expect(await readdir(dir)).toEqual([]);
  });

  test('leaves what is there alone: the same is skipped, another gets a number', async () => {
    const source = await temporaryFolder({ 'a.md': 'nieuw', 'b.md': 'zelfde' });
    const { dir, call } = await openServices({ 'a.md': 'van ons', 'b.md': 'zelfde' });
    const report = await call('import.folder', { sources: [source] });
    expect(report.same.map((one) => one.path)).toEqual(['b.md']);
    expect(report.imported.map((one) => one.path)).toEqual(['a-2.md']);
    expect(report.warnings).toHaveLength(1);
    expect(await readFile(join(dir, 'a.md'), 'utf8')).toBe('van ons');
    expect(await readFile(join(dir, 'a-2.md'), 'utf8')).toBe('nieuw');
  });

  test('takes a single file with its attachments, and several folders each under their own name', async () => {
    const source = await temporaryFolder({ 'los.md': 'los', 'los.bijlagen/x.png': 'x', 'een/a.md': '1', 'twee/a.md': '2' });
    const { dir, call } = await openServices();
    await call('import.folder', { sources: [join(source, 'los.md'), join(source, 'een'), join(source, 'twee')] });
    expect((await readdir(dir, { recursive: true })).filter((path) => !path.startsWith('.oogst')).sort()).toEqual([
      'een',
      'een/a.md',
      'los.bijlagen',
      'los.bijlagen/x.png',
      'los.md',
      'twee',
      'twee/a.md',
    ]);
  });

  test('reports links instead of following them', async () => {
    const source = await temporaryFolder({ 'a.md': 'a' });
    await symlink('/etc', join(source, 'etc'));
    const { dir, call } = await openServices();
    const report = await call('import.folder', { sources: [source] });
    expect(report.skipped.map((one) => one.from)).toEqual([join(source, 'etc')]);
    expect((await readdir(dir)).filter((name) => name !== '.oogst')).toEqual(['a.md']);
  });

  test('takes back what it wrote when it is cancelled halfway', async () => {
    const source = await temporaryFolder(Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`${n}.md`, `tekst ${n}`])));
    const { dir, call } = await openServices({ 'eigen.md': 'blijft' });
    const controller = new AbortController();
    const report = (step: { done: number }): void => void (step.done === 10 && controller.abort());
    await expect(call('import.folder', { sources: [source] }, { signal: controller.signal, report })).rejects.toMatchObject({ code: 'cancelled' });
    expect(await readdir(dir)).toEqual(['eigen.md']);
  });

  test('refuses a source that is missing or lies in the kennismap itself', async () => {
    const { dir, call } = await openServices({ 'a.md': 'x' });
    await mkdir(join(dir, 'sub'));
    const code = async (source: string): Promise<unknown> =>
      call('import.folder', { sources: [source] }).catch((error: unknown) => (error as Failure).code);
    expect(await code(join(dir, 'weg'))).toBe('import.source');
    expect(await code(dir)).toBe('import.inside');
    expect(await code(join(dir, 'sub'))).toBe('import.inside');
    expect(await code(join(dir, '..'))).toBe('import.inside');
  });
});
