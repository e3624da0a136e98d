import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElementNode, RenderedText, TextNode } from '../../domain/api/contract.ts';
import { accentOnDark, plainStyle, readableAccent, type HouseStyle } from '../../domain/bundle/house-style.ts';
import { readerDataId, type ReaderData } from '../../domain/bundle/reader-data.ts';

/** Pictures above this size are left out of the page (they are in the folder beside it); bytes. */
const largestPicture = 4 * 1024 * 1024;

/**
 * The offline reader as one page: script, style and texts inline, nothing fetched from anywhere. The content policy allows exactly this script and
 * this style by their hash, so nothing that came along in a text can run.
 */
export async function readerPage(data: ReaderData, reader: string, look: HouseStyle): Promise<string> {
  const [script, shipped] = await Promise.all([readFile(join(reader, 'reader.js'), 'utf8'), readFile(join(reader, 'reader.css'), 'utf8')]);
  const style = look.id === plainStyle.id ? shipped : shipped + houseCss(look);
  // An end tag inside the script would close it early; the same signs, written differently, mean the same to JavaScript.
  const code = script.replace(/<\/script/gi, '<\\/script').replace(/<!--/g, '<\\!--');
  const policy = `default-src 'none'; script-src '${hash(code)}'; style-src '${hash(style)}'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
  const files = data.entries.map((entry) => `<li><a href="${attribute(encodeURI(entry.file))}">${text(entry.summary.title)}</a></li>`).join('');
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${text(data.title)}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<div id="lezer"></div>
<noscript><h1>${text(data.title)}</h1><p>Je browser voert geen scripts uit. De teksten staan ook los in de map <em>stukken</em>:</p><ul>${files}</ul></noscript>
<script type="application/json" id="${readerDataId}">${json(data)}</script>
<script>${code}</script>
</body>
</html>
`;
}

/** The roles of the reader's style that follow the house. Who asks the system for more contrast or own colours keeps those. */
function houseCss({ accent, font }: HouseStyle): string {
  const [light, dark] = [readableAccent(accent), accentOnDark(accent)];
  const mixed = (share: number, ground: string): string => `color-mix(in srgb, ${ground === 'white' ? light : dark} ${share}%, ${ground})`;
  const roles = [
    `--accent: light-dark(${light}, ${dark})`,
    `--accent-hover: light-dark(color-mix(in srgb, ${light} 82%, black), color-mix(in srgb, ${dark} 75%, white))`,
    '--accent-ink: light-dark(#ffffff, #14110f)',
    `--accent-soft: light-dark(${mixed(12, 'white')}, ${mixed(22, 'black')})`,
    `--accent-line: light-dark(${mixed(45, 'white')}, ${mixed(55, 'black')})`,
    ...(font === 'schreefloos' ? ['--font-read: var(--font-ui)'] : ['--font-ui: var(--font-read)']),
  ];
  return `\n@media (prefers-contrast: no-preference) and (forced-colors: none) { :root, :root[data-theme] { ${roles.join('; ')}; } }\n`;
}

/** Puts pictures into the tree itself; what is missing or too large becomes its description. */
export async function inlinePictures(
  rendered: RenderedText,
  picture: (path: string) => Promise<{ bytes: Uint8Array; type: string } | undefined>,
): Promise<RenderedText> {
  const inline = async (node: ElementNode | TextNode): Promise<ElementNode | TextNode> => {
    if (node.type === 'text') return node;
    if (node.tag !== 'img') return { ...node, children: await Promise.all(node.children.map(inline)) };
    const src = String(node.props['src'] ?? '');
    const found = src.startsWith('files/') ? await picture(decodeURIComponent(src.slice('files/'.length))) : undefined;
    if (!found || found.bytes.length > largestPicture)
      return { type: 'text', value: `[afbeelding: ${String(node.props['alt'] ?? '') || 'zonder beschrijving'}]` };
    return { ...node, props: { ...node.props, src: `data:${found.type};base64,${Buffer.from(found.bytes).toString('base64')}` } };
  };
  const sections = await Promise.all(rendered.sections.map(async (section) => ({ ...section, nodes: await Promise.all(section.nodes.map(inline)) })));
  return { ...rendered, sections };
}

const hash = (content: string): string => `sha256-${createHash('sha256').update(content, 'utf8').digest('base64')}`;

/** JSON that cannot end the element it stands in, nor trip a reader on line separators. */
const json = (data: unknown): string =>
  JSON.stringify(data)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');

const text = (value: string): string => value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const attribute = (value: string): string => text(value).replace(/"/g, '&quot;');
