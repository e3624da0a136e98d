import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { claimed } from '../../../main/library/claim.ts';
import { openServices } from '../../helpers/open-services.ts';
import { bundleForThread } from '../../helpers/thread-bundle.ts';
import { temporaryFolder } from '../../helpers/temporary.ts';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

describe('a claim on a folder', () => {
  test('lets one at a time through, and everyone in the end', async () => {
    const root = await temporaryFolder();
    let [inside, most, done] = [0, 0, 0];
    await Promise.all(
      Array.from({ length: 12 }, () =>
        claimed(root, async () => {
          most = Math.max(most, ++inside);
          await new Promise((next) => setImmediate(next));
          inside--;
          done++;
        }),
      ),
    );
    expect([most, done]).toEqual([1, 12]);
  });

  test('is let go when the work fails, and does not hold other folders', async () => {
    const root = await temporaryFolder();
    await expect(claimed(root, () => Promise.reject(new Error('mis')))).rejects.toThrow('mis');
    expect(await claimed(root, () => claimed(`${root}-anders`, () => Promise.resolve('goed')))).toBe('goed');
  });

  test('is gone with a process that was killed', async () => {
    const root = await temporaryFolder();
    const entry = join(root, 'holder.ts');
    const claim = JSON.stringify(resolve(import.meta.dirname, '../../../main/library/claim.ts'));
    await writeFile(
      entry,
      `import { claimed } from ${claim};
       void claimed(${JSON.stringify(root)}, () => new Promise(() => { console.log('vast'); setInterval(() => {}, 1000); }));`,
    );
    const bundle = await bundleForThread(entry);
    const holder = spawn(process.execPath, [bundle.file], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(holder.stdout, 'data');
    const mine = claimed(root, () => Promise.resolve('mijn'));
    holder.kill('SIGKILL');
    expect(await mine).toBe('mijn');
    await bundle.remove();
  });

  test('keeps the fields of two that change one file at the same time', async () => {
    const dir = await temporaryFolder();
    await mkdir(join(dir, 'praktijken'));
    await writeFile(join(dir, 'praktijken', 'p.md'), '---\nid: p1\nsoort: praktijk\ntitel: P\n---\ntekst\n');
    const both = [await openServices({}, { dir }), await openServices({}, { dir })];
    await Promise.all(
      both.flatMap(({ call }, who) => Array.from({ length: 20 }, (_, n) => call('entries.setFields', { id: 'p1', fields: { [`v${who}_${n}`]: n } }))),
    );
    const text = await readFile(join(dir, 'praktijken', 'p.md'), 'utf8');
    expect([0, 1].flatMap((who) => Array.from({ length: 20 }, (_, n) => `v${who}_${n}: ${n}\n`)).filter((line) => !text.includes(line))).toEqual([]);
  });

  test('never changes another piece that came to stand under the same name', async () => {
    const piece = (id: string): string => `---\nid: ${id}\nsoort: praktijk\ntitel: ${id}\n---\ntekst\n`;
    const { call, dir } = await openServices({ 'a.md': piece('p1') });
    await rename(join(dir, 'a.md'), join(dir, 'b.md'));
    await writeFile(join(dir, 'a.md'), piece('p2'));
    await expect(call('entries.setFields', { id: 'p1', fields: { eigen: 1 } })).rejects.toMatchObject({ code: 'entry.missing' });
    expect(await readFile(join(dir, 'a.md'), 'utf8')).toBe(piece('p2'));
  });
});
