import { createHash } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { hostname, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, test, vi } from 'vitest';
import type { Input } from '../../domain/api/contract.ts';
import { Manifest } from '../../domain/bundle/manifest.ts';
import type { Typesetter } from '../../main/bundles/typesetting.ts';
import { canMount, folderOnDisk } from '../helpers/disks.ts';
import { exported, layersOf, tracesOf, type Exported } from '../helpers/exported.ts';
import { expectPlain, failureOf } from '../helpers/failure-of.ts';
import { openServices, type Opened } from '../helpers/open-services.ts';
import { openTypesetter } from '../helpers/pdf.ts';
import { temporaryFolder } from '../helpers/temporary.ts';

const shared = 'delen: openbaar\ntoestemming: verkregen\n';
const practice = (id: string, body = 'Een tekst over ouders in de klas.'): string =>
  `---\nid: ${id}\nsoort: praktijk\ntitel: Stuk ${id}\n${shared}---\n\n## Waarom\n\n${body}\n`;
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const files = {
  'praktijken/a.md': practice('a', 'Tekst met ![hoek](a.bijlagen/hoek.png).'),
  'praktijken/a.bijlagen/hoek.png': png,
  'praktijken/b.md': practice('b'),
  'sessies/dag.md': `---\nid: dag\nsoort: sessie\ntitel: Studiedag\n${shared}---\n\n## Doel\n\nSamen.\n`,
};
const ids = ['a', 'b', 'dag'];
const open = async (more: Parameters<typeof openServices>[1] = {}, own: Record<string, string | Uint8Array> = files): Promise<Opened> =>
  openServices(own, { typesetter: openTypesetter(), ...more });
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('what files say about this computer', { timeout: 120_000 }, () => {
  test('P5: no file of any product, however it is packed, names the user, the computer, a folder of it or a maker', async () => {
    const home = await temporaryFolder();
    for (const name of ['USER', 'LOGNAME', 'USERNAME']) vi.stubEnv(name, 'zeldzamegebruiker');
    for (const name of ['HOSTNAME', 'COMPUTERNAME', 'NAME']) vi.stubEnv(name, 'zeldzamecomputer');
    for (const name of ['HOME', 'USERPROFILE', 'APPDATA']) vi.stubEnv(name, home);
    onTestFinished(() => void vi.unstubAllEnvs());
    const opened = await open({ profile: home });
    const { bytes, report } = await exported(opened, ids);
    expect(report.products.map((one) => one.files > 0)).not.toContain(false);
    const layers = await layersOf('bundel', bytes);
    expect([...layers.keys()].filter((name) => /> (docProps\/core\.xml|info|stream \d+)$/.test(name)).length).toBeGreaterThan(10);
    const { username, homedir } = userInfo();
    const words = ['zeldzamegebruiker', 'zeldzamecomputer', home, opened.dir, process.cwd(), `${homedir}/`, `${tmpdir()}/`];
    // A short name, or one many share, is part of ordinary words.
    const own = [hostname(), username].filter((name) => name.length > 5 && name !== 'localhost');
    expect(tracesOf([...words, ...own], layers)).toEqual([]);
    for (const [name, layer] of layers) {
      const makers = /<(?:dc:creator|cp:lastModifiedBy|Company|Manager)>([^<]*)</g;
      expect([
        name,
        [...layer.toString('utf8').matchAll(makers)].map((found) => found[1]).filter((maker) => maker !== '' && maker !== 'Oogst'),
      ]).toEqual([name, []]);
      // The name of the house style.
      if (name.endsWith('> info')) expect([name, /"Author":"([^"]*)"/.exec(String(layer))?.[1]]).toEqual([name, 'Oogst']);
    }
  });

  test('P5: the zip holds no fields beside the names, no remark, and the same day and rights for every file', async () => {
    const { bytes } = await exported(await open(), ids);
    let seen = 0;
    const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
    expect(bytes.readUInt16LE(end + 20)).toBe(0);
    const when = new Set<number>();
    for (let at = bytes.readUInt32LE(end + 16); at < end; seen++) {
      const [name, extra, remark] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)];
      expect([extra, remark, bytes.readUInt32LE(at + 38) >>> 16]).toEqual([0, 0, 0o100644]);
      when.add(bytes.readUInt32LE(at + 12));
      at += 46 + name;
    }
    expect(seen).toBe(bytes.readUInt16LE(end + 10));
    expect(when.size).toBe(1);
  });

  test('P5: what is written in a text and in a document of somebody else is told before it goes out', async () => {
    const own = { 'a.md': practice('a', 'Zie C:\\Users\\Jan\\stuk.docx.'), 'a.bijlagen/brief.pdf': '%PDF-1.4\n1 0 obj<</Author(Jan Smits)>>endobj' };
    const { call } = await openServices(own);
    const { open: found } = await call('bundles.gate', { ids: ['a'], audience: 'openbaar' });
    expect(found.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['plek-op-schijf', 'maker-document']));
  });
});

