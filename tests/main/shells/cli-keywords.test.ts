import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../../../main/shells/cli/run.ts';
import { resources } from '../../helpers/open-services.ts';
import { temporaryFolder } from '../../helpers/temporary.ts';
import { bundleForThread } from '../../helpers/thread-bundle.ts';

let thread: Awaited<ReturnType<typeof bundleForThread>>;
beforeAll(async () => {
  thread = await bundleForThread(resolve(import.meta.dirname, '../../../main/shells/worker/text-main.ts'));
}, 60_000);
afterAll(() => thread.remove());

async function keywords(...argv: string[]): Promise<{ code: number; out: string }> {
  const out: string[] = [];
  const code = await run(['keywords', ...argv], {
    resources,
    reader: 'unused',
    profile: await temporaryFolder(),
    webEntry: 'unused',
    textWorker: thread.file,
    appVersion: 'test',
    print: (text) => void out.push(text),
    say: () => undefined,
  });
  return { code, out: out.join('\n') };
}

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
