import fc from 'fast-check';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { bundleEntries, rawZip, type RawEntry } from '../helpers/made-bundle.ts';
import { openServices, type Opened } from '../helpers/open-services.ts';
import { temporaryFolder } from '../helpers/temporary.ts';

/** Everything under a folder with its bytes, to see that nothing was written. */
async function contentsOf(dir: string): Promise<Record<string, string>> {
  const out: Record<string, string> = {};
  for (const item of await readdir(dir, { recursive: true, withFileTypes: true }))
    if (item.isFile()) out[join(item.parentPath, item.name)] = (await readFile(join(item.parentPath, item.name))).toString('base64');
  return out;
}

async function tried(bytes: Buffer, opened?: Opened): Promise<{ refused: string | undefined; changed: boolean }> {
  const { call, dir } = opened ?? (await openServices({ 'praktijken/eigen.md': 'Eigen tekst.\n' }));
  const path = join(await temporaryFolder(), 'bundel.zip');
  await writeFile(path, bytes);
  const before = await contentsOf(dir);
  const refused = await call('import.take', { path }).then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  return { refused, changed: JSON.stringify(await contentsOf(dir)) !== JSON.stringify(before) };
}

const file = (name: string, data = 'x'): RawEntry => ({ name, data: Buffer.from(data) });
const sound = bundleEntries();
const zeros = Buffer.alloc(64 * 1024 * 1024);

const hostile: [string, string, () => Buffer][] = [
  ['Z1', 'a name that climbs out', () => rawZip(bundleEntries({ '../../kwaad.md': 'x' }))],
  ['Z2', 'a name from the root', () => rawZip(bundleEntries({ '/etc/kwaad.md': 'x' }))],
  ['Z3', 'a name with a drive', () => rawZip(bundleEntries({ 'C:/kwaad.md': 'x' }))],
  ['Z3', 'a name with a drive and no slash', () => rawZip(bundleEntries({ 'C:kwaad.md': 'x' }))],
  ['Z4', 'a name that climbs the Windows way', () => rawZip(bundleEntries({ '..\\..\\kwaad.md': 'x' }))],
  ['Z5', 'a name on another computer', () => rawZip(bundleEntries({ '\\\\server\\deel\\kwaad.md': 'x' }))],
  ['Z6', 'a link', () => rawZip(bundleEntries().map((one, n) => (n === 0 ? { ...one, mode: 0o120777 } : one)))],
  ['Z6', 'a device', () => rawZip(bundleEntries().map((one, n) => (n === 0 ? { ...one, mode: 0o020666 } : one)))],
  ['Z7', 'the same name twice', () => rawZip([...sound, file('index.html')])],
  ['Z7', 'names that differ in capitals only', () => rawZip(bundleEntries({ 'stukken/praktijken/A.md': 'x' }))],
  [
    'Z7',
    'names that differ in the way an accent is written only',
    () => rawZip(bundleEntries({ 'stukken/caf\u00e9.md': 'x', 'stukken/cafe\u0301.md': 'x' })),
  ],
  ['Z7', 'a file and a folder of one name', () => rawZip(bundleEntries({ 'stukken/b': 'x', 'stukken/b/c.md': 'x' }))],
  ['Z8', 'a second stream', () => rawZip(bundleEntries({ 'stukken/a.md:b': 'x' }))],
  ['Z8', 'a name Windows keeps', () => rawZip(bundleEntries({ 'stukken/con.md': 'x' }))],
  ['Z8', 'a name that ends on a dot', () => rawZip(bundleEntries({ 'stukken/b.md.': 'x' }))],
  ['Z8', 'a sign that does not show', () => rawZip(bundleEntries({ 'stukken/b\u0007.md': 'x' }))],
  ['Z8', 'a name that reads the other way', () => rawZip(bundleEntries({ 'stukken/b\u202edm.exe': 'x' }))],
  ['Z8', 'a name that is too long', () => rawZip(bundleEntries({ [`stukken/${'b'.repeat(300)}.md`]: 'x' }))],
  ['Z8', 'folders that go too deep', () => rawZip(bundleEntries({ [`stukken/${'b/'.repeat(60)}a.md`]: 'x' }))],
  ['Z9', 'much in little', () => rawZip(bundleEntries({ 'stukken/b.bin': zeros }).map((one) => ({ ...one, deflate: true })))],
  ['Z9', 'a size that lies', () => rawZip(sound.map((one, n) => (n === 0 ? { ...one, deflate: true, size: 3 } : one)))],
  ['Z10', 'files that lie over each other', () => rawZip(sound.map((one, n) => (n === 1 ? { ...one, offset: 0 } : one)))],
  ['Z11', 'a hundred thousand files', () => rawZip(Array.from({ length: 100_000 % 65_535 }, (_, n) => file(`stukken/${n}.md`)))],
  ['Z12', 'a password', () => rawZip(sound.map((one, n) => (n === 0 ? { ...one, flags: 0x801 } : one)))],
  ['Z12', 'another way of packing', () => rawZip(sound.map((one, n) => (n === 0 ? { ...one, method: 93 } : one)))],
  ['Z12', 'more files told than there are', () => rawZip(sound, { count: 40 })],
  ['Z14', 'a checksum that is wrong', () => rawZip(sound.map((one, n) => (n === 0 ? { ...one, crc: 1 } : one)))],
  ['Z14', 'a file that was changed', () => rawZip(sound.map((one) => (one.name.endsWith('.md') ? { ...one, data: Buffer.from('anders') } : one)))],
  ['Z14', 'a file too many', () => rawZip([...sound, file('stukken/extra.md')])],
  ['Z14', 'a file too few', () => rawZip(sound.filter(({ name }) => name !== 'index.html'))],
  ['Z15', 'a name that is told in two ways', () => rawZip(sound.map((one, n) => (n === 0 ? { ...one, listed: 'index.htm1' } : one)))],
  ['Z15', 'something behind it', () => rawZip(sound, { after: 'rommel' })],
  ['Z15', 'a second table in its remark', () => rawZip(sound, { comment: 'PK\x05\x06'.padEnd(22, '\0') })],
  ['Z16', 'something in front of it', () => rawZip(sound, { before: '<html></html>' })],
  ['Z16', 'something else altogether', () => Buffer.from('geen zip maar een brief')],
  ['Z16', 'no manifest', () => rawZip([file('index.html'), file('brief.docx')])],
  ['Z17', 'a newer Oogst', () => rawZip(bundleEntries({}, (manifest) => (manifest['version'] = 9)))],
];

