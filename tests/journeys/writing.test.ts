import { expect, it } from 'vitest';
import { chromiumPath } from '../helpers/chromium.ts';
import { look } from './looking.ts';
import { head, moveCursor, openWriting } from './open-writing.ts';

const patience = 120_000;
const body = `# Rustplek

Een _plek_ zonder geluid, zie [[Ouderkamer]].

* kussens
* een lamp

<details>
<summary>Meer</summary>
</details>

| Wat | Wie |
|:----|----:|
| licht | conciërge |

1) eerst
2) dan
`;

const journey = it.skipIf(!chromiumPath);

journey(
  'what is typed in the made-up text changes its own lines in the file and no other',
  async () => {
    const walk = await openWriting(body);
    const { page, written } = walk;
    await page.getByText('zonder geluid').click();
    await moveCursor(page, 'End');
    await page.keyboard.type(' Twee * drie.');
    const typed = body.replace('[[Ouderkamer]].', '[[Ouderkamer]]. Twee * drie.');
    await written(typed);
    await page.getByText('een lamp').click();
    await moveCursor(page, 'End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('een kleed');
    const listed = typed.replace('* een lamp\n', '* een lamp\n* een kleed\n');
    await written(listed);
    await page.getByText('conciërge').click();
    await page.getByRole('button', { name: 'Rij erachter' }).click();
    await page.keyboard.press('Tab');
    await page.keyboard.type('stilte');
    await expect.poll(walk.read, { timeout: 8000 }).toContain('stilte');
    const found = await look(walk, 'opmaak');
    expect(found).toEqual([]);
    for (let n = 0; n < 12; n++) await page.keyboard.press('Control+z');
    await written(body);
    expect(await walk.read()).toBe(head + body);
    expect(walk.complaints).toEqual([]);
  },
  patience,
);

journey(
  'a text is written with keys alone: headings, a list, a task, a link to another write-up',
  async () => {
    const { page, written, complaints } = await openWriting('');
    await page.getByRole('textbox', { name: /^Tekst van/ }).focus();
    await page.keyboard.type('## Waarom');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Omdat het moet, zie [[ouderk');
    await page.getByRole('option', { name: 'Ouderkamer op dinsdag' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('- een');
    await page.keyboard.press('Enter');
    await page.keyboard.type('twee');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Klaar: 1. niet_dit');
    await written('## Waarom\n\nOmdat het moet, zie [[Ouderkamer op dinsdag]]\n\n- een\n- twee\n\nKlaar: 1. niet_dit\n');
    await page.keyboard.press('Shift+Home');
    // The editor hears of a selection a moment later; nobody is at the toolbar sooner.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    await page
      .getByRole('toolbar')
      .getByRole('button', { name: /^Ongedaan/ })
      .focus();
    for (let n = 0; n < 5; n++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await written('## Waarom\n\nOmdat het moet, zie [[Ouderkamer op dinsdag]]\n\n- een\n- twee\n\n**Klaar: 1. niet_dit**\n');
    expect(complaints).toEqual([]);
  },
  patience,
);

journey(
  'what was copied from Word comes in as text, a list and a table, without its make-up',
  async () => {
    const { page, written, complaints } = await openWriting('');
    await page.getByRole('textbox', { name: /^Tekst van/ }).focus();
    await page.evaluate(() => {
      const html = `<html><head><style>p{color:red}</style></head><body><!--StartFragment--><p class=MsoNormal style='margin:0'><b>Vet</b> en gewoon<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>eerste punt</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>tweede punt</p>
<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table><script>alert(1)</script><!--EndFragment--></body></html>`;
      const data = new DataTransfer();
      data.setData('text/html', html);
      document.querySelector('.ink-text')?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await written('**Vet** en gewoon\n\n- eerste punt\n- tweede punt\n\n| a | b |\n| --- | --- |\n| c | d |\n');
    expect(complaints).toEqual([]);
  },
  patience,
);
