import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../../domain/api/failures.ts';
import { openServices } from '../../helpers/open-services.ts';

const practice = `---
# van de afdeling
id: p1
soort: praktijk
titel: "Startgesprek"   # zo heet het
trefwoorden: [ouders,  start]
eigen_sleutel: 0123
---
## Waarom
Omdat het moet.

## Hoe
Met z'n drieën.
`;

const failure = async (asked: Promise<unknown>): Promise<Failure> => {
  const error: unknown = await asked.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof Failure)) throw error;
  return error;
};

describe('changing a write-up', () => {
  test('sets a field and leaves every other line as it was', async () => {
    const { dir, call } = await openServices({ 'p.md': practice });
    await call('entries.setFields', { id: 'p1', fields: { fase: 'weeg', titel: 'Startgesprek nu' } });
    expect(await readFile(join(dir, 'p.md'), 'utf8')).toBe(
      practice.replace('"Startgesprek"', '"Startgesprek nu"').replace('0123\n', '0123\nfase: weeg\n'),
    );
  });

  test('judges a criterion with evidence, who and when, and keeps earlier judgements', async () => {
    const { dir, call } = await openServices({ 'p.md': practice });
    await call('entries.judge', { id: 'p1', item: 'A4', verdict: 'nee', evidence: 'Alleen de school komt aan het woord.' });
    await call('entries.judge', { id: 'p1', item: 'checklist.A4', verdict: 'deels', by: 'tweede lezer' });
    const text = await readFile(join(dir, 'p.md'), 'utf8');
    expect(text).toContain(
      "oordelen:\n  - item: A4\n    oordeel: nee\n    onderbouwing: Alleen de school komt aan het woord.\n    door: kenniscoördinator\n    op: '2026-11-23'\n  - item: A4\n    oordeel: deels\n    door: tweede lezer\n    op: '2026-11-23'\n",
    );
    const entry = await call('entries.read', { id: 'p1' });
    expect(entry.judgements).toHaveLength(2);
    expect(entry.verdicts).toEqual({ 'checklist.A4': 'deels' });
    expect(text.endsWith(practice.slice(practice.indexOf('## Waarom')))).toBe(true);
  });

  test('moves to a stage and keeps the dated history', async () => {
    const { call } = await openServices({ 'p.md': practice });
    await call('entries.stage', { id: 'p1', stage: 'vraag', since: '2026-01-15' });
    await call('entries.stage', { id: 'p1', stage: 'weeg', methods: ['experts'], note: 'twee lezers' });
    const entry = await call('entries.read', { id: 'p1' });
    expect(entry.stage).toBe('weeg');
    expect(entry.stages).toEqual([
      { stage: 'vraag', since: '2026-01-15', methods: [] },
      { stage: 'weeg', since: '2026-11-23', methods: ['experts'], note: 'twee lezers' },
    ]);
  });

  test('saves a body under the header as it stands', async () => {
    const { dir, call } = await openServices({ 'p.md': practice.replace(/\n/g, '\r\n') });
    const { revision } = await call('entries.read', { id: 'p1' });
    await call('entries.saveBody', { id: 'p1', basedOn: revision, body: 'een\ntwee\n' });
    expect(await readFile(join(dir, 'p.md'), 'utf8')).toBe(`${practice.slice(0, practice.indexOf('## Waarom'))}een\ntwee\n`.replace(/\n/g, '\r\n'));
  });

  test('refuses to save over a change from outside and loses neither text', async () => {
    const { dir, call } = await openServices({ 'p.md': practice });
    const { revision } = await call('entries.read', { id: 'p1' });
    await writeFile(join(dir, 'p.md'), practice.replace('moet', 'kan'));
    const refused = await failure(call('entries.saveBody', { id: 'p1', basedOn: revision, body: 'van mij' }));
    expect(refused.code).toBe('entry.conflict');
    expect(await readFile(join(dir, 'p.md'), 'utf8')).toBe(practice.replace('moet', 'kan'));
    expect((await call('entries.read', { id: 'p1' })).body).toContain('Omdat het kan.');
  });

  test('F17: gives a file without an id, at its first save, the id it was known by', async () => {
    const { dir, call } = await openServices({ 'map/los.md': '# Los verhaal\n\ntekst\n' });
    const [known] = await call('entries.titles', {});
    await call('entries.setFields', { id: known?.id ?? '', fields: { status: 'concept' } });
    expect(await readFile(join(dir, 'map/los.md'), 'utf8')).toBe(`---\nstatus: concept\nid: ${known?.id}\n---\n# Los verhaal\n\ntekst\n`);
    expect((await call('entries.titles', {}))[0]).toEqual(known);
  });
});

