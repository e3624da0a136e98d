import { readdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { answerStarts, askRunning } from '../../../../main/shells/web/second-start.ts';
import { temporaryFolder } from '../../../helpers/temporary.ts';

const address = 'http://127.0.0.1:4000/start/nieuw';

async function running(profile: string): Promise<() => void> {
  const stop = await answerStarts(profile, (library) => (library === undefined || library === '/kennis' ? address : undefined));
  if (!stop) throw new Error('no place to answer from');
  onTestFinished(stop);
  return stop;
}

describe('a second start', () => {
  test('gets an address of what runs already, when that shows the same', async () => {
    const profile = await temporaryFolder();
    await running(profile);
    expect(await askRunning(profile, '/kennis')).toBe(address);
    expect(await askRunning(profile, undefined)).toBe(address);
    expect(await askRunning(profile, '/iets anders')).toBeUndefined();
  });

  test('finds nobody when nothing runs, or nothing any more', async () => {
    const profile = await temporaryFolder();
    expect(await askRunning(profile, undefined)).toBeUndefined();
    (await running(profile))();
    expect(await askRunning(profile, undefined)).toBeUndefined();
  });

  test.skipIf(process.platform === 'win32')('takes the place over that a killed program left behind (Windows removes it itself)', async () => {
    const profile = await temporaryFolder();
    await writeFile(join(profile, 'oogst.sock'), '');
    await running(profile);
    expect(await askRunning(profile, undefined)).toBe(address);
  });

  test('that shows something else leaves the place to the first', async () => {
    const profile = await temporaryFolder();
    await running(profile);
    expect(await answerStarts(profile, () => 'http://127.0.0.1:1/start/ander')).toBeUndefined();
    expect(await askRunning(profile, '/kennis')).toBe(address);
  });

  test('is not kept waiting by nonsense on the line', async () => {
    const profile = await temporaryFolder();
    await running(profile);
    const [place = ''] = await readdir(profile);
    for (const nonsense of ['{\n', 'null\n', '[]\n', '{"library":7}\n', 'x'.repeat(50_000)]) {
      const answer = await new Promise<string>((done) => {
        const socket = connect(join(profile, place));
        let text = '';
        socket.on('data', (part) => (text += part.toString('utf8')));
        socket.on('close', () => done(text));
        socket.on('error', () => undefined);
        socket.write(nonsense);
      });
      expect(['', '{"address":null}\n']).toContain(answer);
    }
    expect(await askRunning(profile, undefined)).toBe(address);
  });
});
