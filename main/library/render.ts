import type { Element, ElementContent, Root as HastRoot, RootContent } from 'hast';
import type { Nodes, PhrasingContent, Root, RootContent as MdastContent, Text } from 'mdast';
import { defaultSchema, type Options } from 'rehype-sanitize';
import rehypeSanitize from 'rehype-sanitize';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { ElementNode, RenderedSection, RenderedText, TextNode } from '../../domain/api/contract.ts';
import { headingKey } from '../../domain/entries/naming.ts';
import { resolvePath } from '../../domain/entries/text-links.ts';
import type { RenderInput } from './text-renderer.ts';

/** Longer texts are shown as they are written; parsing them would take too long to wait for. UTF-16 units. */
const longest = 2_000_000;

/**
 * What may come through: no raw HTML, no styles, no scripts; links only to the web, mail, or another entry; pictures only from the kennismap.
 * Ids and names get a prefix, so that a text cannot pose as a part of the window.
 */
const schema: Options = {
  ...defaultSchema,
  clobberPrefix: 'tekst-',
  tagNames: (defaultSchema.tagNames ?? []).filter((name) => !['picture', 'source', 'details', 'summary'].includes(name)),
  attributes: {
    a: [
      'href',
      'title',
      'dataFootnoteBackref',
      'dataFootnoteRef',
      'dataEntry',
      'ariaLabel',
      'ariaDescribedBy',
      ['className', 'data-footnote-backref'],
    ],
    img: ['src', 'alt', 'title'],
    input: [['disabled', true], ['type', 'checkbox'], 'checked'],
    ol: ['start'],
    td: ['align'],
    th: ['align'],
    section: ['dataFootnotes', ['className', 'footnotes']],
    li: ['id'],
    '*': ['id'],
  },
  protocols: { href: ['http', 'https', 'mailto', 'oogst'], src: ['files', 'http', 'https'] },
};

const toHtml = unified()
  .use(remarkRehype, { clobberPrefix: '', footnoteLabel: 'Voetnoten', footnoteBackLabel: 'Terug naar de tekst' })
  .use(rehypeSanitize, schema)
  .freeze();

/** Renders the Markdown of one entry to a safe tree per section. Throws nothing a caller must handle; very long text comes back as `plain`. */
export function renderText(input: RenderInput): RenderedText {
  if (input.body.length > longest) return { sections: [], plain: input.body.slice(0, longest), note: 'Deze tekst is te lang om op te maken.' };
  const tree = remark().use(remarkGfm).parse(input.body);
  rewrite(tree, input);
  const definitions = collect(tree);
  return { sections: cut(tree).map(({ heading, nodes }) => section(heading, nodes, definitions, input)) };
}

/** Definitions of links and notes count in the whole text, so every section gets them along. */
function collect(tree: Root): MdastContent[] {
  return tree.children.filter((node) => node.type === 'definition' || node.type === 'footnoteDefinition');
}

function cut(tree: Root): { heading: string; nodes: MdastContent[] }[] {
  const out: { heading: string; nodes: MdastContent[] }[] = [{ heading: '', nodes: [] }];
  for (const node of tree.children) {
    if (node.type === 'definition' || node.type === 'footnoteDefinition') continue;
    if (node.type === 'heading' && node.depth <= 2) out.push({ heading: plainText(node), nodes: [] });
    else out.at(-1)?.nodes.push(node);
  }
  return out[0]?.nodes.length === 0 && out.length > 1 ? out.slice(1) : out;
}

function section(heading: string, nodes: MdastContent[], definitions: MdastContent[], input: RenderInput): RenderedSection {
  const html = toHtml.runSync({ type: 'root', children: [...nodes, ...definitions] } as Root) as HastRoot;
  const key = headingKey(heading);
  const known = Object.hasOwn(input.headings, key) ? input.headings[key] : undefined;
  return {
    heading,
    nodes: html.children.flatMap(toNode),
    ...(known ? { part: known.part, ...(known.item === undefined ? {} : { item: known.item }) } : {}),
  };
}

