import { execFile, spawnSync } from 'node:child_process';
import { mkdir, readFile, readdir, utimes, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../../helpers/temporary.ts';

const turn = pathToFileURL(resolve(import.meta.dirname, '../../../../main/shells/launch/turn.mjs')).href;

/** Writes its number when it begins and again when it is done, alone. */
const script = (folder: string): string => `
import { appendFileSync } from 'node:fs';
import { alone } from ${JSON.stringify(turn)};
alone(${JSON.stringify(folder)}, 'proberen', (text) => console.error(text), () => {
  appendFileSync(${JSON.stringify(join(folder, 'verloop.txt'))}, process.pid + '\\n');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  appendFileSync(${JSON.stringify(join(folder, 'verloop.txt'))}, process.pid + '\\n');
});`;

const run = (folder: string): Promise<void> =>
  new Promise((done, failed) => {
    execFile(process.execPath, ['--input-type=module', '--eval', script(folder)], (error) => (error ? failed(error) : done()));
  });

describe('what is done alone', () => {
  test('is never done by two programs at once, and nothing of it stays behind', async () => {
    const folder = await temporaryFolder();
    await Promise.all([run(folder), run(folder), run(folder), run(folder)]);
    const course = (await readFile(join(folder, 'verloop.txt'), 'utf8')).trim().split('\n');
    expect(course).toHaveLength(8);
    for (let n = 0; n < 8; n += 2) expect(course[n]).toBe(course[n + 1]);
    expect(await readdir(join(folder, 'out'))).toEqual([]);
  });

  test('is taken over from a program that died', async () => {
    const folder = await temporaryFolder();
    const gone = spawnSync(process.execPath, ['--eval', '']).pid;
    await mkdir(join(folder, 'out'));
    await writeFile(join(folder, 'out', '.bezig-met-proberen'), String(gone));
    await run(folder);
    expect((await readFile(join(folder, 'verloop.txt'), 'utf8')).trim().split('\n')).toHaveLength(2);
  });

  test('is taken over when it has been taken impossibly long, or was never written to', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'out', '.bezig-met-proberen');
    await mkdir(join(folder, 'out'));
    for (const [text, minutes] of [
      [String(process.pid), 20],
      ['', 1],
    ] as const) {
      await writeFile(file, text);
      await utimes(file, new Date(), new Date(Date.now() - minutes * 60_000));
      await run(folder);
    }
    expect((await readFile(join(folder, 'verloop.txt'), 'utf8')).trim().split('\n')).toHaveLength(4);
  });
});