/** Sets every text once; the making around it is what is called off. */
function rememberingTypesetter(): Typesetter {
  const typesetter = openTypesetter();
  const made = new Map<string, Uint8Array>();
  return {
    pdf: async (input, signal) => {
      const key = JSON.stringify(input, (_, value: unknown) =>
        value instanceof Uint8Array ? sha256(value) : value instanceof Map ? [...value] : value,
      );
      const bytes = made.get(key) ?? (await typesetter.pdf(input, signal));
      made.set(key, bytes);
      return bytes;
    },
    close: () => typesetter.close(),
  };
}

test('P7: called off at any step of making every product, nothing stands there: not the bundle, not a part of it', { timeout: 240_000 }, async () => {
  const opened = await open({ typesetter: rememberingTypesetter() });
  const folder = await temporaryFolder();
  let total = 0;
  await exported(opened, ids, {}, { report: () => void total++ });
  expect(total).toBeGreaterThan(20);
  const out = join(folder, 'x.zip');
  for (let stop = 1; stop < total; stop++) {
    const calling = new AbortController();
    let seen = 0;
    const making = exported(opened, ids, { out }, { signal: calling.signal, report: () => void (++seen === stop && calling.abort()) });
    expect([stop, (await failureOf(making)).code]).toEqual([stop, 'cancelled']);
    expect([stop, await readdir(folder)]).toEqual([stop, []]);
  }
  const log = (await readFile(join(opened.dir, '.oogst/verspreid.jsonl'), 'utf8')).trimEnd().split('\n');
  expect(log).toHaveLength(1);
});

describe('a place that cannot be written to', { timeout: 60_000 }, () => {
  const refused = async (opened: Opened, out: string, more: Partial<Input<'bundles.export'>> = {}): Promise<void> => {
    const failure = await failureOf(exported(opened, ids, { out, products: ['reader'], ...more }));
    expect(failure.code).toBe('export.target');
    expectPlain(failure, out);
  };

  test('P8: a folder, a file that stands there and a place under a file are refused, and stay as they are', async () => {
    const opened = await open();
    const dir = await temporaryFolder({ 'bestand.zip': 'van mij' });
    await mkdir(join(dir, 'map.zip'));
    await refused(opened, join(dir, 'map.zip'));
    await refused(opened, join(dir, 'map.zip'), { replace: true });
    await refused(opened, dir);
    await refused(opened, join(dir, 'bestand.zip'));
    await refused(opened, join(dir, 'bestand.zip', 'dieper.zip'));
    expect((await readdir(dir, { recursive: true })).sort((a, b) => a.localeCompare(b))).toEqual(['bestand.zip', 'map.zip']);
    expect(await readFile(join(dir, 'bestand.zip'), 'utf8')).toBe('van mij');
  });

  test('P8: the kennismap itself, any place in it and any way around to it are refused; no write-up is written over', async () => {
    const opened = await open();
    const before = await readFile(join(opened.dir, 'praktijken/a.md'), 'utf8');
    const around = join(await temporaryFolder(), 'om');
    await symlink(opened.dir, around);
    for (const out of [
      opened.dir,
      join(opened.dir, 'x.zip'),
      join(opened.dir, 'nieuw/diep/x.zip'),
      join(opened.dir, '..', opened.dir.slice(opened.dir.lastIndexOf('/')), 'x.zip'),
      join(around, 'x.zip'),
      join(around, 'nieuw/x.zip'),
    ])
      await refused(opened, out);
    await refused(opened, join(opened.dir, 'praktijken/a.md'), { replace: true });
    await refused(opened, join(around, 'praktijken/a.md'), { replace: true });
    expect(await readFile(join(opened.dir, 'praktijken/a.md'), 'utf8')).toBe(before);
    expect((await readdir(opened.dir, { recursive: true })).filter((name) => /\.zip|nieuw|tmp/.test(name))).toEqual([]);
  });

  test('P8: a place beside the kennismap whose name begins the same is no place in it', async () => {
    const opened = await open();
    const out = `${opened.dir}-bundels/x.zip`;
    onTestFinished(() => rm(`${opened.dir}-bundels`, { recursive: true, force: true }));
    await exported(opened, ids, { out, products: ['reader'] });
  });

  test('P8: a folder that is taken away while the bundle is made gives a message, and is not left half full', async () => {
    const opened = await open();
    const folder = join(await temporaryFolder(), 'stick');
    let taken = false;
    const report = (): void => {
      // Once its first part stands there.
      if (taken || !existsSync(folder) || readdirSync(folder).length === 0) return;
      rmSync(folder, { recursive: true });
      taken = true;
    };
    const making = exported(opened, ids, { out: join(folder, 'x.zip'), products: ['reader', 'bron'] }, { report });
    const failure = await failureOf(making);
    expect(taken).toBe(true);
    expect(failure.code).toBe('export.target');
    expectPlain(failure, 'x.zip');
    expect(await readdir(folder).catch(() => [])).toEqual([]);
  });

  test.skipIf(!canMount)('P8: a full disk, and one that is pulled out, give a message and nothing half (needs a small disk of its own)', async () => {
    const opened = await open();
    const { dir, takeOut } = await folderOnDisk('64k');
    const full = await failureOf(exported(opened, ids, { out: join(dir, 'x.zip'), products: ['reader'] }));
    expect(full.code).toBe('disk.full');
    expectPlain(full, 'x.zip');
    expect(await readdir(dir)).toEqual([]);
    takeOut();
    await rm(dir, { recursive: true });
    await writeFile(dir, 'geen map meer');
    await refused(opened, join(dir, 'x.zip'));
  });
});

