import { useEffect, useRef, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';

interface Walk {
  ref: RefObject<HTMLTableElement | null>;
  onKeyDown(event: KeyboardEvent): void;
  onFocus(event: FocusEvent): void;
}

/** Makes the links of a table one stop for Tab: the arrows walk from cell to cell, Home and End along the row. */
export function useWalk(): Walk {
  const ref = useRef<HTMLTableElement>(null);
  const stop = (link: HTMLElement): void => {
    ref.current?.querySelectorAll<HTMLElement>('a[tabindex="0"]').forEach((other) => other.setAttribute('tabindex', '-1'));
    link.setAttribute('tabindex', '0');
  };
  // After every draw: rows may have come and gone, and one of them must take the focus.
  useEffect(() => {
    if (ref.current?.querySelector('a[tabindex="0"]')) return;
    const first = ref.current?.querySelector<HTMLElement>('tbody a') ?? ref.current?.querySelector<HTMLElement>('a');
    if (first) stop(first);
  });
  return {
    ref,
    onFocus: (event) => {
      if (event.target instanceof HTMLAnchorElement) stop(event.target);
    },
    onKeyDown: (event) => {
      const to = next(ref.current, event.target, event.key);
      if (!to) return;
      event.preventDefault();
      to.focus();
      to.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    },
  };
}

function next(table: HTMLTableElement | null, from: EventTarget, key: string): HTMLElement | undefined {
  const cell = from instanceof HTMLElement ? from.closest<HTMLTableCellElement>('td, th') : null;
  const row = cell?.parentElement;
  if (!table || !cell || !(row instanceof HTMLTableRowElement)) return undefined;
  const step = { ArrowLeft: -1, ArrowRight: 1, Home: -1, End: 1 }[key];
  if (step !== undefined) return along(row, cell, step, key === 'Home' || key === 'End');
  const down = { ArrowUp: -1, ArrowDown: 1, PageUp: -10, PageDown: 10 }[key];
  if (down === undefined) return undefined;
  const rows = [...table.rows];
  const target = rows[Math.min(rows.length - 1, Math.max(0, rows.indexOf(row) + down))];
  return target === row ? undefined : linkAt(target, columnOf(cell));
}

/** Column a cell begins in; a cell may be as wide as two. */
function columnOf(cell: HTMLTableCellElement): number {
  let column = 0;
  for (let before = cell.previousElementSibling; before instanceof HTMLTableCellElement; before = before.previousElementSibling)
    column += before.colSpan;
  return column;
}

/** The link in a column, or the nearest one before it. */
function linkAt(row: HTMLTableRowElement | undefined, column: number): HTMLElement | undefined {
  const before = [...(row?.cells ?? [])].filter((cell) => columnOf(cell) <= column);
  return before.flatMap((cell) => cell.querySelector('a') ?? []).at(-1) ?? row?.querySelector('a') ?? undefined;
}

function along(row: HTMLTableRowElement, from: HTMLTableCellElement, step: number, toEnd: boolean): HTMLElement | undefined {
  const cells = [...row.cells];
  const order = step > 0 ? cells.slice(cells.indexOf(from) + 1) : cells.slice(0, cells.indexOf(from)).reverse();
  const links = order.flatMap((cell) => cell.querySelector('a') ?? []);
  return toEnd ? links.at(-1) : links[0];
}
