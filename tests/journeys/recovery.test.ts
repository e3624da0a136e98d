import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { chromiumPath } from '../helpers/chromium.ts';
import { startJourney } from './library-shell.ts';
import { look } from './looking.ts';
import { openWriting } from './open-writing.ts';

/** What may be lost of the typing before a power cut, milliseconds. */
const bound = 2000;
const words = Array.from({ length: 80 }, (_, n) => `woord${n} `);

it.skipIf(!chromiumPath)(
  'C10: what was being typed when the power went is offered at the next start, at most two seconds of it gone',
  async () => {
    const writing = await openWriting('## Waarom\n\nOmdat het kon.\n');
    const before = await writing.read();
    await writing.page.keyboard.press('Control+End');
    // Somebody who does not stop: nothing is saved by itself.
    const typed: { at: number; word: string }[] = [];
    let going = true;
    const typing = (async () => {
      for (const word of words) {
        if (!going) return;
        await writing.page.keyboard.type(word);
        typed.push({ at: Date.now(), word });
        await pause(60);
      }
    })();
    await pause(4500);
    const cut = Date.now();
    await writing.kill();
    going = false;
    await typing;
    await writing.page.context().browser()?.close();
    expect(await writing.read()).toBe(before);

    const walk = await startJourney(['--library', writing.dir], writing.home);
    const { page } = walk;
    await page.getByText('Niet-opgeslagen werk teruggevonden.').waitFor();
    expect(await look(walk, 'teruggevonden')).toEqual([]);
    await page.getByRole('link', { name: 'Bekijk' }).press('Enter');
    await page.getByRole('button', { name: 'Terugzetten' }).press('Enter');
    await page.locator('.ink-text').getByText('woord0').waitFor();
    await page.locator('.ink-text').focus();
    await page.keyboard.press('Control+s');
    await expect.poll(() => readFile(join(writing.dir, 'praktijken/rustplek.md'), 'utf8')).toContain('woord0');
    const after = await writing.read();
    expect(after.startsWith(before.trimEnd())).toBe(true);
    const mustBeThere = typed.filter(({ at }) => at <= cut - bound).map(({ word }) => word);
    expect(mustBeThere.length).toBeGreaterThan(10);
    expect(after).toContain(mustBeThere.join('').trim());
  },
  120_000,
);
