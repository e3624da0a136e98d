import { cp, readFile, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { temporaryFolder } from '../helpers/temporary.ts';
import { chromiumPath } from '../helpers/chromium.ts';
import { startJourney } from './library-shell.ts';
import { look } from './looking.ts';

const patience = 120_000;
const example = resolve(import.meta.dirname, '../../resources/voorbeeld');

const titles = (page: Page): Promise<string[]> => page.locator('.drag-name a').allTextContents();

/** Makes a folder at home in the app's own dialog and chooses it. */
async function chooseNewFolder(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Kies…' }).click();
  await page.getByRole('button', { name: 'Nieuwe map' }).click();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await page.getByText('Hier zijn geen mappen.').waitFor();
  await page.getByRole('button', { name: /^Kies “/ }).click();
}

const journey = it.skipIf(!chromiumPath);

journey(
  'a bundle is picked, put in order, looked at, kept over a reload, and handed out',
  async () => {
    const dir = join(await temporaryFolder(), 'kennis');
    await cp(example, dir, { recursive: true });
    const walk = await startJourney(['--library', dir]);
    const { page, home } = walk;
    await page.getByRole('link', { name: /^Bundels/ }).click();
    const found = await look(walk, 'bundel-leeg');
    await page.getByRole('button', { name: 'Toevoegen' }).click();
    await page.keyboard.type('ouderkamer');
    // The list of the last letter: with fewer rows than the list of everything.
    await expect.poll(() => page.locator('.add-row').count()).toBeLessThan(10);
    await page.getByRole('checkbox', { name: /Ouderkamer op dinsdagochtend/ }).focus();
    await page.keyboard.press('Space');
    found.push(...(await look(walk, 'bundel-toevoegen')));
    await page.keyboard.press('Enter');
    await page.locator('.drag').first().waitFor();
    await page.goto(`${page.url().split('#')[0]}#/bundels?ids=vb-startgesprek,vb-koffie-poort`);
    await page.getByRole('link', { name: 'Startgesprek met de leerling aan tafel' }).waitFor();
    await page.getByRole('button', { name: /^Ouderkamer op dinsdagochtend verplaatsen/ }).focus();
    await page.keyboard.press('ArrowDown');
    expect((await titles(page)).slice(0, 2)).toEqual(['Startgesprek met de leerling aan tafel', 'Ouderkamer op dinsdagochtend']);
    await page.reload();
    await page.getByRole('link', { name: 'Startgesprek met de leerling aan tafel' }).waitFor();
    const grip = await page.getByRole('button', { name: /^Startgesprek.* verplaatsen/ }).boundingBox();
    const last = await page.locator('.drag').last().boundingBox();
    if (!grip || !last) throw new Error('the list is not on the screen');
    await page.mouse.move(grip.x + 8, grip.y + 8);
    await page.mouse.down();
    await page.mouse.move(grip.x + 8, last.y + last.height - 2, { steps: 6 });
    await page.mouse.up();
    expect((await titles(page)).at(-1)).toBe('Startgesprek met de leerling aan tafel');
    await page.getByRole('radio', { name: /Iedereen/ }).check();
    await chooseNewFolder(page, 'Uitdelen');
    await page.getByLabel('Titel van de bundel').fill('Ouders als partner');
    await page.getByLabel('Bestandsnaam').fill('ouders');
    found.push(...(await look(walk, 'bundel')));
    await page.getByRole('button', { name: 'Bundel maken' }).press('Enter');
    await page.getByText('De bundel is klaar.').waitFor();
    expect(await page.locator('.bundle-outcome').evaluate((outcome) => outcome.contains(document.activeElement))).toBe(true);
    found.push(...(await look(walk, 'bundel-klaar')));
    const zip = await readFile(join(home, 'Uitdelen', 'ouders.zip'));
    expect(zip.subarray(0, 2).toString()).toBe('PK');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Downloaden' }).click()]);
    expect((await readFile(await download.path())).equals(zip)).toBe(true);
    expect(found).toEqual([]);
    expect(walk.complaints).toEqual([]);
  },
  patience,
);

journey(
  'making a big bundle shows how far it is and leaves nothing behind when it is called off',
  async () => {
    const words = Array.from({ length: 400 }, (_, n) => `woord${n}`).join(' ');
    const many = Array.from({ length: 700 }, (_, n) => [
      `praktijken/p${n}.md`,
      `---\nid: p${n}\nsoort: praktijk\ntitel: Praktijk ${n}\n---\n\n## Waarom\n\n${words}\n`,
    ]);
    const walk = await startJourney(['--library', await temporaryFolder(Object.fromEntries(many) as Record<string, string>)]);
    const { page, home } = walk;
    await page.getByRole('heading', { level: 1, name: 'Overzicht' }).waitFor();
    await page.getByText('700 praktijken, geen open vragen.').waitFor();
    await page.goto(`${page.url().split('#')[0]}#/bundels?q=soort:praktijk`);
    await page.getByText('700 stukken gaan mee.').waitFor();
    await chooseNewFolder(page, 'Groot');
    await page.getByRole('button', { name: 'Bundel maken' }).click();
    await page.getByRole('progressbar', { name: 'Bundel maken' }).waitFor();
    await page.getByRole('button', { name: 'Annuleren' }).click();
    await page.getByText('Afgebroken. Er is niets half achtergebleven.').waitFor();
    expect(await readdir(join(home, 'Groot'))).toEqual([]);
    expect(walk.complaints).toEqual([]);
  },
  patience,
);
