import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pdf } from '../../helpers/attachment-files.ts';
import { commandLine } from '../../helpers/command-line.ts';
import { temporaryFolder } from '../../helpers/temporary.ts';

const oogst = commandLine();
const json = async (...argv: string[]): Promise<Record<string, unknown>> => {
  const { code, out, err } = await oogst(...argv, '--json');
  // On a slow machine it says what it waits for.
  expect(err.replace(/^Oogst leest eerst de bijlagen;.*\n?/, '')).toBe('');
  expect(code).toBe(0);
  return JSON.parse(out) as Record<string, unknown>;
};

const files = {
  'a.md': '---\nid: a\nsoort: praktijk\ntitel: Ouders aan tafel\nfase: weeg\ntrefwoorden: [ouders]\n---\n## Waarom\nDe ouders kwamen niet.\n',
  'b.md': '---\nid: b\nsoort: vraag\ntitel: Wat nu?\n---\n## De vraag\nHoe verder?\n',
};

describe('the command line', () => {
  test('lists with the keys scripts rely on, and by kind', async () => {
    const dir = await temporaryFolder(files);
    const { entries } = (await json('list', dir)) as { entries: Record<string, unknown>[] };
    expect(entries).toHaveLength(2);
    expect(entries[0]).toEqual({ id: 'a', path: 'a.md', title: 'Ouders aan tafel', kind: 'praktijk', status: null, fase: 'weeg', problems: [] });
    expect(((await json('list', dir, '--kind', 'vraag')) as { entries: unknown[] }).entries).toHaveLength(1);
  });

  test('tells what a write-up resembles and by which words', async () => {
    const text = 'De mentor belt de ouders over het taalbeleid.';
    const dir = await temporaryFolder({
      ...files,
      'c.md': `---\nid: c\ntitel: Bellen\n---\n${text}\n`,
      'd.md': `---\nid: d\ntitel: Praten\n---\n${text}\n`,
    });
    const { hits } = (await json('similar', dir, 'c')) as { hits: { id: string; woorden: string[] }[] };
    expect(hits[0]).toMatchObject({ id: 'd', path: 'd.md', title: 'Praten' });
    expect(hits[0]?.woorden).toHaveLength(3);
    expect((await oogst('similar', dir, 'c')).out).toContain('lijkt op: ');
    expect((await oogst('similar', dir, 'weg')).code).toBe(1);
  });

  test('searches with snippets, marks and facets', async () => {
    const dir = await temporaryFolder(files);
    const page = (await json('search', dir, 'ouders')) as {
      total: number;
      hits: { snippets: { section: string; text: string; marks: [number, number][] }[] }[];
      facets: Record<string, unknown>;
    };
    expect(page.total).toBe(1);
    const snippet = page.hits[0]?.snippets[0];
    expect(snippet?.section).toBe('Waarom');
    expect(snippet?.marks.map(([from, to]) => snippet.text.slice(from, to))).toEqual(['ouders']);
    expect(page.facets['soort']).toEqual([expect.objectContaining({ value: 'praktijk', count: 1 })]);
  });

  test('finds words of attachments too, also the first time', async () => {
    const dir = await temporaryFolder({ ...files, 'a.bijlagen/verslag.pdf': pdf(['De kwartiermaker kwam langs']) });
    const page = (await json('search', dir, 'kwartiermaker')) as { total: number; hits: { id: string; snippets: { section: string }[] }[] };
    expect(page.hits).toMatchObject([{ id: 'a', snippets: [{ section: 'Bijlage: verslag.pdf' }] }]);
  });

  test('answers a file of queries line by line, empty and faulty ones too', async () => {
    const dir = await temporaryFolder(files);
    const list = join(dir, 'vragen.txt');
    await writeFile(list, 'ouders\n\n"open\nsoort:onzin\nsoort:vraag -ouders\n');
    const { code, out } = await oogst('search', dir, '--queries', list, '--json');
    const pages = out.split('\n').map((line) => JSON.parse(line) as { total: number });
    expect(code).toBe(0);
    expect(pages.map((page) => page.total)).toEqual([1, 2, expect.any(Number), 0, 1]);
  });

  test('sets, judges and stages, and shows the result', async () => {
    const dir = await temporaryFolder(files);
    await json('set', dir, 'a', 'trefwoorden=ouders,taal', 'delen=openbaar', 'organisatie=');
    await json('judge', dir, 'a', 'A4', 'nee', '--evidence', 'Alleen de school.');
    await json('stage', dir, 'a', 'verspreid');
    expect(await json('show', dir, 'a')).toMatchObject({
      stage: 'verspreid',
      sharing: 'openbaar',
      keywords: ['ouders', 'taal'],
      verdicts: { 'checklist.A4': 'nee' },
    });
    expect(await readFile(join(dir, 'a.md'), 'utf8')).toContain('trefwoorden: [ouders, taal]\n');
  });

  test('makes a kennismap, with the example when asked', async () => {
    const dir = join(await temporaryFolder(), 'nieuw');
    expect(await json('init', dir, '--example')).toMatchObject({ dir });
    expect(((await json('list', dir)) as { entries: unknown[] }).entries.length).toBeGreaterThanOrEqual(30);
    expect((await oogst('init', dir, '--example')).code).toBe(1);
  });

  test('checks with exit code 1 when there are errors, and 0 with only warnings', async () => {
    const dir = await temporaryFolder({ ...files, 'c.md': '---\nid: c\nsoort: iets\n---\n' });
    expect((await oogst('check', dir, '--json')).code).toBe(0);
    await writeFile(join(dir, 'd.md'), '---\ntitel: "open\n---\n');
    const { code, out } = await oogst('check', dir, '--json');
    expect(code).toBe(1);
    expect((JSON.parse(out) as { problems: { level: string }[] }).problems.find((p) => p.level === 'fout')).toMatchObject({
      file: 'd.md',
      line: 2,
      rule: 'kop-onleesbaar',
    });
  });

  test('imports, and exits with 0 when there are only warnings', async () => {
    const source = await temporaryFolder({ 'x.md': 'zonder kop' });
    const dir = await temporaryFolder();
    expect(await json('import', dir, source)).toMatchObject({ imported: [{ path: 'x.md' }], skipped: [] });
  });
});

