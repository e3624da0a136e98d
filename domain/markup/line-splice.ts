import { hunksOf, type Hunk } from './differences.ts';
import { printUnits, type LineManner } from './inline-print.ts';
import type { Origin } from './reading.ts';
import type { MarkupNode } from './tree.ts';
import { unitKey, unitsOf, type Unit } from './units.ts';

/** A place in the source and what comes there. */
export interface Edit {
  from: number;
  to: number;
  text: string;
}

/** The edits that turn the text of a block into another, each inside or outside one mark; undefined when marks themselves change. */
export function lineEdits(origin: Origin, now: MarkupNode, manner: LineManner, margin: string): Edit[] | undefined {
  const olds = origin.units ?? [];
  const nows = unitsOf(now.content ?? []);
  const out: Edit[] = [];
  for (const hunk of hunksOf(olds.map(unitKey), nows.map(unitKey))) {
    const edit = hunkEdit(olds, nows, hunk, manner, margin);
    if (!edit) return undefined;
    out.push(edit);
  }
  return out;
}

function hunkEdit(
  olds: readonly Unit[],
  nows: readonly Unit[],
  { from, to, start, end }: Hunk,
  manner: LineManner,
  margin: string,
): Edit | undefined {
  const gone = olds.slice(from, to);
  const made = nows.slice(start, end);
  const [before, after] = [olds[from - 1], olds[to]];
  const marked = (made[0] ?? gone[0])?.marked ?? '';
  if (![...made, ...gone].every((unit) => unit.marked === marked)) return undefined;
  const place = gone.length > 0 ? stretch(gone, before, after, made.length > 0) : gap(before, after, marked);
  if (!place) return undefined;
  const text = printUnits(
    made.map((unit) => plain(unit)),
    manner,
  );
  const isCode = made[0]?.marks.some((mark) => mark.type === 'code') ?? false;
  const written = isCode ? codeText(made, manner.inCell) : text;
  return written === undefined ? undefined : { ...place, text: written.replaceAll('\n', `\n${margin}`) };
}

const plain = (unit: Unit): Unit => ({ ...unit, marks: [], marked: '' });

const codeText = (units: readonly Unit[], inCell: boolean): string | undefined => {
  const text = units.map((unit) => unit.text).join('');
  return text.includes('`') || units.some((unit) => unit.atom) || (inCell && text.includes('|')) ? undefined : text;
};

/** The place of units that go; only when nothing else stands between them. */
function stretch(
  gone: readonly Unit[],
  before: Unit | undefined,
  after: Unit | undefined,
  replaced: boolean,
): { from: number; to: number } | undefined {
  const [first, last] = [gone[0], gone.at(-1)];
  if (first?.from === undefined || last?.to === undefined) return undefined;
  for (let k = 1; k < gone.length; k++) if (gone[k]?.from !== gone[k - 1]?.to) return undefined;
  const stays = replaced || first.marked === '' || before?.marked === first.marked || after?.marked === first.marked;
  return stays ? { from: first.from, to: last.to } : undefined;
}

/** Where new units can stand between two others: on the side that has their marks. */
function gap(before: Unit | undefined, after: Unit | undefined, marked: string): { from: number; to: number } | undefined {
  const at = before?.marked === marked && before.to !== undefined ? before.to : after?.marked === marked ? after.from : undefined;
  return at === undefined ? undefined : { from: at, to: at };
}
