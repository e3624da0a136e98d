/** A mark on text: `bold`, `italic`, `strike`, `code`, or `link` with `href` and `title`. */
export interface Mark {
  type: string;
  attrs?: Record<string, unknown>;
}

/**
 * A piece of a document as an editor shows it, in the JSON that ProseMirror reads and gives. Blocks: `paragraph`, `heading` (level),
 * `bulletList`, `orderedList` (start), `listItem`, `taskList`, `taskItem` (checked), `table`, `tableRow`, `tableHeader` and `tableCell` (align),
 * `blockquote`, `codeBlock` (language, meta), `horizontalRule`, `footnoteDefinition` (label), `locked` (source, kind). In a line: `text`, `softBreak`,
 * `hardBreak`, `image` (src, alt, title), `wikilink` (target), `footnoteReference` (label), `rawInline` (source).
 */
export interface MarkupNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: MarkupNode[];
  marks?: Mark[];
  text?: string;
}

const textBlocks = new Set(['paragraph', 'heading']);
const attrsOf: Record<string, readonly string[]> = {
  heading: ['level'],
  orderedList: ['start'],
  taskItem: ['checked'],
  tableHeader: ['align'],
  tableCell: ['align'],
  codeBlock: ['language', 'meta'],
  footnoteDefinition: ['label'],
  footnoteReference: ['label'],
  image: ['src', 'alt', 'title'],
  rawInline: ['source'],
  wikilink: ['target'],
  locked: ['source', 'kind'],
  link: ['href', 'title'],
};

/** True for a block that holds a line of text, not other blocks. */
export const isTextBlock = (node: MarkupNode): boolean => textBlocks.has(node.type);

/** True for a list of any sort. */
export const isList = (node: MarkupNode | undefined): boolean =>
  node?.type === 'bulletList' || node?.type === 'orderedList' || node?.type === 'taskList';

/** True for a cell of a table. */
export const isCell = (node: MarkupNode): boolean => node.type === 'tableCell' || node.type === 'tableHeader';

/** The attributes that mean something in Markdown, without empty ones; what an editor keeps beside them is left out. */
export function meantAttrs(node: { type: string; attrs?: Record<string, unknown> }): Record<string, unknown> | undefined {
  const kept = (attrsOf[node.type] ?? []).filter((name) => node.attrs?.[name] !== undefined && node.attrs[name] !== null && node.attrs[name] !== '');
  return kept.length === 0 ? undefined : Object.fromEntries(kept.map((name) => [name, node.attrs?.[name]]));
}

/** An attribute as text; empty when it is not there. */
export function attrText(node: { attrs?: Record<string, unknown> }, name: string): string {
  const value = node.attrs?.[name];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** An attribute as a number. */
export function attrNumber(node: { attrs?: Record<string, unknown> }, name: string, otherwise: number): number {
  const value = node.attrs?.[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
}
