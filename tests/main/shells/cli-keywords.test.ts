import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandLine } from '../../helpers/command-line.ts';
import { temporaryFolder } from '../../helpers/temporary.ts';

const oogst = commandLine();
const keywords = async (...argv: string[]): Promise<{ code: number; out: string }> => {
  const { code, out } = await oogst('keywords', ...argv);
  return { code, out };
};

const files = {
  'a.md': '---\nid: a\nsoort: praktijk\ntrefwoorden: [Ouders, taal]\n---\n',
  'b.md': '---\nid: b\nsoort: vraag\ntags:\n  - ouders\n---\n',
};

test('lists, shows beforehand, merges and takes away', async () => {
  const dir = await temporaryFolder(files);
  expect(await keywords(dir)).toEqual({ code: 0, out: '     1  ouders\n     1  Ouders\n     1  taal' });
  expect((await keywords(dir, '--merge', 'Ouders,ouders', '--into', 'ouder', '--dry-run')).out).toBe('2 stukken zouden veranderen');
  expect(await readFile(join(dir, 'a.md'), 'utf8')).toBe(files['a.md']);
  expect((await keywords(dir, '--merge', 'Ouders,ouders', '--into', 'ouder')).out).toBe('2 stukken gewijzigd');
  expect(await readFile(join(dir, 'b.md'), 'utf8')).toBe(files['b.md'].replace('ouders', 'ouder'));
  expect(await keywords(dir, '--retire', 'taal', '--json')).toMatchObject({ code: 0, out: expect.stringContaining('"changed": 1') });
  expect(await readFile(join(dir, 'a.md'), 'utf8')).toBe('---\nid: a\nsoort: praktijk\ntrefwoorden: [ouder]\n---\n');
});

test.each([[['--merge', 'a']], [['--into', 'a']], [['--merge', 'a', '--into', 'b', '--retire', 'c']]])('refuses %j as wrong use', async (flags) => {
  expect((await keywords(await temporaryFolder(files), ...flags)).code).toBe(2);
});
