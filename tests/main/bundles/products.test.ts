import { createHash } from 'node:crypto';
import { access, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Input } from '../../../domain/api/contract.ts';
import { Manifest } from '../../../domain/bundle/manifest.ts';
import { openServices, type Opened } from '../../helpers/open-services.ts';
import { temporaryFolder } from '../../helpers/temporary.ts';
import { unzipped } from '../../helpers/zip.ts';

const practice = (id: string, header = '', body = 'Een tekst over ouders in de klas.'): string =>
  `---\nid: ${id}\nsoort: praktijk\ntitel: Stuk ${id}\n${header}---\n\n## Waarom\n\n${body}\n`;

const shared = 'delen: openbaar\ntoestemming: verkregen\n';
const files = {
  'praktijken/a.md': practice(
    'a',
    `${shared}eigenaar: zorgdrager Q7\neigen_sleutel: binnenskamers\n`,
    'Tekst <!-- kluiskastsleutel --> en ![plaat](a.bijlagen/x.pdf).',
  ),
  'praktijken/a.bijlagen/x.pdf': '%PDF-1.4',
  'praktijken/b.md': practice('b', shared),
  'praktijken/bsn.md': practice('bsn', shared, 'Het burgerservicenummer van de leerling is 111222333.'),
  'sessies/dag.md': '---\nid: dag\nsoort: sessie\ntitel: Studiedag\nvertrouwelijk: true\n---\n\n## Doel\n\nSamen.\n',
};

async function order(opened: Opened, input: Record<string, unknown>, name = 'bundel.zip') {
  const out = join(await temporaryFolder(), name);
  const report = await opened.call('bundles.export', { title: 'Test', ids: ['a', 'b'], audience: 'intern', out, ...input } as never);
  const zip = await unzipped(await readFile(out));
  return { report, zip, manifest: Manifest.parse(JSON.parse(String(zip.get('manifest.json')))), bytes: await readFile(out) };
}

