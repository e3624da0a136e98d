import { useState, type ReactNode } from 'react';
import type { Trashed } from '../../../domain/api/contract.ts';
import { useAction } from '../../data/use-action.ts';
import { useToasts } from '../../data/toasts.tsx';
import { Checkbox } from '../../kit/checkbox.tsx';
import { DialogFoot } from '../../kit/dialog-foot.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { nl } from '../../text/nl.ts';

/** The one thing that cannot be taken back asks first. */
export function RemoveDialog({ item, onClose }: { item: Trashed; onClose(): void }): ReactNode {
  const [versions, setVersions] = useState(false);
  const remove = useAction('trash.remove');
  const toasts = useToasts();
  const go = async (): Promise<void> => {
    if (await remove.run({ keys: [item.key], versions })) toasts.say({ text: nl.history.removed(item.title) });
    onClose();
  };
  return (
    <Dialog
      title={nl.history.removeTitle}
      onClose={onClose}
      onSubmit={() => void go()}
      foot={<DialogFoot onCancel={onClose} does={nl.history.removeForGood} disabled={remove.busy} />}
    >
      <p>{nl.history.removeText(item.title)}</p>
      <Checkbox checked={versions} onChange={setVersions}>
        {nl.history.removeVersions}
      </Checkbox>
    </Dialog>
  );
}
