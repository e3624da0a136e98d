import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { chromiumPath } from '../helpers/chromium.ts';
import { look } from './looking.ts';
import { openWriting, pasteInto, smallPicture, type Writing } from './open-writing.ts';

const fragment = `<html><body><!--StartFragment--><p class=MsoNormal>Wat je <b>nodig</b> hebt:<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>kussens</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>een lamp</p><!--EndFragment--></body></html>`;

/** Drops a picture behind the words the pointer is at. */
async function dropPicture({ page }: Writing, words: string): Promise<void> {
  const box = await page.locator('.ink-text').getByText(words).boundingBox();
  if (!box) throw new Error(`${words} is not on the screen`);
  await page.evaluate(
    ({ x, y, base64 }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], 'gang.png', { type: 'image/png' }));
      const options = { dataTransfer, clientX: x, clientY: y, bubbles: true, cancelable: true };
      document.querySelector('.ink-text')?.dispatchEvent(new DragEvent('drop', options));
    },
    { x: box.x + 4, y: box.y + box.height / 2, base64: smallPicture },
  );
}

/** Writes the four parts with keys alone. */
async function writeParts({ page }: Writing): Promise<void> {
  for (const [part, words] of [
    ['Waarom', 'Kinderen zochten rust. Die was er niet.'],
    ['Hoe', 'Wij begonnen klein, met één gang.'],
    ['Wat', 'Een plek met licht en zonder geluid.'],
    ['Tips', 'Vraag het de kinderen zelf.'],
  ] as const) {
    await page.keyboard.type(`## ${part}`);
    await page.keyboard.press('Enter');
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
  }
}

it.skipIf(!chromiumPath)(
  'a whole practice is written with keys alone, takes a piece of Word and a picture, is judged on seven criteria and saved',
  async () => {
    const walk = await openWriting('');
    const { page, written } = walk;
    const found: string[] = [];
    await writeParts(walk);
    await pasteInto(walk, { html: fragment });
    const text =
      '## Waarom\n\nKinderen zochten rust. Die was er niet.\n\n## Hoe\n\nWij begonnen klein, met één gang.\n\n## Wat\n\nEen plek met licht en zonder geluid.\n\n## Tips\n\nVraag het de kinderen zelf.\n\nWat je **nodig** hebt:\n\n- kussens\n- een lamp\n';
    await written(text);
    found.push(...(await look(walk, 'praktijk-schrijven')));
    await dropPicture(walk, 'Wij begonnen klein');
    const dialog = page.getByRole('dialog', { name: 'Plaatje invoegen' });
    await dialog.getByLabel('Wat is er te zien?').waitFor();
    await page.keyboard.type('De gang');
    found.push(...(await look(walk, 'praktijk-plaatje')));
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await written(text.replace('Wij begonnen', '![De gang](rustplek.bijlagen/gang.png)Wij begonnen'));
    expect(await readFile(join(walk.dir, 'praktijken/rustplek.bijlagen/gang.png'), 'base64')).toBe(smallPicture);

    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Bewerken', exact: true }).waitFor();
    await page.goto(`${page.url().split('#')[0]}#/weging/rustplek?item=checklist.A1`);
    await page.getByRole('heading', { level: 1, name: 'Weging' }).waitFor();
    for (let n = 1; n <= 7; n++) {
      await page.getByRole('button', { name: new RegExp(`^A${n} `) }).focus();
      await page.keyboard.press(String(((n - 1) % 4) + 1));
      await expect.poll(walk.read).toMatch(new RegExp(`item: A${n}\\n`));
    }
    found.push(...(await look(walk, 'praktijk-weging')));
    const file = await walk.read();
    expect(file.match(/^ +oordeel: /gm)).toHaveLength(7);
    expect(file.endsWith(text.replace('Wij begonnen', '![De gang](rustplek.bijlagen/gang.png)Wij begonnen'))).toBe(true);
    expect(found).toEqual([]);
    expect(walk.complaints).toEqual([]);
  },
  180_000,
);
