// Oogst in a browser, as a person starts it, and the browser that looks at it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root } from './preparation.mjs';

/** Starts Oogst with this kennismap and keeps its own things in `home`; gives the address for the browser, and how to stop it. */
export async function startShell(home, dir) {
  const child = spawn(process.execPath, [join(root, 'main/shells/launch/start.mjs'), '--browser', '--no-open', '--library', dir], {
    env: { ...process.env, HOME: home, USERPROFILE: home, OOGST_PROFILE: join(home, 'profiel') },
  });
  let said = '';
  const address = await new Promise((found, failed) => {
    child.stdout.on('data', (data) => {
      said += data;
      const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(said)?.[0];
      if (address) found(address);
    });
    child.once('exit', () => failed(new Error(`Oogst stopte: ${said}`)));
  });
  const stop = async () => {
    const over = once(child, 'exit');
    child.kill('SIGTERM');
    await over;
  };
  return { address, stop };
}

/** Chromium of this machine, or the one `OOGST_CHROMIUM` names. */
export const startChromium = () =>
  chromium.launch({
    executablePath: process.env['OOGST_CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
