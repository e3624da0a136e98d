import { cp, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { chromiumPath } from '../helpers/chromium.ts';
import { temporaryFolder } from '../helpers/temporary.ts';
import { startJourney } from './library-shell.ts';
import { look } from './looking.ts';

const example = resolve(import.meta.dirname, '../../resources/voorbeeld');
const file = {
  schema: 'oogst-reflectie',
  version: 1,
  bundle: { title: 'Ouders als partner', made: '2026-11-20T12:00:00Z' },
  session: 'vb-studiedag-ouders',
  team: 'Team Zuid',
  answers: [{ practice: 'vb-ouderkamer', mark: 8, elements: [{ text: 'iemand zonder agenda', take: 'ja' }], steps: 'Morgen bellen' }],
  saved: '2026-11-20T15:00:00Z',
};

it.skipIf(!chromiumPath)(
  'a reflection file goes through import into the figures of its practice',
  async () => {
    const dir = join(await temporaryFolder(), 'kennis');
    await cp(example, dir, { recursive: true });
    const walk = await startJourney(['--library', dir]);
    const { page } = walk;
    await writeFile(join(walk.home, 'team-zuid.json'), JSON.stringify(file));
    await page.getByRole('link', { name: 'Importeren' }).click();
    await page.getByRole('button', { name: 'Kies een map' }).click();
    await page.getByRole('button', { name: /^Kies “/ }).click();
    await page.getByRole('button', { name: '1 reflectie inlezen' }).waitFor();
    const found = await look(walk, 'reflecties-inlezen');
    await page.getByRole('button', { name: '1 reflectie inlezen' }).click();
    await page.getByText('1 reflectie ingelezen').waitFor();
    await page.goto(`${page.url().split('#')[0] ?? ''}#/stuk/vb-ouderkamer`);
    await page.getByText('2 reflecties, gemiddeld een 6', { exact: true }).waitFor();
    await page.getByText('Elementen', { exact: true }).click();
    await page.getByText('iemand zonder agenda: 2 ja').scrollIntoViewIfNeeded();
    found.push(...(await look(walk, 'reflecties-kantlijn')));
    await page.getByRole('button', { name: 'Reflectie invullen' }).click();
    await page.getByRole('dialog').waitFor();
    found.push(...(await look(walk, 'reflectie-invullen')));
    expect(found).toEqual([]);
    expect(walk.complaints).toEqual([]);
  },
  180_000,
);
