/** Puts the focus on the row of the list that Tab would reach. False where there is no list. */
export function focusFirstHit(): boolean {
  const row = document.querySelector<HTMLElement>('.hits a[tabindex="0"]');
  row?.focus();
  return row !== null;
}
