import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { failureOf } from '../../helpers/failure-of.ts';
import { openServices } from '../../helpers/open-services.ts';

const name = (n: number): string => `praktijken/stuk-${n}.md`;
const text = (n: number): string =>
  `---\n# van team ${n % 3}\nid: s${n}\nsoort: praktijk\ntitel: "Stuk ${n}"   # werktitel\ntrefwoorden: [ouders,  start]\neigenaar: 'IB-er'\n---\n\n## Waarom\n\nOmdat ${n}.\n`;
const many = (count: number): Record<string, string> => Object.fromEntries(Array.from({ length: count }, (_, n) => [name(n), text(n)]));
const ids = (count: number): string[] => Array.from({ length: count }, (_, n) => `s${n}`);

async function opened(files: Record<string, string>) {
  const made = await openServices(files);
  const read = async (path: string): Promise<string> => readFile(join(made.dir, path), 'utf8');
  return { ...made, read };
}

describe('changing many write-ups at once', () => {
  test('changes only the lines of the fields, and one undo gives the bytes of all fifty back', async () => {
    const { call, read } = await opened(many(50));
    const report = await call('entries.changeMany', {
      ids: ids(50),
      changes: { status: { set: 'gepubliceerd' }, trefwoorden: { add: ['gesprek'] }, eigenaar: { replace: { from: ['IB-er'], by: 'Teamleider' } } },
    });
    expect(report).toMatchObject({ changed: 50, unchanged: 0, refused: [], step: { label: 'veel' } });
    for (let n = 0; n < 50; n++)
      expect(await read(name(n))).toBe(
        text(n).replace('[ouders,  start]', '[ouders, start, gesprek]').replace("'IB-er'\n", "'Teamleider'\nstatus: gepubliceerd\n"),
      );
    expect((await call('undo.state', {})).undo).toMatchObject({ label: 'veel', count: 50 });
    expect(await call('undo.back', {})).toMatchObject({ label: 'veel', count: 50, refused: [] });
    for (let n = 0; n < 50; n++) expect(await read(name(n))).toBe(text(n));
    await call('undo.forward', {});
    expect(await read(name(49))).toContain('status: gepubliceerd');
    expect((await call('undo.state', {})).undo).toMatchObject({ count: 50 });
  });

  test('looks first: says what would change, was so already, or is refused, and writes nothing', async () => {
    const files: Record<string, string> = {
      ...many(30),
      'sessies/dag.md': '---\nid: dag\nsoort: sessie\ntitel: Studiedag\n---\n',
      'stuk.md': '---\nid: stuk\ntitel: "x\n---\n',
    };
    files[name(0)] = text(0).replace('eigenaar', 'fase: weeg\neigenaar');
    const { call, read } = await opened(files);
    const all = (await call('entries.titles', {})).map(({ id }) => id);
    const report = await call('entries.changeMany', { ids: all, stage: { stage: 'weeg', methods: ['experts'] }, dryRun: true });
    expect(report).toMatchObject({ changed: 29, unchanged: 1, fields: [{ key: 'fase', count: 29 }] });
    expect(report.refused.map(({ title, reason }) => `${title}: ${reason}`).sort()).toEqual([
      expect.stringContaining('Studiedag: Het veld “Fase” kan zo niet worden ingevuld: dat hoort niet bij de soort sessie.'),
      expect.stringMatching(/De kop van “stuk.md” is niet te lezen/),
    ]);
    expect(report.examples).toHaveLength(20);
    expect(report.examples[0]?.steps).toEqual([{ key: 'fase', before: null, after: 'weeg' }]);
    expect(report.step).toBeUndefined();
    expect(await read(name(1))).toBe(text(1));
    expect((await call('undo.state', {})).undo).toBeUndefined();
  });

  test('writes a stage with its date and methods in the history of each', async () => {
    const { call, read } = await opened(many(2));
    await call('entries.changeMany', { ids: ids(2), stage: { stage: 'weeg', methods: ['experts'], note: 'na de studiedag' } });
    expect(await read(name(1))).toContain(
      "fase: weeg\nfasehistorie:\n  - fase: weeg\n    sinds: '2026-11-23'\n    methoden:\n      - experts\n    toelichting: na de studiedag\n",
    );
  });

  test('changes words in lists where the file keeps them, also under tags, and takes an empty list away', async () => {
    const { call, read } = await opened({
      'a.md': '---\nid: a\ntags:\n  - Ouders\n  - start # eerst\n---\n',
      'b.md': '---\nid: b\ntrefwoorden: [Ouders]\n---\n',
      'c.md': '---\nid: c\ntrefwoorden: [x]\n---\n',
      'd.md': 'zonder kop',
    });
    const all = (await call('entries.titles', {})).map(({ id }) => id);
    const report = await call('entries.changeMany', { ids: all, changes: { trefwoorden: { replace: { from: ['Ouders', 'x'], by: 'ouders' } } } });
    expect(report).toMatchObject({ changed: 3, unchanged: 1 });
    expect(await read('a.md')).toMatch(/^---\nid: a\ntags:\n {2}- ouders\n {2}- start/);
    expect(await read('b.md')).toBe('---\nid: b\ntrefwoorden: [ouders]\n---\n');
    expect(await read('d.md')).toBe('zonder kop');
    await call('entries.changeMany', { ids: all, changes: { trefwoorden: { remove: ['ouders'] } } });
    expect(await read('c.md')).toBe('---\nid: c\n---\n');
  });
});

