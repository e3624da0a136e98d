import { clipped } from './handout-content.ts';

/** The table of one slide. */
export interface SlideTable {
  header: string[];
  rows: string[][];
  /** What stands under it when not all of it is shown. */
  below?: string;
}

/** Columns a slide has room for, signs a cell has, and lines of text the rows of one slide have together. */
const room = { columns: 5, signs: 90, lines: 9 };
/** Slides one table may take for the same columns; the rest is with the speaker. */
export const mostTableSlides = 3;

/** Whether a table can be shown: nearly every cell says its thing in a few words. Whole texts in cells are for paper. */
export function fitsOnSlides(cells: readonly string[]): boolean {
  return cells.filter((cell) => cell.length > room.signs).length * 4 <= cells.length;
}

/** The part of the width each column of a table gets, by how much there is to read in it. */
export function columnShares(header: readonly string[], rows: readonly (readonly string[])[]): number[] {
  const asked = header.map((text, at) => Math.sqrt(Math.max(6, text.length, ...rows.map((row) => row[at]?.length ?? 0))));
  const all = asked.reduce((sum, part) => sum + part, 0);
  return asked.map((part) => part / all);
}

/**
 * A table over as many slides as it needs: the columns that fit together, each time with the first one before them, and of those at most `most` slides
 * of rows.
 */
export function slideTables(header: readonly string[], rows: readonly (readonly string[])[], most: number): SlideTable[] {
  return columnGroups(header.length).flatMap((columns) => {
    const pick = (row: readonly string[]): string[] => columns.map((at) => clipped(row[at] ?? '', room.signs));
    const [head, body] = [pick(header), rows.map(pick)];
    const pages = rowPages(head, body);
    const left = pages.slice(most).reduce((sum, page) => sum + page.length, 0);
    return pages.slice(0, most).map((page, at): SlideTable => ({
      header: head,
      rows: page,
      ...(left > 0 && at === most - 1 ? { below: `Nog ${left} ${left === 1 ? 'rij' : 'rijen'}: zie de notities.` } : {}),
    }));
  });
}

function columnGroups(count: number): number[][] {
  if (count <= room.columns) return [Array.from({ length: count }, (_, at) => at)];
  const groups: number[][] = [];
  for (let from = 1; from < count; from += room.columns - 1)
    groups.push([0, ...Array.from({ length: Math.min(room.columns - 1, count - from) }, (_, at) => from + at)]);
  return groups;
}

function rowPages(header: readonly string[], rows: readonly string[][]): string[][][] {
  const shares = columnShares(header, rows);
  const linesIn = (row: readonly string[]): number => Math.max(1, ...row.map((cell, at) => Math.ceil(cell.length / (95 * (shares[at] ?? 1)))));
  const lines = room.lines + 1 - linesIn(header);
  const pages: string[][][] = [[]];
  let used = 0;
  for (const row of rows) {
    used += linesIn(row);
    if (used > lines && pages.at(-1)?.length !== 0) {
      pages.push([]);
      used = linesIn(row);
    }
    pages.at(-1)?.push(row);
  }
  return pages;
}
