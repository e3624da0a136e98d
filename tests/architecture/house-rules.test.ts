import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { failureCodes, failureSentence } from '../../domain/api/failures.ts';
import { projectFiles, root } from '../helpers/project.ts';

const code = /^(domain|main|preload|renderer|tests)\/.*\.(ts|tsx|mjs)$/;
let files: { path: string; text: string }[];

beforeAll(async () => {
  const paths = (await projectFiles()).filter((path) => !/\.(woff2|png|jpg|zip|docx|ico)$/.test(path));
  files = await Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(root, path), 'utf8') })));
});

const where = (found: (file: { path: string; text: string }) => boolean): string[] => files.filter(found).map(({ path }) => path);

describe('the house rules', () => {
  test('are looked at in the whole project', () => {
    expect(where(({ path }) => code.test(path)).length).toBeGreaterThan(150);
  });

  test('keep every file within its length', () => {
    const lines = (text: string): number => text.trimEnd().split('\n').length;
    expect(where(({ path, text }) => code.test(path) && lines(text) > (path.startsWith('tests/') ? 250 : 300))).toEqual([]);
  });

  test('keep names to plain nouns', () => {
    expect(where(({ path }) => code.test(path) && !/\/[a-z0-9]+(-[a-z0-9]+)*(\.test|\.config|\.d)?\.(ts|tsx|mjs)$/.test(path))).toEqual([]);
    expect(where(({ path }) => /\/(utils?|helpers?|manager)\.(ts|tsx)$/.test(path))).toEqual([]);
  });

  test('allow no way around the types', () => {
    const around = new RegExp(`@ts-(${['ignore', 'expect-error', 'nocheck'].join('|')})`);
    expect(where(({ path, text }) => code.test(path) && around.test(text))).toEqual([]);
  });

  test('allow no test that is left out or runs alone', () => {
    const aside = new RegExp(`\\b(it|test|describe)\\.(${['only', 'todo', 'skip', 'fails'].join('|')})\\b`);
    expect(where(({ path, text }) => path.startsWith('tests/') && aside.test(text))).toEqual([]);
  });

  test('keep this machine out of the project', () => {
    const registry = process.env['npm_config_registry'];
    const host = registry !== undefined && URL.canParse(registry) ? new URL(registry).host : '';
    const own = [`${root}/`, `${homedir()}/`, ...(host === '' ? [] : [host])];
    expect(where(({ text }) => own.some((name) => text.includes(name)))).toEqual([]);
    expect(where(({ path, text }) => path === 'package-lock.json' && text.includes('"resolved":'))).toEqual([]);
  });
});

describe('the sentence of a failure', () => {
  test.each(failureCodes)('%s is a whole sentence, also when data are missing', (failure) => {
    expect(failureSentence(failure)).toMatch(/^[A-Z“?].{15,}\.$/);
    expect(failureSentence(failure)).not.toMatch(/undefined|null|\[object/);
  });

  test('of an unknown code is that of an internal fault', () => {
    expect(failureSentence('iets-nieuws', { reference: 'abc' })).toContain('abc');
    expect(failureSentence('__proto__')).toContain('kenmerk');
  });
});
