import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { BundleReport } from '../../../domain/api/contract.ts';
import { Failure } from '../../../domain/api/failures.ts';
import { Manifest } from '../../../domain/bundle/manifest.ts';
import type { ReaderData } from '../../../domain/bundle/reader-data.ts';
import { openServices, resources, type Opened } from '../../helpers/open-services.ts';
import { temporaryFolder } from '../../helpers/temporary.ts';
import { unzipped } from '../../helpers/zip.ts';

const entry = (id: string, header = '', body = 'tekst'): string =>
  `---\nid: ${id}\nsoort: praktijk\ntitel: Stuk ${id}\n${header}---\n## Waarom\n${body}\n`;

const files = {
  'praktijken/a.md': entry('a', '', '![plaat](a.bijlagen/foto.png) [blad](../los/blad.pdf) [weg](../../buiten.txt) [[b]] [[geheim]]'),
  'praktijken/a.bijlagen/foto.png': Buffer.from([0x89, 0x50, 0x4e, 0x47]),
  'praktijken/a.bijlagen/extra.docx': 'x',
  'los/blad.pdf': 'pdf',
  'los/ander.pdf': 'niet gelinkt',
  'b.md': entry('b'),
  'geheim.md': entry('geheim', 'vertrouwelijk: true\n', 'zeer geheime zin'),
};

async function bundle(
  opened: Opened,
  ids: string[],
  context: Parameters<Opened['call']>[2] = {},
): Promise<{ report: BundleReport; zip: Map<string, Buffer> }> {
  const out = join(await temporaryFolder(), 'bundel.zip');
  const report = await opened.call('bundles.export', { title: 'Test', ids, audience: 'intern', out }, context as never);
  return { report, zip: await unzipped(await readFile(out)) };
}

const dataIn = (zip: Map<string, Buffer>): ReaderData =>
  JSON.parse(/<script type="application\/json" id="bundel">([\s\S]*?)<\/script>/.exec(String(zip.get('index.html')))?.[1] ?? '') as ReaderData;

describe('a bundle', () => {
  test('holds the reader, the manifest, and the chosen write-ups with their attachments', async () => {
    const opened = await openServices(files);
    const { report, zip } = await bundle(opened, ['b', 'a', 'geheim', 'weg']);
    expect([...zip.keys()].sort()).toEqual([
      'index.html',
      'manifest.json',
      'stukken/b.md',
      'stukken/los/blad.pdf',
      'stukken/praktijken/a.bijlagen/extra.docx',
      'stukken/praktijken/a.bijlagen/foto.png',
      'stukken/praktijken/a.md',
    ]);
    expect(String(zip.get('stukken/praktijken/a.md'))).toBe(files['praktijken/a.md'].replace('[[geheim]]', 'een ander stuk'));
    expect(report.leftOut.map((one) => [one.id, one.reason])).toEqual([
      ['geheim', 'vertrouwelijk'],
      ['weg', 'ontbreekt'],
    ]);
    const data = dataIn(zip);
    expect(data.entries.map((one) => one.summary.id)).toEqual(['b', 'a']);
    expect(JSON.stringify(data)).not.toContain('geheime');
  });

  test('has a manifest with the SHA-256 of every other file', async () => {
    const opened = await openServices(files);
    const { zip } = await bundle(opened, ['a', 'b']);
    const manifest = Manifest.parse(JSON.parse(String(zip.get('manifest.json'))));
    const hashes = Object.fromEntries(
      [...zip].filter(([path]) => path !== 'manifest.json').map(([path, bytes]) => [path, createHash('sha256').update(bytes).digest('hex')]),
    );
    expect(manifest.files).toEqual(hashes);
    expect(manifest.entries.map((one) => [one.id, one.path])).toEqual([
      ['a', 'stukken/praktijken/a.md'],
      ['b', 'stukken/b.md'],
    ]);
  });

  test('never takes a file from outside the kennismap along, not even through a link', async () => {
    const outside = await temporaryFolder({ 'geheim.txt': 'van een ander' });
    const opened = await openServices({ 'a.md': entry('a', '', '[x](link.txt) [y](/etc/passwd) [z](../../../etc/passwd)') });
    await symlink(join(outside, 'geheim.txt'), join(opened.dir, 'link.txt'));
    const { zip } = await bundle(opened, ['a']);
    expect([...zip.keys()]).toEqual(['index.html', 'stukken/a.md', 'manifest.json']);
  });

  test('cannot be broken out of by what stands in a text', async () => {
    const evil = '</script><script>globalThis.__pwned=1</script><!-- \u2028 \u2029';
    const opened = await openServices({ 'a.md': `---\nid: a\nsoort: praktijk\ntitel: ${JSON.stringify(evil)}\n---\n${evil}\n` });
    const page = String((await bundle(opened, ['a'])).zip.get('index.html'));
    const texts = page.slice(0, page.indexOf('<script>'));
    expect(texts.match(/<script/g)).toHaveLength(1);
    expect(texts).not.toContain('__pwned=1</script>');
    expect(page.match(/<\/script>/g)).toHaveLength(2);
    expect(dataIn(new Map([['index.html', Buffer.from(page)]])).entries[0]?.summary.title).toBe(evil.trim());
  });

  test('leaves at home what is asked of a writer', async () => {
    const opened = await openServices(files);
    const sections = opened.services.session.vocabulary.kinds.flatMap((kind) => kind.sections);
    const asked = sections.flatMap((section) => [section.prompt, ...section.questions.map(({ prompt }) => prompt)]);
    const { kinds } = dataIn((await bundle(opened, ['a'])).zip);
    expect(asked.length).toBeGreaterThan(40);
    for (const prompt of asked) expect(JSON.stringify(kinds)).not.toContain(JSON.stringify(prompt));
  });

  test('takes the whole example along for everybody', async () => {
    const dir = join(await temporaryFolder(), 'vb');
    await cp(join(resources, 'voorbeeld'), dir, { recursive: true });
    const opened = await openServices({}, { dir });
    const ids = (await opened.call('entries.titles', {})).map((one) => one.id);
    const checked = await opened.call('bundles.check', { ids, audience: 'openbaar' });
    expect(checked.leftOut).toEqual([]);
    expect(checked.ready.length).toBeGreaterThanOrEqual(30);
  });
});

