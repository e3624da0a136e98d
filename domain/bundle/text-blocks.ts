import type { ElementNode, TextNode } from '../api/messages.ts';

/**
 * The text of a write-up in the few shapes paper and slides know. Made from the safe tree the window shows too, so that every product says the same
 * and no product reads Markdown itself.
 */

export type Span =
  | { type: 'text'; text: string; strong?: true; emphasis?: true; strike?: true; code?: true; /** Address on the web or mail. */ href?: string }
  | { type: 'break' }
  /** A footnote, where its number stands. */
  | { type: 'note'; blocks: Block[] }
  /** A picture within a line; alone on its line it is a block. */
  | { type: 'picture'; path: string; alt: string };

export interface ListItem {
  /** Absent when it is no task. */
  checked?: boolean;
  blocks: Block[];
}

export type Align = 'left' | 'center' | 'right';

export type Block =
  /** `level` 3 to 6: the headings above it are those of the parts. */
  | { type: 'heading'; level: number; spans: Span[] }
  | { type: 'paragraph'; spans: Span[] }
  | { type: 'list'; ordered: boolean; start: number; items: ListItem[] }
  | { type: 'quote'; blocks: Block[] }
  | { type: 'code'; text: string }
  | { type: 'table'; align: Align[]; header: Span[][]; rows: Span[][][] }
  | { type: 'picture'; path: string; alt: string }
  | { type: 'rule' };

type Node = ElementNode | TextNode;
type Marks = Omit<Extract<Span, { type: 'text' }>, 'type' | 'text'>;

const isElement = (node: Node): node is ElementNode => node.type === 'element';

/** The blocks of a rendered section. Notes stand where their number is; links between write-ups become plain words. */
export function blocksOf(nodes: readonly Node[]): Block[] {
  const notes = new Map<string, ElementNode>();
  for (const section of nodes) if (isElement(section) && section.tag === 'section') collectNotes(section, notes);
  return readBlocks(nodes, { notes, within: new Set() });
}

interface Reading {
  notes: ReadonlyMap<string, ElementNode>;
  /** Notes being read: one that points at itself ends there. */
  within: ReadonlySet<string>;
}

function collectNotes(node: ElementNode, notes: Map<string, ElementNode>): void {
  for (const child of node.children) {
    if (!isElement(child)) continue;
    const id = child.props['id'];
    if (child.tag === 'li' && typeof id === 'string') notes.set(id.replace(/^tekst-/, ''), child);
    else collectNotes(child, notes);
  }
}

const blockTags = new Set(['p', 'ul', 'ol', 'blockquote', 'pre', 'table', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'section', 'div']);

function readBlocks(nodes: readonly Node[], reading: Reading): Block[] {
  const out: Block[] = [];
  let loose: Node[] = [];
  const flush = (): void => {
    out.push(...paragraphs(loose, reading));
    loose = [];
  };
  for (const node of nodes) {
    if (!isElement(node) || !blockTags.has(node.tag)) {
      loose.push(node);
      continue;
    }
    flush();
    out.push(...readBlock(node, reading));
  }
  flush();
  return out;
}

function readBlock(node: ElementNode, reading: Reading): Block[] {
  switch (node.tag) {
    case 'p':
      return paragraphs(node.children, reading);
    case 'ul':
    case 'ol':
      return [readList(node, reading)];
    case 'blockquote':
      return [{ type: 'quote', blocks: readBlocks(node.children, reading) }];
    case 'pre':
      return [{ type: 'code', text: wordsOf(node).replace(/\n$/, '') }];
    case 'table':
      return [readTable(node, reading)];
    case 'hr':
      return [{ type: 'rule' }];
    case 'section':
      return node.props['dataFootnotes'] === undefined ? readBlocks(node.children, reading) : [];
    case 'div':
      return readBlocks(node.children, reading);
    default:
      return [{ type: 'heading', level: Math.max(3, Number(node.tag.slice(1))), spans: trimmed(spansOf(node.children, {}, reading)) }];
  }
}

/** Lines of text; a picture that stands alone becomes a block of its own. */
function paragraphs(nodes: readonly Node[], reading: Reading): Block[] {
  const spans = trimmed(spansOf(nodes, {}, reading));
  if (spans.length === 0) return [];
  const real = spans.filter((span) => span.type !== 'break' && !(span.type === 'text' && span.text.trim() === ''));
  if (real.length > 0 && real.every((span) => span.type === 'picture'))
    return real.flatMap((span): Block[] => (span.type === 'picture' ? [{ type: 'picture', path: span.path, alt: span.alt }] : []));
  return [{ type: 'paragraph', spans }];
}

function readList(node: ElementNode, reading: Reading): Block {
  const items = node.children.filter(isElement).filter((child) => child.tag === 'li');
  return {
    type: 'list',
    ordered: node.tag === 'ol',
    start: Number(node.props['start'] ?? 1),
    items: items.map((item) => {
      const box = findBox(item);
      return { ...(box ? { checked: box.props['checked'] === true } : {}), blocks: readBlocks(item.children, reading) };
    }),
  };
}

