import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const program = resolve(import.meta.dirname, '../../../../main/shells/launch/start.mjs');

function start(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((done) => {
    execFile(process.execPath, [program, ...args], (error, out, err) => done({ code: typeof error?.code === 'number' ? error.code : 0, out, err }));
  });
}

describe('the options of npm start', () => {
  test('are explained in Dutch', async () => {
    const { code, out, err } = await start('--help');
    expect(code).toBe(0);
    expect(err).toBe('');
    for (const option of ['--browser', '--library', '--port', '--no-open', 'Gebruik', 'OOGST_']) expect(out).toContain(option);
  });

  test.each([
    [['--onzin'], 'De optie --onzin bestaat niet.'],
    [['--port', 'veel'], '--port vraagt een getal'],
    [['--port', '70000'], '--port vraagt een getal'],
    [['--port', '-1'], '--port'],
    [['--port='], '--port vraagt een getal'],
    [['--port'], 'ontbreekt nog iets'],
    [['--library'], 'ontbreekt nog iets'],
    [['--library='], '--library vraagt een map'],
    [['--browser=ja'], 'hoort geen waarde'],
    [['mijn-map'], '“mijn-map” is te veel'],
  ])('%j are refused with a sentence, before anything is installed or built', async (args, sentence) => {
    const { code, out, err } = await start(...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(sentence);
    expect(err).toContain('Gebruik: npm start');
    expect(err).not.toMatch(/Error|at .*:\d+/);
  });
});
