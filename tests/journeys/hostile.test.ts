import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { createHeaderTrial, createTextClient } from '../../main/shells/text-threads.ts';
import { chromiumPath, launchChromium } from '../helpers/chromium.ts';
import { openServices } from '../helpers/open-services.ts';
import { temporaryFolder } from '../helpers/temporary.ts';
import { unzipped } from '../helpers/zip.ts';
import { hostileDocuments, writeHostileLibrary, type HostileDocument } from './hostile-library.ts';
import { startJourney } from './library-shell.ts';

/** A window that does not answer for longer hangs, milliseconds. */
const patience = 3000;

/** Writing, weighing, versions and bundle with every document take long; normally a few that tell most go there. */
const everything = process.env['OOGST_HOSTILE'] === 'all';
const telling = /^(title|fields|judgement|text)-(script|img-onerror|svg-onload|attribute-break|js-link|remote-image)$/;

/** What a page did that it should not have done. */
async function watchOver(page: Page, home: RegExp): Promise<{ wrong: string[]; pwned(): Promise<boolean> }> {
  const wrong: string[] = [];
  page.on('request', (request) => home.test(request.url()) || wrong.push(`verzoek: ${request.url()}`));
  page.on('websocket', (socket) => home.test(socket.url().replace(/^ws/, 'http')) || wrong.push(`lijn: ${socket.url()}`));
  page.on('dialog', (dialog) => {
    wrong.push(`venster: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', (popup) => wrong.push(`nieuw venster: ${popup.url()}`));
  page.on('pageerror', (error) => wrong.push(`fout: ${error.message}`));
  return { wrong, pwned: async () => page.evaluate(() => '__pwned' in globalThis) };
}

/** Opens write-ups one after another, each until its text stands there; the window must answer all the while. */
async function readThrough(page: Page, ids: readonly string[]): Promise<string[]> {
  return page.evaluate(
    async ({ wanted, longest }) => {
      const wrong: string[] = [];
      const there = (id: string): boolean =>
        [...document.querySelectorAll<HTMLElement>('article[data-entry]')].some((one) => one.dataset['entry'] === id && one.querySelector('.page'));
      let last = performance.now();
      for (const id of wanted) {
        const began = performance.now();
        location.hash = `#/stuk/${encodeURIComponent(id)}`;
        do {
          await new Promise((done) => setTimeout(done, 5));
          const now = performance.now();
          if (now - last > longest) wrong.push(`hangt: ${id}`);
          last = now;
        } while (!there(id) && last - began < 20_000);
        if (!there(id)) wrong.push(`komt niet: ${id}`);
        if ('__pwned' in globalThis) wrong.push(`uitgevoerd: ${id}`);
      }
      return wrong;
    },
    { wanted: [...ids], longest: patience },
  );
}

const go = (page: Page, hash: string): Promise<void> => page.evaluate((to) => void (location.hash = to), hash);

