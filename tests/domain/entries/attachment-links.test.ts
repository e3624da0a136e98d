import { describe, expect, test } from 'vitest';
import { attachmentsOf } from '../../../domain/entries/attachment-links.ts';

const paths = (body: string, from = 'map/stuk.md'): string[] => attachmentsOf(from, body).map((places) => places.join(' | '));

describe('the attachments a text names', () => {
  test.each([
    ['a link', '[verslag](verslag.pdf)', ['map/verslag.pdf']],
    ['an embed with a page', '![](bijlagen/verslag.PDF#page=3)', ['map/bijlagen/verslag.PDF']],
    ['a title behind it', '[x](nota.docx "De nota")', ['map/nota.docx']],
    [
      'spaces in it, in every way people write them',
      '[a](<een nota.docx>) [b](twee%20nota.docx) [c](drie nota.docx)',
      ['map/een nota.docx', 'map/twee nota.docx', 'map/drie nota.docx'],
    ],
    ['brackets in it', '[x](verslag (1).pdf) [y](<verslag (2).pdf>)', ['map/verslag (1).pdf', 'map/verslag (2).pdf']],
    ['a definition further on', '[x][1]\n\n[1]: ../nota.docx "titel"', ['nota.docx']],
    ['a wikilink, from the file or from the root', '![[b/verslag.pdf#page=2|Verslag]]', ['map/b/verslag.pdf | b/verslag.pdf']],
    ['the same file twice', '[x](a.pdf) [y](./a.pdf) [[a.pdf]]', ['map/a.pdf']],
    ['several on one line', '[x](a.pdf) en [y](/b.docx)', ['map/a.pdf', 'b.docx']],
  ])('are found with %s', (_, body, expected) => {
    expect(paths(body)).toEqual(expected);
  });

  test.each([
    ['other places', '[x](https://ergens.nl/a.pdf) [y](//host/a.pdf) [z](file:///a.pdf) [d](C:\\a.pdf) [m](mailto:a@b.pdf)'],
    ['outside the kennismap', '[x](../../a.pdf) [[../../a.pdf]] [y](..%2f..%2fa.pdf)'],
    ['closed folders', '[x](.oogst/a.pdf) [y](/.git/a.docx) [z](.verborgen.pdf)'],
    ['other files', '[x](a.docm) [y](a.pdf.exe) [z](a.md) [p](a.png) [q](pdf)'],
    ['no link at all', 'Zie a.pdf en [b.pdf] en (c.docx) en [[d]]'],
  ])('are not: %s', (_, body) => {
    expect(paths(body)).toEqual([]);
  });

  test.each([
    '](a.pdf '.repeat(50_000),
    `](${' '.repeat(490)}.pdf`.repeat(1000),
    `[x](${'('.repeat(100_000)}.pdf`,
    '[[.pdf'.repeat(100_000),
    `[a.pdf${']: '.repeat(99_999)}`,
  ])('are looked for without getting stuck in %.20s…', (body) => {
    expect(paths(body)).toHaveLength(0);
  });
});
