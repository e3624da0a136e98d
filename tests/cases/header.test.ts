import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { setKeys } from '../../domain/entries/front-matter-edit.ts';
import { expectPlain, failureOf } from '../helpers/failure-of.ts';
import { openServices } from '../helpers/open-services.ts';

const wrong: [string, string, number | undefined][] = [
  ['F5: a tab as indent', 'soort: praktijk\nopsomming:\n\t- a', 5],
  ['F5: a quote that stays open', 'soort: praktijk\ntitel: "open', 4],
  ['F6: a key that is there twice', 'soort: praktijk\nfase: weeg\nfase: vraag', 5],
  ['F7: a reference to another value', 'soort: &s praktijk\nander: *s', 4],
  [
    'F7: references that grow without end',
    `a: &a [x, x]\n${Array.from({ length: 25 }, (_, n) => `b${n}: &b${n} [*${n === 0 ? 'a' : `b${n - 1}`}, *${n === 0 ? 'a' : `b${n - 1}`}]`).join('\n')}`,
    undefined,
  ],
  ['F11: six hundred questions', '? '.repeat(600), undefined],
  ['F11: twenty thousand keys', Array.from({ length: 20_000 }, (_, n) => `k${n}: 1`).join('\n'), undefined],
  ['F11: a hundred thousand brackets', `a: ${'['.repeat(100_000)}`, undefined],
  ['F11: five megabytes', `a: ${'x'.repeat(5_000_000)}`, undefined],
];

describe.each(wrong)('%s', (name, yaml, line) => {
  const number = name.split(':')[0] ?? '';
  const text = `---\nid: p\n${yaml}\n---\nde tekst eronder\n`;
  test(`${number}: is told with its line, the text under it is read and found, and a change of a field changes nothing`, async () => {
    const { dir, call } = await openServices({ 'p.md': text, 'q.md': '---\nid: q\n---\nander stuk\n' });
    const hits = (await call('search.query', { query: 'eronder' })).hits;
    expect(hits.map((hit) => hit.entry.path)).toEqual(['p.md']);
    const entry = await call('entries.read', { id: hits[0]?.id ?? '' });
    expect(entry.body).toBe('de tekst eronder\n');
    const told = entry.problemList.filter((one) => one.rule === 'kop-onleesbaar');
    expect(told.map((one) => one.message).join()).toMatch(/^De kop is hier niet te lezen: .*\.$/);
    if (line !== undefined) expect(told.map((one) => one.line)).toContain(line);
    const failure = await failureOf(call('entries.setFields', { id: entry.id, fields: { status: 'concept' } }));
    expectPlain(failure, 'p.md');
    expect(failure.message).toMatch(/regel \d+/);
    expect(await readFile(join(dir, 'p.md'), 'utf8')).toBe(text);
    await call('entries.setFields', { id: 'q', fields: { status: 'concept' } });
  });
});

test.each([
  ['F5: an open quote', 'id: p\ntitel: "open', '---\nid: p\ntitel: "open\n---\nanders\n'],
  ['F6: a double key', 'id: p\nfase: weeg\nfase: vraag', '---\nid: p\nfase: weeg\nfase: vraag\n---\nanders\n'],
])('%s in the header does not stop the text under it from being edited', async (_, yaml, after) => {
  const { dir, call } = await openServices({ 'p.md': `---\n${yaml}\n---\ntekst\n` });
  const { revision } = await call('entries.read', { id: 'p' });
  await call('entries.saveBody', { id: 'p', basedOn: revision, body: 'anders\n' });
  expect(await readFile(join(dir, 'p.md'), 'utf8')).toBe(after);
});

test.each([
  '---js\nmodule.exports = { titel: "x" }\n---\ntekst\n',
  '---json\n{"titel": "x"}\n---\ntekst\n',
  '---toml\ntitel = "x"\n---\ntekst\n',
  '---\n\nhet begin\n\n---\n\neinde\n',
])('F9: the beginning %j is shown as text, not run, and stays when a field is set', async (text) => {
  const { dir, call } = await openServices({ 'p.md': text });
  const [known] = await call('entries.titles', {});
  const entry = await call('entries.read', { id: known?.id ?? '' });
  if (!text.startsWith('---\n')) expect(entry.body).toBe(text);
  const saving = call('entries.setFields', { id: entry.id, fields: { status: 'concept' } });
  const failure = await saving.then(() => undefined).catch(() => failureOf(saving));
  const now = await readFile(join(dir, 'p.md'), 'utf8');
  expect(failure ? now === text : now.endsWith(text) && now.startsWith('---\nstatus: concept\n')).toBe(true);
});

