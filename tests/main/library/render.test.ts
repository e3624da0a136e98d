import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ElementNode, TextNode } from '../../../domain/api/contract.ts';
import { RenderedText } from '../../../domain/api/contract.ts';
import { renderText } from '../../../main/library/render.ts';

const render = (body: string, extra: Partial<Parameters<typeof renderText>[0]> = {}) =>
  renderText({ path: 'map/a.md', body, headings: {}, targets: {}, ...extra });

const all = (body: string, extra = {}): (ElementNode | TextNode)[] => {
  const walk = (node: ElementNode | TextNode): (ElementNode | TextNode)[] => [node, ...(node.type === 'element' ? node.children.flatMap(walk) : [])];
  return render(body, extra).sections.flatMap((section) => section.nodes.flatMap(walk));
};
const elements = (body: string, extra = {}): ElementNode[] => all(body, extra).filter((node): node is ElementNode => node.type === 'element');
const text = (body: string): string =>
  all(body)
    .map((node) => (node.type === 'text' ? node.value : ''))
    .join('');

describe('rendering a text', () => {
  test('cuts it into sections and tells which part of the kind each is', () => {
    const { sections } = render('inleiding\n\n# Groot\n\n## Hoe?\n\ntekst\n\n### Klein\n\nmeer', {
      headings: { hoe: { part: 'hoe', item: 'checklist.B2' } },
    });
    expect(sections.map(({ heading, part, item }) => [heading, part, item])).toEqual([
      ['', undefined, undefined],
      ['Groot', undefined, undefined],
      ['Hoe?', 'hoe', 'checklist.B2'],
    ]);
    expect(sections[2]?.nodes.filter((n) => n.type === 'element').map((n) => n.tag)).toEqual(['p', 'h3', 'p']);
  });

  test('makes links to entries of wikilinks and of links to files, and plain text of links to nowhere', () => {
    const targets = { vraag: { id: 'v 1', title: 'De vraag' }, '../b.md': { id: 'b', title: 'B' } };
    const links = elements('[[vraag]] [[vraag|deze]] [[weg]] [b](../b.md)', { targets }).filter((e) => e.tag === 'a');
    expect(links.map((a) => [a.props, a.children])).toEqual([
      [{ dataEntry: 'v 1' }, [{ type: 'text', value: 'De vraag' }]],
      [{ dataEntry: 'v 1' }, [{ type: 'text', value: 'deze' }]],
      [{ dataEntry: 'b' }, [{ type: 'text', value: 'b' }]],
    ]);
    expect(text('x [[weg]] y')).toContain('weg');
  });

  test('points pictures into the kennismap and nowhere else', () => {
    const src = (markdown: string): unknown => elements(markdown).find((e) => e.tag === 'img')?.props['src'];
    expect(src('![kop](a.bijlagen/foto%201.png)')).toBe('files/map/a.bijlagen/foto%201.png');
    expect(src('![kop](../b/foto.png)')).toBe('files/b/foto.png');
    for (const bad of ['//evil/x.png', '../../../etc/passwd', 'file:///etc/passwd', 'data:image/svg+xml,x', 'a\\b.png', 'javascript:1'])
      expect(src(`![x](${bad})`)).toBeUndefined();
  });

  test('X4: keeps the address of a picture of the web, for who wants to go there', () => {
    expect(elements('![x](https://elders.example/x.png)').find((e) => e.tag === 'img')?.props['src']).toBe('https://elders.example/x.png');
    expect(elements('![x](https://)').find((e) => e.tag === 'img')?.props['src']).toBeUndefined();
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example',
    '\\\\evil\\share',
    'smb://x',
    'ms-msdt:x',
    'vscode:x',
    'blob:x',
    'oogst:x',
    '/etc/passwd',
  ])('leaves no address on a link to %s', (url) => {
    for (const markdown of [`[klik](${url})`, `[klik](<${url}>)`, `[klik][r]\n\n[r]: ${url}`, `<${url}>`])
      for (const link of elements(markdown).filter((e) => e.tag === 'a')) expect(Object.keys(link.props)).not.toContain('href');
  });

  test.each([
    '<script>x()</script>',
    '<img src=x onerror=x()>',
    '<svg onload=x()>',
    '<iframe srcdoc="x">',
    '<style>*{}</style>',
    '<a href="javascript:x()">k</a>',
    '<form action=//x>',
    '<details ontoggle=x() open>',
  ])('runs nothing of %s', (html) => {
    for (const markdown of [html, `tekst ${html} tekst`, `- ${html}`, `| a |\n|---|\n| ${html} |`]) {
      const tags = elements(markdown).map((e) => e.tag);
      for (const tag of ['script', 'img', 'svg', 'iframe', 'style', 'form', 'details']) expect(tags).not.toContain(tag);
      for (const e of elements(markdown)) expect(Object.keys(e.props).filter((name) => /^on|style|srcdoc/i.test(name))).toEqual([]);
    }
  });

  test('keeps tables, task lists, footnotes and links to the web', () => {
    const tags = new Set(elements('| a |\n|---|\n| b |\n\n- [x] klaar\n\nnoot[^1] [web](https://example.nl)\n\n[^1]: uitleg').map((e) => e.tag));
    for (const tag of ['table', 'input', 'sup', 'section', 'a']) expect(tags).toContain(tag);
    expect(elements('[web](https://example.nl)').find((e) => e.tag === 'a')?.props['href']).toBe('https://example.nl');
  });

  test('gives plain text back when a text is too long to draw', () => {
    expect(render('x'.repeat(2_000_001))).toMatchObject({ sections: [], plain: expect.stringMatching(/^x+$/) as string });
  });

  test('answers any text with a tree that crosses the link', () => {
    const sign = fc.constantFrom(
      'a',
      ' ',
      '\n',
      '#',
      '*',
      '_',
      '[',
      ']',
      '(',
      ')',
      '!',
      '<',
      '>',
      '/',
      '`',
      '~',
      '|',
      '-',
      ':',
      '"',
      '&',
      '\\',
      '1',
      '.',
      '[[',
      ']]',
      '![',
      '](',
      'javascript:',
      '<script>',
    );
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 60 }), (body) => {
        expect(RenderedText.safeParse(JSON.parse(JSON.stringify(render(body)))).success).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