describe.skipIf(!chromiumPath)('hostile write-ups in a real browser', () => {
  let documents: HostileDocument[];
  beforeAll(async () => {
    documents = await hostileDocuments();
  });

  test('there are at least four hundred, from every group', () => {
    expect(documents.length).toBeGreaterThanOrEqual(400);
    const groups = new Set(documents.map(({ group }) => group));
    for (const group of ['X1', 'X2', 'X3', 'X4', 'X5', 'X6', 'X7', 'X8', 'X9', 'X11', 'X12']) expect(groups).toContain(group);
  });

  test(
    'X1–X9: run nothing, fetch nothing and hang nowhere in the app: list, search, reading, writing, weighing, versions, palette, overview, bundle',
    async () => {
      const dir = await temporaryFolder();
      const all = await writeHostileLibrary(dir);
      const { page } = await startJourney(['--library', dir]);
      const own = /^(http:\/\/127\.0\.0\.1:\d+\/|data:|blob:http:\/\/127\.0\.0\.1)/;
      const { wrong, pwned } = await watchOver(page, own);
      await page.getByRole('navigation').first().waitFor();
      await go(page, '#/bibliotheek');
      await page.getByText(`${all.length} stukken`).first().waitFor({ state: 'attached', timeout: 20_000 });
      for (let n = 0; n < 12; n++) await page.mouse.wheel(0, 4000);
      await go(page, '#/bibliotheek?q=kwaad');
      await page.locator('.hit').first().waitFor();
      for (let n = 0; n < 12; n++) await page.mouse.wheel(0, 4000);
      const pages = [page, await page.context().newPage(), await page.context().newPage()];
      const watched = await Promise.all(pages.slice(1).map((other) => watchOver(other, own)));
      for (const other of pages.slice(1)) await other.goto(page.url());
      const ids = all.map(({ id }) => id).filter((id) => id !== '');
      const read = await Promise.all(
        pages.map((one, at) =>
          readThrough(
            one,
            ids.filter((_, n) => n % pages.length === at),
          ),
        ),
      );
      wrong.push(...read.flat());
      for (const other of watched) wrong.push(...other.wrong);
      for (const other of pages.slice(1)) await other.close();
      const chosen = everything ? all.filter(({ id }) => id !== '') : all.filter(({ id }) => telling.test(id));
      for (const screen of ['stuk/ID/bewerken', 'weging/ID', 'versies/ID', 'bundels?ids=ID'])
        for (const { id } of chosen) {
          await go(page, `#/${screen.replace('ID', encodeURIComponent(id))}`);
          await page.locator('#inhoud h1, #inhoud h2, .write-title').first().waitFor();
          if (everything && (await pwned())) wrong.push(`uitgevoerd: ${screen} ${id}`);
        }
      for (const screen of ['#/overzicht', '#/prullenbak', '#/instellingen']) await go(page, screen);
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').getByRole('combobox').fill('script');
      await page.waitForTimeout(300);
      expect(await pwned()).toBe(false);
      expect(wrong).toEqual([]);
    },
    everything ? 3_600_000 : 240_000,
  );

  test('X10: paste as text, whatever they were copied as', async () => {
    const { page } = await startJourney(['--library', await temporaryFolder({ 'a.md': '---\nid: a\ntitel: A\n---\nbegin\n' })]);
    const { wrong, pwned } = await watchOver(page, /^(http:\/\/127\.0\.0\.1:\d+\/|data:)/);
    await page.getByRole('navigation').first().waitFor();
    await go(page, '#/stuk/a/bewerken');
    for (const [view, place] of [
      ['Opmaak', '.ink-text'],
      ['Bron', '.source .cm-content'],
    ] as const) {
      await page.getByRole('tab', { name: view }).click();
      const area = page.locator(place);
      await area.waitFor();
      for (const { text } of documents.filter(({ place, group }) => place === 'text' && group !== 'X9').slice(0, 60)) {
        await area.evaluate((element, html) => {
          const data = new DataTransfer();
          data.setData('text/html', html);
          data.setData('text/plain', html);
          element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        }, text);
      }
    }
    await page.keyboard.press('Control+s');
    expect(await pwned()).toBe(false);
    expect(wrong).toEqual([]);
  });

  test('run nothing and fetch nothing in the reader of a bundle, opened from a folder', async () => {
    const dir = await temporaryFolder();
    await writeHostileLibrary(dir);
    const thread = join(import.meta.dirname, '../../out/main/text-worker.js');
    const { call } = await openServices({}, { dir, renderer: createTextClient(thread), trial: createHeaderTrial(thread) });
    const titles = await call('entries.titles', {});
    const out = join(await temporaryFolder(), 'b.zip');
    const report = await call('bundles.export', {
      title: '<script>globalThis.__pwned=1</script>',
      ids: titles.map(({ id }) => id),
      audience: 'intern',
      out,
    });
    const place = await temporaryFolder();
    for (const [path, bytes] of await unzipped(await readFile(out))) {
      await mkdir(dirname(join(place, path)), { recursive: true });
      await writeFile(join(place, path), bytes);
    }
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      const { wrong, pwned } = await watchOver(page, /^(file|data):/);
      const address = pathToFileURL(join(place, 'index.html')).href;
      await page.goto(address);
      await page.getByRole('searchbox').waitFor();
      expect(await page.locator('.lezer-count').textContent()).toContain(String(report.entries));
      const more = page.getByRole('button', { name: /^Toon meer/ });
      while ((await more.count()) > 0) await more.click();
      expect(await page.locator('.lezer-hits h2 a').count()).toBe(report.entries);
      await page.getByRole('searchbox').fill('kwaad');
      const ids = titles.map(({ id }) => id).filter((id) => !report.leftOut.some((left) => left.id === id));
      wrong.push(...(await readThrough(page, ids)));
      expect(await pwned()).toBe(false);
      expect(wrong).toEqual([]);
    } finally {
      await browser.close();
    }
  }, 240_000);
});
