import { join } from 'node:path';
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { noReads, readFar, type FarReader } from '../../../main/library/far-reading.ts';
import { createFarReader } from '../../../main/shells/text-threads.ts';
import { openServices, type Opened } from '../../helpers/open-services.ts';
import { temporaryFolder } from '../../helpers/temporary.ts';

const files = (): Record<string, string | Uint8Array> => ({
  ...Object.fromEntries(
    Array.from({ length: 340 }, (_, n) => [
      `praktijken/stuk-${n}.md`,
      `---\nid: stuk-${n}\nsoort: praktijk\ntitel: Stuk ${n}\n---\n\n## Wat\n\nOver leergemeenschap ${n}. Zie [[stuk-${n + 1}]].\n`,
    ]),
  ),
  'dubbel.md': '---\nid: stuk-3\nsoort: praktijk\ntitel: Nog een\n---\n\nOver een leergemeenschap.\n',
  'velden.md':
    '---\nid: velden\nsoort: praktijk\nstatus: 0123\neigen: { diep: [1, "twee", null] }\n__proto__: x\noordelen:\n  - { item: A4, oordeel: nee, door: "één \\"rol\\"" }\n---\n\nOver een leergemeenschap.\n',
  'zonder-kop.md': 'Over een leergemeenschap zonder kop.\n',
  'zwaar.md': '---\nbron: &a iets\nsoort: praktijk\n---\n\nOver een leergemeenschap.\n',
  'oud.md': Buffer.from('Over een leergemeenschap in een caf\xe9.\n', 'latin1'),
});

/** What can be seen of a kennismap. */
async function seen({ call }: Opened): Promise<unknown> {
  const page = await call('search.query', { query: 'leergemeenschap', limit: 500, sort: 'titel', facets: true });
  return {
    total: page.total,
    facets: page.facets,
    hits: page.hits.map((hit) => ({ ...hit, score: 0 })),
    problems: await call('library.problems', {}),
    entries: await Promise.all(['stuk-3', 'velden'].map((id) => call('entries.read', { id }))),
  };
}

const inProcess: FarReader = { width: 2, read: (input) => Promise.resolve(readFar(input)), rest: () => undefined };

describe('a large folder that is read in other threads', () => {
  test('says the same as one that is read near by', async () => {
    const dir = await temporaryFolder(files());
    const near = await openServices({}, { dir });
    const far = await openServices({}, { dir, far: inProcess });
    expect(await seen(far)).toEqual(await seen(near));
    expect((await far.call('library.state', {})).state).toBe('ready');
  });

  test('is read all the same when the threads give nothing', async () => {
    const dir = await temporaryFolder(files());
    const far = await openServices({}, { dir, far: { ...inProcess, read: () => Promise.resolve(noReads()) } });
    expect((await far.call('search.query', { query: 'leergemeenschap' })).total).toBe(345);
  });

  test('is given out in parts that fit in memory, however large its files are', async () => {
    const large = Buffer.alloc(11 * 1024 * 1024, 'Over een leergemeenschap. ');
    const dir = await temporaryFolder({
      ...files(),
      ...Object.fromEntries(Array.from({ length: 4 }, (_, n) => [`praktijken/stuk-groot-${n}.md`, large])),
    });
    const parts: { count: number; bytes: number }[] = [];
    const read: FarReader['read'] = (input) => {
      parts.push({ count: input.files.length, bytes: input.files.reduce((sum, { size }) => sum + size, 0) });
      return inProcess.read(input);
    };
    const far = await openServices({}, { dir, far: { ...inProcess, read } });
    expect((await far.call('search.query', { query: 'leergemeenschap' })).total).toBe(349);
    expect(parts.filter(({ count, bytes }) => count > 1 && bytes > 16 * 1024 * 1024)).toEqual([]);
    expect(parts.filter(({ bytes }) => bytes >= large.length)).toHaveLength(4);
  });

  const entry = join(import.meta.dirname, '../../../out/main/text-worker.js');
  test.skipIf(!existsSync(entry))('is read by real threads (skipped where nothing was built yet)', async () => {
    const threads = createFarReader(entry);
    const far = await openServices(files(), { far: threads });
    expect((await far.call('search.query', { query: 'leergemeenschap' })).total).toBe(345);
    threads.rest();
  });
});
