import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { staysInside } from '../../../domain/bundle/sharing.ts';
import { bodyOf } from '../../../domain/entries/file-text.ts';
import { wordsIn } from '../../../domain/search/fold.ts';
import { openServices, resources } from '../../helpers/open-services.ts';

const dir = join(resources, 'voorbeeld');
const paths = (await readdir(dir, { recursive: true })).filter((path) => path.endsWith('.md')).sort();
const bodies = new Map(await Promise.all(paths.map(async (path) => [path, wordsIn(bodyOf(await readFile(join(dir, path), 'utf8')))] as const)));

describe('the example library', () => {
  test('has at least thirty texts of 300 to 900 words', () => {
    expect(paths.length).toBeGreaterThanOrEqual(30);
    expect([...bodies].filter(([, words]) => words.length < 300 || words.length > 900).map(([path, words]) => `${path} ${words.length}`)).toEqual([]);
  });

  test('never says the same eight words in a row in two texts', () => {
    const said = new Map<string, string>();
    const twice: string[] = [];
    for (const [path, words] of bodies)
      for (let at = 0; at + 8 <= words.length; at++) {
        const run = words.slice(at, at + 8).join(' ');
        const other = said.get(run);
        if (other !== undefined && other !== path) twice.push(`${path} and ${other}: ${run}`);
        said.set(run, path);
      }
    expect(twice).toEqual([]);
  });

  test('is without problems, covers every kind and stage, is marked as an example and may be shared with everybody', async () => {
    const { services, call } = await openServices({}, { dir });
    expect(await call('library.problems', {})).toEqual([]);
    const held = services.session.library().shelf.all();
    const vocabulary = await call('vocabulary.read', {});
    expect(new Set(held.map((one) => one.read.summary.kind))).toEqual(new Set(vocabulary.kinds.map((kind) => kind.id)));
    expect(new Set(held.flatMap((one) => one.read.summary.stage ?? [])).size).toBe(6);
    expect(held.filter((one) => !one.read.summary.example).map((one) => one.id)).toEqual([]);
    expect(held.flatMap((one) => staysInside(one.read.summary, one.read.fields, 'openbaar', '2026-11-23') ?? [])).toEqual([]);
  });

  test('gives the overview something to show: some practices judged fully, some partly, some not at all', async () => {
    const { call } = await openServices({}, { dir });
    const { rows, questions, due, stages } = await call('overview.read', {});
    const judged = rows.map((row) => Object.keys(row.verdicts).length);
    expect(judged.some((n) => n === 7) && judged.some((n) => n > 0 && n < 7) && judged.includes(0)).toBe(true);
    expect(questions.some((q) => q.answers === 0) && questions.some((q) => q.answers > 0)).toBe(true);
    expect(due.length).toBeGreaterThan(0);
    expect(stages.filter((stage) => stage.count > 0).length).toBe(6);
  });
});
