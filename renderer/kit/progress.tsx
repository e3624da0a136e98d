import type { ReactNode } from 'react';
import { nl } from '../text/nl.ts';
import { Button } from './button.tsx';

interface ProgressProps {
  label: string;
  done: number;
  /** 0 when nobody knows yet. */
  total: number;
  detail?: string | undefined;
  onCancel?: (() => void) | undefined;
}

/** How far long work is, and the way to stop it. */
export function Progress({ label, done, total, detail, onCancel }: ProgressProps): ReactNode {
  return (
    <div className="progress">
      <div className="row">
        <b>{label}</b>
        <span className="soft small">{detail ?? (total > 0 ? nl.common.step(done, total) : '')}</span>
        {onCancel && (
          <Button small className="push" onClick={onCancel}>
            {nl.common.cancel}
          </Button>
        )}
      </div>
      <progress aria-label={label} {...(total > 0 ? { value: done, max: total } : {})} />
    </div>
  );
}
