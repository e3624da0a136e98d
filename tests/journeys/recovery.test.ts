import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { chromiumPath } from '../helpers/chromium.ts';
import { startJourney } from './library-shell.ts';
import { look } from './looking.ts';
import { moveCursor, openWriting } from './open-writing.ts';

/** More than anybody types in this test: the typing goes on until the power goes. */
const words = Array.from({ length: 2000 }, (_, n) => `woord${n} `);

/** What lies in the profile of the text that is being typed. */
async function kept(home: string): Promise<string> {
  const dir = join(home, 'profiel', 'concepten');
  const names = (await readdir(dir).catch(() => [])).filter((name) => name.endsWith('.json'));
  return (await Promise.all(names.map((name) => readFile(join(dir, name), 'utf8').catch(() => '')))).join('\n');
}

it.skipIf(!chromiumPath)(
  'C10: what is typed without a pause is kept while the typing goes on, and offered at the next start when the power goes',
  async () => {
    const writing = await openWriting('## Waarom\n\nOmdat het kon.\n');
    const before = await writing.read();
    await moveCursor(writing.page, 'Control+End');
    // Somebody who does not stop: nothing is saved by itself.
    let typed = 0;
    let going = true;
    const typing = (async () => {
      for (const word of words) {
        if (!going) return;
        await writing.page.keyboard.type(word);
        typed++;
        await pause(60);
      }
    })();
    await expect.poll(() => kept(writing.home)).toContain('woord10 ');
    const there = Math.max(...[...(await kept(writing.home)).matchAll(/woord(\d+) /g)].map(([, n]) => Number(n)));
    expect(typed).toBeLessThan(words.length);
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
    expect(after).toContain(
      words
        .slice(0, there + 1)
        .join('')
        .trim(),
    );
  },
  120_000,
);
