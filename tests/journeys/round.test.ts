import axe from 'axe-core';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { readReflection } from '../../domain/bundle/reflection.ts';
import { chromiumPath, launchChromium } from '../helpers/chromium.ts';
import { openServices, resources } from '../helpers/open-services.ts';
import { temporaryFolder } from '../helpers/temporary.ts';
import { unzipped } from '../helpers/zip.ts';

it.skipIf(!chromiumPath)(
  'what a reader answers in the bundle comes back into the figures of the practice',
  async () => {
    const dir = join(await temporaryFolder(), 'kennis');
    await cp(join(resources, 'voorbeeld'), dir, { recursive: true });
    const { call } = await openServices({}, { dir });
    const before = await call('reflections.figures', { practice: 'vb-startgesprek' });
    const place = await temporaryFolder();
    const out = join(place, 'b.zip');
    const order = {
      title: 'Studiedag',
      ids: ['vb-startgesprek', 'vb-koffie-poort'],
      session: 'vb-studiedag-ouders',
      audience: 'intern',
      out,
    } as const;
    await call('bundles.export', { ...order, ids: [...order.ids] });
    for (const [path, bytes] of await unzipped(await readFile(out))) {
      await mkdir(dirname(join(place, path)), { recursive: true });
      await writeFile(join(place, path), bytes);
    }
    const browser = await launchChromium();
    onTestFinished(() => browser.close());
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const wrong: string[] = [];
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
    page.on('pageerror', (error) => wrong.push(error.message));
    await page.goto(pathToFileURL(join(place, 'index.html')).href);
    await page
      .getByRole('link', { name: /^Startgesprek met de leerling/ })
      .first()
      .click();
    const form = page.getByRole('region', { name: 'Vertalen naar je eigen praktijk' });
    await form.getByRole('radio', { name: '8', exact: true }).check();
    await form.getByLabel('Hier zijn we sterk in').fill('De leerling zit al aan tafel.');
    await form.getByRole('radio', { name: 'neem ik mee' }).first().check();
    await form.getByLabel('Onze eerste stap').fill('Morgen twee leerlingen vragen.');
    await form.getByLabel('Team of school (mag leeg)').fill('Team Noord');
    await page.evaluate(axe.source);
    const found = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] }));
    expect(found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual([]);
    const [saved] = await Promise.all([page.waitForEvent('download'), form.getByRole('button', { name: 'Antwoorden bewaren' }).click()]);
    expect(saved.suggestedFilename()).toBe('reflectie Team Noord.json');
    await form.getByText('Bewaard als bestand.').waitFor();
    const file = join(place, 'reflectie.json');
    await saved.saveAs(file);
    expect(readReflection(await readFile(file, 'utf8'))).toMatchObject({
      session: 'vb-studiedag-ouders',
      team: 'Team Noord',
      answers: [{ practice: 'vb-startgesprek', mark: 8, elements: [{ take: 'ja' }], steps: 'Morgen twee leerlingen vragen.' }],
    });
    for (let times = 0; times < 2; times++) await call('reflections.import', { sources: [file] });
    const after = await call('reflections.figures', { practice: 'vb-startgesprek' });
    expect(JSON.stringify(after)).toContain('Morgen twee leerlingen vragen.');
    expect(JSON.stringify(before)).not.toContain('Morgen twee leerlingen vragen.');
    expect(wrong).toEqual([]);
  },
  120_000,
);