describe('the same again', { timeout: 120_000 }, () => {
  it('P9: comes into an empty kennismap with the same ids and the same bytes, next to every product', async () => {
    const opened = await open();
    const { path, zip } = await exported(opened, ids, { audience: 'intern' });
    const empty = await openServices({});
    const taken = await empty.call('import.take', { path });
    expect(taken.fresh).toHaveLength(ids.length);
    expect((await empty.call('entries.titles', {})).map(({ id }) => id).sort()).toEqual([...ids].sort());
    for (const [name, content] of Object.entries(files))
      expect([name, sha256(await readFile(join(empty.dir, name)))]).toEqual([name, sha256(Buffer.from(content))]);
    const manifest = Manifest.parse(JSON.parse(String(zip.get('manifest.json'))));
    expect(Object.keys(manifest.files).sort()).toEqual([...zip.keys()].filter((name) => name !== 'manifest.json').sort());
    for (const [name, hash] of Object.entries(manifest.files)) expect([name, sha256(zip.get(name) ?? Buffer.alloc(0))]).toEqual([name, hash]);
  });

  it('P13: is byte for byte the same for a given day, from another folder, at another moment, elsewhere in the world, with every product', async () => {
    const table = `| ${'kolom | '.repeat(9)}\n|${'---|'.repeat(9)}\n${`| ${'cel | '.repeat(9)}\n`.repeat(40)}`;
    const own = {
      ...files,
      'praktijken/c.md': practice('c', `> Zij zei: "Ja."\n\n- een\n  - twee\n    - drie\n\n${table}\n![hoek](c.bijlagen/hoek.png)`),
      'praktijken/c.bijlagen/hoek.png': png,
      'praktijken/kaal.md': `---\nid: kaal\nsoort: praktijk\ntitel: Kaal\n${shared}---\n`,
    };
    const all = [...ids, 'c', 'kaal'];
    const style = { id: 'huis', name: 'Stichting Waterrijk', accent: '#ffcc00', font: 'schreef' as const };
    const made = async (from: Opened, date = '2026-11-26'): Promise<Exported> => {
      await from.call('styles.save', { style, logo: png.toString('base64') });
      return exported(from, all, { style: style.id, session: 'dag', date });
    };
    const one = await made(await open({}, own));
    const folders = new Set([...one.zip.keys()].map((name) => /^producten\/([^/]+)\//.exec(name)?.[1]));
    expect(['handout', 'werkblad', 'dias', 'programma', 'poster', 'overzicht'].filter((id) => !folders.has(id))).toEqual([]);
    const zone = process.env['TZ'];
    process.env['TZ'] = 'Asia/Tokyo';
    onTestFinished(() => {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    });
    const turned = Object.fromEntries(Object.entries(own).toReversed());
    const two = await made(await open({ clock: () => new Date('2026-11-24T23:59:00') }, turned));
    const differs = [...one.zip].filter(([name, bytes]) => !two.zip.get(name)?.equals(bytes)).map(([name]) => name);
    expect(differs).toEqual([]);
    expect(one.bytes.equals(two.bytes)).toBe(true);
    expect((await made(await open({}, own), '2026-11-27')).bytes.equals(one.bytes)).toBe(false);
  });
});
