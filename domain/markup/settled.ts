import { isCell, isList, isTextBlock, meantAttrs, type MarkupNode } from './tree.ts';
import { contentOf, settledUnits, unitsOf, type Breaks } from './units.ts';

const emptyParagraph = (node: MarkupNode): boolean => node.type === 'paragraph' && (node.content ?? []).length === 0;

/** A task without text is no task in Markdown. */
const emptyTask = (node: MarkupNode): boolean => node.type === 'taskItem' && (node.content ?? []).every(emptyParagraph);

/** Which breaks the text of a block can hold. */
export function breaksOf(node: MarkupNode, inCell: boolean): Breaks {
  if (inCell) return 'hard';
  return node.type === 'heading' && Number(node.attrs?.['level']) > 2 ? 'none' : 'all';
}

/**
 * The same document in the one form that is compared: only what Markdown can say. Empty paragraphs, white space at the edges of lines and marks,
 * and what an editor keeps for itself are left out; a wikilink is its text. Two trees with equal settled forms mean the same.
 */
export function settled(node: MarkupNode, inCell = false): MarkupNode {
  const attrs = meantAttrs(node);
  const own = { type: node.type, ...(attrs ? { attrs } : {}) };
  if (isTextBlock(node)) return { ...own, content: contentOf(settledUnits(unitsOf(node.content ?? []), breaksOf(node, inCell))) };
  if (node.type === 'codeBlock') return { ...own, content: [{ type: 'text', text: codeText(node) }] };
  if (node.content === undefined || node.type === 'locked') return own;
  const kids = node.content.map((kid) => settled(kid, isCell(node)));
  if (isCell(node)) return { ...own, content: [oneParagraph(kids)] };
  if (node.type === 'table') return { ...own, content: evenRows(kids) };
  const kept = kids.filter((kid) => !emptyParagraph(kid) && !emptyTask(kid) && !(isList(kid) && kid.content?.length === 0));
  return {
    ...own,
    content: kept.length > 0 || isList(node) || node.type === 'tableRow' || node.type === 'table' ? kept : [{ type: 'paragraph', content: [] }],
  };
}

/** A table has a header row, rows of one width, and one alignment for each column. */
function evenRows(rows: readonly MarkupNode[]): MarkupNode[] {
  const width = Math.max(0, ...rows.map((row) => row.content?.length ?? 0));
  return rows.map((row, r) => ({
    type: 'tableRow',
    content: Array.from({ length: width }, (_, c): MarkupNode => {
      const attrs = rows[0]?.content?.[c]?.attrs;
      const empty = [{ type: 'paragraph', content: [] }];
      return { type: r === 0 ? 'tableHeader' : 'tableCell', ...(attrs ? { attrs } : {}), content: row.content?.[c]?.content ?? empty };
    }),
  }));
}

/** A cell holds one line: more paragraphs become one, with breaks between. */
function oneParagraph(kids: readonly MarkupNode[]): MarkupNode {
  const full = kids.filter((kid) => (kid.content ?? []).length > 0);
  return { type: 'paragraph', content: full.flatMap((kid, k) => [...(k > 0 ? [{ type: 'hardBreak' }] : []), ...(kid.content ?? [])]) };
}

/** The text of a code block. */
export const codeText = (node: MarkupNode): string =>
  (node.content ?? [])
    .map((kid) => kid.text ?? '')
    .join('')
    .replace(/\r\n?/g, '\n');

/** Settled blocks of a document; empty paragraphs are no blocks. */
export const settledBlocks = (nodes: readonly MarkupNode[]): MarkupNode[] =>
  nodes.map((node) => settled(node)).filter((node) => !emptyParagraph(node) && !(isList(node) && node.content?.length === 0));

/** The settled form as text, to compare. */
export const settledKey = (node: MarkupNode): string => JSON.stringify(settled(node));