describe('what may not be changed', () => {
  test.each([
    ['F5: a header that cannot be read', 'p.md', '---\nid: p1\ntitel: "open\n---\nlijf', 'entry.broken-front-matter'],
    ['F3: a text in an old Windows character set', 'p.md', Buffer.from('---\nid: p1\n---\nco\xf6rdinator', 'latin1'), 'entry.locked-text'],
  ])('%s is refused, in Dutch, and the bytes stay', async (_, path, content, code) => {
    const { dir, call } = await openServices({ [path]: content });
    const before = await readFile(join(dir, path));
    const [known] = await call('entries.titles', {});
    const refused = await failure(call('entries.setFields', { id: known?.id ?? '', fields: { status: 'concept' } }));
    expect(refused.code).toBe(code);
    expect(refused.message).toMatch(/[a-z].*\.$/);
    expect(before.equals(await readFile(join(dir, path)))).toBe(true);
  });

  test('D5: refuses a read-only file', async () => {
    const { dir, call } = await openServices({ 'p.md': practice });
    await chmod(join(dir, 'p.md'), 0o444);
    expect((await failure(call('entries.setFields', { id: 'p1', fields: { status: 'concept' } }))).code).toBe('entry.unwritable');
  });

  test.each([
    [{ fase: 'later' }, 'entry.bad-field'],
    [{ datum: '23-11-2026' }, 'entry.bad-field'],
    [{ id: 'anders' }, 'entry.bad-field'],
    [{ oordelen: [] }, 'entry.bad-field'],
    [{ vertrouwelijk: 'ja' }, 'entry.bad-field'],
  ])('refuses the value %j', async (fields, code) => {
    const { dir, call } = await openServices({ 'p.md': practice });
    expect((await failure(call('entries.setFields', { id: 'p1', fields }))).code).toBe(code);
    expect(await readFile(join(dir, 'p.md'), 'utf8')).toBe(practice);
  });

  test.each([
    ['entries.judge', { id: 'p1', item: 'Z9', verdict: 'ja' }, 'entry.unknown-item'],
    ['entries.stage', { id: 'p1', stage: 'later' }, 'entry.unknown-stage'],
    ['entries.read', { id: 'weg' }, 'entry.missing'],
    ['entries.create', { kind: 'roman', title: 'x' }, 'entry.unknown-kind'],
  ] as const)('%s with %j fails as %s', async (method, input, code) => {
    const { call } = await openServices({ 'p.md': practice });
    expect((await failure(call(method, input as never))).code).toBe(code);
  });
});

describe('making and renaming', () => {
  test('puts a new write-up in the folder of its kind with the headings of that kind', async () => {
    const { dir, call } = await openServices();
    const saved = await call('entries.create', { kind: 'vraag', title: 'Hoe bereiken we ouders’?' });
    expect(saved.path).toBe('vragen/hoe-bereiken-we-ouders.md');
    const text = await readFile(join(dir, saved.path), 'utf8');
    expect(text).toMatch(/^---\nid: [0-9A-HJKMNP-TV-Z]{26}\nsoort: vraag\ntitel: Hoe bereiken we ouders’\?\n/);
    expect(text).toContain('## De vraag\n');
    expect((await call('entries.read', { id: saved.id })).problemList).toEqual([]);
  });

  test('N10: never takes a name that is in use, also not one that differs in capitals', async () => {
    const { dir, call } = await openServices({ 'vragen/Zelfde.md': 'x' });
    const first = await call('entries.create', { kind: 'vraag', title: 'Zelfde' });
    const second = await call('entries.create', { kind: 'vraag', title: 'zelfde!' });
    expect([first.path, second.path]).toEqual(['vragen/zelfde-2.md', 'vragen/zelfde-3.md']);
    expect(await readFile(join(dir, 'vragen/Zelfde.md'), 'utf8')).toBe('x');
  });

  test('lets the file follow a new title when its name came from the old one', async () => {
    const { dir, call } = await openServices();
    const made = await call('entries.create', { kind: 'vraag', title: 'Oud' });
    const renamed = await call('entries.rename', { id: made.id, title: 'Nieuwe naam' });
    expect(renamed).toMatchObject({ id: made.id, path: 'vragen/nieuwe-naam.md' });
    expect(await readdir(join(dir, 'vragen'))).toEqual(['nieuwe-naam.md']);
  });

  test('keeps a name that somebody chose, and takes attachments along with one that was made', async () => {
    const { dir, call } = await openServices({
      'p.md': practice,
      'startgesprek.md': practice.replace('p1', 'p2'),
      'startgesprek.bijlagen/foto.png': 'x',
    });
    expect((await call('entries.rename', { id: 'p1', title: 'Anders' })).path).toBe('p.md');
    expect((await call('entries.rename', { id: 'p2', title: 'Anders' })).path).toBe('anders.md');
    expect((await readdir(dir)).sort()).toEqual(['anders.bijlagen', 'anders.md', 'p.md']);
  });
});

test('F5: under a header that cannot be read the text can still be written, and the header stays as it is', async () => {
  const { call, dir } = await openServices({ 'a.md': '---\ntitel: "open\n---\nbegin\n' });
  const id = (await call('entries.titles', {}))[0]?.id ?? '';
  const { revision } = await call('entries.read', { id });
  await call('entries.saveBody', { id, basedOn: revision, body: 'nieuw\n' });
  expect(await readFile(join(dir, 'a.md'), 'utf8')).toBe('---\ntitel: "open\n---\nnieuw\n');
});
