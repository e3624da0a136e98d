import type { ReactNode } from 'react';

interface CheckboxProps {
  checked: boolean;
  onChange(checked: boolean): void;
  children: ReactNode;
  /** Number at the end of the line (a facet). */
  count?: ReactNode;
  /** Read out instead of the words, where those need more. */
  label?: string;
  /** Drawn faint: nothing to find here. */
  faint?: boolean;
  disabled?: boolean;
}

/** A tick box with its words. */
export function Checkbox({ checked, onChange, children, count, label, faint = false, disabled = false }: CheckboxProps): ReactNode {
  return (
    <label className={faint ? 'check none' : 'check'}>
      <input type="checkbox" checked={checked} disabled={disabled} aria-label={label} onChange={(event) => onChange(event.target.checked)} />
      <span>{children}</span>
      {count !== undefined && <span className="count">{count}</span>}
    </label>
  );
}
