import { appendFile, cp, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../helpers/temporary.ts';
import { chromiumPath } from '../helpers/chromium.ts';
import { startJourney, type Journey } from './library-shell.ts';
import { look } from './looking.ts';

const patience = 180_000;
const example = resolve(import.meta.dirname, '../../resources/voorbeeld');

async function openExample(added = ''): Promise<Journey & { read(path: string): Promise<string>; to(hash: string): Promise<unknown> }> {
  const dir = join(await temporaryFolder(), 'kennis');
  await cp(example, dir, { recursive: true });
  if (added) await appendFile(join(dir, 'praktijken/rustplek-in-de-gang.md'), added);
  const walk = await startJourney(['--library', dir]);
  await walk.page.getByRole('heading', { level: 1, name: 'Overzicht' }).waitFor();
  const start = walk.page.url().split('#')[0] ?? '';
  return { ...walk, read: (path) => readFile(join(dir, path), 'utf8'), to: (hash) => walk.page.goto(start + hash) };
}

const journey = it.skipIf(!chromiumPath);

journey(
  'a second judge weighs beside the first, and the two see where they differ',
  async () => {
    const walk = await openExample();
    const { page } = walk;
    const read = (): Promise<string> => walk.read('praktijken/ouderkamer-op-dinsdagochtend.md');
    await walk.to('#/weging/vb-ouderkamer?item=checklist.A1');
    await page.getByLabel('Je weegt als').fill('intern begeleider');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^A1 / }).focus();
    await page.keyboard.press('3');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('1');
    await expect.poll(read).toMatch(/item: A2\n\s+oordeel: ja\n\s+door: intern begeleider/);
    const found = await look(walk, 'relaties-weging');
    await page.getByRole('button', { name: 'Naast elkaar' }).click();
    await page.locator('.side-by-side table').waitFor();
    found.push(...(await look(walk, 'relaties-naast-elkaar')));
    expect(found).toEqual([]);
    expect(walk.complaints).toEqual([]);
  },
  patience,
);

journey(
  'the circle closes: after the last stage a new question follows on the write-up',
  async () => {
    const walk = await openExample();
    const { page } = walk;
    await walk.to('#/stuk/vb-ouderkamer');
    await page.getByRole('button', { name: 'Fase wijzigen' }).click();
    await page.getByRole('dialog').waitFor();
    const found = await look(walk, 'relaties-fase');
    await page.getByLabel('Welke vraag roept dit op?').fill('Hoe bereiken we vaders?');
    await page.keyboard.press('Enter');
    await page.waitForURL(/bewerken/);
    expect(await walk.read('vragen/hoe-bereiken-we-vaders.md')).toMatch(/vervolg_op:\n\s+- vb-ouderkamer\n/);
    expect(found).toEqual([]);
    expect(walk.complaints).toEqual([]);
  },
  patience,
);

journey(
  'write-ups are linked from the margin with the keys alone, and the other side says so',
  async () => {
    const walk = await openExample();
    const { page } = walk;
    await walk.to('#/stuk/vb-ouderkamer');
    await page.getByRole('button', { name: 'Koppelen' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Wat is het voor dit stuk?').selectOption({ label: 'Verwant aan' });
    await page.getByLabel('Welk stuk?').fill('rustplek');
    const found = await look(walk, 'relaties-koppelen');
    await page.keyboard.press('Enter');
    await page.getByText(/^Gekoppeld aan/).waitFor();
    found.push(...(await look(walk, 'relaties-kantlijn')));
    await page
      .getByRole('complementary', { name: 'Kenmerken' })
      .getByRole('link', { name: /^Rustplek/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 3, name: 'Verwant, gezegd door' }).waitFor();
    expect(found).toEqual([]);
    expect(walk.complaints).toEqual([]);
  },
  patience,
);

journey(
  'a write-up gets another title, every link follows, and two become one with the keys alone',
  async () => {
    const walk = await openExample('\nZie [[Ouderkamer op dinsdagochtend|de kamer]].\n');
    const { page, read } = walk;
    await walk.to('#/stuk/vb-ouderkamer');
    await page.getByRole('button', { name: 'Meer' }).click();
    await page.getByRole('menuitem', { name: 'Andere titel geven' }).click();
    await page.getByRole('textbox', { name: 'Titel' }).fill('Kamer voor ouders');
    await page.getByText(/^In \d+ andere? stuk/).waitFor();
    const found = await look(walk, 'relaties-hernoemen');
    await page.keyboard.press('Enter');
    await page.getByText('De titel is nu “Kamer voor ouders”').waitFor();
    expect(await read('praktijken/kamer-voor-ouders.md')).toContain('titel: Kamer voor ouders');
    expect(await read('praktijken/rustplek-in-de-gang.md')).toContain('Zie [[Kamer voor ouders|de kamer]].');
    await page.getByRole('button', { name: 'Meer' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Samenvoegen met…' }).press('Enter');
    await page.getByLabel('Welk stuk?').fill('koffie bij de poort');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Twee stukken samenvoegen' }).waitFor();
    found.push(...(await look(walk, 'relaties-samenvoegen')));
    while ((await page.locator('.merge-clash.is-open').count()) > 0) {
      await page.locator('.merge-clash.is-open').first().getByRole('radio').first().focus();
      await page.keyboard.press('Space');
    }
    await page.keyboard.press('Control+Enter');
    await page.getByText('“Koffie bij de poort” is opgegaan in “Kamer voor ouders”').waitFor();
    const text = await read('praktijken/kamer-voor-ouders.md');
    expect(text).toContain('titel: Koffie bij de poort');
    await page.keyboard.press('Control+z');
    await expect.poll(() => read('praktijken/koffie-bij-de-poort.md')).toContain('titel: Koffie bij de poort');
    await page
      .getByText(/^Ongedaan gemaakt/)
      .first()
      .waitFor();
    await page.keyboard.press('Control+z');
    const start = await readFile(join(example, 'praktijken/ouderkamer-op-dinsdagochtend.md'), 'utf8');
    await expect.poll(() => read('praktijken/ouderkamer-op-dinsdagochtend.md').catch(() => '')).toBe(start);
    expect(found).toEqual([]);
    expect(walk.complaints).toEqual([]);
  },
  patience,
);
