import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openServices } from '../../../helpers/open-services.ts';
import { temporaryFolder } from '../../../helpers/temporary.ts';

const files = { 'a.md': '---\nid: a\ntitel: Een\n---\nbegin\n' };

describe('what is being typed', () => {
  test('C10: is there again after the program was killed, of this kennismap only', async () => {
    const profile = await temporaryFolder();
    const first = await openServices(files, { profile });
    await first.call('drafts.keep', { id: 'a', body: 'half een zin', base: 'begin\n', sending: 'half' });
    // Nothing is closed: what counts is what lies on disk now.
    const again = await openServices({}, { profile, dir: first.dir });
    expect(await again.call('drafts.list', {})).toMatchObject([{ id: 'a', title: 'Een', body: 'half een zin', base: 'begin\n', sending: 'half' }]);
    const other = await openServices(files, { profile });
    expect(await other.call('drafts.list', {})).toEqual([]);
  });

  test('is the last that was kept, and gone when it was dropped or reached the file', async () => {
    const { call } = await openServices(files);
    await Promise.all(['a', 'ab', 'abc'].map((body) => call('drafts.keep', { id: 'a', body, base: '' })));
    expect((await call('drafts.list', {})).map(({ body }) => body)).toEqual(['abc']);
    await call('drafts.drop', { id: 'a' });
    expect(await call('drafts.list', {})).toEqual([]);
    await call('drafts.keep', { id: 'a', body: 'begin\n', base: '' });
    expect(await call('drafts.list', {})).toEqual([]);
  });

  test('C10: keeps what is typed beside the text apart from it, each until it is dropped', async () => {
    const profile = await temporaryFolder();
    const first = await openServices(files, { profile });
    const kept = { weging: '{"A1":"half"}', velden: '{"organisatie":"D"}', reflectie: '{"team":"Zuid"}' } as const;
    await first.call('drafts.keep', { id: 'a', body: 'half een zin', base: 'begin\n' });
    for (const part of ['weging', 'velden', 'reflectie'] as const) await first.call('drafts.keep', { id: 'a', part, body: kept[part], base: '' });
    const again = await openServices({}, { profile, dir: first.dir });
    const found = async (): Promise<string[][]> =>
      (await again.call('drafts.list', {})).map(({ part, body }) => [part, body]).sort(([a = ''], [b = '']) => a.localeCompare(b));
    expect(await found()).toEqual([
      ['reflectie', kept.reflectie],
      ['tekst', 'half een zin'],
      ['velden', kept.velden],
      ['weging', kept.weging],
    ]);
    await again.call('drafts.drop', { id: 'a', part: 'weging' });
    await again.call('drafts.drop', { id: 'a' });
    expect(await found()).toEqual([
      ['reflectie', kept.reflectie],
      ['velden', kept.velden],
    ]);
  });

  test('stays when the write-up itself is gone', async () => {
    const { call } = await openServices(files);
    await call('drafts.keep', { id: 'a', body: 'half', base: 'begin\n' });
    await call('trash.put', { ids: ['a'] });
    expect(await call('drafts.list', {})).toMatchObject([{ id: 'a', title: 'Een', body: 'half' }]);
  });

  test('does not stumble over a damaged file', async () => {
    const profile = await temporaryFolder();
    const { call } = await openServices(files, { profile });
    await call('drafts.keep', { id: 'a', body: 'half', base: '' });
    const [name = ''] = await readdir(join(profile, 'concepten'));
    for (const broken of ['', '{"root":', 'null', '[]']) {
      await writeFile(join(profile, 'concepten', name), broken);
      expect(await call('drafts.list', {})).toEqual([]);
    }
  });
});

describe('what a killed program was just writing', () => {
  // No process has this number.
  const left = '~$oogst-4194999-0123abcd.tmp';

  test.for([
    ['is the draft when it is newer and whole', (text: string) => text.replace('"at":', '"at":9'), 'half'],
    ['is nothing when it is older', (text: string) => text.replace('eerst', 'ouder').replace(/"at":\d/, '"at":0'), 'eerst'],
    ['is nothing when it was cut off', (text: string) => text.slice(0, -4), 'eerst'],
  ] as const)('%s: there is one draft, and nothing comes back later', async ([, change, body]) => {
    const profile = await temporaryFolder();
    const { call } = await openServices(files, { profile });
    await call('drafts.keep', { id: 'a', body: 'eerst', base: 'begin\n' });
    const dir = join(profile, 'concepten');
    const [name = ''] = await readdir(dir);
    const text = await readFile(join(dir, name), 'utf8');
    await writeFile(join(dir, left), change(body === 'half' ? text.replace('eerst', 'half') : text));
    expect((await call('drafts.list', {})).map((one) => one.body)).toEqual([body]);
    expect(await readdir(dir)).toEqual([name]);
    await call('drafts.drop', { id: 'a' });
    expect(await call('drafts.list', {})).toEqual([]);
  });
});
