import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { getDocumentProxy } from 'unpdf';
import { exported, layersOf } from '../helpers/exported.ts';
import { openServices } from '../helpers/open-services.ts';
import { openTypesetter } from '../helpers/pdf.ts';
import type { ReaderData } from '../../domain/bundle/reader-data.ts';
import { readerDataId } from '../../domain/bundle/reader-data.ts';
import { plainStyle } from '../../domain/bundle/house-style.ts';
import { readerPage } from '../../main/bundles/reader-page.ts';
import { join } from 'node:path';
import { root } from '../helpers/project.ts';

const shared = 'delen: openbaar\ntoestemming: verkregen\n';

describe('the data in the page of the reader', () => {
  const pieces = fc.constantFrom(
    '</script>',
    '</SCRIPT ',
    '<!--',
    '-->',
    '<script>',
    ']]>',
    '\u2028',
    '\u2029',
    '&lt;',
    '\\u003c',
    '\\',
    '"',
    '\0',
    '\ud800',
    '<',
    'a',
  );
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 8 }).map((all) => all.join('')),
    fc.string({ unit: 'binary', maxLength: 30 }),
  );

  test('P11: is read back as it was put in, and never ends its element or breaks a line of script, whatever the texts are', async () => {
    await fc.assert(
      fc.asyncProperty(texts, texts, texts, async (title, heading, value) => {
        const data = {
          title,
          made: '2026-11-26',
          audience: 'intern',
          cards: [],
          kinds: [],
          fields: [],
          entries: [],
          synonyms: [[heading, value]],
        } satisfies ReaderData;
        const page = await readerPage(data, join(root, 'out/reader'), plainStyle);
        const island = page.slice(page.indexOf(`id="${readerDataId}">`) + `id="${readerDataId}">`.length);
        const inside = island.slice(0, island.indexOf('</script>'));
        expect(inside).not.toMatch(/[<\u2028\u2029]/);
        expect(JSON.parse(inside)).toEqual(data);
        // One script for the texts, one for the reader, and both end where they should.
        expect(page.match(/<\/script/gi)).toHaveLength(2);
        expect(page.slice(0, page.indexOf(`id="${readerDataId}">`)).match(/<script/gi)).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
  });
});

// P12, every kind of cell by itself: tests/main/bundles/overview-file.test.ts.
test('P12: no line of the overview in a bundle of hostile write-ups begins a formula', async () => {
  const titles = ['=cmd|calc', ' =1+1', '\u00a0=1+1', '@SOM(A1)', '+31', '-1', 'goed\n=fout', '\t=1'];
  const files = Object.fromEntries(
    titles.map((title, n) => [
      `${n}.md`,
      `---\nid: s${n}\nsoort: praktijk\ntitel: ${JSON.stringify(title)}\nsamenvatting: ${JSON.stringify(title)}\n${shared}---\n\n## Waarom\n\nTekst.\n`,
    ]),
  );
  const { zip } = await exported(
    await openServices(files),
    titles.map((_, n) => `s${n}`),
    { products: ['overzicht'] },
  );
  const text = zip.get('producten/overzicht/overzicht.csv')?.toString('utf8').slice(1) ?? '';
  const cells = [...text.matchAll(/(?<=^|;|\n)(?:"((?:[^"]|"")*)"|([^;"\r\n]*))(?=;|\r\n|$)/g)].map((found) => found[1] ?? found[2] ?? '');
  expect(cells.filter((cell) => cell.includes('cmd|calc')).length).toBeGreaterThan(0);
  expect(cells.flatMap((cell) => cell.split(/\r\n|\r|\n/)).filter((line) => /^[\s\u200b\ufeff]*[=+\-@＝]/.test(line))).toEqual([]);
});

describe('a PDF of a hostile practice', { timeout: 120_000 }, () => {
  const own = 'https://voorbeeld.example/eigen?a=1&b=(2)';
  const links = [
    'javascript:app.alert(1)',
    'JaVaScRiPt:app.alert(1)',
    'file:///etc/passwd',
    'data:text/html,<script>1</script>',
    'vbscript:x',
    '\\\\server\\deel\\kwaad.exe',
    '//evil.example/x',
    'ms-msdt:/id',
    'smb://evil.example/x',
  ];
  const body = [
    '## Waarom',
    ...links.map((link, n) => `[klik ${n}](<${link}>) <${link}>`),
    `[eigen](<${own}>)`,
    '<script>app.alert(1)</script><a href="javascript:app.alert(1)">x</a><iframe src="https://evil.example/"></iframe>',
    '![x](https://evil.example/volg.png) ![y](file:///etc/passwd)',
    '/JavaScript /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> endobj',
    '#link("javascript:1")[klik] #read("/etc/passwd") #image("https://evil.example/x.png") #import "@preview/x:1.0.0"',
    '[^1]\n\n[^1]: [noot](javascript:app.alert(2))',
  ].join('\n\n');
  const files = {
    'a.md': `---\nid: a\nsoort: praktijk\ntitel: '#link("javascript:1")[titel]'\nsamenvatting: '[x](javascript:1)'\ncontact: 'javascript:app.alert(3)'\nbronnen: [b]\n${shared}---\n\n${body}\n`,
    'b.md': `---\nid: b\nsoort: bron\ntitel: Bron\nlink: javascript:app.alert(4)\n${shared}---\n\n## Inhoud\n\nTekst.\n`,
    'dag.md': `---\nid: dag\nsoort: sessie\ntitel: Studiedag\n${shared}---\n\n## Doel\n\n${body}\n`,
  };

  it('P14: has nothing that runs, holds no files, and leads nowhere but to the addresses of the text', async () => {
    const { zip } = await exported(await openServices(files, { typesetter: openTypesetter() }), ['a', 'b', 'dag']);
    const pdfs = [...zip].filter(([path]) => path.endsWith('.pdf'));
    expect(pdfs.length).toBeGreaterThan(4);
    const addresses = new Set<string>();
    for (const [path, bytes] of pdfs) {
      const raw = [...(await layersOf(path, bytes))].filter(([name]) => name === path || /> stream \d+$/.test(name));
      for (const [name, layer] of raw) {
        const names = [
          ...layer
            .toString('latin1')
            .matchAll(/\/(JavaScript|JS|Launch|SubmitForm|ImportData|GoToR|GoToE|RichMedia|EmbeddedFiles?|AA|XFA|Movie|Sound|Rendition)\b/g),
        ];
        // What the text itself says stands between brackets or in signs of a font, never as a name.
        expect([name, names.map((found) => found[1])]).toEqual([name, []]);
      }
      const pdf = await getDocumentProxy(new Uint8Array(bytes));
      expect([path, await pdf.getJSActions(), await pdf.getAttachments(), await pdf.getOpenAction()]).toEqual([path, null, null, null]);
      for (let page = 1; page <= pdf.numPages; page++) {
        const marks = (await (await pdf.getPage(page)).getAnnotations()) as { subtype: string; url?: string; unsafeUrl?: string; action?: string }[];
        for (const mark of marks) {
          expect(mark.subtype).toBe('Link');
          expect(mark.action).toBeUndefined();
          const address = mark.unsafeUrl ?? mark.url;
          if (address !== undefined) addresses.add(address);
        }
      }
    }
    // The second stands in the text as an address that is a link by itself.
    expect([...addresses]).toEqual([own, 'https://evil.example/x.png']);
  });
});
