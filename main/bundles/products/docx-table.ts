import { AlignmentType, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType, type ParagraphChild } from 'docx';
import { cleanText } from './office-zip.ts';
import { spanText, type Align, type Block, type Span } from '../../../domain/bundle/text-blocks.ts';

/** Width of the text on a page, in twips: A4 with two centimetres on both sides. */
export const pageWidth = 11906 - 2 * 1134;

const line = { style: 'single', size: 4, color: 'BBBBBB' } as const;
/** Thin grey lines around every cell. */
export const tableLines = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line };
const margins = { top: 50, bottom: 50, left: 100, right: 100 };
const alignments: Readonly<Record<Align, (typeof AlignmentType)[keyof typeof AlignmentType]>> = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
};

/** A table over the whole width, its header repeated on every page, its columns as wide as what is in them asks for. */
export function docxTable({ align, header, rows }: Extract<Block, { type: 'table' }>, spans: (spans: readonly Span[]) => ParagraphChild[]): Table {
  const widths = columnWidths([header, ...rows].map((row) => row.map(spanText)));
  const style = header.length > 6 ? 'Tabel-smal' : 'Tabel';
  return gridTable(
    widths,
    header.map((cell) => spanText(cell)),
    rows.map((row) => row.map((cell, at) => [new Paragraph({ style, alignment: alignments[align[at] ?? 'left'], children: spans(cell) })])),
    { style, centred: align.flatMap((one, at) => (one === 'center' ? [at] : [])) },
  );
}

/** A table from cells that are there already; `columns` in twips. A header of nothing but empty words is left out. */
export function gridTable(
  columns: readonly number[],
  header: readonly string[],
  rows: readonly (readonly (readonly Paragraph[])[])[],
  { style = 'Tabel', centred = [] }: { style?: string; centred?: readonly number[] } = {},
): Table {
  const cell = (children: readonly Paragraph[], at: number, head: boolean): TableCell =>
    new TableCell({
      children: children.length > 0 ? children : [new Paragraph({ style })],
      margins,
      width: { size: columns[at] ?? 1000, type: WidthType.DXA },
      ...(head ? { shading: { type: ShadingType.CLEAR, fill: 'EDEDED', color: 'auto' } } : {}),
    });
  const title = (text: string, at: number): Paragraph =>
    new Paragraph({
      style,
      keepNext: true,
      alignment: centred.includes(at) ? AlignmentType.CENTER : AlignmentType.LEFT,
      children: [new TextRun({ text: cleanText(text), bold: true })],
    });
  const head = header.some((text) => text.trim() !== '')
    ? [new TableRow({ tableHeader: true, cantSplit: true, children: header.map((text, at) => cell([title(text, at)], at, true)) })]
    : [];
  return new Table({
    width: { size: columns.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: columns,
    layout: TableLayoutType.FIXED,
    borders: tableLines,
    rows: [...head, ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((children, at) => cell(children, at, false)) }))],
  });
}

/** Shares the page over the columns: at least room for the longest word of each, the rest by how much there is to read in it. */
export function columnWidths(rows: readonly (readonly string[])[], total = pageWidth): number[] {
  const count = Math.max(1, ...rows.map((row) => row.length));
  const columns = Array.from({ length: count }, (_, at) => rows.map((row) => row[at] ?? ''));
  const least = columns.map(
    (cells) => 240 + 115 * Math.min(22, Math.max(1, ...cells.flatMap((cell) => cell.split(/\s+/).map((word) => word.length)))),
  );
  const asked = columns.map((cells) =>
    Math.sqrt(10 + Math.max(...cells.map((cell) => cell.length)) + cells.reduce((sum, cell) => sum + cell.length, 0) / cells.length),
  );
  const needed = least.reduce((sum, width) => sum + width, 0);
  const share = (parts: readonly number[], room: number): number[] => {
    const all = parts.reduce((sum, part) => sum + part, 0);
    return parts.map((part) => (part / all) * room);
  };
  const widths = needed >= total ? share(least, total) : share(asked, total - needed).map((extra, at) => extra + (least[at] ?? 0));
  const whole = widths.map(Math.floor);
  whole[whole.length - 1] = (whole.at(-1) ?? 0) + total - whole.reduce((sum, width) => sum + width, 0);
  return whole;
}