describe('wrong use', () => {
  test.each([
    ['no command', []],
    ['an unknown command', ['maak']],
    ['a missing word', ['list']],
    ['a word too many', ['list', 'a', 'b']],
    ['an unknown option', ['list', '.', '--wat']],
    ['a verdict that does not exist', ['judge', '.', 'a', 'A1', 'misschien']],
    ['no key and value', ['set', '.', 'a', 'los']],
    ['no place to export to', ['export', '.']],
    ['a limit that is no number', ['search', '.', 'x', '--limit', 'veel']],
  ])('%s ends with 2 and a Dutch explanation', async (_, argv) => {
    const { code, out, err } = await oogst(...argv);
    expect(code).toBe(2);
    expect(out + err).toMatch(/Gebruik: npm run -s oogst/);
  });

  test.each(['init', 'list', 'show', 'search', 'set', 'judge', 'stage', 'check', 'export', 'import', 'serve'])(
    '%s has help in Dutch',
    async (name) => {
      const { code, out } = await oogst(name, '--help');
      expect(code).toBe(0);
      expect(out).toContain(`Gebruik: npm run -s oogst -- ${name}`);
    },
  );

  test.each([
    ['a folder that is not there', (dir: string) => ['list', join(dir, 'weg')]],
    ['an id that is not there', (dir: string) => ['show', dir, 'weg']],
    ['a criterion that is not there', (dir: string) => ['judge', dir, 'a', 'Z9', 'ja']],
    ['a stage that is not there', (dir: string) => ['stage', dir, 'a', 'later']],
    ['a file of queries that is not there', (dir: string) => ['search', dir, '--queries', join(dir, 'weg')]],
  ])('%s ends with 1 and one Dutch sentence on standard error', async (_, argv) => {
    const dir = await temporaryFolder(files);
    const { code, out, err } = await oogst(...argv(dir));
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toMatch(/^[A-ZÉ“/].*\.$/s);
    expect(err).not.toMatch(/at .*\.ts|Error:/);
  });
});

describe('a query kept in the kennismap, on the command line', () => {
  const kept = JSON.stringify({ zoekvragen: [{ id: 'o', naam: 'Over ouders', vraag: 'ouders', gemaakt: '2026-11-01' }] });

  test('is searched and handed out by its name', async () => {
    const dir = await temporaryFolder({ ...files, '.oogst/zoekvragen.json': kept });
    expect(await json('search', dir, '--saved', 'over ouders')).toMatchObject({ total: 1, hits: [{ id: 'a' }] });
    const out = join(await temporaryFolder(), 'b.zip');
    expect((await oogst('export', dir, '--saved', 'Over ouders', '--out', out)).out).toContain('b.zip: 1 stuk,');
  });

  test('is wrong use without such a name, or with other words', async () => {
    const dir = await temporaryFolder({ ...files, '.oogst/zoekvragen.json': kept });
    expect(await oogst('search', dir, '--saved', 'Rust')).toMatchObject({
      code: 2,
      err: expect.stringContaining('kies uit “Over ouders”') as string,
    });
    expect(await oogst('search', dir, 'iets', '--saved', 'Over ouders')).toMatchObject({ code: 2 });
    expect(await oogst('export', dir, '--saved', 'Over ouders', '--query', 'x', '--out', 'y.zip')).toMatchObject({ code: 2 });
  });
});