describe('a bundle with products', () => {
  test('keeps chapters in their order, says what was made, and hashes every file', async () => {
    const opened = await openServices(files);
    const chapters = [
      { title: 'Eerst', items: [{ entry: 'b' }] },
      { title: 'Leeg', items: [{ entry: 'weg' }] },
      { title: 'Dan', items: [{ query: 'titel:stuk soort:praktijk' }] },
    ];
    const { manifest, zip, report } = await order(opened, { ids: [], chapters, products: ['bron', 'reader'] });
    expect(manifest.chapters).toEqual([
      { title: 'Eerst', entries: ['b'] },
      { title: 'Dan', entries: ['a'] },
    ]);
    expect(report.leftOut.map(({ id, reason }) => [id, reason])).toEqual([
      ['weg', 'ontbreekt'],
      ['bsn', 'poort'],
    ]);
    expect(manifest.entries.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(manifest.products?.map(({ id }) => id)).toEqual(['reader', 'bron']);
    expect(report.products.map(({ id, files: count }) => [id, count > 0])).toEqual([
      ['reader', true],
      ['bron', true],
    ]);
    for (const [path, hash] of Object.entries(manifest.files))
      expect(
        createHash('sha256')
          .update(zip.get(path) ?? Buffer.alloc(0))
          .digest('hex'),
      ).toBe(hash);
    expect([...zip.keys()].filter((path) => path !== 'manifest.json').sort()).toEqual(Object.keys(manifest.files).sort());
    expect(manifest.consent).toEqual({ verkregen: 2 });
  });

  test('has in its source all it takes to go on without the kennismap', async () => {
    const { zip } = await order(await openServices(files), { products: ['bron'] });
    const names = [...zip.keys()].filter((path) => path.startsWith('producten/bron/')).map((path) => path.slice('producten/bron/'.length));
    expect(names).toEqual(expect.arrayContaining(['LEESMIJ.txt', 'manifest.json', 'velden.json', 'kaarten/checklist.json', 'soorten/praktijk.json']));
    expect(names).toEqual(expect.arrayContaining(['stukken/praktijken/a.md', 'stukken/praktijken/a.bijlagen/x.pdf', 'schema/manifest.schema.json']));
    const own = Manifest.parse(JSON.parse(String(zip.get('producten/bron/manifest.json'))));
    expect(Object.keys(own.files).sort()).toEqual(names.filter((name) => name !== 'manifest.json').sort());
  });

  test('is byte for byte the same when made again for the same day', async () => {
    const input = { products: ['reader', 'bron'], date: '2026-11-26' };
    const [one, two] = [await order(await openServices(files), input), await order(await openServices(files), input)];
    expect(one.bytes.equals(two.bytes)).toBe(true);
    expect(one.manifest.made).toBe('2026-11-26T12:00:00.000Z');
  });

  test('leaves out what the gate stops, or makes nothing when asked to', async () => {
    const opened = await openServices(files);
    const { report, zip } = await order(opened, { ids: ['a', 'bsn'], audience: 'partners' });
    expect(report.leftOut).toEqual([expect.objectContaining({ id: 'bsn', reason: 'poort' })]);
    expect(JSON.stringify(report.leftOut)).not.toContain('111222333');
    expect(zip.has('stukken/praktijken/bsn.md')).toBe(false);
    await expect(order(opened, { ids: ['a', 'bsn'], audience: 'partners', blocked: 'refuse' })).rejects.toMatchObject({ code: 'bundle.blocked' });
  });

  test('lets through what was accepted with a reason, and says so without the words themselves', async () => {
    const opened = await openServices(files);
    const gate = await opened.call('bundles.gate', { ids: ['bsn'], audience: 'partners' });
    const accepted = Object.fromEntries(
      gate.open
        .filter(({ severity }) => severity === 'blokkeert')
        .map(({ id }) => [id, { reason: 'Verzonnen nummer', by: 'kenniscoördinator', at: '2026-11-23' }]),
    );
    const { manifest, zip } = await order(opened, { ids: ['bsn'], audience: 'partners', accepted });
    expect(zip.has('stukken/praktijken/bsn.md')).toBe(true);
    expect(manifest.accepted).toEqual([{ rule: 'bsn', entry: 'bsn', reason: 'Verzonnen nummer', by: 'kenniscoördinator', at: '2026-11-23' }]);
    expect(String(zip.get('manifest.json'))).not.toContain('111222333');
  });

  test('gives the same bytes within the house, and a bare copy outside it', async () => {
    const opened = await openServices(files);
    const inside = await order(opened, {});
    expect(String(inside.zip.get('stukken/praktijken/a.md'))).toBe(files['praktijken/a.md']);
    const outside = await order(opened, { audience: 'openbaar', products: ['bron'] });
    for (const [path, bytes] of outside.zip)
      expect([path, /binnenskamers|kluiskastsleutel|zorgdrager Q7/.exec(String(bytes))?.[0]]).toEqual([path, undefined]);
  });

  test('made for a day in the past does not bring back consent that has run out since', async () => {
    const past = practice('past', `${shared}toestemming_tot: 2026-11-20\n`);
    const link = practice('c', shared, 'Zie [[past]].');
    const opened = await openServices({ ...files, 'past.md': past, 'c.md': link });
    const { report, zip } = await order(opened, {
      ids: ['c', 'past'],
      audience: 'openbaar',
      date: '2026-11-01',
      products: ['reader', 'handout', 'dias'],
    });
    expect(report.leftOut).toEqual([expect.objectContaining({ id: 'past', reason: 'toestemming' })]);
    expect(String(zip.get('index.html'))).not.toContain('Stuk past');
  });

  test('never has a session along that stays in the house', async () => {
    const { report, manifest } = await order(await openServices(files), { session: 'dag', ids: ['a'] });
    expect(report.leftOut).toEqual([expect.objectContaining({ id: 'dag', reason: 'vertrouwelijk' })]);
    expect(manifest.session).toBeUndefined();
  });

  test('is written down as handed out, for who asks later what went where', async () => {
    const opened = await openServices(files);
    await order(opened, { ids: ['a', 'bsn'], audience: 'openbaar', products: ['bron'] });
    const [line = '', ...rest] = (await readFile(join(opened.dir, '.oogst/verspreid.jsonl'), 'utf8')).trimEnd().split('\n');
    expect(rest).toEqual([]);
    expect(JSON.parse(line)).toMatchObject({
      title: 'Test',
      audience: 'openbaar',
      entries: ['a'],
      attachments: ['praktijken/a.bijlagen/x.pdf'],
      products: ['bron'],
      file: 'bundel.zip',
    });
  });

  test('that cannot be written down is made all the same, and says so', async () => {
    const opened = await openServices(files);
    opened.services.session.library().looked({ files: [], folders: [], first: false, readOnly: true, ids: [] });
    const { report } = await order(opened, { ids: ['a'] });
    expect(report.warnings.at(-1)).toContain('kon niet worden opgeschreven');
  });

  test('leaves nothing behind wherever it is called off', async () => {
    const opened = await openServices(files);
    let total = 0;
    for (let stop = 0; stop <= total; stop++) {
      const folder = await temporaryFolder();
      const calling = new AbortController();
      let steps = 0;
      const context = {
        signal: calling.signal,
        report: () => void (++steps === stop && calling.abort()),
      };
      const out = join(folder, 'bundel.zip');
      const asked: Input<'bundles.export'> = { title: 'T', ids: ['a', 'b'], audience: 'intern', out, products: ['reader', 'bron'] };
      const making = opened.call('bundles.export', asked, context as never);
      if (stop === 0) {
        await making;
        await access(out);
        total = steps - 1;
      } else {
        await expect(making).rejects.toMatchObject({ code: 'cancelled' });
        expect(await readdir(folder)).toEqual([]);
      }
    }
    expect(total).toBeGreaterThan(8);
  });
});
