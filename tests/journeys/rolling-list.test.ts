import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { chromiumPath } from '../helpers/chromium.ts';
import { startJourney, type Journey } from './library-shell.ts';

const patience = 60_000;
const journey = it.skipIf(!chromiumPath);

async function openList(): Promise<Journey> {
  const walk = await startJourney();
  const { page } = walk;
  await page.getByRole('button', { name: /Rondkijken in het voorbeeld/ }).click();
  await page.getByRole('link', { name: /^Bibliotheek/ }).click();
  // Until everything is read.
  await expect.poll(() => page.locator('.hits').evaluate((list) => list.scrollHeight)).toBeGreaterThan(1500);
  await page.waitForTimeout(1000);
  return walk;
}

/** Pixels of the list where no row stands, or two; what stands beyond what is in sight does not count. */
const misplaced = (page: Page): Promise<number> =>
  page.locator('.hits').evaluate((list) => {
    const { top, bottom } = list.getBoundingClientRect();
    const rows = [...list.querySelectorAll('li')].map((row) => row.getBoundingClientRect()).filter((row) => row.bottom > top && row.top < bottom);
    let off = Math.max(0, (rows[0]?.top ?? bottom) - top) + Math.max(0, bottom - (rows.at(-1)?.bottom ?? top));
    for (const [at, row] of rows.slice(1).entries()) off += Math.abs(row.top - (rows[at]?.bottom ?? top));
    return Math.round(off);
  });

journey(
  'rows stand under each other without holes, however the list is moved',
  async () => {
    const walk = await openList();
    const { page } = walk;
    await page.locator('.hits').hover();
    for (const way of [...Array.from({ length: 12 }, () => 400), ...Array.from({ length: 8 }, () => -350)]) {
      await page.mouse.wheel(0, way);
      await page.waitForTimeout(60);
      expect(await misplaced(page)).toBe(0);
    }
    await page.locator('.hits').evaluate((list) => list.scrollTo(0, 900));
    await expect.poll(() => misplaced(page)).toBe(0);
    await page.getByRole('combobox', { name: 'Zoeken in de hele kennismap' }).press('ArrowDown');
    for (const key of ['End', 'PageUp', 'ArrowUp', 'ArrowUp', 'Home', 'PageDown', 'ArrowDown']) {
      await page.keyboard.press(key);
      await expect.poll(() => misplaced(page)).toBe(0);
      await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('hit');
    }
    expect(walk.complaints).toEqual([]);
  },
  patience,
);

journey(
  'the answer to a question is drawn in one go, whatever the height of its rows',
  async () => {
    const { page } = await openList();
    const field = page.getByRole('combobox', { name: 'Zoeken in de hele kennismap' });
    await field.fill('ouders');
    await page
      .locator('.hit mark', { hasText: /ouders/i })
      .first()
      .waitFor();
    await page.waitForTimeout(500);
    await page.locator('section.list').evaluate((list) => {
      const draws: number[] = [];
      Object.assign(window, { draws });
      new MutationObserver((changes) => draws.push(changes.length)).observe(list, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      });
    });
    await field.fill('leerling');
    await page
      .locator('.hit mark', { hasText: /leerling/i })
      .first()
      .waitFor();
    await page.waitForTimeout(500);
    expect(await page.evaluate(() => (window as unknown as { draws: number[] }).draws.length)).toBe(1);
  },
  patience,
);
