import type { ReactNode } from 'react';
import { nl } from '../text/nl.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

/** Asks before anything leaves the machine, and shows where it would go. */
export function OutsideDialog({ address, onClose }: { address: string; onClose(): void }): ReactNode {
  const open = (): void => {
    window.open(address, '_blank', 'noopener,noreferrer');
    onClose();
  };
  return (
    <Dialog
      title={nl.common.outside.title}
      onClose={onClose}
      onSubmit={open}
      foot={
        <>
          <Button look="quiet" onClick={onClose} data-autofocus>
            {nl.common.cancel}
          </Button>
          <Button look="primary" type="submit">
            {nl.common.outside.open}
          </Button>
        </>
      }
    >
      <p>{where(address)}</p>
      <p className="small faint outside-address">{address}</p>
    </Dialog>
  );
}

function where(address: string): string {
  if (/^mailto:/i.test(address)) return nl.common.outside.mail(address.slice('mailto:'.length).split('?')[0] ?? '');
  try {
    return nl.common.outside.text(new URL(address).host);
  } catch {
    return nl.common.outside.text(address);
  }
}
