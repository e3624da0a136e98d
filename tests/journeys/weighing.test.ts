import { cp, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../helpers/temporary.ts';
import { chromiumPath } from '../helpers/chromium.ts';
import { startJourney, type Journey } from './library-shell.ts';
import { look } from './looking.ts';

const patience = 120_000;
const example = resolve(import.meta.dirname, '../../resources/voorbeeld');
const file = 'praktijken/ouderkamer-op-dinsdagochtend.md';

async function openExample(): Promise<Journey & { dir: string; read(): Promise<string> }> {
  const dir = join(await temporaryFolder(), 'kennis');
  await cp(example, dir, { recursive: true });
  const walk = await startJourney(['--library', dir]);
  await walk.page.getByRole('heading', { level: 1, name: 'Overzicht' }).waitFor();
  return { ...walk, dir, read: () => readFile(join(dir, file), 'utf8') };
}

const journey = it.skipIf(!chromiumPath);

journey(
  'the Overzicht leads to the practices of a stage with the mouse, and to a criterion with the keys',
  async () => {
    const walk = await openExample();
    const { page } = walk;
    const sector = page.getByRole('link', { name: /^3 Weeg/ });
    const count = Number(/(\d+) praktijk/.exec((await sector.getAttribute('aria-label')) ?? '')?.[1]);
    const found = await look(walk, 'overzicht');
    await sector.click();
    await page.locator('.hit').first().waitFor();
    expect(await page.locator('.hit').count()).toBe(count);
    await page.goBack();
    await page.getByRole('grid').getByRole('link', { name: 'Ouderkamer op dinsdagochtend' }).focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
    await page.getByRole('heading', { level: 1, name: 'Weging' }).waitFor();
    expect(await page.locator('.crit[aria-current=true]').getAttribute('data-item')).toBe('checklist.A3');
    expect(found).toEqual([]);
    expect(walk.complaints).toEqual([]);
  },
  patience,
);

journey(
  'a criterion is judged with keys alone, with evidence and a passage, and stands in the file',
  async () => {
    const walk = await openExample();
    const { page, read } = walk;
    await page.goto(`${page.url().split('#')[0]}#/weging/vb-ouderkamer?item=checklist.A6`);
    await page.getByRole('button', { name: /^A6 / }).focus();
    await page.keyboard.press('2');
    await page.getByText(/^Opgeslagen/).waitFor();
    expect(await read()).toMatch(/item: A6\n\s+oordeel: deels\n\s+door: kenniscoördinator/);
    await page.getByLabel('Onderbouwing').focus();
    await page.keyboard.type('Pas na een jaar te zien.');
    await page.keyboard.press('Control+Enter');
    await expect.poll(read).toMatch(/item: A6\n\s+oordeel: deels\n\s+onderbouwing: Pas na een jaar te zien\./);
    await page.getByRole('button', { name: 'Passage aanwijzen' }).focus();
    await page.keyboard.press('Enter');
    for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
    await page.getByRole('button', { name: 'Passage bij A6' }).waitFor();
    await expect.poll(read).toContain('passage: ');
    const found = await look(walk, 'weging');
    await page.getByRole('tab', { name: /^B/ }).click();
    found.push(...(await look(walk, 'weging-delen')));
    expect(found).toEqual([]);
    expect(walk.complaints).toEqual([]);
  },
  patience,
);

journey(
  'words that are dragged over become the passage, and the stage is changed from the same screen',
  async () => {
    const walk = await openExample();
    const { page, read } = walk;
    await page.goto(`${page.url().split('#')[0]}#/weging/vb-ouderkamer?item=checklist.A1`);
    const words = page.locator('.weigh-text [data-chapter] p').nth(1);
    await page.evaluate(async () => void (await document.fonts.ready));
    const box = await words.boundingBox();
    if (!box) throw new Error('the text is not on the screen');
    await page.mouse.move(box.x + 2, box.y + 8);
    await page.mouse.down();
    await page.mouse.move(box.x + 320, box.y + 8, { steps: 16 });
    await page.mouse.up();
    await page.getByRole('button', { name: /Passage aanwijzen|Andere passage/ }).click();
    await page.getByRole('button', { name: 'Waarom, alinea 2' }).waitFor();
    // The screen does not wait for the disk.
    await expect.poll(read).toContain('passage:');
    const passage = /passage: (.+)/.exec(await read())?.[1] ?? '';
    expect((await words.textContent())?.startsWith(passage)).toBe(true);
    expect(passage.split(' ').length).toBeGreaterThan(1);
    await page.getByRole('button', { name: 'Fase wijzigen' }).click();
    await page.locator('.stage-option', { hasText: 'Implementeer' }).click();
    await page.getByRole('button', { name: 'Fase vastleggen' }).click();
    await expect.poll(read).toMatch(/^fase: implementeer$/m);
    expect(walk.complaints).toEqual([]);
  },
  patience,
);

journey(
  'right after opening, the arrows walk the criteria and a number judges the one they reached',
  async () => {
    const { page, dir, complaints } = await openExample();
    await page.evaluate(() => (location.hash = '#/weging/vb-wijkverpleging'));
    await page.getByRole('heading', { level: 1, name: 'Weging' }).waitFor();
    await page.locator('.crit[aria-current=true][data-item="checklist.A1"]').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.locator('.crit[aria-current=true][data-item="checklist.A2"]').waitFor();
    await page.keyboard.press('1');
    const judged = async (): Promise<string[]> => {
      const text = await readFile(join(dir, 'praktijken/leernetwerken-in-de-wijkverpleging.md'), 'utf8');
      return text.match(/A[1-7]/g) ?? [];
    };
    await expect.poll(judged, { timeout: 20_000 }).toEqual(['A2']);
    expect(complaints).toEqual([]);
  },
  patience,
);
