import axe from 'axe-core';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, launchChromium } from '../helpers/chromium.ts';
import { openServices, resources } from '../helpers/open-services.ts';
import { temporaryFolder } from '../helpers/temporary.ts';
import { unzipped } from '../helpers/zip.ts';

/** A copy of the example: what is handed out is written down in the kennismap it comes from. */
async function example(): Promise<string> {
  const dir = join(await temporaryFolder(), 'voorbeeld');
  await cp(join(resources, 'voorbeeld'), dir, { recursive: true });
  return dir;
}

/** Makes a bundle of a folder, unpacks it as a reader would, and gives the address of its page and the titles in it. */
async function bundleOf(dir: string): Promise<{ address: string; titles: string[] }> {
  const opened = await openServices({}, { dir });
  const titles = await opened.call('entries.titles', {});
  const out = join(await temporaryFolder(), 'b.zip');
  const report = await opened.call('bundles.export', { title: 'Studiedag', ids: titles.map((one) => one.id), audience: 'intern', out });
  expect(report.entries).toBe(titles.length);
  const place = await temporaryFolder();
  for (const [path, bytes] of await unzipped(await readFile(out))) {
    await mkdir(dirname(join(place, path)), { recursive: true });
    await writeFile(join(place, path), bytes);
  }
  return { address: pathToFileURL(join(place, 'index.html')).href, titles: titles.map((one) => one.title) };
}

describe.skipIf(!chromiumPath)('the reader of a bundle, opened from a folder', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
  });

  /** Opens the page and remembers everything that went wrong or tried to leave. */
  async function open(
    address: string,
    size = { width: 1280, height: 800 },
    colorScheme: 'light' | 'dark' = 'light',
  ): Promise<{ page: Page; wrong: string[] }> {
    const page = await browser.newPage({ viewport: size, colorScheme });
    const wrong: string[] = [];
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('request', (request) => /^(file|data):/.test(request.url()) || wrong.push(request.url()));
    await page.goto(address);
    await page.getByRole('searchbox').waitFor();
    return { page, wrong };
  }

  test('is put in another order, and narrowed by how a criterion was judged', async () => {
    const { address, titles } = await bundleOf(await example());
    const { page, wrong } = await open(address);
    const rows = page.locator('.lezer-hits h2 a');
    await page.getByRole('combobox', { name: 'Volgorde' }).selectOption('titel');
    await expect.poll(() => rows.first().textContent()).toBe(titles.toSorted((a, b) => a.localeCompare(b, 'nl'))[0]);
    const facet = page.locator('.lezer-facet').filter({ hasText: /^A4 / });
    expect(await facet.getByRole('checkbox').count()).toBe(0);
    await facet.locator('summary').click();
    await facet.getByRole('checkbox', { name: /: ja,/ }).check();
    await page.locator('.chip').waitFor();
    const count = await rows.count();
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(titles.length);
    expect(await facet.getByRole('checkbox', { name: /: ja,/ }).isChecked()).toBe(true);
    expect(wrong).toEqual([]);
  });

  test('lists, searches, narrows and shows every write-up without an error or a request', async () => {
    const { address, titles } = await bundleOf(await example());
    const { page, wrong } = await open(address);
    const rows = page.locator('.lezer-hits h2 a');
    expect((await rows.allTextContents()).sort()).toEqual([...titles].sort());
    await page.getByRole('searchbox').fill('ouders');
    await page.getByRole('status').filter({ hasText: 'gevonden' }).waitFor();
    const found = await rows.count();
    expect(found).toBeGreaterThan(3);
    expect(found).toBeLessThan(titles.length);
    expect((await page.locator('.lezer-snippet mark').first().textContent())?.toLowerCase()).toContain('ouders');
    await page.getByRole('checkbox', { name: /^Soort: vraag/i }).check();
    await page.locator('.chip').waitFor();
    expect(await rows.count()).toBeLessThan(found);
    await page.getByRole('searchbox').fill('');
    for (const title of titles) {
      await page.goto(`${address}#/`);
      await page.getByRole('link', { name: title, exact: true }).first().click();
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      expect(((await page.locator('.lezer-sheet .page').textContent()) ?? '').length).toBeGreaterThan(500);
    }
    expect(wrong).toEqual([]);
    await page.close();
  });

  test('runs nothing of hostile texts, wherever they stand', async () => {
    const vectors = [
      '<script>globalThis.__pwned=1</script>',
      '<img src=x onerror="globalThis.__pwned=1">',
      '</script><script>globalThis.__pwned=1</script>',
      '<svg onload="globalThis.__pwned=1">',
    ];
    const files = Object.fromEntries(
      vectors.map((vector, n) => [
        `${n}.md`,
        `---\nid: v${n}\nsoort: praktijk\ntitel: ${JSON.stringify(vector)}\nsamenvatting: ${JSON.stringify(vector)}\ntrefwoorden: [${JSON.stringify(vector)}]\norganisatie: ${JSON.stringify(vector)}\n---\n## ${vector}\n${vector}\n\n[klik](javascript:globalThis.__pwned=1) ![x](https://evil.example/x.png)\n`,
      ]),
    );
    const { address, titles } = await bundleOf(await temporaryFolder(files));
    const { page, wrong } = await open(address);
    await page.getByRole('searchbox').fill('script');
    for (let n = 0; n < titles.length; n++) {
      await page.goto(`${address}#/stuk/v${n}`);
      await page.locator('.lezer-sheet').waitFor();
    }
    expect(await page.evaluate(() => '__pwned' in globalThis)).toBe(false);
    expect(wrong).toEqual([]);
    await page.close();
  });

  test.each(['light', 'dark'] as const)('has no serious accessibility findings in %s, works by keyboard and prints', async (colorScheme) => {
    const { address } = await bundleOf(await example());
    for (const width of [1280, 390]) {
      const { page, wrong } = await open(address, { width, height: 800 }, colorScheme);
      const serious = async (): Promise<string[]> => {
        await page.evaluate(axe.source);
        const result = (await page.evaluate('axe.run()')) as { violations: { id: string; impact: string; nodes: { html: string }[] }[] };
        return result.violations.filter((v) => v.impact === 'serious' || v.impact === 'critical').map((v) => `${v.id}: ${v.nodes[0]?.html ?? ''}`);
      };
      expect(await serious()).toEqual([]);
      await page.getByRole('searchbox').focus();
      await page.keyboard.type('startgesprek');
      await page.locator('.lezer-hits a').first().focus();
      await page.keyboard.press('Enter');
      await page.locator('.lezer-sheet').waitFor();
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
      expect(await serious()).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
      expect((await page.pdf()).length).toBeGreaterThan(10_000);
      expect(wrong).toEqual([]);
      await page.close();
    }
  });
});
