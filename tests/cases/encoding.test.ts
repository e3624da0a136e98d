import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectPlain, failureOf } from '../helpers/failure-of.ts';
import { openServices } from '../helpers/open-services.ts';

const header = '---\nid: p\nsoort: praktijk\ntitel: P\n---\n';

test.each([
  ['a byte-order mark', `\ufeff${header}een\ntwee\n`],
  ['Windows line endings', `${header}een\ntwee\n`.replace(/\n/g, '\r\n')],
  ['a byte-order mark and Windows line endings', `\ufeff${header}een\ntwee\n`.replace(/\n/g, '\r\n')],
  ['mixed line endings', `${header}een\r\ntwee\ndrie\r\n`],
  ['old Mac line endings under the header', `${header}een\rtwee\r`],
  ['no line at the end', `${header}een\ntwee`],
  ['nothing under the header', header.trimEnd()],
])('F1: a file with %s stays the same byte for byte when nothing is edited, and keeps its style when a field is', async (_, text) => {
  const { dir, call } = await openServices({ 'p.md': text });
  const { revision, body } = await call('entries.read', { id: 'p' });
  await call('entries.saveBody', { id: 'p', basedOn: revision, body });
  expect(JSON.stringify(await readFile(join(dir, 'p.md'), 'utf8'))).toBe(JSON.stringify(text));
  await call('entries.setFields', { id: 'p', fields: { titel: 'Q' } });
  expect(JSON.stringify(await readFile(join(dir, 'p.md'), 'utf8'))).toBe(JSON.stringify(text.replace('titel: P', 'titel: Q')));
});

test('F3: a text in an old Windows character set is read well, marked, and not rewritten', async () => {
  const bytes = Buffer.from(header.replace('titel: P', 'titel: Co\xf6rdinatie \x80 5') + 'z\xf3 \x93kort\x94\n', 'latin1');
  const { dir, call } = await openServices({ 'p.md': bytes });
  const entry = await call('entries.read', { id: 'p' });
  expect([entry.title, entry.body, entry.locked]).toEqual(['Coördinatie € 5', 'zó “kort”\n', 'het bestand is oude Windows-tekst']);
  expect(entry.problemList.map((one) => one.rule)).toContain('tekenset');
  expect((await call('search.query', { query: 'coordinatie' })).hits.map((hit) => hit.id)).toEqual(['p']);
  expectPlain(await failureOf(call('entries.saveBody', { id: 'p', basedOn: entry.revision, body: 'x' })), 'p.md');
  expect(bytes.equals(await readFile(join(dir, 'p.md')))).toBe(true);
});

test.each([
  ['invalid UTF-8', Buffer.from([0xc3, 0x28, 0xff, 0x80])],
  ['a zero byte', Buffer.from('een\0twee')],
  ['half a pair of UTF-16 in UTF-8', Buffer.from([0xed, 0xa0, 0x80])],
  ['UTF-16 with a stray half', Buffer.from('\ufeffa\ud800b', 'utf16le')],
  ['a picture that is called Markdown', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
])('F4: a file with %s is in the list, is said to be locked, and keeps its bytes', async (_, bytes) => {
  const { dir, call } = await openServices({ 'p.md': bytes });
  const [known] = await call('entries.titles', {});
  const entry = await call('entries.read', { id: known?.id ?? '' });
  expect(entry.locked).toMatch(/^het bestand is /);
  expect(entry.problemList.map((one) => one.rule)).toContain('tekenset');
  expectPlain(await failureOf(call('entries.setFields', { id: entry.id, fields: { status: 'concept' } })), 'p.md');
  expect(bytes.equals(await readFile(join(dir, 'p.md')))).toBe(true);
});

test('F4: any bytes at all are read without a fault, and a save changes them only when they were UTF-8', async () => {
  const any = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.string({ unit: 'binary', maxLength: 100 }).map((text) => Buffer.from(header + text)),
  );
  const samples = fc.sample(any, { numRuns: 50, seed: 23 });
  const { dir, call } = await openServices(Object.fromEntries(samples.map((bytes, n) => [`${n}.md`, bytes])));
  const hits = (await call('search.query', { query: '', limit: 500 })).hits;
  expect(hits).toHaveLength(samples.length);
  for (const { id, entry } of hits) {
    const before = await readFile(join(dir, entry.path));
    const { locked } = await call('entries.read', { id });
    const saving = call('entries.setFields', { id, fields: { eigen: 'x' } });
    const failure = await saving.then(() => undefined).catch(() => failureOf(saving));
    const after = await readFile(join(dir, entry.path));
    if (failure) expect(before.equals(after)).toBe(true);
    else expect(locked).toBeUndefined();
    if (locked !== undefined) expect(failure?.code).toBe('entry.locked-text');
    if (!failure) expect(after.toString('utf8')).toContain('eigen: x');
  }
});
