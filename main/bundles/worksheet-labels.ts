import { takes, worksheetQuestions, type Take } from '../../domain/bundle/worksheet-questions.ts';
import type { FlowBlock } from './docx-flow.ts';
import { sheetLabels, worksheetLinePattern } from './products/worksheet-marks.ts';

/** A row of the table of elements, as it was filled in. */
export interface ElementRow {
  text: string;
  ticked: Take[];
  why: string;
}

const labels: readonly { key: string; label: string }[] = [
  { key: 'team', label: sheetLabels.team },
  { key: 'role', label: sheetLabels.role },
  ...worksheetQuestions('vijf', []).flatMap(({ answers }) => answers.map(({ key, label }) => ({ key, label }))),
];

const labelOf = (text: string): { key: string; rest: string } | undefined => {
  for (const { key, label } of labels) if (text.startsWith(`${label}:`)) return { key, rest: text.slice(label.length + 1).trim() };
  return undefined;
};

/** The answers of a worksheet by the words beside them: what stands behind a label, and in the box under it. */
export function sheetTexts(blocks: readonly FlowBlock[]): Map<string, string> {
  const found = new Map<string, string>();
  let key: string | undefined;
  const add = (text: string): void => {
    if (key !== undefined && text !== '') found.set(key, [found.get(key), text].filter(Boolean).join('\n'));
  };
  for (const block of blocks) {
    if (block.type === 'line') {
      const label = labelOf(block.text);
      if (label) {
        key = label.key;
        add(label.rest);
      } else if (block.heading || worksheetLinePattern.test(block.text)) key = undefined;
      else if (key !== 'mark') add(block.text);
      continue;
    }
    const cells = block.rows.flat();
    for (const cell of cells) {
      const label = labelOf(cell);
      if (label && label.rest !== '') found.set(label.key, label.rest);
    }
    if (cells.length === 1) add(cells[0] ?? '');
    key = undefined;
  }
  return found;
}

/** The rows of the table of elements. A tick is a box that was ticked, or what people put there with a keyboard. */
export function elementsInTable(blocks: readonly FlowBlock[]): ElementRow[] {
  const table = blocks.find((block) => block.type === 'table' && block.rows[0]?.[0]?.trim() === sheetLabels.element && block.rows[0].length >= 5);
  if (table?.type !== 'table') return [];
  return table.rows.slice(1).map((row) => ({
    text: row[0] ?? '',
    ticked: takes.filter((take, at) => isTick(row[at + 1] ?? '', take)),
    why: row[4] ?? '',
  }));
}

const isTick = (cell: string, take: Take): boolean => /^[☒☑✓✔✗✘xv]$/iu.test(cell.trim()) || cell.trim().toLowerCase() === take;
