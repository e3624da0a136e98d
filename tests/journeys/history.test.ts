import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { chromiumPath } from '../helpers/chromium.ts';
import { temporaryFolder } from '../helpers/temporary.ts';
import { startJourney } from './library-shell.ts';
import { look } from './looking.ts';
import { moveCursor } from './open-writing.ts';

const text = (id: string, title: string, body: string): string => `---\nid: ${id}\ntitel: ${title}\nsoort: praktijk\n---\n\n## Waarom\n\n${body}\n`;
const files = {
  'praktijken/ouderkamer.md': text('ouderkamer', 'Ouderkamer', 'De deur staat open.'),
  'praktijken/ouderkamer (Conflicted copy PC 202611221015).md': text('ouderkamer', 'Ouderkamer', 'De deur staat altijd open.'),
  'praktijken/leesmaatjes.md': text('leesmaatjes', 'Leesmaatjes', 'Samen lezen.'),
};
const serious = (found: readonly string[]): string[] => found.filter((one) => /^(serious|critical)/.test(one));

describe.skipIf(!chromiumPath)('what was, in a real browser', () => {
  test('is changed, compared, put back, merged, thrown away and brought back with the keyboard', async () => {
    const dir = await temporaryFolder(files);
    const walk = await startJourney(['--library', dir]);
    const { page } = walk;
    const read = (path: string): Promise<string> => readFile(join(dir, path), 'utf8');
    const go = (hash: string): Promise<void> => page.evaluate((to) => void (location.hash = to), hash);
    const ouderkamer = 'praktijken/ouderkamer.md';

    // Changing leaves a version; it is compared word by word and put back.
    await go('#/stuk/ouderkamer');
    await page.getByRole('heading', { level: 1, name: 'Ouderkamer' }).waitFor();
    await page.keyboard.press('F2');
    await page.getByRole('textbox', { name: /^Tekst van/ }).waitFor();
    await moveCursor(page, 'Control+End');
    await page.keyboard.type('Ook op vrijdag.');
    await page.keyboard.press('Control+s');
    await expect.poll(() => read(ouderkamer)).toContain('Ook op vrijdag.');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Bewerken/ }).waitFor();
    await go('#/versies/ouderkamer');
    await page.locator('ins', { hasText: 'vrijdag' }).waitFor();
    expect(serious(await look(walk, 'versies'))).toEqual([]);
    await page.getByRole('button', { name: 'Deze versie terugzetten' }).press('Enter');
    await expect.poll(() => read(ouderkamer)).toBe(files[ouderkamer]);
    await page.getByText('De eerdere versie staat terug').waitFor();
    await page.locator('#inhoud').focus();
    await page.keyboard.press('Control+z');
    await expect.poll(() => read(ouderkamer)).toContain('Ook op vrijdag.');

    // The copy a sync program left is merged into the write-up.
    await go('#/stuk/ouderkamer');
    await page.getByRole('heading', { level: 1, name: 'Ouderkamer' }).waitFor();
    await page.getByRole('link', { name: 'Vergelijken en samenvoegen' }).press('Enter');
    await page
      .getByRole('radio', { name: /^Kopie/ })
      .first()
      .waitFor();
    expect(serious(await look(walk, 'samenvoegen'))).toEqual([]);
    for (const side of await page.getByRole('radio', { name: /^Kopie/ }).all()) await side.press('Space');
    await page.getByRole('button', { name: 'Samenvoegen' }).press('Enter');
    await expect.poll(() => read(ouderkamer)).toContain('altijd open');
    await page.getByText('De twee zijn samengevoegd').waitFor();
    await page.getByRole('button', { name: /^Bewerken/ }).waitFor();

    // Thrown away and brought back.
    await go('#/stuk/leesmaatjes');
    await page.getByRole('heading', { level: 1, name: 'Leesmaatjes' }).waitFor();
    await page.getByRole('button', { name: 'Meer' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Naar de prullenbak' }).press('Enter');
    await page.getByText('ligt in de prullenbak').waitFor();
    await go('#/prullenbak');
    await page.getByRole('button', { name: 'Terughalen: Leesmaatjes' }).waitFor();
    expect(serious(await look(walk, 'prullenbak'))).toEqual([]);
    await page.getByRole('button', { name: 'Terughalen: Leesmaatjes' }).press('Enter');
    await expect.poll(() => read('praktijken/leesmaatjes.md').catch(() => '')).toBe(files['praktijken/leesmaatjes.md']);
    expect(walk.complaints).toEqual([]);
  }, 120_000);

  test('many files that vanish at once stay on the list, and come back from what was kept', async () => {
    const dir = await temporaryFolder(
      Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`map/s${n}.md`, text(`s${n}`, `Stuk ${n}`, 'tekst')])),
    );
    const walk = await startJourney(['--library', dir]);
    const { page } = walk;
    await page.getByRole('navigation').first().waitFor();
    const kept = async (): Promise<number> =>
      (await readdir(join(walk.home, 'profiel/versies'), { recursive: true }).catch(() => [])).filter((name) => name.endsWith('.jsonl')).length;
    await expect.poll(kept, { timeout: 20_000 }).toBe(12);
    await rm(join(dir, 'map'), { recursive: true });
    await page.getByText('12 stukken zijn niet te vinden').waitFor({ timeout: 20_000 });
    expect(serious(await look(walk, 'verdwenen'))).toEqual([]);
    await page.getByRole('link', { name: 'Terughalen' }).press('Enter');
    await page.getByRole('button', { name: 'Alles terughalen' }).press('Enter');
    await expect.poll(async () => (await readdir(join(dir, 'map')).catch(() => [])).length, { timeout: 20_000 }).toBe(12);
    await writeFile(join(dir, 'map/s0.md'), text('s0', 'Stuk 0', 'van buiten'));
    await expect.poll(() => page.getByText('niet te vinden').count(), { timeout: 20_000 }).toBe(0);
    expect(walk.complaints).toEqual([]);
  }, 120_000);
});
