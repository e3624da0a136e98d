import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { chromiumPath } from '../helpers/chromium.ts';
import { temporaryFolder } from '../helpers/temporary.ts';
import { startJourney } from './library-shell.ts';
import { look } from './looking.ts';

const example = resolve(import.meta.dirname, '../../resources/voorbeeld');
const base = { about: 'persoon', audience: 'partners', given: '2026-01-10', by: 'ouders', changed: '' };

it.skipIf(!chromiumPath)(
  'the register of consent is searched, added to and taken back by keyboard, in light and dark',
  async () => {
    const dir = join(await temporaryFolder(), 'kennis');
    await cp(example, dir, { recursive: true });
    await mkdir(join(dir, '.oogst'), { recursive: true });
    const soon = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    const toestemmingen = [
      { ...base, id: '1', who: 'moeder van K.', entry: 'vb-ouderkamer', withdrawn: '2026-05-01', form: 'map AVG, la 3' },
      { ...base, id: '2', who: 'leerling B. (17)', entry: 'vb-startgesprek', by: 'leerling', until: soon },
      { ...base, id: '3', who: 'conciërge', about: 'citaat', entry: 'vb-ouderkamer', passage: 'weg', purpose: 'alleen de studiedag' },
      { ...base, id: '4', who: '', about: 'foto', nobody: true, attachment: 'praktijken/leeg.jpg' },
    ];
    await writeFile(join(dir, '.oogst/toestemmingen.json'), JSON.stringify({ toestemmingen }));
    const went = { at: '2026-03-03T09:00:00Z', title: 'Studiedag ouders', audience: 'partners', entries: ['vb-ouderkamer'] };
    await writeFile(join(dir, '.oogst/verspreid.jsonl'), `${JSON.stringify(went)}\n`);
    const walk = await startJourney(['--library', dir]);
    const { page } = walk;
    await page.getByRole('link', { name: /^Toestemming/ }).click();
    await page.getByText('zit in bundel “Studiedag ouders” van 3 maart 2026').first().waitFor();
    const found = await look(walk, 'toestemmingen');
    await page.getByLabel('Zoek op persoon, stuk of foto').fill('conciërge');
    await page.getByText('1 van 4 toestemmingen').waitFor();
    await page.keyboard.press('Tab');
    while ((await page.evaluate(() => document.activeElement?.textContent)) !== 'Wijzigen') await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Toestemming wijzigen' }).waitFor();
    found.push(...(await look(walk, 'toestemming-wijzigen')));
    await page.keyboard.press('Escape');
    while ((await page.evaluate(() => document.activeElement?.textContent)) !== 'Intrekken') await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('De toestemming is ingetrokken. Dit zit al in 1 bundel.').waitFor();
    expect(found).toEqual([]);
    expect(walk.complaints).toEqual([]);
  },
  180_000,
);
