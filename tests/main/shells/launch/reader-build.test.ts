import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../../helpers/temporary.ts';

const program = resolve(import.meta.dirname, '../../../../main/shells/launch/reader.mjs');

it('builds the reader for use, also from within a test or a shell for development', { timeout: 120_000 }, async () => {
  const dir = await temporaryFolder();
  for (const mode of ['test', 'development']) {
    const out = join(dir, mode);
    const done = spawnSync(process.execPath, [program, out], { env: { ...process.env, NODE_ENV: mode }, encoding: 'utf8' });
    expect(done.status, done.stderr).toBe(0);
    const script = readFileSync(join(out, 'reader.js'), 'utf8');
    // Only whether, not where: a failure would print half a million signs.
    expect(script.includes('jsxDEV')).toBe(false);
    expect(script.includes('process.env.NODE_ENV')).toBe(false);
  }
});
