import { createHash } from 'node:crypto';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lastTaken, type Origins, stateOf, withMovedFiles } from '../../../domain/bundle/bundle-import.ts';
import { madeBundle } from '../../helpers/made-bundle.ts';
import { openServices, resources } from '../../helpers/open-services.ts';
import { temporaryFolder } from '../../helpers/temporary.ts';

const practice = (id: string, text = 'Tekst.', title = `Stuk ${id}`): string =>
  `---\nid: ${id}\nsoort: praktijk\ntitel: ${title}\n---\n\n## Waarom\n\n${text}\n`;

const theirs = {
  'praktijken/a.md': practice('a', 'Zie ![plaat](a.bijlagen/foto.png) en [blad](../los/blad.pdf).'),
  'praktijken/a.bijlagen/foto.png': Buffer.from([0x89, 0x50, 0x4e, 0x47]),
  'los/blad.pdf': '%PDF van hen',
  'praktijken/b.md': practice('b', 'Van hen.'),
};

async function hashes(dir: string): Promise<Record<string, string>> {
  const out: Record<string, string> = {};
  for (const item of await readdir(dir, { recursive: true, withFileTypes: true })) {
    const path = join(item.parentPath, item.name).slice(dir.length + 1);
    if (item.isFile() && !path.startsWith('.oogst'))
      out[path] = createHash('sha256')
        .update(await readFile(join(dir, path)))
        .digest('hex');
  }
  return out;
}

describe('taking over a bundle', () => {
  test('gives the same files at the same places in an empty kennismap, and twice changes nothing', async () => {
    const from = await temporaryFolder();
    await cp(join(resources, 'voorbeeld'), from, { recursive: true });
    const made = await openServices({}, { dir: from });
    const path = join(await temporaryFolder(), 'bundel.zip');
    const ids = (await made.call('entries.titles', {})).map(({ id }) => id);
    await made.call('bundles.export', { title: 'Alles', ids, audience: 'intern', out: path, products: ['bron'] });
    const { call, dir } = await openServices({});
    const taken = await call('import.take', { path });
    expect(taken.fresh).toHaveLength(ids.length);
    const before = await hashes(dir);
    const theirHashes = await hashes(from);
    for (const [file, hash] of Object.entries(before)) expect([file, theirHashes[file]]).toEqual([file, hash]);
    expect(Object.keys(before).filter((file) => file.endsWith('.md'))).toHaveLength(ids.length);
    const again = await call('import.take', { path });
    expect([again.fresh.length, again.same.length, again.left.length, again.attachments]).toEqual([0, ids.length, 0, 0]);
    expect(await hashes(dir)).toEqual(before);
  });

  test('is one step that can be taken back', async () => {
    const { path } = await madeBundle(theirs);
    const { call, dir } = await openServices({ 'praktijken/b.md': practice('b', 'Van ons.') });
    const before = await hashes(dir);
    await call('import.take', { path, choices: { b: 'theirs' } });
    expect(await readFile(join(dir, 'praktijken/b.md'), 'utf8')).toBe(theirs['praktijken/b.md']);
    const turned = await call('undo.back', {});
    expect(turned.refused).toEqual([]);
    const after = await hashes(dir);
    expect([after['praktijken/b.md'], after['praktijken/a.md']]).toEqual([before['praktijken/b.md'], undefined]);
  });

  test('writes over nothing that was not chosen, and says what stays', async () => {
    const { path } = await madeBundle(theirs);
    const { call, dir } = await openServices({ 'praktijken/b.md': practice('b', 'Van ons.') });
    const look = await call('import.look', { path });
    expect(look.entries.map(({ id, state }) => [id, state])).toEqual(
      expect.arrayContaining([
        ['a', 'nieuw'],
        ['b', 'botsing'],
      ]),
    );
    const taken = await call('import.take', { path, hash: look.hash });
    expect(taken.left).toEqual([{ id: 'b', title: 'Stuk b', path: 'praktijken/b.md', state: 'botsing' }]);
    expect(await readFile(join(dir, 'praktijken/b.md'), 'utf8')).toContain('Van ons.');
  });

  test('puts both beside each other, or field by field and part by part into one', async () => {
    const { path } = await madeBundle(theirs);
    const { call, dir } = await openServices({ 'praktijken/b.md': practice('b', 'Van ons.') });
    const compared = await call('import.compare', { path, id: 'b' });
    expect([compared.ours.body.trim(), compared.theirs.body.trim()]).toEqual(['## Waarom\n\nVan ons.', '## Waarom\n\nVan hen.']);
    const both = await call('import.take', { path, choices: { b: 'both' } });
    expect(both.beside).toEqual([expect.objectContaining({ title: 'Stuk b', path: 'praktijken/b-2.md' })]);
    expect(both.beside[0]?.id).not.toBe('b');
    await call('import.take', { path, choices: { b: { body: '\n## Waarom\n\nSamen.\n', fields: { titel: 'Samen' } } } });
    const merged = await readFile(join(dir, 'praktijken/b.md'), 'utf8');
    expect(merged).toContain('titel: Samen');
    expect(merged).toContain('Samen.');
  });

  test('knows a write-up that only they went on with from one both changed', async () => {
    const first = await madeBundle(theirs);
    const { call, dir } = await openServices({});
    await call('import.take', { path: first.path });
    const second = await madeBundle({
      ...theirs,
      'praktijken/a.md': practice('a', 'Verder gegaan.'),
      'praktijken/b.md': practice('b', 'Ook verder.'),
    });
    await writeFile(join(dir, 'praktijken/b.md'), practice('b', 'Wij ook.'));
    await call('library.rescan', {});
    const look = await call('import.look', { path: second.path });
    expect(look.entries.map(({ id, state }) => [id, state])).toEqual(
      expect.arrayContaining([
        ['a', 'gewijzigd'],
        ['b', 'botsing'],
      ]),
    );
  });

  test('never puts an attachment over another; the link goes along to its new name', async () => {
    const { path } = await madeBundle(theirs);
    const { call, dir } = await openServices({ 'los/blad.pdf': '%PDF van ons' });
    const taken = await call('import.take', { path });
    expect(await readFile(join(dir, 'los/blad.pdf'), 'utf8')).toBe('%PDF van ons');
    expect(await readFile(join(dir, 'los/blad-2.pdf'), 'utf8')).toBe('%PDF van hen');
    expect(await readFile(join(dir, 'praktijken/a.md'), 'utf8')).toContain('[blad](../los/blad-2.pdf)');
    expect(taken.warnings).toEqual(['los/blad.pdf bestond al met een andere inhoud; de nieuwe staat als los/blad-2.pdf.']);
  });

  test('takes nothing that is not what was looked at, and nothing into a folder that is read-only', async () => {
    const { path } = await madeBundle(theirs);
    const opened = await openServices({});
    await expect(opened.call('import.take', { path, hash: '0'.repeat(64) })).rejects.toMatchObject({ code: 'import.bundle' });
    opened.services.session.library().looked({ files: [], folders: [], first: false, readOnly: true, ids: [] });
    await expect(opened.call('import.take', { path })).rejects.toMatchObject({ code: 'library.read-only' });
    expect(await hashes(opened.dir)).toEqual({});
  });

  test('keeps what came in when it is called off, as a step that can be taken back', async () => {
    const { path } = await madeBundle(theirs);
    const { call, dir } = await openServices({});
    const calling = new AbortController();
    const report = ({ label }: { label?: string }): void => void (label === 'Stuk b' && calling.abort());
    await call('import.take', { path }, { signal: calling.signal, report } as never).catch(() => undefined);
    await call('undo.back', {}).catch(() => undefined);
    expect(Object.keys(await hashes(dir)).filter((file) => file.endsWith('.md'))).toEqual([]);
  });

  test('lists the zips of a folder, the newest first', async () => {
    const { path, bytes } = await madeBundle(theirs);
    const { call } = await openServices({});
    const folder = path.slice(0, -'/bundel.zip'.length);
    await writeFile(join(folder, 'later.zip'), bytes);
    expect((await call('import.bundles', { dir: folder })).map(({ name }) => name).sort()).toEqual(['bundel.zip', 'later.zip']);
  });
});

