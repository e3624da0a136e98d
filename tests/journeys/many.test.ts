import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { chromiumPath } from '../helpers/chromium.ts';
import { temporaryFolder } from '../helpers/temporary.ts';
import { startJourney } from './library-shell.ts';
import { look } from './looking.ts';

const journey = it.skipIf(!chromiumPath);
const owners = ['IB-er', 'Teamleider', 'Coördinator'];
const words = ['ouders', 'Ouders', 'co-teaching'];
const piece = (n: number): string =>
  `---\nid: s${n}\nsoort: praktijk\ntitel: "Praktijk ${n} over samen leren"\nstatus: ${n % 4 === 0 ? 'ter-weging' : 'concept'}\neigenaar: ${owners[n % 3]}\ntrefwoorden: [start,  ${words[n % 3]}]\n---\n\n## Waarom\n\nOmdat groep ${n} erom vroeg.\n`;
const files = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`praktijken/stuk-${n}.md`, piece(n)]));

async function statuses(dir: string): Promise<{ published: number; same: number }> {
  const names = await readdir(join(dir, 'praktijken'));
  const texts = await Promise.all(names.map(async (name) => [name, await readFile(join(dir, 'praktijken', name), 'utf8')] as const));
  return {
    published: texts.filter(([, text]) => text.includes('\nstatus: gepubliceerd\n')).length,
    same: texts.filter(([name, text]) => text === files[`praktijken/${name}`]).length,
  };
}

/** Tab until what has the focus fits. */
async function tabTo(page: Page, fits: (element: string) => boolean): Promise<void> {
  const focused = (): Promise<string> =>
    page.evaluate(() => {
      const now = document.activeElement;
      if (now instanceof HTMLInputElement || now instanceof HTMLSelectElement) return `veld ${now.labels?.[0]?.textContent ?? ''}`;
      // A dialog that has the focus itself holds the words of everything in it.
      return now instanceof HTMLButtonElement || now instanceof HTMLAnchorElement ? `${now.className} ${now.textContent}` : '';
    });
  for (let n = 0; n < 120; n++) {
    if (fits(await focused())) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not get there');
}

journey(
  'fifty write-ups get another status and get it back, from the keyboard alone',
  async () => {
    const dir = await temporaryFolder(files);
    const walk = await startJourney(['--library', dir]);
    const { page } = walk;
    const { keyboard } = page;
    await page.goto(`${page.url().split('#')[0]}#/bibliotheek?sort=titel`);
    await page.locator('.hit').first().waitFor();
    await tabTo(page, (element) => element.startsWith('hit '));
    await keyboard.press('Space');
    for (let n = 1; n < 50; n++) await keyboard.press('Shift+ArrowDown');
    await page.getByText('50 gekozen').waitFor();
    const found = await look(walk, 'veel-gekozen');
    await keyboard.press('Shift+Tab');
    for (let n = 0; n < 12 && !(await page.evaluate(() => document.activeElement?.textContent?.includes('Wijzigen') ?? false)); n++)
      await keyboard.press('Shift+Tab');
    await keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Wijzig 50 stukken' }).waitFor();
    await tabTo(page, (element) => element === 'veld Status');
    await keyboard.type('Gepub');
    found.push(...(await look(walk, 'veel-wijzigen')));
    await tabTo(page, (element) => element.includes('Bekijken'));
    await keyboard.press('Enter');
    await page.getByText('50 stukken veranderen.').waitFor();
    found.push(...(await look(walk, 'veel-bekijken')));
    expect(await statuses(dir)).toEqual({ published: 0, same: 60 });
    await keyboard.press('Enter');
    await page.getByText('50 stukken zijn gewijzigd').waitFor();
    expect(await statuses(dir)).toEqual({ published: 50, same: 10 });
    found.push(...(await look(walk, 'veel-gewijzigd')));
    await keyboard.press('Control+z');
    await page.getByText('Ongedaan gemaakt: wijziging van 50 stukken').waitFor();
    expect(await statuses(dir)).toEqual({ published: 0, same: 60 });
    await keyboard.press('Escape');
    await page.getByText('50 gekozen').waitFor({ state: 'detached' });
    expect(found.join('\n')).toBe('');
    expect(walk.complaints).toEqual([]);
  },
  180_000,
);

journey(
  'trefwoorden that are the same become one everywhere',
  async () => {
    const dir = await temporaryFolder(files);
    const walk = await startJourney(['--library', dir]);
    const { page } = walk;
    await page.goto(`${page.url().split('#')[0]}#/trefwoorden`);
    await page.getByRole('heading', { level: 1, name: 'Trefwoorden' }).waitFor();
    const merge = page.getByRole('button', { name: /^Samenvoegen: / });
    await merge.waitFor();
    const found = await look(walk, 'trefwoorden');
    await merge.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Wordt' }).fill('ouders');
    await page.keyboard.press('Enter');
    await page.getByText('20 stukken veranderen.').waitFor();
    found.push(...(await look(walk, 'trefwoorden-bekijken')));
    await page.keyboard.press('Enter');
    await page.getByText('20 stukken zijn gewijzigd').waitFor();
    await merge.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await page.getByText('Ongedaan gemaakt: wijziging van 20 stukken').waitFor();
    expect(await statuses(dir)).toEqual({ published: 0, same: 60 });
    expect(found.join('\n')).toBe('');
    expect(walk.complaints).toEqual([]);
  },
  180_000,
);
