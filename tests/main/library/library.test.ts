import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { Failure } from '../../../domain/api/failures.ts';
import { openServices, resources } from '../../helpers/open-services.ts';
import { temporaryFolder } from '../../helpers/temporary.ts';

const codeOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'no failure',
    (error: unknown) => (error instanceof Failure ? error.code : String(error)),
  );

describe('opening a kennismap', () => {
  test('lists every Markdown file in every folder but the hidden ones, whatever is in it', async () => {
    const { call } = await openServices({
      'a.md': '---\nsoort: praktijk\ntitel: A\n---\n',
      'diep/er/b.MD': 'gewone tekst',
      'kapot.md': '---\ntitel: "open\n---\n',
      'leeg.md': '',
      'oud.md': Buffer.from('caf\xe9', 'latin1'),
      'nul.md': Buffer.from([35, 0, 1, 2]),
      'breed.md': Buffer.from('\ufeffééé', 'utf16le'),
      'c.markdown': 'tekst',
      'los.txt': 'nee',
      '.git/x.md': 'nee',
      '.obsidian/x.md': 'nee',
      '.oogst/x.md': 'nee',
      'map/.oogst/x.md': 'nee',
      '.verborgen/wel.md': 'ja',
    });
    const page = await call('search.query', { query: '', limit: 100 });
    expect(page.hits.map((hit) => hit.entry.path).sort()).toEqual([
      '.verborgen/wel.md',
      'a.md',
      'breed.md',
      'c.markdown',
      'diep/er/b.MD',
      'kapot.md',
      'leeg.md',
      'nul.md',
      'oud.md',
    ]);
    expect(page.hits.every((hit) => hit.entry.title !== '')).toBe(true);
  });

  test.each([
    ['a folder that is not there', 'weg', 'library.missing'],
    ['a file', 'bestand.txt', 'library.not-a-folder'],
    ['a folder inside a file', 'bestand.txt/x', 'library.missing'],
  ])('fails in Dutch on %s and makes nothing', async (_, name, code) => {
    const { call } = await openServices();
    const dir = await temporaryFolder({ 'bestand.txt': 'x' });
    expect(await codeOf(call('library.open', { dir: join(dir, name) }))).toBe(code);
    expect(await readdir(dir)).toEqual(['bestand.txt']);
  });

  test('says in Dutch that a folder cannot be made somewhere, and why the one of last time is not open', async () => {
    const { call } = await openServices();
    await call('library.close', {});
    for (const dir of ['/dev/null/x', ...(process.platform === 'linux' ? ['/proc/oogst/x'] : [])]) {
      expect(await codeOf(call('library.open', { dir, create: true }))).toBe('library.unmakable');
      expect(await call('library.state', {})).toMatchObject({
        state: 'none',
        reason: expect.stringContaining('kan hier niet gemaakt worden') as string,
      });
    }
  });

  test('makes a folder when asked', async () => {
    const { call } = await openServices();
    const dir = join(await temporaryFolder(), 'nieuw', 'dieper');
    await call('library.open', { dir, create: true });
    await vi.waitFor(async () => expect(await call('library.state', {})).toMatchObject({ state: 'ready', entries: 0 }));
  });

  test('copies the example into a new folder, and refuses one that holds something', async () => {
    const { call } = await openServices();
    const dir = join(await temporaryFolder({ 'vol/x.txt': 'x' }), 'vol');
    expect(await codeOf(call('library.example', { dir }))).toBe('library.not-empty');
    expect(await readdir(dir)).toEqual(['x.txt']);
    await call('library.example', { dir: join(dir, '..', 'nieuw') });
    await vi.waitFor(async () => expect(await call('library.state', {})).toMatchObject({ state: 'ready', example: true }));
  });
});

describe('what is wrong between files', () => {
  test('F17: flags two files with one id and keeps both usable', async () => {
    const text = '---\nid: x\nsoort: vraag\ntitel: T\n---\n';
    const { dir, call } = await openServices({ 'a.md': text, 'b.md': text });
    const titles = await call('entries.titles', {});
    expect(new Set(titles.map((t) => t.id)).size).toBe(2);
    const problems = await call('library.problems', {});
    expect(problems.map((p) => [p.path, p.problem.rule])).toEqual([
      ['a.md', 'dubbele-id'],
      ['b.md', 'dubbele-id'],
    ]);
    const second = titles.find((t) => t.id !== 'x');
    await call('entries.setFields', { id: second?.id ?? '', fields: { status: 'concept' } });
    expect(await readFile(join(dir, 'b.md'), 'utf8')).toBe('---\nid: x\nsoort: vraag\ntitel: T\nstatus: concept\n---\n');
    await rm(join(dir, 'a.md'));
    await call('library.rescan', {});
    expect((await call('entries.titles', {})).map((t) => t.id)).toEqual(['x']);
  });

  test('follows links by id, title, file name and path, and reports those that lead nowhere', async () => {
    const { call } = await openServices({
      'a.md': '---\nid: a\nsoort: praktijk\nbeantwoordt: [b, weg]\n---\n[[b]] [[Titel van C|de c]] [[naam-d]] [e](map/e.md) [[nergens]]',
      'b.md': '---\nid: b\nsoort: vraag\n---\n',
      'c.md': '---\nid: c\nsoort: bron\ntitel: Titel van C\n---\n',
      'map/naam-d.md': '---\nid: d\nsoort: bron\n---\n',
      'map/e.md': '---\nid: e\nsoort: bron\n---\n',
    });
    const entry = await call('entries.read', { id: 'a' });
    expect(entry.links.map((link) => `${link.field} ${link.id}`)).toEqual(['beantwoordt b', 'tekst b', 'tekst c', 'tekst d', 'tekst e']);
    expect(entry.problemList.map((p) => p.rule)).toEqual(['verwijzing-stuk', 'koppeling-stuk']);
    expect((await call('entries.read', { id: 'b' })).backlinks.map((link) => link.field)).toEqual(['beantwoordt', 'tekst']);
  });
});