test('F10: names that reach into prototypes stay in the file, change no object and end up in no answer', async () => {
  const text =
    '---\nid: p\nsoort: praktijk\n__proto__: {gehackt: ja}\nconstructor: x\nprototype: y\ntoString: z\nnest: {__proto__: {gehackt: ja}}\n---\n[[__proto__]] [[constructor]]\n';
  const { dir, call } = await openServices({
    'p.md': text,
    'constructor.md': '---\nid: constructor\n---\n',
    '__proto__.md': '---\nid: __proto__\n---\n',
  });
  const entry = await call('entries.read', { id: 'p' });
  expect(({} as Record<string, unknown>)['gehackt']).toBeUndefined();
  expect(typeof {}.toString).toBe('function');
  expect(Object.keys(entry.fields)).not.toContain('__proto__');
  expect((await call('entries.read', { id: '__proto__' })).path).toBe('__proto__.md');
  await call('entries.setFields', { id: 'p', fields: { titel: 'T' } });
  expect(await readFile(join(dir, 'p.md'), 'utf8')).toBe(text.replace('---\n[[', 'titel: T\n---\n[['));
});

const odd = ['5', 'null', '[a, b]', '{a: b}', '2026-11-23', 'true', '0123', '1e3', '|\n  een\n  twee', `"${'x'.repeat(10_240)}"`, '""', '🌾'];
test.each(odd)('F12: the title %s is shown as text and comes through a change of another field as it was', async (value) => {
  const text = `---\nid: p\nsoort: praktijk\ntitel: ${value} \n# noot\n---\n# Kop\n`;
  const { dir, call } = await openServices({ 'p.md': text });
  const { title } = await call('entries.read', { id: 'p' });
  expect(title.trim()).not.toBe('');
  await call('entries.setFields', { id: 'p', fields: { status: 'concept' } });
  expect(await readFile(join(dir, 'p.md'), 'utf8')).toBe(text.replace('---\n# Kop', 'status: concept\n---\n# Kop'));
});

test('F16: changing one field touches only the lines of that field, in a header with comments, own keys and odd indents', () => {
  const line = fc.constantFrom(
    '# noot',
    '',
    'eigen_sleutel: 0123   # zo',
    'lijst:\n    - a\n    # tussen\n    - b',
    "kort: 'ja'",
    'kaart: {a: 1,  b: 2}',
    'tekst: |\n  een\n\n  twee',
    'leeg:',
  );
  fc.assert(
    fc.property(
      fc.uniqueArray(line, { maxLength: 8, selector: (one) => one.split(':')[0] ?? '' }),
      fc.uniqueArray(line, { maxLength: 1 }),
      fc.boolean(),
      (above, last, windows) => {
        const below = last.filter((one) => !above.some((other) => other.split(':')[0] === one.split(':')[0]));
        const plain = ['---', ...above, 'titel: "oud"  # titel', ...below, '---', 'lijf', ''].join('\n');
        const text = windows ? plain.replace(/\n/g, '\r\n') : plain;
        expect(setKeys(text, { titel: 'nieuw' })).toBe(text.replace('"oud"', '"nieuw"'));
      },
    ),
    { numRuns: 300 },
  );
});

test.each(['../../buiten', '/etc/passwd', 'C:\\x', 'a/b', '..', '<b>', 'x'.repeat(301)])(
  'F17: the id %j is only a name: the piece is read and changed where it stands',
  async (id) => {
    const { dir, call } = await openServices({ 'map/p.md': `---\nid: '${id}'\nsoort: praktijk\n---\n` });
    const [known] = await call('entries.titles', {});
    await call('entries.setFields', { id: known?.id ?? '', fields: { status: 'concept' } });
    expect(await readFile(join(dir, 'map/p.md'), 'utf8')).toBe(`---\nid: '${id}'\nsoort: praktijk\nstatus: concept\n---\n`);
    expect(await readdir(dir)).toEqual(['map']);
    expect((await readdir(dirname(dir))).filter((name) => name === 'buiten')).toEqual([]);
  },
);
