import type { Blockquote, FootnoteDefinition, List, ListItem, PhrasingContent, RootContent, Table } from 'mdast';
import { readInline, withWikilinks } from './inline-reading.ts';
import { placeOf } from './parsing.ts';
import { breaksOf } from './settled.ts';
import type { MarkupNode } from './tree.ts';
import { contentOf, settledUnits, wikilinkText, type Unit } from './units.ts';

/** What is remembered of a node that was read: where it stands, and the units of its text. */
export interface Origin {
  from: number;
  to: number;
  /** Of a text block: its units, in settled form, with their places. */
  units?: Unit[];
  /** Of a text block: where its text begins and ends, marks included; absent when it is empty. */
  line?: { from: number; to: number };
}

/** Reads Markdown nodes as a tree to edit, and keeps where each came from. */
export interface Reading {
  source: string;
  origins: WeakMap<MarkupNode, Origin>;
}

/** Signs of other dialects (a box, a formula) that our parser takes for text: changing the text would break them. */
const directive = /^[ \t>]*(:::|\$\$)/m;

/** Not to be edited: kept as it is. */
class Locked extends Error {}

/** One block of the document; `locked` when something in it cannot be shown and edited safely. */
export function readBlock(reading: Reading, node: RootContent): MarkupNode {
  try {
    return block(reading, node);
  } catch (error) {
    if (!(error instanceof Locked)) throw error;
    return lockedBlock(reading, node);
  }
}

/** A block as a frame that shows its source. */
export function lockedBlock(reading: Reading, node: RootContent): MarkupNode {
  return kept(reading, node, { type: 'locked', attrs: { source: sourceOf(reading, node), kind: node.type } });
}

const sourceOf = (reading: Reading, node: RootContent): string => reading.source.slice(placeOf(node)?.from ?? 0, placeOf(node)?.to ?? 0);

function kept(reading: Reading, node: RootContent, made: MarkupNode, more: Partial<Origin> = {}): MarkupNode {
  const place = placeOf(node);
  if (place) reading.origins.set(made, { ...place, ...more });
  return made;
}

function block(reading: Reading, node: RootContent): MarkupNode {
  switch (node.type) {
    case 'paragraph':
      if (directive.test(sourceOf(reading, node))) throw new Locked();
      return textBlock(reading, node, node.children, { type: 'paragraph' });
    case 'heading':
      return textBlock(reading, node, node.children, { type: 'heading', attrs: { level: node.depth } });
    case 'blockquote':
      return container(reading, node, { type: 'blockquote' });
    case 'footnoteDefinition':
      return footnote(reading, node);
    case 'list':
      return list(reading, node);
    case 'table':
      return table(reading, node);
    case 'code': {
      const attrs = { ...(node.lang ? { language: node.lang } : {}), ...(node.meta ? { meta: node.meta } : {}) };
      return kept(reading, node, { type: 'codeBlock', attrs, content: node.value ? [{ type: 'text', text: node.value }] : [] });
    }
    case 'thematicBreak':
      return kept(reading, node, { type: 'horizontalRule' });
    default:
      throw new Locked();
  }
}

function textBlock(reading: Reading, node: RootContent, children: readonly PhrasingContent[], own: MarkupNode, inCell = false): MarkupNode {
  const read = withWikilinks(readInline(reading.source, children, [], inCell), reading.source);
  // Raw source over more lines would carry the signs of what it stands in.
  if (read.some((unit) => unit.atom?.type === 'rawInline' && /[\r\n]/.test(String(unit.atom.attrs?.['source'])))) throw new Locked();
  const shown = settledUnits(read, breaksOf(own, inCell));
  const from = children[0] && placeOf(children[0])?.from;
  const to = children.at(-1)?.position?.end.offset;
  const made = { ...own, content: contentOf(shown) };
  return kept(reading, node, made, {
    units: shown.flatMap(signsOfWikilink),
    ...(from === undefined || to === undefined ? {} : { line: { from, to } }),
  });
}

/** A wikilink is compared sign by sign. */
function signsOfWikilink(unit: Unit): Unit[] {
  if (unit.atom?.type !== 'wikilink') return [unit];
  const { atom, from, to: _to, ...rest } = unit;
  const signs = Array.from(wikilinkText(atom));
  let at = from ?? 0;
  const spread = signs.join('').length === (unit.to ?? 0) - at && from !== undefined;
  return signs.map((text) => {
    const place = spread ? { from: at, to: at + text.length } : {};
    at += text.length;
    return { ...rest, text, ...place };
  });
}

function container(reading: Reading, node: Blockquote | FootnoteDefinition | ListItem, own: MarkupNode): MarkupNode {
  const kids = node.children.map((child) => block(reading, child));
  return kept(reading, node, { ...own, content: kids.length > 0 ? kids : [{ type: 'paragraph', content: [] }] });
}

function footnote(reading: Reading, node: FootnoteDefinition): MarkupNode {
  if (!node.children.every((child) => child.type === 'paragraph')) throw new Locked();
  return container(reading, node, { type: 'footnoteDefinition', attrs: { label: node.label ?? node.identifier } });
}

function list(reading: Reading, node: List): MarkupNode {
  const tasks = node.children.filter((item) => typeof item.checked === 'boolean').length;
  const isTask = tasks > 0;
  if (isTask && (tasks < node.children.length || node.ordered)) throw new Locked();
  const content = node.children.map((item) =>
    container(reading, item, isTask ? { type: 'taskItem', attrs: { checked: item.checked === true } } : { type: 'listItem' }),
  );
  if (isTask) return kept(reading, node, { type: 'taskList', content });
  const own = node.ordered ? { type: 'orderedList', attrs: { start: node.start ?? 1 } } : { type: 'bulletList' };
  return kept(reading, node, { ...own, content });
}

function table(reading: Reading, node: Table): MarkupNode {
  const width = node.children[0]?.children.length ?? 0;
  const rows = node.children.map((row, r) => {
    if (row.children.length > width) throw new Locked();
    const cells = Array.from({ length: width }, (_, c): MarkupNode => {
      const cell = row.children[c];
      const align = node.align?.[c];
      const own = { type: r === 0 ? 'tableHeader' : 'tableCell', ...(align ? { attrs: { align } } : {}) };
      if (!cell) return { ...own, content: [{ type: 'paragraph', content: [] }] };
      return kept(reading, cell, { ...own, content: [textBlock(reading, cell, cell.children, { type: 'paragraph' }, true)] });
    });
    return kept(reading, row, { type: 'tableRow', content: cells });
  });
  return kept(reading, node, { type: 'table', content: rows });
}
