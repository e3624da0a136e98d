import { X } from 'lucide-react';
import type { ReactNode } from 'react';

/** One thing that narrows the list, with its own button to let go of it. */
export function Chip({ name, value, removeLabel, onRemove }: { name: string; value: string; removeLabel: string; onRemove(): void }): ReactNode {
  return (
    <span className="chip">
      <span>{name}</span> <b>{value}</b>
      <button type="button" aria-label={removeLabel} title={removeLabel} onClick={onRemove}>
        <X className="icon icon-sm" aria-hidden />
      </button>
    </span>
  );
}