describe('stopping halfway', () => {
  test('leaves nothing behind, at whichever step it is cancelled', async () => {
    const opened = await openServices(files);
    const out = await temporaryFolder();
    const order = { title: 'T', ids: ['a', 'b'], audience: 'intern' as const, out: join(out, 'x.zip') };
    let steps = 0;
    await opened.call('bundles.export', { ...order, out: join(await temporaryFolder(), 'x.zip') }, { report: () => void steps++ });
    expect(steps).toBeGreaterThan(4);
    for (let stop = 1; stop < steps; stop++) {
      const controller = new AbortController();
      let seen = 0;
      const report = (): void => void (++seen === stop && controller.abort());
      await expect(opened.call('bundles.export', order, { signal: controller.signal, report })).rejects.toMatchObject({ code: 'cancelled' });
      expect(await readdir(out)).toEqual([]);
    }
  });

  test.each([
    ['a folder stands in the way', async (dir: string) => (await mkdir(join(dir, 'x.zip')), join(dir, 'x.zip')), ['x.zip']],
    ['its folder is a file', async (dir: string) => (await writeFile(join(dir, 'map'), ''), join(dir, 'map', 'x.zip')), ['map']],
  ])('fails in Dutch when %s, and leaves nothing', async (_, prepare, left) => {
    const opened = await openServices(files);
    const dir = await temporaryFolder();
    const out = await prepare(dir);
    const failed: unknown = await opened.call('bundles.export', { title: 'T', ids: ['a'], audience: 'intern', out }).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(Failure);
    expect((failed as Failure).code).toBe('export.target');
    expect(await readdir(dir)).toEqual(left);
  });

  test('never puts a bundle in the kennismap itself, however it is named', async () => {
    const opened = await openServices(files);
    const out = join(opened.dir, 'b.md');
    const order = { title: 'T', ids: ['a'], audience: 'intern' as const, out, replace: true };
    await expect(opened.call('bundles.export', order)).rejects.toMatchObject({ code: 'export.target' });
    expect(await readFile(out, 'utf8')).toBe(files['b.md']);
  });

  test('does not replace a file that stands there unless asked', async () => {
    const opened = await openServices(files);
    const out = join(await temporaryFolder({ 'x.zip': 'van mij' }), 'x.zip');
    const order = { title: 'T', ids: ['a'], audience: 'intern' as const, out };
    await expect(opened.call('bundles.export', order)).rejects.toMatchObject({ code: 'export.target' });
    expect(await readFile(out, 'utf8')).toBe('van mij');
    await opened.call('bundles.export', { ...order, replace: true });
    expect((await unzipped(await readFile(out))).size).toBeGreaterThan(2);
  });

  test('refuses to make a bundle of nothing', async () => {
    const opened = await openServices(files);
    await expect(bundle(opened, ['geheim'])).rejects.toMatchObject({ code: 'export.nothing' });
  });
});
