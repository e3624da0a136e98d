import type { KeyboardEvent, MouseEvent } from 'react';
import type { Selection } from './selection.ts';

/** Space picks the row that has the focus, Ctrl+A everything, Escape ends. True when the key was about picking. */
export function pickingKey(event: KeyboardEvent, selection: Selection, order: readonly string[]): boolean {
  const ctrl = event.ctrlKey || event.metaKey;
  if (ctrl && event.key.toLowerCase() === 'a') {
    selection.all();
    return true;
  }
  if (event.key === 'Escape' && selection.ids.size > 0) {
    selection.clear();
    return true;
  }
  if (event.key !== ' ' || event.altKey) return false;
  const id = event.target instanceof HTMLInputElement ? undefined : order[rowOf(event)];
  if (id === undefined) return false;
  if (event.shiftKey) selection.extend(id, order);
  else selection.toggle(id);
  return true;
}

/** Ctrl+click picks one, Shift+click everything up to it; any other click opens. */
export function pickingClick(event: MouseEvent, id: string, selection: Selection, order: readonly string[]): void {
  const ctrl = event.ctrlKey || event.metaKey;
  if (!ctrl && !event.shiftKey) return;
  event.preventDefault();
  if (event.shiftKey) selection.extend(id, order);
  else selection.toggle(id);
}

/** Place in the list of the row that has the focus; -1 outside a row. */
export function rowOf(event: KeyboardEvent): number {
  const row = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('li[data-index]') : null;
  return row ? Number(row.dataset['index']) : -1;
}