describe('a bundle that is not what it should be is refused whole', () => {
  test.each(hostile)('%s: %s', async (_, __, make) => {
    const { refused, changed } = await tried(make());
    expect(refused).toMatch(/^Deze bundel wordt niet ingelezen: .+\. Er is niets geschreven\.$/);
    expect(changed).toBe(false);
  });

  it('Z1 to Z17: and a sound one made the same way comes in, so that the refusals mean something', async () => {
    expect(await tried(rawZip(sound))).toEqual({ refused: undefined, changed: true });
  });

  it('Z13: cut off at every kilobyte it is refused, and nothing of it comes in', async () => {
    const whole = rawZip(bundleEntries({ 'stukken/praktijken/lang.md': 'woord '.repeat(3000) }));
    const opened = await openServices({});
    for (let at = 0; at < whole.length; at += 1024)
      expect(await tried(whole.subarray(0, at), opened)).toMatchObject({ changed: false, refused: expect.any(String) as string });
  });

  it('Z13: with bits turned over it is refused or the same, never half in', async () => {
    const whole = rawZip(sound);
    const expected = '---\nid: a\nsoort: praktijk\ntitel: A\n---\n\n## Waarom\n\nTekst.\n';
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: whole.length * 8 - 1 }), { minLength: 1, maxLength: 3 }), async (bits) => {
        const flipped = Buffer.from(whole);
        for (const bit of bits) flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const opened = await openServices({});
        const { refused, changed } = await tried(flipped, opened);
        if (refused === undefined) expect(await readFile(join(opened.dir, 'praktijken/a.md'), 'utf8').catch(() => expected)).toBe(expected);
        else expect(changed).toBe(false);
        await opened.services.close();
      }),
      { numRuns: 60 },
    );
  });

  it('Z18: a hostile write-up in a sound bundle is a write-up with problems, and programs stay out', async () => {
    const opened = await openServices({});
    const files = {
      'stukken/b.md': '---\nid: [&a [*a]]\ntitel: <script>alert(1)</script>\n---\n\n<img src=x onerror=alert(1)> [klik](javascript:alert(1))\n',
      'stukken/praktijken/a.bijlagen/klik.exe': 'MZ',
      'stukken/.oogst/kaarten/kwaad.json': '{}',
    };
    const bytes = rawZip(
      bundleEntries(files, (manifest) => {
        const entries = manifest['entries'] as { path: string; attachments: string[] }[];
        for (const entry of entries) if (entry.path.endsWith('a.md')) entry.attachments.push('stukken/.oogst/kaarten/kwaad.json');
      }),
    );
    expect(await tried(bytes, opened)).toEqual({ refused: undefined, changed: true });
    expect(Object.keys(await contentsOf(opened.dir)).filter((path) => /klik\.exe|kwaad/.test(path))).toEqual([]);
    const held = opened.services.session.library().shelf.at('b.md');
    expect(held?.read.problems.length).toBeGreaterThan(0);
  });
});
