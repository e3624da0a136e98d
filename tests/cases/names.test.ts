import { readdir, readFile, rename, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileNameFor } from '../../domain/entries/naming.ts';
import { expectPlain, failureOf } from '../helpers/failure-of.ts';
import { openServices } from '../helpers/open-services.ts';
import { temporaryFolder } from '../helpers/temporary.ts';

const windows = process.platform === 'win32';
const header = (id: string): string => `---\nid: ${id}\nsoort: vraag\n---\ntekst\n`;

test('N5: links in a ring, to outside and to nothing are noted by name, not followed and not written through', async () => {
  const dir = await temporaryFolder({ 'in/a.md': header('a'), 'buiten/b.md': header('b') });
  const root = join(dir, 'in');
  await symlink(root, join(root, 'ring'), 'junction');
  await symlink(join(dir, 'buiten'), join(root, 'naar-buiten'), 'junction');
  await symlink(join(dir, 'nergens'), join(root, 'los'), 'junction');
  if (!windows) await symlink(join(dir, 'buiten', 'b.md'), join(root, 'vragen.md'));
  const { services, call } = await openServices({}, { dir: root });
  expect((await call('entries.titles', {})).map((one) => one.id)).toEqual(['a']);
  const notes = services.session.library().notes;
  expect(notes.map((note) => note.path).sort()).toEqual(windows ? ['los', 'naar-buiten', 'ring'] : ['los', 'naar-buiten', 'ring', 'vragen.md']);
  expect(notes.every((note) => note.reason.includes('niet gevolgd'))).toBe(true);
  expect(await readFile(join(dir, 'buiten', 'b.md'), 'utf8')).toBe(header('b'));
});

test('N5: what is brought in is not written through a link to outside, and a kennismap that is gone is not made anew', async () => {
  const dir = await temporaryFolder({
    'in/a.md': header('a'),
    'buiten/b.txt': 'van een ander',
    'bron/map/c.md': header('c'),
    'bron/d.md': header('d'),
  });
  await symlink(join(dir, 'buiten'), join(dir, 'in', 'bron'), 'junction');
  await symlink(join(dir, 'buiten'), join(dir, 'in', 'map'), 'junction');
  const { call } = await openServices({}, { dir: join(dir, 'in') });
  const failure = await failureOf(call('import.folder', { sources: [join(dir, 'bron')] }));
  expectPlain(failure, 'koppeling');
  expect(await readdir(join(dir, 'buiten'), { recursive: true })).toEqual(['b.txt']);
  await rename(join(dir, 'in'), join(dir, 'weg'));
  expectPlain(await failureOf(call('import.folder', { sources: [join(dir, 'bron')] })), '.md lukte niet');
  expect((await readdir(dir)).sort()).toEqual(['bron', 'buiten', 'weg']);
});

/** Names another program may have given; those with a sign that Windows has no room for are tried elsewhere only. */
const strange = [
  '🌾 oogst 👩🏽‍🌾',
  'omgekeerd \u202edm.txt',
  '-rf',
  "'aanhaling' & meer",
  'CON',
  'nul',
  'aux.les',
  'COM1',
  '_vti_les',
  '.lock',
  'desktop.ini',
  '__proto__',
  'e\u0301e\u0301n',
  ...(windows ? [] : ['regel\neind', '"dubbel" <b>', 'a:b', 'spatie ', 'punt.', 'achter\\uit', '*?|']),
];

test('N7, N8: a file with any name that the disk allows is in the list, can be read, found, changed and opened by its id', async () => {
  const files = Object.fromEntries(strange.map((name, n) => [`${name}.md`, `---\nsoort: vraag\n---\neigen${n}woord\n`]));
  const { dir, call } = await openServices(files);
  const before = (await readdir(dir)).sort();
  const hits = (await call('search.query', { query: '', limit: 100 })).hits;
  expect(hits.map((hit) => hit.entry.path).sort()).toEqual(before.filter((name) => name.endsWith('.md')));
  for (const { id, entry } of hits) {
    const { body, title } = await call('entries.read', { id });
    expect(title.trim()).not.toBe('');
    expect((await call('search.query', { query: body.trim() })).hits.map((hit) => hit.id)).toEqual([id]);
    await call('entries.setFields', { id, fields: { status: 'concept' } });
    expect(await readFile(join(dir, entry.path), 'utf8')).toContain('status: concept');
  }
  expect((await readdir(dir)).sort()).toEqual(before);
});

describe('names that are made from titles', () => {
  const unfit = /^(con|prn|aux|nul|com\d|lpt\d|desktop|\.lock|_vti_.*)$|[^a-z0-9-]|^-|-$/;
  test('N7, N8, N9: are safe on every system and at most 80 bytes, whatever the title', () => {
    const titles = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: fc.constantFrom('é', 'ĳ', '👩🏽‍🌾', '\u202e', '-', '.', '/', '\\', '\n', 'a', ' '), maxLength: 300 }),
      fc.constantFrom(
        'CON',
        'con.',
        'NUL ',
        'aux.md',
        'COM1',
        'LPT9',
        '_vti_',
        '~$x',
        '.lock',
        'desktop.ini',
        '../../x',
        'a:b',
        '',
        '...',
        'Desktop',
      ),
    );
    fc.assert(
      fc.property(titles, (title) => {
        const name = fileNameFor(title);
        expect(name).not.toMatch(unfit);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(80);
        expect(name).not.toBe('');
      }),
      { numRuns: 2000 },
    );
  });

  test.each(strange.concat('../../buiten', 'C:\\Windows\\x', '👩🏽‍🌾'.repeat(20), 'é'.repeat(200)))(
    'N7, N8: the title %j makes a file in the folder of its kind and comes back as it was',
    async (title) => {
      const { dir, call } = await openServices();
      const saved = await call('entries.create', { kind: 'vraag', title });
      expect(saved.path).toMatch(/^vragen\/[a-z0-9-]+\.md$/);
      expect((await call('entries.read', { id: saved.id })).title).toBe(title.trim());
      expect((await readdir(dir)).filter((name) => !name.startsWith('.'))).toEqual(['vragen']);
    },
  );
});

test('N9: a title of three hundred signs is cut in the name only, and a name of 255 bytes can be saved under', async () => {
  const title = 'één '.repeat(75).trim();
  const longest = `${'é'.repeat(126)}.md`;
  const { dir, call } = await openServices({ 'p.md': `---\nid: p\nsoort: vraag\ntitel: ${title}\n---\n`, [longest]: header('lang') });
  expect((await call('entries.read', { id: 'p' })).title).toBe(title);
  const saved = await call('entries.create', { kind: 'vraag', title: title.slice(0, 200) });
  expect(saved.path).toBe(`vragen/${'een-'.repeat(20).slice(0, 79)}.md`);
  await call('entries.setFields', { id: 'lang', fields: { status: 'concept' } });
  expect(await readFile(join(dir, longest), 'utf8')).toBe(header('lang').replace('---\ntekst', 'status: concept\n---\ntekst'));
  const { revision } = await call('entries.read', { id: 'lang' });
  await call('entries.saveBody', { id: 'lang', basedOn: revision, body: 'anders\n' });
  expect((await readdir(dir)).sort()).toEqual(['p.md', 'vragen', longest].sort());
});

test.skipIf(windows)('N9: a name that the disk has no room for ends in a message and leaves nothing (Windows counts signs, not bytes)', async () => {
  const { dir, call } = await openServices();
  expectPlain(await failureOf(call('folders.make', { dir, name: '€'.repeat(120) })), 'de naam of het pad is te lang');
  expect(await readdir(dir)).toEqual([]);
});
