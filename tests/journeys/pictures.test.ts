import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { chromiumPath } from '../helpers/chromium.ts';
import { look } from './looking.ts';
import { moveCursor, openWriting, pasteInto, smallPicture } from './open-writing.ts';

const patience = 120_000;
const journey = it.skipIf(!chromiumPath);

journey(
  'a picture comes in by paste, drop and dialog, is described, shown, changed, taken away and brought back',
  async () => {
    const walk = await openWriting('Een plek.\n\n![](https://elders.nl/volg.gif)\n');
    const { page, written } = walk;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.getByText('Een plek.').click();
    await moveCursor(page, 'End');
    await pasteInto(walk, { files: { 'Foto van de gang.png': smallPicture } });
    const dialog = page.getByRole('dialog', { name: 'Plaatje invoegen' });
    await dialog.getByLabel('Wat is er te zien?').fill('Een gang [met] kussens');
    await dialog.getByLabel('Van wie is het?').selectOption('Zelf gemaakt');
    await dialog.getByLabel('Maker of bron').fill('leerkracht van groep 5');
    await dialog.getByLabel('Zijn er mensen herkenbaar?').selectOption('Ja');
    expect(await look(walk, 'plaatje-vragen')).toEqual([]);
    await dialog.getByRole('button', { name: 'Invoegen' }).click();
    const image = (alt: string, name: string): string => `![${alt}](rustplek.bijlagen/${name})`;
    const tail = '\n\n![](https://elders.nl/volg.gif)\n';
    const first = image('Een gang [met] kussens', 'foto-van-de-gang.png');
    await written(`Een plek.${first}${tail}`);
    expect(await walk.read()).toContain(
      'afbeeldingen:\n  - bestand: rustplek.bijlagen/foto-van-de-gang.png\n    rechten: eigen\n    maker: leerkracht van groep 5\n    personen: true\n',
    );
    await expect.poll(() => page.locator('.ink-picture img').evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1);

    // By keyboard: the tool of the toolbar asks about the picture the cursor is beside.
    await page.getByRole('button', { name: 'Plaatje', exact: true }).focus();
    await page.keyboard.press('Enter');
    const change = page.getByRole('dialog', { name: 'Plaatje' });
    expect(await change.getByLabel('Maker of bron').inputValue()).toBe('leerkracht van groep 5');
    await change.getByLabel('Wat is er te zien?').fill('Een gang');
    await page.keyboard.press('Enter');
    await written(`Een plek.${image('Een gang', 'foto-van-de-gang.png')}${tail}`);
    await page.locator('.ink-picture img').click();
    await change.getByRole('button', { name: 'Weghalen uit de tekst' }).click();
    await written(`Een plek.${tail}`);
    await page.keyboard.press('Control+z');
    await written(`Een plek.${image('Een gang', 'foto-van-de-gang.png')}${tail}`);

    await page.getByText('Een plek.').click();
    await moveCursor(page, 'Home');
    await page.getByRole('button', { name: 'Plaatje', exact: true }).click();
    const file = join(walk.home, 'lamp.jpg');
    await writeFile(file, Buffer.from(smallPicture, 'base64'));
    await dialog.locator('input[type=file]').setInputFiles(file);
    await dialog.getByRole('button', { name: 'Invoegen' }).click();
    await written(`${image('', 'lamp.png')}Een plek.${image('Een gang', 'foto-van-de-gang.png')}${tail}`);
    expect((await readdir(join(walk.dir, 'praktijken/rustplek.bijlagen'))).sort()).toEqual(['foto-van-de-gang.png', 'lamp.png']);
    expect(await look(walk, 'plaatje-in-tekst')).toEqual([]);
    expect(asked.filter((url) => url.includes('elders'))).toEqual([]);
    expect(walk.complaints).toEqual([]);
  },
  patience,
);

journey(
  'a footnote is set, changed and taken away with its mark, and the rest of the file stays as it was',
  async () => {
    const before = '*  los   lijstje\n\nEen plek[^a] voor rust.\n\n[^a]: Uit  het *plan*.\n';
    const walk = await openWriting(before);
    const { page, written } = walk;
    await page.getByText('voor rust').click();
    await moveCursor(page, 'End');
    await page.getByRole('button', { name: 'Voetnoot', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tekst van de noot').fill('Zie het jaarplan * 2026.');
    await dialog.getByRole('button', { name: 'Invoegen' }).click();
    const added = before.replace('rust.', 'rust.[^1]');
    await written(`${added}\n[^1]: Zie het jaarplan * 2026.\n`);
    await page.locator('sup[data-label="1"]').click();
    await dialog.getByLabel('Tekst van de noot').fill('Zie het plan.');
    await dialog.getByRole('button', { name: 'Bewaren' }).click();
    await written(`${added}\n[^1]: Zie het plan.\n`);
    expect(await look(walk, 'voetnoot')).toEqual([]);
    await page.locator('sup[data-label="1"]').click();
    await dialog.getByRole('button', { name: 'Voetnoot weghalen' }).click();
    await written(before);
    await page.locator('sup[data-label="a"]').click();
    await dialog.getByText('In deze noot staat opmaak').waitFor();
    await dialog.getByRole('button', { name: 'Naar de noot' }).click();
    await moveCursor(page, 'End');
    await page.keyboard.type('!');
    await written(before.replace('*plan*.', '*plan*.!'));
    expect(walk.complaints).toEqual([]);
  },
  patience,
);
