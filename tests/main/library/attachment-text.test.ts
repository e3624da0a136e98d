import { mkdir, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AttachmentCache } from '../../../main/library/attachment-cache.ts';
import { AttachmentTexts } from '../../../main/library/attachment-text.ts';
import type { TextExtractor } from '../../../main/library/text-extraction.ts';
import { docx, pdf, wordXml } from '../../helpers/attachment-files.ts';
import { counting } from '../../helpers/counting-extractor.ts';
import { temporaryFolder } from '../../helpers/temporary.ts';

async function texts(
  files: Record<string, string | Uint8Array>,
  extractor = counting(),
): Promise<{ root: string; profile: string; read: AttachmentTexts }> {
  const root = await temporaryFolder(files);
  const profile = await temporaryFolder();
  return { root, profile, read: new AttachmentTexts({ root, profile, extractor }) };
}

describe('the attachments of a write-up', () => {
  test('are read where the text names them and where they lie beside it, each once', async () => {
    const { read } = await texts({
      'a/verslag.pdf': pdf(['uit het verslag']),
      'a/mijn nota (1).docx': await docx(wordXml(['uit de nota'])),
      'wortel.pdf': pdf(['uit de wortel']),
      'a/stuk.bijlagen/los.PDF': pdf(['los erbij']),
      'a/ander.pdf': pdf(['van niemand']),
    });
    const body = '[verslag](verslag.pdf#page=2) en ![](<mijn nota (1).docx>)\n![[wortel.pdf|300]] [nog eens](verslag.pdf "titel")\n';
    expect(await read.textsFor('a/stuk.md', body)).toEqual([
      { name: 'verslag.pdf', text: 'uit het verslag' },
      { name: 'mijn nota (1).docx', text: 'uit de nota' },
      { name: 'wortel.pdf', text: 'uit de wortel' },
      { name: 'los.PDF', text: 'los erbij' },
    ]);
  });

  test('are never read outside the kennismap or in a folder that is closed', async () => {
    const outside = await temporaryFolder({ 'geheim.pdf': pdf(['geheim']) });
    const { root, read } = await texts({ '.oogst/dicht.pdf': pdf(['dicht']) });
    await symlink(join(outside, 'geheim.pdf'), join(root, 'koppeling.pdf'));
    await symlink(outside, join(root, 'map'));
    await symlink(join(root, '.oogst'), join(root, 'open'));
    const targets = [`../${outside.split('/').at(-1) ?? ''}/geheim.pdf`, 'koppeling.pdf', 'map/geheim.pdf', '.oogst/dicht.pdf', 'open/dicht.pdf'];
    const body = [...targets.map((to) => `[x](${to}) [[${to}]]`), `[x](file://${outside}/geheim.pdf)`, `[x](${outside}/geheim.pdf)`].join('\n');
    expect(await read.textsFor('stuk.md', body)).toEqual([]);
    expect(await read.read('koppeling.pdf')).toEqual({ text: '', reason: 'Dit bestand ligt niet in de kennismap.' });
  });

  test('that cannot be read are passed over, and the others are read', async () => {
    const { root, read } = await texts({ 'stuk.pdf': 'onzin', 'goed.pdf': pdf(['goed']) });
    await mkdir(join(root, 'map.pdf'));
    await writeFile(join(root, 'groot.pdf'), Buffer.alloc(30 * 1024 * 1024 + 1));
    const body = '[a](stuk.pdf) [b](weg.pdf) [c](map.pdf) [d](groot.pdf) [e](goed.pdf)';
    expect(await read.textsFor('x.md', body)).toEqual([{ name: 'goed.pdf', text: 'goed' }]);
    expect((await read.read('groot.pdf')).reason).toBe('Dit bestand is groter dan 30 MB.');
  });

  test('are let go at once when the kennismap closes in the middle of one', async () => {
    const closed = new AbortController();
    const never: TextExtractor = {
      extract: () => {
        closed.abort();
        return new Promise(() => undefined);
      },
      close: () => Promise.resolve(),
    };
    const root = await temporaryFolder({ 'a.pdf': pdf(['a']) });
    const read = new AttachmentTexts({ root, profile: await temporaryFolder(), extractor: never });
    expect(await read.textsFor('x.md', '[a](a.pdf)', closed.signal)).toEqual([]);
  });
});

describe('the texts that were read before', () => {
  test('are used again for the same bytes, also under another name and by the next start', async () => {
    const extractor = counting();
    const { root, profile, read } = await texts({ 'een.pdf': pdf(['tekst']), 'twee.pdf': pdf(['tekst']), 'stuk.pdf': 'onzin' }, extractor);
    const body = '[a](een.pdf) [b](twee.pdf) [c](stuk.pdf)';
    const first = await read.textsFor('x.md', body);
    expect(extractor.asked).toBe(2);
    const next = new AttachmentTexts({ root, profile, extractor });
    expect(await next.textsFor('x.md', body)).toEqual(first);
    expect(extractor.asked).toBe(2);
    await writeFile(join(root, 'een.pdf'), pdf(['andere tekst']));
    expect((await next.read('een.pdf')).text).toBe('andere tekst');
    expect(extractor.asked).toBe(3);
  });

  test('do no harm when they are broken, gone or of another version', async () => {
    const extractor = counting();
    const { root, profile, read } = await texts({ 'een.pdf': pdf(['tekst']) }, extractor);
    const dir = join(profile, 'bijlage-tekst');
    await mkdir(join(dir, '0'), { recursive: true });
    await read.read('een.pdf');
    expect(await readdir(dir)).toEqual(['1']);
    const name = (await readdir(join(dir, '1')))[0] ?? '';
    await writeFile(join(dir, '1', name), '{"text": 3');
    expect((await read.read('een.pdf')).text).toBe('tekst');
    await rm(dir, { recursive: true });
    expect((await new AttachmentTexts({ root, profile, extractor }).read('een.pdf')).text).toBe('tekst');
    expect(extractor.asked).toBe(3);
  });

  test('take no more room than they may; what was not used longest goes first', async () => {
    const profile = await temporaryFolder();
    const text = 'x'.repeat(1000);
    const cache = new AttachmentCache(profile, 2500);
    await cache.put('a', 'pdf', { text });
    await cache.put('b', 'pdf', { text });
    for (const [name, at] of [
      ['a', 1],
      ['b', 2],
    ] as const)
      await utimes(join(profile, 'bijlage-tekst/1', `${name}.pdf.json`), at, at);
    const next = new AttachmentCache(profile, 2500);
    expect(await next.get('a', 'pdf')).toEqual({ text });
    await next.put('c', 'pdf', { text });
    expect((await readdir(join(profile, 'bijlage-tekst/1'))).sort()).toEqual(['a.pdf.json', 'c.pdf.json']);
  });
});
