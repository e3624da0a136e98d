import { open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inBatches } from '../../main/library/folder-scan.ts';
import { expectPlain, failureOf } from '../helpers/failure-of.ts';
import { openServices } from '../helpers/open-services.ts';
import { temporaryFolder } from '../helpers/temporary.ts';

const header = (id: string): string => `---\nid: ${id}\nsoort: praktijk\ntitel: Stuk ${id}\n---\n## Waarom\n`;

/** A file of so many megabytes, the last word of which is “slot”. */
async function large(file: string, megabytes: number, part: string): Promise<void> {
  const handle = await open(file, 'w');
  await handle.writeFile(header('groot'));
  const block = part.repeat(Math.ceil((1024 * 1024) / part.length));
  for (let n = 0; n < megabytes; n++) await handle.writeFile(block);
  await handle.writeFile('slot');
  await handle.close();
}

test.each([
  ['N1: a text of fifty megabytes', 50, 'een regel tekst over leren\n'],
  ['N2: a line of twenty megabytes', 20, 'woord '],
])('%s is in the list, shows its beginning, is found and never changed', async (_, megabytes, part) => {
  const dir = await temporaryFolder({ 'klein.md': header('klein') });
  await large(join(dir, 'groot.md'), megabytes, part);
  const before = await readFile(join(dir, 'groot.md'));
  const { call } = await openServices({}, { dir });
  const entry = await call('entries.read', { id: 'groot' });
  expect(entry.locked).toBe('groter dan 10 MB');
  expect(entry.body.startsWith(`## Waarom\n${part}`)).toBe(true);
  expect(entry.body.length).toBeLessThan(2 * 1024 * 1024);
  expect(entry.problemList.map((one) => one.message)).toContain(`Dit bestand is ${megabytes} MB. Oogst toont het begin en wijzigt het niet.`);
  expect((await call('search.query', { query: part.trim().split(' ').at(-1) ?? '' })).hits.map((hit) => hit.id)).toEqual(['groot']);
  expectPlain(await failureOf(call('entries.saveBody', { id: 'groot', basedOn: entry.revision, body: 'kort' })), 'groot.md');
  expectPlain(await failureOf(call('entries.setFields', { id: 'groot', fields: { status: 'concept' } })), 'groot.md');
  expect(before.equals(await readFile(join(dir, 'groot.md')))).toBe(true);
  expect((await call('entries.read', { id: 'klein' })).locked).toBeUndefined();
});

/** How long it takes to open a folder of so many files, milliseconds; everything in it must be found. */
async function opening(count: number): Promise<number> {
  const dir = await temporaryFolder(Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`map-${n}/los.txt`, ''])));
  const all = Array.from({ length: count }, (_, n) => n);
  await inBatches(all, 32, (n) => writeFile(join(dir, `map-${n % 50}`, `${n}.md`), `${header(`n${n}`)}Tekst ${n} over leren.\n`));
  const began = performance.now();
  const { services, call } = await openServices({}, { dir });
  const took = performance.now() - began;
  expect(await call('library.state', {})).toMatchObject({ state: 'ready', entries: count });
  expect((await call('search.query', { query: 'leren', limit: 20 })).total).toBe(count);
  await call('entries.setFields', { id: `n${count - 1}`, fields: { status: 'concept' } });
  expect((await call('search.query', { query: `titel:"Stuk n${count - 1}"` })).hits.map((hit) => hit.id)).toContain(`n${count - 1}`);
  await services.close();
  return took;
}

/** Normally five thousand files; fifty thousand when everything is asked for. */
const many = process.env['OOGST_CASES'] === 'all' ? 50_000 : 5000;

test(`N3: five times as many files take at most eight times as long to open, and every one of ${many} is found and can be changed`, async () => {
  const few = await opening(many / 5);
  expect((await opening(many)) / few).toBeLessThan(8);
}, 600_000);