describe('what stands in the way of some', () => {
  test('a read-only file is named with its reason; the others are changed', async () => {
    const { call, dir, read } = await opened(many(3));
    await chmod(join(dir, name(1)), 0o444);
    const change = { ids: [...ids(3), 'weg'], changes: { delen: { set: 'partners' } } };
    for (const dryRun of [true, false]) {
      const report = await call('entries.changeMany', { ...change, dryRun });
      expect(report.changed).toBe(2);
      expect(report.refused).toEqual([
        { id: 's1', title: 'Stuk 1', reason: expect.stringContaining('het bestand is alleen-lezen') },
        { id: 'weg', title: 'weg', reason: expect.stringContaining('is er niet (meer)') },
      ]);
    }
    expect(await read(name(1))).toBe(text(1));
  });

  test('what changed outside in between stays: merged at undo where that can be, named where it cannot', async () => {
    const { call, dir, read } = await opened(many(4));
    await writeFile(join(dir, name(0)), text(0).replace('Omdat', 'Vooral omdat'));
    await call('entries.changeMany', { ids: ids(4), changes: { status: { set: 'concept' } } });
    expect(await read(name(0))).toContain('status: concept\n---\n\n## Waarom\n\nVooral omdat');
    await writeFile(join(dir, name(1)), (await read(name(1))).replace('Omdat', 'Zeker omdat'));
    await writeFile(join(dir, name(2)), (await read(name(2))).replace('status: concept', 'status: gepubliceerd'));
    const back = await call('undo.back', {});
    expect(back.refused).toEqual([{ title: 'Stuk 2', reason: expect.stringContaining('is daarna nog veranderd') }]);
    expect(await read(name(0))).toBe(text(0).replace('Omdat', 'Vooral omdat'));
    expect(await read(name(1))).toBe(text(1).replace('Omdat', 'Zeker omdat'));
    expect(await read(name(2))).toContain('status: gepubliceerd');
    expect(await read(name(3))).toBe(text(3));
  });

  test('called off half way, what was done is one step to undo and the rest is untouched', async () => {
    const { call, read } = await opened(many(20));
    const stop = new AbortController();
    const asked = call(
      'entries.changeMany',
      { ids: ids(20), changes: { status: { set: 'concept' } } },
      { signal: stop.signal, report: ({ done }) => void (done === 9 && stop.abort()) },
    );
    expect((await failureOf(asked)).code).toBe('cancelled');
    expect(await read(name(9))).toContain('status: concept');
    expect(await read(name(10))).toBe(text(10));
    expect((await call('undo.state', {})).undo).toMatchObject({ label: 'veel', count: 10 });
    await call('undo.back', {});
    for (let n = 0; n < 20; n++) expect(await read(name(n))).toBe(text(n));
  });

  test.each([
    [{ oordelen: { clear: true } }, 'entry.bad-field'],
    [{ id: { set: 'x' } }, 'entry.bad-field'],
    [{ titel: { set: 'x' } }, 'entry.bad-field'],
  ] as const)('refuses %j for all', async (changes, code) => {
    const { call } = await opened(many(1));
    expect((await failureOf(call('entries.changeMany', { ids: ids(1), changes }))).code).toBe(code);
  });

  test('an unknown choice is refused per write-up', async () => {
    const { call } = await opened(many(2));
    const report = await call('entries.changeMany', { ids: ids(2), changes: { status: { set: 'later' }, eigenaar: { add: ['x'] } } });
    expect(report).toMatchObject({ changed: 0, refused: [{ reason: expect.stringContaining('kan zo niet') }, {}] });
  });
});

test('whatever is changed, only lines of the changed keys differ', async () => {
  const word = fc.stringMatching(/^[a-z][a-zé: -]{0,9}[a-z]$/);
  const change = fc.record(
    {
      trefwoorden: fc.oneof(
        fc.record({ add: fc.array(word, { minLength: 1, maxLength: 3 }) }),
        fc.record({ remove: fc.array(fc.constantFrom('ouders', 'start'), { minLength: 1, maxLength: 2 }) }),
        fc.constant({ clear: true as const }),
      ),
      eigenaar: fc.oneof(fc.record({ set: word }), fc.record({ replace: fc.record({ from: fc.constant<string[]>(['IB-er']), by: word }) })),
      delen: fc.record({ set: fc.constantFrom('intern', 'partners', 'openbaar') }),
    },
    { requiredKeys: [] },
  );
  const { call, read, dir } = await opened(many(1));
  await fc.assert(
    fc.asyncProperty(change, fc.boolean(), async (changes, windows) => {
      const before = windows ? text(0).replaceAll('\n', '\r\n') : text(0);
      await writeFile(join(dir, name(0)), before);
      await call('entries.changeMany', { ids: ['s0'], changes });
      const other = (line: string): boolean => !/^(trefwoorden|eigenaar|delen):|^ +- /.test(line);
      expect((await read(name(0))).split('\n').filter(other)).toEqual(before.split('\n').filter(other));
    }),
    { numRuns: 60 },
  );
});