/** Links to entries, pictures and raw HTML, before anything becomes HTML. */
function rewrite(node: Nodes, input: RenderInput): void {
  if (!('children' in node)) return;
  const children = node.children as MdastContent[];
  const out: MdastContent[] = [];
  for (const child of children) {
    if (child.type === 'text') out.push(...wikilinks(child, input));
    else if (child.type === 'html') out.push(...rawHtml(child.value));
    else {
      if (child.type === 'link' || child.type === 'definition') child.url = address(child.url, input);
      if (child.type === 'image') child.url = picture(child.url, input);
      rewrite(child, input);
      out.push(child);
    }
  }
  node.children = out as typeof node.children;
}

/** HTML in a text is shown as text, but comments and bare line breaks are not what somebody wants to read. */
function rawHtml(value: string): MdastContent[] {
  if (/^<br\s*\/?>$/i.test(value.trim())) return [{ type: 'break' }];
  if (value.trim().startsWith('<!--') || /^<\/?[a-z][a-z0-9-]{0,30}(\s[^<>]{0,1000})?>$/i.test(value.trim())) return [];
  return [{ type: 'text', value }];
}

function wikilinks(text: Text, input: RenderInput): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  let at = 0;
  for (const found of text.value.matchAll(/\[\[([^[\]\n|]{1,300})(?:\|([^[\]\n]{1,300}))?\]\]/g)) {
    const target = (found[1] ?? '').trim();
    const to = Object.hasOwn(input.targets, target) ? input.targets[target] : undefined;
    const label = found[2]?.trim() ?? to?.title ?? (input.labels && Object.hasOwn(input.labels, target) ? input.labels[target] : undefined) ?? target;
    out.push({ type: 'text', value: text.value.slice(at, found.index) });
    out.push(to ? { type: 'link', url: entryAddress(to.id), children: [{ type: 'text', value: label }] } : { type: 'text', value: label });
    at = found.index + found[0].length;
  }
  return at === 0 ? [text] : [...out, { type: 'text', value: text.value.slice(at) }];
}

const entryAddress = (id: string): string => `oogst:${encodeURIComponent(id)}`;

function address(url: string, input: RenderInput): string {
  const to = Object.hasOwn(input.targets, url) ? input.targets[url] : undefined;
  if (to) return entryAddress(to.id);
  return /^(https?:\/\/|mailto:|#)/i.test(url) ? url : 'ongeldig:';
}

/** A picture of the web keeps its address, so that the window can offer to go there; nothing ever fetches it. */
function picture(url: string, input: RenderInput): string {
  if (/^https?:\/\/[^\\]+$/i.test(url) && URL.canParse(url)) return url;
  if (/^[a-z][a-z0-9+.-]*:|^\/\/|\\/i.test(url)) return 'extern:';
  const path = resolvePath(input.path, url.split('?')[0] ?? '');
  return path === undefined ? 'extern:' : `files:${path.split('/').map(encodeURIComponent).join('/')}`;
}

function toNode(node: RootContent | ElementContent): (ElementNode | TextNode)[] {
  if (node.type === 'text') return node.value === '' ? [] : [{ type: 'text', value: node.value }];
  if (node.type !== 'element') return [];
  const props: ElementNode['props'] = {};
  for (const [name, value] of Object.entries(node.properties)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') props[name] = value;
    else if (Array.isArray(value)) props[name] = value.join(' ');
  }
  entryLink(node, props);
  return [{ type: 'element', tag: node.tagName, props, children: node.children.flatMap(toNode) }];
}

/** Our own scheme never leaves this file: an entry link carries the id, a picture its path behind `files/`. */
function entryLink(node: Element, props: ElementNode['props']): void {
  const href = props['href'];
  if (typeof href === 'string' && href.startsWith('oogst:')) {
    delete props['href'];
    props['dataEntry'] = decodeURIComponent(href.slice('oogst:'.length));
  }
  const src = props['src'];
  if (node.tagName === 'img' && typeof src === 'string') props['src'] = src.replace(/^files:/, 'files/');
}

function plainText(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(plainText).join('').trim() : '';
}
