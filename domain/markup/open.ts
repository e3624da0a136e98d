import type { Nodes, Root, RootContent } from 'mdast';
import { candidates } from './candidates.ts';
import { sure } from './escapes.ts';
import { parseMarkdown, placeOf } from './parsing.ts';
import { printBlock } from './print.ts';
import { lockedBlock, readBlock, type Reading } from './reading.ts';
import { settled, settledKey } from './settled.ts';
import { plainStyle, styleOf, type Style } from './style.ts';
import { isTextBlock, type MarkupNode } from './tree.ts';

/** One block at the top of a text: what is edited, and exactly how it is written. */
export interface Block {
  /** Place in the text, from 0. */
  id: number;
  /** What to edit; type `locked` when it is only to be looked at. */
  node: MarkupNode;
  source: string;
  /** What stands between this block and the next one, or the end. */
  gap: string;
  /** Settled form of the node, to compare. */
  key: string;
}

/** A text that is open to edit. */
export interface OpenText {
  text: string;
  /** What stands before the first block. */
  head: string;
  blocks: Block[];
  eol: '\n' | '\r\n';
  style: Style;
  /** The parsed text without a byte-order mark, and where its nodes came from. */
  reading: Reading;
  /** The nodes of the blocks as parsed. */
  parsed: readonly Nodes[];
  /** Stand-ins for the definitions in the text, so that a part of it is parsed as it would be in the whole. */
  definitions: string;
}

/** Opens Markdown for editing. `closeText` with the blocks unchanged gives the very same text. Never fails. */
export function openText(markdown: string): OpenText {
  const bom = markdown.startsWith('\uFEFF') ? 1 : 0;
  const source = markdown.slice(bom);
  const root = parseMarkdown(source);
  const reading: Reading = { source, origins: new WeakMap() };
  const newline = source.indexOf('\n');
  const definitions = definitionsIn(source, root);
  const style = { ...plainStyle, ...styleOf(source, [root]) };
  const placed = root.children.flatMap((node) => {
    const place = placeOf(node);
    return place ? [{ node, ...place }] : [];
  });
  const safe = provenBlocks(
    reading,
    placed.map(({ node }) => node),
    style,
    definitions,
  );
  const blocks = placed.map(({ node, from, to }, id): Block => {
    const shown = safe[id] ?? lockedBlock(reading, node);
    return { id, node: shown, source: source.slice(from, to), gap: source.slice(to, placed[id + 1]?.from ?? source.length), key: settledKey(shown) };
  });
  return {
    text: markdown,
    head: markdown.slice(0, bom + (placed[0]?.from ?? source.length)),
    blocks,
    eol: newline > 0 && source[newline - 1] === '\r' ? '\r\n' : '\n',
    style,
    reading,
    parsed: placed.map(({ node }) => node),
    definitions,
  };
}

/** Text without marks or atoms: with every sign escaped it can always be written. */
const isPlain = (node: MarkupNode): boolean => isTextBlock(node) && (node.content ?? []).every((kid) => kid.type === 'text' && !kid.marks);

/** Between printed blocks, so that none can run on into the next. */
const apart = '\n\n<!-- -->\n\n';

/** The blocks to edit; locked where it cannot be proven that what is printed of it means the same. Proven many at a time, which costs one parse. */
function provenBlocks(reading: Reading, nodes: readonly RootContent[], style: Style, definitions: string): MarkupNode[] {
  const shown = nodes.map((node) => readBlock(reading, node));
  const own = (k: number): Style => ({ ...style, ...styleOf(reading.source, nodes.slice(k, k + 1)) });
  const known = (node: MarkupNode): boolean => node.type === 'locked' || node.type === 'horizontalRule' || isPlain(node);
  const all = shown.map((node, k) => (known(node) ? '' : sure(printBlock(settled(node), { style: own(k), care: 1 }))));
  const together: string[][] = [[]];
  for (const key of keysOf(all.join(apart), definitions))
    if (key.includes('"<!-- -->"')) together.push([]);
    else together.at(-1)?.push(key);
  return shown.map((node, k) => {
    const source = nodes[k];
    const key = settledKey(node);
    if (!source || known(node) || sameKeys(together[k] ?? [], [key])) return node;
    for (const text of candidates(settled(node), own(k), [1, 2])) if (sameKeys(keysOf(sure(text), definitions), [key])) return node;
    return lockedBlock(reading, source);
  });
}

/** The settled forms of the blocks in a piece of Markdown. */
export function keysOf(text: string, definitions: string): string[] {
  const whole = definitions !== '' && text.includes('[') ? `${text}\n\n${definitions}` : text;
  const reading: Reading = { source: whole, origins: new WeakMap() };
  return parseMarkdown(whole)
    .children.filter((node) => (placeOf(node)?.from ?? 0) < Math.max(1, text.length))
    .map((node) => settledKey(readBlock(reading, node)));
}

/** True when two rows of settled forms are equal. */
export const sameKeys = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((key, k) => key === b[k]);

function definitionsIn(source: string, root: Root): string {
  const out = new Set<string>();
  const walk = (node: Nodes): void => {
    const place = placeOf(node);
    if (place && (node.type === 'definition' || node.type === 'footnoteDefinition')) {
      const name = /^\[(?:\\.|[^\]\\])*\]:/s.exec(source.slice(place.from, Math.min(place.to, place.from + 1100)))?.[0];
      if (name) out.add(`${name.replace(/\s+/g, ' ')} x`);
    }
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(root);
  return [...out].join('\n\n');
}
