import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readFile } from 'node:fs/promises';
import { onTestFinished } from 'vitest';
import type { Page } from 'playwright-core';
import { launchChromium } from '../helpers/chromium.ts';
import { temporaryFolder } from '../helpers/temporary.ts';

const root = resolve(import.meta.dirname, '../..');
export interface Journey {
  page: Page;
  /** Home folder of the user; the example is put in it. */
  home: string;
  /** What the page complained about so far. */
  complaints: string[];
  /** Leaves a picture to look at in the temporary folder of the machine, with `OOGST_BEELDEN=1`: they take half the time of a look. */
  picture(name: string): Promise<void>;
  /** Ends Oogst as a power cut would; the page stays. */
  kill(): Promise<void>;
  /** Findings of axe that keep somebody out. */
  axe(): Promise<string[]>;
}

/** Starts Oogst as a new user does and opens its address in Chromium. In the home of an earlier journey it is the same user's next start. */
export async function startJourney(args: readonly string[] = [], from?: string): Promise<Journey> {
  const home = from ?? (await temporaryFolder());
  const { address, kill } = await startShell(home, args);
  const browser = await launchChromium();
  onTestFinished(() => browser.close());
  const look = { viewport: { width: 1280, height: 800 }, locale: 'nl-NL', reducedMotion: 'reduce', colorScheme: 'light' } as const;
  const page = await (await browser.newContext(look)).newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(address);
  const pictures = process.env['OOGST_BEELDEN'] ? join(tmpdir(), 'oogst-beelden') : undefined;
  return {
    page,
    home,
    complaints,
    kill,
    // Playwright makes the folder.
    picture: async (name) => void (pictures && (await page.screenshot({ path: join(pictures, `${name}.png`) }))),
    axe: () => findings(page),
  };
}

async function startShell(home: string, args: readonly string[]): Promise<{ address: string; kill(): Promise<void> }> {
  const child = spawn(process.execPath, [join(root, 'main/shells/launch/start.mjs'), '--browser', '--no-open', ...args], {
    env: { ...process.env, HOME: home, USERPROFILE: home, OOGST_PROFILE: join(home, 'profiel') },
  });
  const over = new Promise<void>((done) => child.once('exit', () => done()));
  // What it was still writing is written before its folders go.
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await over;
  });
  const address = await new Promise<string>((found, failed) => {
    let out = '';
    let said = '';
    child.stderr.on('data', (data: Buffer) => (said += data.toString()));
    child.stdout.on('data', (data: Buffer) => {
      out += data.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(out)?.[0];
      if (address) found(address);
    });
    child.once('exit', (code) => failed(new Error(`Oogst stopte met ${code}: ${said}`)));
  });
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await over;
  };
  return { address, kill };
}

async function findings(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(root: Document, options: object): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] });
    return violations.map((found) => `${found.impact} ${found.id}: ${found.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
  });
}
