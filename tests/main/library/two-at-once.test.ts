import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openServices } from '../../helpers/open-services.ts';
import { temporaryFolder } from '../../helpers/temporary.ts';

const text = '---\nid: een\ntitel: Een\nsoort: praktijk\n---\nbegin\n';

describe('two programs on one kennismap (E13)', () => {
  test('lose no judgement of each other, and leave nothing in the folder', async () => {
    const profile = await temporaryFolder();
    const first = await openServices({ 'een.md': text }, { profile });
    const second = await openServices({}, { profile, dir: first.dir });
    const judge = async (open: typeof first, who: string): Promise<void> => {
      for (let n = 0; n < 25; n++) await open.call('entries.judge', { id: 'een', item: 'A1', verdict: 'ja', evidence: `${who} ${n}` });
    };
    await Promise.all([judge(first, 'links'), judge(second, 'rechts')]);
    const written = await readFile(join(first.dir, 'een.md'), 'utf8');
    for (const who of ['links', 'rechts']) for (let n = 0; n < 25; n++) expect(written).toMatch(new RegExp(`${who} ${n}$`, 'm'));
    expect(await readdir(first.dir)).toEqual(['een.md']);
  });

  test('give one of them a conflict when both save the same text, and what the other wrote stays', async () => {
    const first = await openServices({ 'een.md': text });
    const second = await openServices({}, { dir: first.dir });
    const [{ revision }, other] = await Promise.all([first.call('entries.read', { id: 'een' }), second.call('entries.read', { id: 'een' })]);
    const save = (open: typeof first, basedOn: string, body: string) => open.call('entries.saveBody', { id: 'een', basedOn, body });
    const outcomes = await Promise.allSettled([save(first, revision, 'links\n'), save(second, other.revision, 'rechts\n')]);
    const won = outcomes.findIndex(({ status }) => status === 'fulfilled');
    expect(outcomes[1 - won]).toMatchObject({ status: 'rejected', reason: { code: 'entry.conflict' } });
    expect(await readFile(join(first.dir, 'een.md'), 'utf8')).toContain(won === 0 ? 'links' : 'rechts');
  });

  test('see what another program writes between reading and replacing: the edit is made again on top of it', async () => {
    const { call, dir } = await openServices({ 'een.md': text });
    const path = join(dir, 'een.md');
    const writes = Array.from({ length: 30 }, async (_, n) => {
      await call('entries.judge', { id: 'een', item: 'A1', verdict: 'ja', evidence: `beurt ${n}` });
    });
    await writeFile(path, text.replace('begin', 'van buiten'));
    await Promise.all(writes);
    expect(await readFile(path, 'utf8')).toContain('beurt 29');
  });
});
