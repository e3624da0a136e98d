import { expect, it } from 'vitest';
import { chromiumPath } from '../helpers/chromium.ts';
import { look } from './looking.ts';
import { openWriting } from './open-writing.ts';

it.skipIf(!chromiumPath)(
  'the source is the same text: typed, searched and taken back there, and the cursor tells the guide where it is',
  async () => {
    const before = '## Waarom\n\nEen _plek_ voor [rust](https://example.org), **stil**.\n\n## Hoe\n\n- `licht` uit\n';
    const walk = await openWriting(before);
    const { page, written } = walk;
    await page.getByRole('tab', { name: 'Bron' }).click();
    const text = page.getByRole('textbox', { name: 'Tekst van Rustplek in de gang' });
    await text.waitFor();
    await expect.poll(() => page.locator('.source .cm-content').getAttribute('spellcheck')).toBe('true');
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\n> stil zijn');
    await written(`${before}\n> stil zijn`);
    await expect.poll(() => page.locator('.guide-part[aria-current]').textContent()).toContain('Hoe');
    await page.keyboard.press('Control+f');
    await page.getByRole('textbox', { name: 'Zoek', exact: true }).fill('stil');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Vervang alles' }).waitFor();
    expect(await look(walk, 'bron')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Waarom/ }).click();
    await page.keyboard.type('Nu: ');
    await written(`${before.replace('\n\nEen', '\nNu: \nEen')}\n> stil zijn`);
    for (let n = 0; n < 4; n++) await page.keyboard.press('Control+z');
    await written(before);
    await page.getByRole('tab', { name: 'Opmaak' }).click();
    await page.locator('.ink-text').getByText('stil', { exact: true }).waitFor();
    expect(await page.locator('style').evaluateAll((all) => all.filter((one) => one.nonce === '').length)).toBe(0);
    expect(walk.complaints).toEqual([]);
  },
  120_000,
);

it.skipIf(!chromiumPath)(
  'what was typed in one way of writing is taken back in the other',
  async () => {
    const before = '## Waarom\n\nEen plek.\n';
    const { page, written, complaints } = await openWriting(before);
    await page.getByText('Een plek.').click();
    await page.keyboard.press('End');
    await page.keyboard.type(' Stil.');
    await written('## Waarom\n\nEen plek. Stil.\n');
    await page.getByRole('tab', { name: 'Bron' }).click();
    await page.locator('.source .cm-content').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('Klaar.');
    await written('## Waarom\n\nEen plek. Stil.\nKlaar.');
    for (let n = 0; n < 4; n++) await page.keyboard.press('Control+z');
    await written(before);
    await page.keyboard.press('Control+y');
    await written('## Waarom\n\nEen plek. Stil.\n');
    await page.getByRole('tab', { name: 'Opmaak' }).click();
    await page.locator('.ink-text').getByText('Een plek. Stil.').click();
    await page.keyboard.press('Control+z');
    await written(before);
    expect(complaints).toEqual([]);
  },
  120_000,
);
