import { useState, type ReactNode } from 'react';
import type { EntryDetail } from '../../../domain/entries/entry.ts';
import { currentRoute, go } from '../../data/routes.ts';
import { useAction } from '../../data/use-action.ts';
import { useUndo } from '../../data/use-undo.ts';
import { DialogFoot } from '../../kit/dialog-foot.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { TextField } from '../../kit/field.tsx';
import { nl } from '../../text/nl.ts';

/** Gives a write-up another title. */
export function RenameDialog({ entry, onClose }: { entry: EntryDetail; onClose(): void }): ReactNode {
  const [title, setTitle] = useState(entry.title);
  const { back } = useUndo();
  const rename = useAction('entries.rename', {
    said: (saved, { title: given }) => ({
      text: nl.entry.renamed(given),
      undo: () => back({ label: 'titel', id: saved.id }),
    }),
  });
  const save = async (): Promise<void> => {
    const given = title.trim();
    if (given && given !== entry.title) {
      const saved = await rename.run({ id: entry.id, title: given });
      if (!saved) return;
      follow(entry.id, saved.id);
    }
    onClose();
  };
  return (
    <Dialog
      title={nl.entry.renameTitle}
      onClose={onClose}
      onSubmit={() => void save()}
      foot={<DialogFoot onCancel={onClose} does={nl.common.save} disabled={rename.busy || !title.trim()} />}
    >
      <TextField
        label={nl.entry.renameLabel}
        hint={nl.entry.renameHint}
        value={title}
        maxLength={200}
        data-autofocus
        onChange={(event) => setTitle(event.target.value)}
      />
    </Dialog>
  );
}

/** An id made from the path changes with the file; the address goes along. */
function follow(from: string, to: string): void {
  const at = currentRoute();
  if (from !== to && 'id' in at && at.id === from) go({ ...at, id: to }, { replace: true });
}
