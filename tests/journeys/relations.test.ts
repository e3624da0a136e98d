import { cp, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../helpers/temporary.ts';
import { chromiumPath } from '../helpers/chromium.ts';
import { startJourney, type Journey } from './library-shell.ts';
import { look } from './looking.ts';

const patience = 180_000;
const example = resolve(import.meta.dirname, '../../resources/voorbeeld');

async function openExample(): Promise<Journey & { read(path: string): Promise<string>; to(hash: string): Promise<unknown> }> {
  const dir = join(await temporaryFolder(), 'kennis');
  await cp(example, dir, { recursive: true });
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
    const found = await look(walk, 'weging-twee');
    await page.getByRole('button', { name: 'Naast elkaar' }).click();
    await page.locator('.side-by-side table').waitFor();
    found.push(...(await look(walk, 'weging-naast-elkaar')));
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
    const found = await look(walk, 'fase-kiezen');
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
    const found = await look(walk, 'koppelen');
    await page.keyboard.press('Enter');
    await page.getByText(/^Gekoppeld aan/).waitFor();
    found.push(...(await look(walk, 'koppelingen')));
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
