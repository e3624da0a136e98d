import { expect, it } from 'vitest';
import { chromiumPath } from '../helpers/chromium.ts';
import { moveCursor, openWriting, pasteInto, smallPicture } from './open-writing.ts';

const journey = it.skipIf(!chromiumPath);

const item = (level: number, sign: string, words: string): string =>
  `<p class=MsoListParagraphCxSpMiddle style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l1 level${level} lfo2'><![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>${words}<o:p></o:p></p>`;

const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]--><style><!-- p.MsoNormal {color:red} --></style></head><body lang=NL><!--StartFragment-->
<h2 style='mso-style:1'>Aanpak<o:p></o:p></h2>
<p class=MsoNormal>Zij zei: “dat werkt”<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]>[1]<![endif]></span></span></a> — en <del cite="mailto:x" datetime="2026-01-01">niet</del><ins cite="mailto:x" datetime="2026-01-01"><i>wel</i></ins> altijd.<span style='mso-comment-continuation:1'><span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[A1]</a></span></span><o:p>&nbsp;</o:p></p>
${item(1, '·', 'licht')}${item(2, 'o', 'lamp')}${item(1, '·', 'geluid')}
<p class=MsoNormal>Daarna:</p>
${item(1, '1.', 'een')}${item(1, '2.', 'twee')}
<table class=MsoTableGrid border=1><tr><td width=200 valign=top><p class=MsoNormal><b>Wat</b><o:p></o:p></p></td><td><p class=MsoNormal>Wie</p></td></tr><tr><td><p class=MsoNormal>lamp</p></td><td><p class=MsoNormal>&nbsp;</p></td></tr></table>
<!--EndFragment--><div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a> Gesprek van <b>mei</b>.<o:p></o:p></p></div></div>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>Klopt dit?</p></div></div></body></html>`;

journey(
  'what is copied from Word comes in whole and clean: lists in lists, a table, notes, and changes as they were accepted',
  async () => {
    const { written, complaints, ...walk } = await openWriting('Begin[^1]\n\n[^1]: Er was er al een.\n');
    await walk.page.getByText('Begin').click();
    await moveCursor(walk.page, 'End');
    await walk.page.keyboard.press('Enter');
    await pasteInto({ ...walk, complaints }, { html: word });
    await written(
      [
        'Begin[^1]\n\n## Aanpak\n\nZij zei: “dat werkt”[^2] — en *wel* altijd.\n\n- licht\n  - lamp\n- geluid\n\nDaarna:\n\n1. een\n2. twee\n',
        '| **Wat** | Wie |\n| --- | --- |\n| lamp |  |\n',
        '[^2]: Gesprek van **mei**.\n\n[^1]: Er was er al een.\n',
      ].join('\n'),
    );
    expect(complaints).toEqual([]);
  },
  120_000,
);

journey(
  'what is copied from Google Docs and from a web page comes in without make-up, and its pictures are asked for or named',
  async () => {
    const walk = await openWriting('');
    const { page, written } = walk;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.getByRole('textbox', { name: /^Tekst van/ }).focus();
    await pasteInto(walk, {
      html: `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38"><span style="font-size:11pt;font-weight:700;">Vet</span><span style="font-weight:400;"> en </span><span style="font-style:italic;font-weight:400">schuin</span></p><ul style="margin:0"><li dir="ltr" aria-level="1"><p role="presentation"><span>een</span></p></li><li dir="ltr" aria-level="1"><p><span>twee</span></p></li></ul></b><p>Zie <a href="https://example.org/a?b=c" onclick="x()" style="color:red">hier</a>.<img src="https://elders.nl/volg.gif"></p><script>alert(1)</script><p>Klaar<img src="data:image/png;base64,${smallPicture}"></p>`,
    });
    await page.getByText('1 plaatje kwam niet mee met het plakken.', { exact: false }).waitFor();
    const dialog = page.getByRole('dialog', { name: 'Plaatje invoegen' });
    await dialog.getByLabel('Wat is er te zien?').fill('Stip');
    await dialog.getByRole('button', { name: 'Invoegen' }).click();
    await written(
      '**Vet** en *schuin*\n\n- een\n- twee\n\nZie [hier](https://example.org/a?b=c).\n\nKlaar![Stip](rustplek.bijlagen/plaatje-1.png)\n',
    );
    expect(asked.filter((url) => url.includes('elders'))).toEqual([]);
    expect(walk.complaints).toEqual([]);
  },
  120_000,
);
