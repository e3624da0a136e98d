/**
 * Finding the words a judgement points at in a text as it is drawn. A passage is kept as plain words, so it is looked for with white space
 * and line breaks made equal; it may run over more than one paragraph.
 */

/** Where a passage stands. */
export interface Place {
  range: Range;
  /** Heading of the chapter, empty before the first. */
  heading: string;
  /** Paragraph within the chapter, from 1. */
  paragraph: number;
}

/** White space made equal. */
export const evened = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Blocks of text a passage can be counted by. */
const blockTags = 'p, li, h3, h4, h5, h6, blockquote, td, th, pre';

/** Looks for a passage in the chapters under `root`; undefined when it is not there (any more). */
export function placeOf(root: HTMLElement, passage: string): Place | undefined {
  const wanted = evened(passage);
  if (wanted === '') return undefined;
  const { text, nodes } = flatten(root);
  const start = text.indexOf(wanted);
  if (start < 0) return undefined;
  const from = spot(nodes, start);
  const to = spot(nodes, start + wanted.length - 1);
  if (!from || !to) return undefined;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset + 1);
  return { range, ...whereIs(from.node) };
}

/** The paragraphs that can be pointed at, in order: blocks with text that hold no other block. */
export function blocksIn(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(blockTags)].filter(
    (block) => !block.closest('[data-no-passage]') && !block.querySelector(blockTags) && evened(block.textContent ?? '') !== '',
  );
}

/** The chapter and paragraph a piece of text stands in. */
export function whereIs(node: Node): { heading: string; paragraph: number } {
  const element = node instanceof Element ? node : node.parentElement;
  const chapter = element?.closest<HTMLElement>('[data-chapter]');
  const blocks = chapter ? blocksIn(chapter) : [];
  const at = blocks.findIndex((block) => block.contains(node));
  return { heading: chapter?.dataset['chapter'] ?? '', paragraph: Math.max(1, at + 1) };
}

interface Piece {
  node: Text;
  /** Place in the flattened text of every character that was kept, with its offset in the node. */
  from: number;
  offsets: number[];
}

function flatten(root: HTMLElement): { text: string; nodes: Piece[] } {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Piece[] = [];
  let text = '';
  let before: Element | null = null;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!(node instanceof Text) || node.parentElement?.closest('[data-no-passage]')) continue;
    const block = node.parentElement?.closest(blockTags) ?? null;
    if (block !== before && !text.endsWith(' ')) text += ' ';
    before = block;
    const piece: Piece = { node, from: text.length, offsets: [] };
    for (let offset = 0; offset < node.data.length; offset++) {
      const sign = node.data.charAt(offset);
      const space = /\s/.test(sign);
      if (space && text.endsWith(' ')) continue;
      text += space ? ' ' : sign;
      piece.offsets.push(offset);
    }
    nodes.push(piece);
  }
  return { text, nodes };
}

function spot(nodes: readonly Piece[], at: number): { node: Text; offset: number } | undefined {
  for (const { node, from, offsets } of nodes) {
    const offset = offsets[at - from];
    if (at >= from && offset !== undefined) return { node, offset };
  }
  return undefined;
}