describe('how a write-up stands against ours', () => {
  test('follows from three checksums', () => {
    expect([
      stateOf('x', undefined, undefined),
      stateOf('x', 'x', undefined),
      stateOf('x', 'y', 'y'),
      stateOf('x', 'y', 'z'),
      stateOf('x', 'y', undefined),
    ]).toEqual(['nieuw', 'gelijk', 'gewijzigd', 'botsing', 'botsing']);
  });

  test('takes the last time it came in', () => {
    const bundle = (sha256: string): Origins['bundels'][number] => ({
      sha256: '',
      titel: '',
      gemaakt: '',
      ingelezen: '',
      stukken: { a: { pad: 'a.md', sha256 } },
    });
    expect(lastTaken({ bundels: [bundle('1'), bundle('2')] }, 'a')).toBe('2');
    expect(lastTaken({ bundels: [] }, 'constructor')).toBeUndefined();
  });
});

describe('links to files that came in under another name', () => {
  test('are changed wherever they are written, and others stay', () => {
    const moved = new Map([['los/b c.pdf', 'los/b c-2.pdf']]);
    const text = '[x](../los/b%20c.pdf "t") ![y](<../los/b c.pdf>) [z](../los/ander.pdf)\n\n[d]: ../los/b%20c.pdf#p=2\n';
    expect(withMovedFiles(text, 'praktijken/a.md', moved)).toBe(
      '[x](../los/b%20c-2.pdf "t") ![y](<../los/b%20c-2.pdf>) [z](../los/ander.pdf)\n\n[d]: ../los/b%20c-2.pdf#p=2\n',
    );
  });
});
