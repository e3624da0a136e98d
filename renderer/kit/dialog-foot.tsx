import type { ReactNode } from 'react';
import { nl } from '../text/nl.ts';
import { Button } from './button.tsx';

interface DialogFootProps {
  onCancel(): void;
  /** Words of the button that does it; Enter does the same. */
  does: string;
  disabled?: boolean;
  /** Other ways out, between the two. */
  children?: ReactNode;
}

/** The buttons of a dialog: think better of it, or do it. */
export function DialogFoot({ onCancel, does, disabled = false, children }: DialogFootProps): ReactNode {
  return (
    <>
      <Button look="quiet" onClick={onCancel}>
        {nl.common.cancel}
      </Button>
      {children}
      <Button look="primary" type="submit" disabled={disabled}>
        {does}
      </Button>
    </>
  );
}
