import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, launchChromium } from '../helpers/chromium.ts';
import { exported } from '../helpers/exported.ts';
import { openServices } from '../helpers/open-services.ts';
import { temporaryFolder } from '../helpers/temporary.ts';

const run = 'globalThis.__pwned=1;document.title=String.fromCharCode(112,119,110,101,100)';
const snippets = [
  `</script><script>${run}</script>`,
  `<img src=x onerror="${run}">`,
  `<svg><script>${run}</script><animate onbegin="${run}" attributeName=x dur=1s></svg>`,
  `<iframe srcdoc="<script>parent.${run}</script>"></iframe><meta http-equiv="refresh" content="0;url=https://evil.example/">`,
  `</noscript></title></style><base href="https://evil.example/"><link rel=stylesheet href="https://evil.example/x.css"><form action="https://evil.example/"><input autofocus onfocus="${run}">`,
];

/** A bundle of write-ups with the snippets in every place, unpacked; the address of its page. */
async function hostileBundle(): Promise<string> {
  const files = Object.fromEntries(
    snippets.map((snippet, n) => {
      const quoted = JSON.stringify(snippet);
      const header = `id: v${n}\nsoort: praktijk\ntitel: ${JSON.stringify(`Stuk ${n} ${snippet}`)}\nsamenvatting: ${quoted}\ntrefwoorden: [${quoted}]\norganisatie: ${quoted}\ncontact: ${quoted}\n`;
      const body = `## ${snippet}\n\n${snippet}\n\n[klik](javascript:globalThis.__pwned=1) ![x](https://evil.example/x.png) ![${snippet.replaceAll(']', '')}](file:///etc/passwd)\n`;
      return [`praktijken/${n}.md`, `---\n${header}delen: openbaar\ntoestemming: verkregen\n---\n\n${body}`];
    }),
  );
  const { zip } = await exported(
    await openServices(files),
    snippets.map((_, n) => `v${n}`),
    { title: `Bundel ${snippets.join(' ')}`.slice(0, 200), products: ['reader'] },
  );
  const place = await temporaryFolder();
  for (const [path, bytes] of zip) {
    await mkdir(dirname(join(place, path)), { recursive: true });
    await writeFile(join(place, path), bytes);
  }
  return pathToFileURL(join(place, 'index.html')).href;
}

describe.skipIf(!chromiumPath)('P10: the reader of a hostile bundle, from a folder', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
  });

  /** Opens it; `left` is every request but for its own page. */
  async function open(address: string, javaScriptEnabled: boolean): Promise<{ page: Page; left: string[] }> {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    const left: string[] = [];
    context.on('request', (request) => request.url().split('#')[0] === address || request.url().startsWith('data:') || left.push(request.url()));
    await page.goto(address);
    return { page, left };
  }

  test.each(['index.html', 'producten/reader/index.html'])('runs nothing and asks nothing of anywhere, with scripts on (%s)', async (at) => {
    const address = new URL(at, await hostileBundle()).href;
    const { page, left } = await open(address, true);
    await page.getByRole('searchbox').waitFor();
    for (const n of snippets.keys()) {
      await page.goto(`${address}#/stuk/v${n}`);
      await page.getByRole('heading', { level: 1, name: new RegExp(`^Stuk ${n} `) }).waitFor();
      await page.locator('.lezer-sheet').click();
    }
    await page.goto(`${address}#/`);
    await page.getByRole('searchbox').fill('pwned');
    await page.getByRole('status').filter({ hasText: 'gevonden' }).waitFor();
    expect(await page.evaluate(() => '__pwned' in globalThis)).toBe(false);
    expect(await page.title()).not.toBe('pwned');
    expect(page.url().startsWith(address)).toBe(true);
    expect(await page.locator('iframe, base[href], form[action], [onerror], [onfocus], [onbegin], [srcdoc], a[href^="javascript:" i]').count()).toBe(
      0,
    );
    expect(left).toEqual([]);
    await page.context().close();
  });

  test.each(['index.html', 'producten/reader/index.html'])('can be read with scripts off, and even then nothing is asked for (%s)', async (at) => {
    const address = new URL(at, await hostileBundle()).href;
    const { page, left } = await open(address, false);
    const links = page.locator('noscript li a');
    await page.locator('noscript h1').waitFor({ timeout: 5000 });
    expect(await page.locator('noscript p').textContent()).toContain('Je browser voert geen scripts uit');
    expect(await links.count()).toBe(snippets.length);
    for (const n of snippets.keys()) {
      expect(await links.nth(n).textContent()).toContain(snippets[n]);
      const target = new URL((await links.nth(n).getAttribute('href')) ?? '', address);
      await access(fileURLToPath(target));
      expect(await readFile(fileURLToPath(target), 'utf8')).toContain(`id: v${n}`);
    }
    expect(await page.locator('iframe, base[href], form, img, svg, [onerror], [onfocus]').count()).toBe(0);
    expect(await page.title()).not.toBe('pwned');
    expect(left).toEqual([]);
    await page.context().close();
  });
});
