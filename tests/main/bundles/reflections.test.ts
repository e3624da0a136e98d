import fc from 'fast-check';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openServices } from '../../helpers/open-services.ts';
import { temporaryFolder } from '../../helpers/temporary.ts';

const files = {
  'praktijken/a.md': '---\nid: a\nsoort: praktijk\ntitel: Startgesprek\n---\n\n## Waarom\n\nDaarom.\n',
  'sessies/s.md': '---\nid: s\nsoort: sessie\ntitel: Studiedag\n---\n',
};
const answer = {
  practice: 'a', mark: 6, strong: 'Snel antwoord', appeals: 'De tafel', elements: [{ text: 'Thuis beginnen', take: 'ja', why: 'Kan morgen' }, { text: 'Eigen lokaal', take: 'nee' }],
  translate: 'Op dinsdag', needs: 'Een uur', steps: 'Bellen',
}; // prettier-ignore
const file = (more: object = {}): string =>
  JSON.stringify({
    schema: 'oogst-reflectie', version: 1, bundle: { title: 'Ouders', made: '2026-11-20T12:00:00Z' }, session: 's', team: 'Onderbouw',
    answers: [answer], saved: '2026-11-20T15:00:00Z', ...more,
  }); // prettier-ignore

const listing = async (dir: string): Promise<string[]> => (await readdir(dir, { recursive: true })).sort();

describe('reflections from files', () => {
  test('become write-ups that are counted, and coming in twice changes nothing', async () => {
    const outside = await temporaryFolder({
      'een.json': file(),
      'twee.json': file({ team: 'Bovenbouw', answers: [{ ...answer, mark: 9 }] }),
      'brief.json': '{}',
    });
    const { call, dir } = await openServices(files);
    const look = await call('reflections.import', { sources: [outside], dryRun: true });
    expect(look.files.map(({ name, fault, answers }) => fault ?? `${name} ${answers[0]?.state ?? ''}`)).toEqual([
      'het is geen reflectiebestand van Oogst', 'een.json nieuw', 'twee.json nieuw',
    ]); // prettier-ignore
    expect(look.made).toEqual([]);
    const read = await call('reflections.import', { sources: [outside] });
    expect(read.made.map(({ path }) => path)).toEqual([
      'reflecties/reflectie-van-onderbouw-op-startgesprek.md',
      'reflecties/reflectie-van-bovenbouw-op-startgesprek.md',
    ]);
    const before = await listing(dir);
    const again = await call('reflections.import', { sources: [outside] });
    expect(again.made).toEqual([]);
    expect(await listing(dir)).toEqual(before);
    expect(await call('reflections.figures', { practice: 'a' })).toMatchObject([
      { count: 2, average: 7.5, taking: 2, elements: [{ text: 'Thuis beginnen', ja: 2 }, { text: 'Eigen lokaal', nee: 2 }], steps: [{ text: 'Bellen' }, { text: 'Bellen' }] },
    ]); // prettier-ignore
    expect(await call('reflections.figures', { session: 's' })).toHaveLength(1);
    expect(await call('reflections.figures', { session: 'elders' })).toEqual([]);
    const detail = await call('entries.read', { id: read.made[0]?.id ?? '' });
    expect(detail.problemList).toEqual([]);
    expect(detail.parts.every(({ state }) => state !== 'ontbreekt')).toBe(true);
    await call('undo.back', {});
    expect(await call('reflections.figures', {})).toEqual([]);
  });

  test('say what is about an unknown practice, and which team was here before', async () => {
    const outside = await temporaryFolder({
      'een.json': file(),
      'later.json': file({ saved: '2026-11-21T15:00:00Z' }),
      'weg.json': file({ answers: [{ ...answer, practice: 'weg' }] }),
    });
    const { call } = await openServices(files);
    await call('reflections.import', { sources: [join(outside, 'een.json')] });
    const { files: read } = await call('reflections.import', { sources: [outside], dryRun: true });
    expect(read.map(({ answers: [one] }) => [one?.state, one?.alike])).toEqual([
      ['er-al', undefined], ['nieuw', 'Reflectie van Onderbouw op Startgesprek'], ['onbekend', undefined],
    ]); // prettier-ignore
  });

  test('bring in only what was chosen, and one typed in by hand', async () => {
    const outside = await temporaryFolder({ 'een.json': file() });
    const { call } = await openServices(files);
    expect((await call('reflections.import', { sources: [outside], only: [] })).made).toEqual([]);
    const made = await call('reflections.add', { answer: { practice: 'a', mark: 7.5, steps: 'Morgen\nbellen' }, team: 'Team Zuid' });
    expect(await call('entries.read', { id: made.id })).toMatchObject({
      kind: 'reflectie',
      title: 'Reflectie van Team Zuid op Startgesprek',
      fields: { cijfer: 7.5, eerste_stap: 'Morgen bellen' },
    });
    await expect(call('reflections.add', { answer: { practice: 'a' } })).rejects.toMatchObject({ code: 'reflection.empty' });
  });

  test('cannot write anything but what they say', async () => {
    const nasty = '# Kop\n<script>alert(1)</script> [[a]] ![x](http://e.nl/x.png) | ```\n---\nid: b';
    const outside = await temporaryFolder({
      'een.json': file({
        team: '../../weg\n---\nvertrouwelijk: true',
        answers: [{ practice: 'a', appeals: nasty, elements: [{ text: 'a | b\n## x', take: 'ja' }] }],
      }),
    });
    const { call, dir } = await openServices(files);
    const { made } = await call('reflections.import', { sources: [outside] });
    const detail = await call('entries.read', { id: made[0]?.id ?? '' });
    expect(detail.links.map(({ id }) => id)).toEqual(['a', 's']);
    expect(detail.sections.map(({ heading }) => heading)).toEqual(['Wat spreekt aan', 'Elementen wel en niet']);
    expect(detail.unknown).toEqual([]);
    expect(JSON.stringify(await call('entries.render', { id: detail.id }))).not.toMatch(/"(?:script|img|h1)"/);
    expect((await listing(dir)).filter((path) => path.endsWith('.md'))).toHaveLength(3);
  });

  test('never throw and never write outside their folder, whatever is in a file', async () => {
    const { call, dir } = await openServices(files);
    const outside = await temporaryFolder();
    const before = await readFile(join(dir, 'praktijken/a.md'), 'utf8');
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.json().map((text) => Buffer.from(text)),
      fc.record({ mark: fc.anything(), steps: fc.string({ unit: 'binary', maxLength: 80 }), team: fc.string({ unit: 'binary', maxLength: 60 }), cut: fc.nat(700) })
        .map(({ mark, steps, team, cut }) => Buffer.from(cut > 400 ? file({ team, answers: [{ practice: 'a', mark, steps }] }) : file({ team, answers: [{ practice: 'a', steps }] }).slice(0, cut))),
    ); // prettier-ignore
    await fc.assert(
      fc.asyncProperty(anything, async (bytes) => {
        await writeFile(join(outside, 'x.json'), bytes);
        const { made } = await call('reflections.import', { sources: [join(outside, 'x.json')] });
        for (const { path } of made) expect(path).toMatch(/^reflecties\/[^/]+\.md$/);
      }),
      { numRuns: 60 },
    );
    expect(await readFile(join(dir, 'praktijken/a.md'), 'utf8')).toBe(before);
    expect((await listing(dir)).filter((path) => !/^(reflecties|praktijken|sessies|\.oogst)(\/|$)/.test(path))).toEqual([]);
    for (const { records } of await call('reflections.figures', {})) for (const { id } of records) await call('entries.read', { id });
  });
});
