import type { ReactNode } from 'react';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { nl } from '../../text/nl.ts';
import { Preview, type PreviewProps } from './preview.tsx';

/** The preview as large as the screen lets it be. */
export function PreviewDialog({ onClose, ...shown }: Omit<PreviewProps, 'children'> & { onClose(): void }): ReactNode {
  return (
    <Dialog
      title={nl.bundles.previewTitle}
      wide
      onClose={onClose}
      onSubmit={onClose}
      foot={
        <Button look="primary" type="submit">
          {nl.bundles.previewClose}
        </Button>
      }
    >
      <Preview {...shown} />
    </Dialog>
  );
}
