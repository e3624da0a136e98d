import type { Care } from './escapes.ts';
import { printUnits } from './inline-print.ts';
import { codeText } from './settled.ts';
import type { Style } from './style.ts';
import { attrNumber, attrText, isList, type MarkupNode } from './tree.ts';
import { unitsOf } from './units.ts';

/** How a block is printed. */
export interface Manner {
  style: Style;
  care: Care;
}

/** A settled block as Markdown with `\n` line ends and without a last one; needless escapes are still marked as such. */
export function printBlock(node: MarkupNode, manner: Manner): string {
  const kids = node.content ?? [];
  switch (node.type) {
    case 'paragraph':
      return printLine(node, manner);
    case 'heading':
      return heading(node, manner);
    case 'blockquote':
      return prefixed(printKids(kids, manner, false), '> ', '> ');
    case 'bulletList':
    case 'orderedList':
    case 'taskList':
      return kids.map((_, at) => printItem(node, at, manner)).join(manner.style.loose ? '\n\n' : '\n');
    case 'listItem':
    case 'taskItem':
      return printItem({ type: node.type === 'taskItem' ? 'taskList' : 'bulletList', content: [node] }, 0, manner);
    case 'table':
      return table(node, manner);
    case 'tableRow':
      return printRow(node, manner);
    case 'codeBlock':
      return code(node, manner);
    case 'horizontalRule':
      return manner.style.rule;
    case 'footnoteDefinition':
      return prefixed(printKids(kids, manner, false), `[^${attrText(node, 'label')}]: `, '    ');
    default:
      return attrText(node, 'source').replace(/\r\n?/g, '\n');
  }
}

/** The text of a text block. */
export function printLine(node: MarkupNode, manner: Manner, inCell = false): string {
  return printUnits(unitsOf(node.content ?? []), { ...manner, inCell });
}

function heading(node: MarkupNode, manner: Manner): string {
  const level = attrNumber(node, 'level', 1);
  const line = printLine(node, manner);
  if (level <= 2 && line !== '' && (manner.style.setext || line.includes('\n')))
    return `${line}\n${(level === 1 ? '=' : '-').repeat(Math.min(80, Math.max(3, line.split('\n').at(-1)?.length ?? 0)))}`;
  return `${'#'.repeat(level)} ${line}`.trimEnd();
}

/** Sets a sign before the first line and a margin before the others. */
export function prefixed(text: string, first: string, margin: string): string {
  return text
    .split('\n')
    .map((line, k) => {
      const lead = k === 0 ? first : margin;
      return line === '' ? lead.trimEnd() : lead + line;
    })
    .join('\n');
}

/** Blocks under each other. Two lists beside each other get different signs: with the same they would be one. */
export function printKids(kids: readonly MarkupNode[], manner: Manner, tight: boolean): string {
  let out = '';
  let swap = false;
  kids.forEach((kid, at) => {
    const before = kids[at - 1];
    swap = isList(kid) && isList(before) && (kid.type === 'orderedList') === (before?.type === 'orderedList') ? !swap : false;
    const text = printBlock(kid, swap ? { ...manner, style: otherSigns(manner.style) } : manner);
    out += (at === 0 ? '' : tight && before?.type === 'paragraph' && joins(kid) ? '\n' : '\n\n') + text;
  });
  return out;
}

/** The style with the other sign for lists. */
export const otherSigns = (style: Style): Style => ({
  ...style,
  bullet: style.bullet === '-' ? '*' : '-',
  delimiter: style.delimiter === '.' ? ')' : '.',
});

/** Whether a list may follow text without an empty line. */
function joins(list: MarkupNode): boolean {
  if (!isList(list) || (list.type === 'orderedList' && attrNumber(list, 'start', 1) !== 1)) return false;
  const first = list.content?.[0]?.content?.[0];
  return first !== undefined && (first.type !== 'paragraph' || (first.content ?? []).length > 0);
}

/** One item of a list, with the number it has there. */
export function printItem(list: MarkupNode, at: number, manner: Manner): string {
  const item = list.content?.[at];
  const { style } = manner;
  const number = attrNumber(list, 'start', 1) + (style.counting ? at : 0);
  const sign = list.type === 'orderedList' ? `${number}${style.delimiter}` : style.bullet;
  const text = printKids(item?.content ?? [], manner, !style.loose);
  const first = item?.content?.[0];
  // More than one space before code would make it part of the code.
  const gap = ' '.repeat(first?.type === 'codeBlock' ? 1 : style.gap);
  const box = list.type === 'taskList' ? (item?.attrs?.['checked'] === true ? '[x] ' : '[ ] ') : '';
  return prefixed(text, sign + gap + box, ' '.repeat(sign.length + gap.length));
}

function table(node: MarkupNode, manner: Manner): string {
  const [head, ...rows] = node.content ?? [];
  if (!head) return '';
  const lines = (head.content ?? []).map((cell) => ({ left: ':--', center: ':-:', right: '--:' })[attrText(cell, 'align')] ?? '---');
  return [printRow(head, manner), row(lines, manner), ...rows.map((kid) => printRow(kid, manner))].join('\n');
}

const row = (cells: readonly string[], manner: Manner): string =>
  manner.style.pipes || cells.length < 2 || cells[0] === '' || cells.at(-1) === '' ? `| ${cells.join(' | ')} |` : cells.join(' | ');

/** One row of a table. */
export function printRow(node: MarkupNode, manner: Manner): string {
  return row(
    (node.content ?? []).map((cell) => printLine(cell.content?.[0] ?? { type: 'paragraph' }, manner, true)),
    manner,
  );
}

function code(node: MarkupNode, manner: Manner): string {
  const text = codeText(node);
  const info = [attrText(node, 'language'), attrText(node, 'meta')].filter(Boolean).join(' ');
  if (manner.style.indentedCode && info === '' && /\S/.test(text.split('\n')[0] ?? '') && /\S/.test(text.split('\n').at(-1) ?? ''))
    return prefixed(text, '    ', '    ');
  const sign = info.includes('`') ? '~' : (manner.style.fence[0] ?? '`');
  const longest = Math.max(0, ...[...text.matchAll(sign === '~' ? /~+/g : /`+/g)].map((run) => run[0].length));
  const fence = sign.repeat(Math.max(3, longest + 1, manner.style.fence.length));
  return `${fence}${info}\n${text === '' ? '' : `${text}\n`}${fence}`;
}
