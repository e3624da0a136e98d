import { useState, type ReactNode } from 'react';
import type { Version } from '../../../domain/entries/version.ts';
import { useAction } from '../../data/use-action.ts';
import { useCall } from '../../data/use-call.ts';
import { DialogFoot } from '../../kit/dialog-foot.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { TextField } from '../../kit/field.tsx';
import { nl } from '../../text/nl.ts';

/** Gives a version a name, so that it stays however old it gets. */
export function NameDialog({ id, version, onClose }: { id: string; version: Version; onClose(): void }): ReactNode {
  const [name, setName] = useState(version.name ?? '');
  const versions = useCall('history.versions', { id });
  const give = useAction('history.name');
  const save = async (): Promise<void> => {
    if (!(await give.run({ id, revision: version.revision, name: name.trim() }))) return;
    versions.again();
    onClose();
  };
  return (
    <Dialog
      title={nl.history.nameTitle}
      onClose={onClose}
      onSubmit={() => void save()}
      foot={<DialogFoot onCancel={onClose} does={nl.common.save} disabled={give.busy} />}
    >
      <TextField
        label={nl.history.nameLabel}
        hint={nl.history.nameHint}
        value={name}
        maxLength={120}
        data-autofocus
        onChange={(event) => setName(event.target.value)}
      />
    </Dialog>
  );
}
