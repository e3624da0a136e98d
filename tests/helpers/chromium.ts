import { accessSync, constants } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** True where a test in the browser may not be left out: in continuous integration, and when asked for. */
const required = process.env['CI'] === 'true' || process.env['OOGST_E2E'] === 'verplicht';

/**
 * Path of Chromium on this machine; undefined when there is none (give that to `describe.skipIf`). Fails where the tests in the browser are
 * required.
 */
export const chromiumPath = find();

function find(): string | undefined {
  const named = process.env['OOGST_CHROMIUM'];
  const found = (named === undefined ? usual : [named]).find(runnable);
  if (found !== undefined) return found;
  if (required)
    throw new Error(
      'Er is geen Chromium gevonden, en zonder kunnen de tests in de browser niet draaien. Installeer het (apt-get install chromium) of geef het pad in OOGST_CHROMIUM.',
    );
  console.warn(
    'Er is geen Chromium gevonden: de tests in de browser worden overgeslagen. Installeer het (apt-get install chromium) of geef het pad in OOGST_CHROMIUM.',
  );
  return undefined;
}

function runnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Starts Chromium without a screen and without traffic of its own. */
export function launchChromium(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error('Chromium is missing; skip this test with `describe.skipIf(!chromiumPath)`.');
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
