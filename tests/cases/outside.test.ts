import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inBatches } from '../../main/library/folder-scan.ts';
import { openServices } from '../helpers/open-services.ts';

/** Four changes each: normally four thousand, twenty thousand when everything is asked for. */
const burst = process.env['OOGST_CASES'] === 'all' ? 5000 : 1000;

describe('B3 changes from outside', () => {
  test(`E15: after a burst of ${4 * burst} changes, what Oogst holds is what is on disk`, { timeout: 300_000 }, async () => {
    const { call, dir } = await openServices({}, { watch: true });
    const count = burst;
    const at = (n: number): string => join(dir, `s${n}.md`);
    const each = async (change: (n: number) => Promise<void>): Promise<void> =>
      inBatches(
        Array.from({ length: count }, (_, n) => n),
        64,
        change,
      );
    await each((n) => writeFile(at(n), `---\nid: s${n}\n---\neerst\n`));
    await each((n) => writeFile(at(n), `---\nid: s${n}\n---\nuitbarsting\n`));
    await each((n) => rename(at(n), join(dir, `t${n}.md`)));
    await each((n) => (n % 2 ? rm(join(dir, `t${n}.md`)) : writeFile(join(dir, `t${n}.md`), `---\nid: s${n}\n---\nten slotte ${n}\n`)));
    await expect.poll(async () => (await call('search.query', { query: 'slotte' })).total, { timeout: 60_000 }).toBe(count / 2);
    // What went in the midst of it was never listed, or is missing until somebody confirms it.
    const there = async (): Promise<number> => {
      const { missing } = (await call('library.state', {})) as { missing: number };
      return (await call('entries.titles', {})).length - missing;
    };
    await expect.poll(there, { timeout: 60_000 }).toBe(count / 2);
    await call('library.confirmMissing', {});
    expect((await call('entries.titles', {})).map(({ id }) => id).sort()).toEqual((await readdir(dir)).map((name) => `s${name.slice(1, -3)}`).sort());
    for (const word of ['eerst', 'uitbarsting']) expect((await call('search.query', { query: word })).total).toBe(0);
  });

  test('E20: two names that differ only in how an accent is written are two files, and neither is written over the other', async () => {
    const [composed, loose] = ['caf\u00e9.md', 'cafe\u0301.md'];
    const { call, dir } = await openServices({ [composed]: 'een\n', [loose]: 'twee\n' });
    const { hits } = await call('search.query', { query: '' });
    expect(hits.map(({ entry }) => entry.path).sort()).toEqual([loose, composed].sort());
    for (const { id, entry } of hits) await call('entries.setFields', { id, fields: { organisatie: entry.path === composed ? 'A' : 'B' } });
    expect(await readFile(join(dir, composed), 'utf8')).toContain('organisatie: A');
    expect(await readFile(join(dir, loose), 'utf8')).toContain('organisatie: B');
    expect((await readdir(dir)).length).toBe(2);
  });
});
