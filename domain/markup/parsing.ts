import type { Nodes, Root } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';

const parser = remark().use(remarkGfm).freeze();

/** Markdown as a tree with places. The only parser of the house: what it says a text means is what the text means. Never fails. */
export const parseMarkdown = (text: string): Root => parser.parse(text);

/** Where a node stands, in UTF-16 units from the start of the parsed text. */
export function placeOf(node: Nodes): { from: number; to: number } | undefined {
  const from = node.position?.start.offset;
  const to = node.position?.end.offset;
  return from === undefined || to === undefined ? undefined : { from, to };
}
