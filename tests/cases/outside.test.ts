import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openServices } from '../helpers/open-services.ts';

describe('B3 changes from outside', () => {
  test('E15: a burst of a thousand changes is all there within seconds', async () => {
    const { call, dir } = await openServices({}, { watch: true });
    await Promise.all(Array.from({ length: 1000 }, (_, n) => writeFile(join(dir, `s${n}.md`), `---\nid: s${n}\n---\nuitbarsting\n`)));
    await expect.poll(async () => (await call('search.query', { query: 'uitbarsting' })).total, { timeout: 20_000 }).toBe(1000);
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