function findBox(item: ElementNode): ElementNode | undefined {
  for (const child of item.children) {
    if (!isElement(child)) continue;
    if (child.tag === 'input') return child;
    if (child.tag === 'p') return findBox(child);
    if (blockTags.has(child.tag)) return undefined;
  }
  return undefined;
}

function readTable(node: ElementNode, reading: Reading): Block {
  const rows: ElementNode[] = [];
  const gather = (from: ElementNode): void => {
    for (const child of from.children.filter(isElement)) {
      if (child.tag === 'tr') rows.push(child);
      else gather(child);
    }
  };
  gather(node);
  const cells = rows.map((row) => row.children.filter(isElement));
  const width = Math.max(0, ...cells.map((row) => row.length));
  const [header = [], ...body] = cells.map((row) => {
    const spans = row.map((cell) => trimmed(spansOf(cell.children, {}, reading)));
    return [...spans, ...Array.from({ length: width - spans.length }, (): Span[] => [])];
  });
  const align = Array.from({ length: width }, (_, at): Align => {
    const given = cells[0]?.[at]?.props['align'];
    return given === 'center' || given === 'right' ? given : 'left';
  });
  return { type: 'table', align, header, rows: body };
}

const marksOfTag: Readonly<Record<string, Marks>> = {
  strong: { strong: true },
  b: { strong: true },
  em: { emphasis: true },
  i: { emphasis: true },
  del: { strike: true },
  s: { strike: true },
  code: { code: true },
};

function spansOf(nodes: readonly Node[], marks: Marks, reading: Reading): Span[] {
  return nodes.flatMap((node): Span[] => {
    if (!isElement(node)) return node.value === '' ? [] : [{ type: 'text', text: node.value.replace(/\s*\n\s*/g, ' '), ...marks }];
    switch (node.tag) {
      case 'br':
        return [{ type: 'break' }];
      case 'input':
        return [];
      case 'img':
        return [pictureOf(node, marks)];
      case 'a':
        return linkSpans(node, marks, reading);
      default:
        return spansOf(node.children, { ...marks, ...marksOfTag[node.tag] }, reading);
    }
  });
}

function pictureOf(node: ElementNode, marks: Marks): Span {
  const src = String(node.props['src'] ?? '');
  const alt = String(node.props['alt'] ?? '');
  if (!src.startsWith('files/')) return { type: 'text', text: alt === '' ? '' : `[afbeelding: ${alt}]`, ...marks };
  return { type: 'picture', path: src.slice('files/'.length).split('/').map(decoded).join('/'), alt };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function linkSpans(node: ElementNode, marks: Marks, reading: Reading): Span[] {
  if (node.props['dataFootnoteBackref'] !== undefined) return [];
  const href = String(node.props['href'] ?? '');
  if (node.props['dataFootnoteRef'] !== undefined) return noteAt(href.slice(1), reading);
  return spansOf(node.children, /^(https?:\/\/|mailto:)/i.test(href) ? { ...marks, href } : marks, reading);
}

function noteAt(id: string, reading: Reading): Span[] {
  const note = reading.notes.get(id);
  if (!note || reading.within.has(id)) return [];
  return [{ type: 'note', blocks: readBlocks(note.children, { ...reading, within: new Set([...reading.within, id]) }) }];
}

/** Without white space at the ends. */
function trimmed(spans: readonly Span[]): Span[] {
  const out = spans.filter((span) => span.type !== 'text' || span.text !== '');
  const blank = (span: Span | undefined): boolean =>
    span !== undefined && (span.type === 'break' || (span.type === 'text' && span.text.trim() === ''));
  while (blank(out[0])) out.shift();
  while (blank(out.at(-1))) out.pop();
  const [first, last] = [out[0], out.at(-1)];
  if (first?.type === 'text') out[0] = { ...first, text: first.text.trimStart() };
  if (last?.type === 'text')
    out[out.length - 1] = { ...last, text: (out.length === 1 && first?.type === 'text' ? first.text.trimStart() : last.text).trimEnd() };
  return out;
}

function wordsOf(node: Node): string {
  return isElement(node) ? node.children.map(wordsOf).join('') : node.value;
}

/** The bare words of spans: for titles, notes with slides and counting. */
export function spanText(spans: readonly Span[]): string {
  return spans.map((span) => (span.type === 'text' ? span.text : span.type === 'break' ? ' ' : '')).join('');
}

/** The bare words of blocks, a line per paragraph. */
export function blockText(blocks: readonly Block[]): string {
  const lines = (list: readonly Block[]): string[] =>
    list.flatMap((block) => {
      if (block.type === 'heading' || block.type === 'paragraph') return [spanText(block.spans)];
      if (block.type === 'list') return block.items.flatMap((item) => lines(item.blocks));
      if (block.type === 'quote') return lines(block.blocks);
      if (block.type === 'code') return [block.text];
      if (block.type === 'table') return [block.header, ...block.rows].map((row) => row.map(spanText).join(' · '));
      return [];
    });
  return lines(blocks).join('\n');
}
