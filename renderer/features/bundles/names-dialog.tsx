import { useState, type ReactNode } from 'react';
import { DialogFoot } from '../../kit/dialog-foot.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { TextArea } from '../../kit/field.tsx';
import { nl } from '../../text/nl.ts';

interface NamesDialogProps {
  names: readonly string[];
  onNames(names: readonly string[]): void;
  onClose(): void;
}

/** Takes a pasted class list to look for; it is gone when the screen is left. */
export function NamesDialog({ names, onNames, onClose }: NamesDialogProps): ReactNode {
  const [text, setText] = useState(names.join('\n'));
  return (
    <Dialog
      title={nl.bundles.namesTitle}
      onClose={onClose}
      onSubmit={() => {
        onNames(
          text
            .split(/\r?\n/)
            .map((line) => line.trim().slice(0, 500))
            .filter((line) => line !== '')
            .slice(0, 5000),
        );
        onClose();
      }}
      foot={<DialogFoot onCancel={onClose} does={nl.bundles.namesGo} />}
    >
      <TextArea
        label={nl.bundles.namesLabel}
        hint={nl.bundles.namesHint}
        data-autofocus=""
        rows={10}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </Dialog>
  );
}
