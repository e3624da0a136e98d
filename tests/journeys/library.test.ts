import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { chromiumPath } from '../helpers/chromium.ts';
import { startJourney, type Journey } from './library-shell.ts';
import { moveCursor } from './open-writing.ts';

const patience = 120_000;
const sizes = [
  [1280, 800],
  [1920, 1080],
] as const;

/** Pictures of where the journey is, in both sizes and both themes, and what axe finds there. */
async function look({ page, picture, axe }: Journey, name: string): Promise<string[]> {
  const found: string[] = [];
  for (const [width, height] of sizes)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      // The other theme is on the screen one frame later.
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      await picture(`${name}-${width}-${colorScheme}`);
      if (width === 1280) found.push(...(await axe()));
    }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  return found;
}

/** The file of the write-up that is open, in the copy of the example. */
const fileIn = (home: string, path: string): Promise<string> => readFile(join(home, 'Oogst voorbeeld', path), 'utf8');

const journey = it.skipIf(!chromiumPath);

journey(
  'from the first screen to a changed write-up works with the mouse',
  async () => {
    const walk = await startJourney();
    const { page, home } = walk;
    const found = await (async () => {
      await page.getByRole('heading', { level: 1, name: /Bewaar wat werkt/ }).waitFor();
      return look(walk, 'start');
    })();
    await page.getByRole('button', { name: /Rondkijken in het voorbeeld/ }).click();
    await page.getByRole('link', { name: /^Bibliotheek/ }).click();
    await page.getByRole('combobox', { name: 'Zoeken in de hele kennismap' }).fill('ouders');
    await page.locator('.hit', { hasText: 'Startgesprek met de leerling' }).first().click();
    await page.getByRole('heading', { level: 1, name: /Startgesprek met de leerling/ }).waitFor();
    expect(await page.locator('.page mark').count()).toBeGreaterThan(0);
    found.push(...(await look(walk, 'bibliotheek')));
    await page.getByRole('button', { name: 'Bewerken', exact: true }).click();
    const text = page.getByRole('textbox', { name: /^Tekst van/ });
    await text.press('Control+End');
    await text.pressSequentially('Dit schreef iemand met de muis.');
    found.push(...(await look(walk, 'schrijven')));
    await page.getByRole('button', { name: /Klaar/ }).click();
    await page.getByText('Dit schreef iemand met de muis.').waitFor();
    await page.getByRole('button', { name: 'Fase wijzigen' }).click();
    await page.locator('.stage-option', { hasText: 'Implementeer' }).click();
    found.push(...(await look(walk, 'fase')));
    await page.getByRole('button', { name: 'Fase vastleggen' }).click();
    await page.getByText('Fase: Implementeer').waitFor();
    const file = await fileIn(home, 'praktijken/startgesprek-met-de-leerling-aan-tafel.md');
    expect(file).toContain('Dit schreef iemand met de muis.');
    expect(file).toMatch(/^fase: implementeer$/m);
    expect(found.join('\n')).toBe('');
    expect(walk.complaints).toEqual([]);
  },
  patience,
);

journey(
  'from the first screen to a changed write-up works with the keyboard alone',
  async () => {
    const walk = await startJourney();
    const { page, home } = walk;
    const { keyboard } = page;
    await page.getByRole('heading', { level: 1, name: /Bewaar wat werkt/ }).waitFor();
    const focused = (): Promise<string> =>
      page.evaluate(() => (document.activeElement instanceof HTMLButtonElement ? (document.activeElement.textContent ?? '') : ''));
    for (let n = 0; n < 6 && !(await focused()).includes('Rondkijken'); n++) await keyboard.press('Tab');
    await keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'Hoofdnavigatie' }).waitFor();
    await keyboard.press('Control+k');
    await keyboard.type('ouders');
    const found = await look(walk, 'opdrachten');
    await keyboard.press('Control+Enter');
    await page.locator('.hit').first().waitFor();
    // The first arrow goes from the screen into the list.
    await keyboard.press('ArrowDown');
    await page.locator('.hit:focus').waitFor();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await page.waitForURL(/#\/stuk\//);
    await page.locator('.page mark').first().waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('inhoud');
    await keyboard.press('PageDown');
    await expect.poll(() => page.locator('.sheet').evaluate((sheet) => sheet.scrollTop)).toBeGreaterThan(100);
    await keyboard.press('F3');
    await page.locator('mark.now').waitFor();
    await keyboard.press('F2');
    await page.locator('.ink-text:focus').waitFor();
    await moveCursor(page, 'Control+End');
    await keyboard.type('Dit schreef iemand zonder muis.');
    await keyboard.press('Control+s');
    await page.getByText(/^Opgeslagen \d\d:\d\d$/).waitFor();
    await keyboard.press('Escape');
    await page.getByText('Dit schreef iemand zonder muis.').waitFor();
    await keyboard.press('Escape');
    await page.waitForURL(/#\/bibliotheek/);
    expect(await page.getByRole('combobox', { name: 'Zoeken in de hele kennismap' }).inputValue()).toBe('ouders');
    expect(await page.locator('.hit[aria-current=true]').count()).toBe(1);
    expect(home).not.toBe('');
    expect(found.join('\n')).toBe('');
    expect(walk.complaints).toEqual([]);
  },
  patience,
);

journey(
  'keeps the list where it was, and fits at 200 %',
  async () => {
    const walk = await startJourney();
    const { page } = walk;
    await page.getByRole('button', { name: /Rondkijken in het voorbeeld/ }).click();
    await page.getByRole('link', { name: /^Bibliotheek/ }).click();
    await page.locator('.hit').first().waitFor();
    // While the kennismap is still being read the list is too short to go down in.
    await expect.poll(() => page.locator('.hits').evaluate((list) => list.scrollHeight)).toBeGreaterThan(1500);
    // The place is remembered when the list has moved, one frame later.
    await page.locator('.hits').evaluate((list) =>
      new Promise((moved) => {
        list.addEventListener('scroll', moved, { once: true });
        list.scrollTo(0, 900);
      }).then(() => undefined),
    );
    await page.getByRole('link', { name: 'Instellingen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Instellingen' }).waitFor();
    const found = await look(walk, 'instellingen');
    await page.goBack();
    await expect.poll(() => page.locator('.hits').evaluate((list) => list.scrollTop)).toBeGreaterThan(800);
    await page.setViewportSize({ width: 640, height: 400 });
    await page.locator('.hit').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
    await walk.picture('bibliotheek-200');
    expect([...found, ...(await walk.axe())].join('\n')).toBe('');
    expect(walk.complaints).toEqual([]);
  },
  patience,
);
