import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { chromiumPath } from '../helpers/chromium.ts';
import { temporaryFolder } from '../helpers/temporary.ts';
import { startJourney } from './library-shell.ts';
import { look } from './looking.ts';

const patience = 180_000;
const template =
  '---\nsjabloon: Schoolbezoek\nuitleg: Voor wie meeschrijft.\nsoort: praktijk\nregio: Noord\n---\n\n<!-- Vraag eerst of het mag. -->\n\n## Waarom\n\n## Tips\n';
const question = '---\nid: vraag-rust\nsoort: vraag\ntitel: Hoe krijgen we rust in de gang?\n---\n\n## De vraag\n';
const older = '---\nid: ouder\nsoort: praktijk\ntitel: Ouderkamer\neigenaar: Intern begeleider\ntrefwoorden: [prikkels]\n---\n';

async function library(): Promise<string> {
  const dir = join(await temporaryFolder(), 'kennis');
  for (const [path, text] of [
    ['.oogst/sjablonen/schoolbezoek.md', template],
    ['vragen/rust.md', question],
    ['praktijken/ouder.md', older],
  ] as const) {
    await mkdir(join(dir, path, '..'), { recursive: true });
    await writeFile(join(dir, path), text);
  }
  return dir;
}

/** Walks with Tab until the focus is on what has this name. */
async function tabTo(page: Page, name: RegExp, back = false): Promise<void> {
  for (let n = 0; n < 120; n++) {
    const found = await page.evaluate(() => {
      const element = document.activeElement;
      const labels =
        element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement ? element.labels : null;
      return (labels?.[0]?.textContent || element?.getAttribute('aria-label') || element?.textContent || '').trim().slice(0, 200);
    });
    if (name.test(found)) return;
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
  }
  throw new Error(`${String(name)} is not reached with Tab`);
}

async function makeFromTemplate(page: Page): Promise<void> {
  await page.keyboard.press('Alt+n');
  await page.getByRole('dialog').waitFor();
  await page.getByLabel('Begin met').waitFor();
  await page.keyboard.type('Rustplek in de gang');
  await tabTo(page, /^Begin met$/, true);
  await page.keyboard.type('School');
  await tabTo(page, /^Maken/);
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: /^Tekst van Rustplek/ }).waitFor();
}

async function answerFour(page: Page): Promise<void> {
  await page.keyboard.press('F4');
  const asked = page.getByRole('region', { name: 'Interview' });
  await asked.getByRole('textbox', { name: 'Wat is het doel?' }).waitFor();
  for (const answer of ['Rust voor wie het nodig heeft.', 'Leerlingen liepen vast.', 'Iedereen hoort erbij.']) {
    await page.keyboard.type(answer);
    await page.keyboard.press('Control+Enter');
  }
  await asked.getByRole('textbox', { name: 'Welk proces ging eraan vooraf?' }).waitFor();
  await page.keyboard.type('Een jaar proberen.');
}

async function fillIn(page: Page): Promise<void> {
  const line = (key: string) => page.locator(`[data-field="${key}"]`);
  await tabTo(page, /^Samenvatting$/);
  await page.keyboard.type('Een hoek zonder geluid.');
  await tabTo(page, /^Afloop$/);
  await page.keyboard.type('Werkt d');
  await tabTo(page, /^Uitvoering, management/);
  await page.keyboard.press('Space');
  await tabTo(page, /^Beantwoordt vraag$/);
  await page.keyboard.type('rust');
  await line('beantwoordt').getByRole('option').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await tabTo(page, /^Toevoegen aan Trefwoorden$/);
  await page.keyboard.type('prik');
  await line('trefwoorden').getByRole('option', { name: 'prikkels' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.type('stilte');
  await page.keyboard.press('Enter');
  await tabTo(page, /^Eigenaar$/);
  await page.keyboard.type('intern');
  await line('eigenaar').getByRole('option').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await tabTo(page, /^Herzien vóór$/);
  await page.keyboard.type('1 maart 2027');
  await tabTo(page, /^Vertrouwelijk$/);
  await page.keyboard.press('Space');
}

const head = `status: concept
datum: '*'
delen: intern
regio: Noord
samenvatting: Een hoek zonder geluid.
afloop: deels
perspectieven:
  - uitvoering
beantwoordt:
  - vraag-rust
trefwoorden:
  - prikkels
  - stilte
eigenaar: Intern begeleider
herzien_voor: '2027-03-01'
vertrouwelijk: true
`;
const body = `
## Waarom

### Doel

Rust voor wie het nodig heeft.

### Behoefte

Leerlingen liepen vast.

### Verandering

Iedereen hoort erbij.

## Hoe

### Voorgeschiedenis

Een jaar proberen.

## Tips
`;

it.skipIf(!chromiumPath)(
  'a practice is made from a template, asked about and filled in with keys alone',
  async () => {
    const dir = await library();
    const walk = await startJourney(['--library', dir]);
    const { page } = walk;
    await page.getByRole('heading', { level: 1, name: 'Overzicht' }).waitFor();
    await makeFromTemplate(page);
    const found = await look(walk, 'nieuw-stuk');
    await answerFour(page);
    found.push(...(await look(walk, 'interview')));
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: /^Tekst van Rustplek/ }).waitFor();
    await tabTo(page, /^Vragen$/);
    await page.keyboard.press('ArrowRight');
    await fillIn(page);
    await page.keyboard.press('Control+s');
    const file = join(dir, 'praktijken', (await readdir(join(dir, 'praktijken'))).find((name) => name.startsWith('rustplek')) ?? '');
    const text = async (): Promise<string> =>
      (await readFile(file, 'utf8')).replace(/^[^]*?titel: Rustplek in de gang\n/, '').replace(/^datum: .*$/m, "datum: '*'");
    await expect.poll(text, { timeout: 8000 }).toBe(`${head}---\n${body}`);
    await page.getByRole('status').filter({ hasText: 'Opgeslagen' }).waitFor();
    found.push(...(await look(walk, 'gegevens')));
    expect(found).toEqual([]);
    expect(walk.complaints).toEqual([]);
  },
  patience,
);