describe('changes from outside', () => {
  test('E15: appear by themselves: new, changed, moved and removed files', async () => {
    const { dir, call, events } = await openServices({ 'a.md': '---\nid: a\ntitel: Oud\n---\n', 'b.md': '---\nid: b\n---\n' }, { watch: true });
    await new Promise((ready) => setTimeout(ready, 300)); // the watcher needs a moment before it sees anything
    await writeFile(join(dir, 'a.md'), '---\nid: a\ntitel: Nieuw\n---\n');
    await writeFile(join(dir, 'c.md'), '---\nid: c\n---\nverse tekst');
    await mkdir(join(dir, 'map'));
    await rename(join(dir, 'b.md'), join(dir, 'map', 'b.md'));
    await vi.waitFor(
      async () => {
        expect((await call('entries.read', { id: 'a' })).title).toBe('Nieuw');
        expect((await call('entries.read', { id: 'b' })).path).toBe('map/b.md');
        expect((await call('search.query', { query: 'verse' })).hits.map((hit) => hit.id)).toEqual(['c']);
      },
      { timeout: 10_000, interval: 100 },
    );
    expect(events.some((event) => event.name === 'entries.changed')).toBe(true);
  });

  test('E18: does not report our own saves as changes from outside', async () => {
    const { call, events } = await openServices({ 'a.md': '---\nid: a\n---\n' });
    await call('entries.setFields', { id: 'a', fields: { status: 'concept' } });
    await call('library.rescan', {});
    const reasons = events.filter((event) => event.name === 'entries.changed').map((event) => (event.payload as { reason: string }).reason);
    expect(reasons).toEqual(['scan', 'saved']);
  });

  test('D9: concludes nothing from a folder that is gone and picks up again when it is back', async () => {
    const parent = await temporaryFolder({ 'map/a.md': '---\nid: a\ntitel: A\n---\n' });
    const { services, call } = await openServices({}, { dir: join(parent, 'map') });
    await rename(join(parent, 'map'), join(parent, 'weg'));
    await services.session.library().rescan();
    expect(services.session.state.state).toBe('unavailable');
    expect((await call('entries.titles', {})).map((t) => t.id)).toEqual(['a']);
    await rename(join(parent, 'weg'), join(parent, 'map'));
    await services.session.library().rescan();
    expect(services.session.state).toMatchObject({ state: 'ready', entries: 1 });
  });
});

describe('own cards and kinds', () => {
  test('a kennismap adds a kind and a card without code, and a faulty file is reported and left out', async () => {
    const kind = JSON.parse(await readFile(join(resources, 'soorten', 'werkvorm.json'), 'utf8')) as Record<string, unknown>;
    const { call } = await openServices({
      '.oogst/soorten/spel.json': JSON.stringify({ ...kind, id: 'spel', name: 'spel', plural: 'spellen', folder: 'spellen', order: 99 }),
      '.oogst/kaarten/eigen.yaml':
        'id: eigen\ntitle: Eigen kaart\ndescription: Van ons.\nsource: {title: Zelf, makers: Wij}\nparts:\n  - id: deel\n    title: Deel\n    instrument: kenmerk\n    items: [{id: een, name: Een, prompt: Wat is het?}]\n',
      '.oogst/kaarten/kapot.json': '{"id": "x"',
      'a.md': '---\nid: a\nsoort: spel\n---\n',
    });
    const vocabulary = await call('vocabulary.read', {});
    expect(vocabulary.kinds.map((k) => k.id)).toContain('spel');
    expect(vocabulary.cards.map((c) => c.id)).toContain('eigen');
    expect((await call('entries.read', { id: 'a' })).kind).toBe('spel');
    expect((await call('library.problems', {})).map((p) => p.path)).toEqual([join('.oogst', 'kaarten', 'kapot.json')]);
  });
});

describe('words that mean the same', () => {
  test('a kennismap adds its own, beside the shipped ones, and a faulty list is reported', async () => {
    const files = {
      'a.md': '---\nid: a\ntitel: Een\n---\nDe kwartiermaker belt de intern begeleider.\n',
      '.oogst/synoniemen.json': '[["verkenner", "kwartiermaker"]]',
    };
    const { call } = await openServices(files);
    const ids = async (query: string): Promise<string[]> => (await call('search.query', { query })).hits.map(({ id }) => id);
    expect(await ids('verkenner')).toEqual(['a']);
    expect(await ids("IB'er")).toEqual(['a']);
    const faulty = await openServices({ ...files, '.oogst/synoniemen.json': '{"a": 1}' });
    expect((await faulty.call('library.problems', {})).map(({ path }) => path)).toContain('.oogst/synoniemen.json');
  });
});
