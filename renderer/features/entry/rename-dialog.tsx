import { useState, type ReactNode } from 'react';
import type { EntryDetail } from '../../../domain/entries/entry.ts';
import type { RenamePlan } from '../../../domain/entries/relations.ts';
import { currentRoute, go } from '../../data/routes.ts';
import { useAction } from '../../data/use-action.ts';
import { useCall } from '../../data/use-call.ts';
import { useSettled } from '../../data/use-settled.ts';
import { useUndo } from '../../data/use-undo.ts';
import { Callout } from '../../kit/callout.tsx';
import { DialogFoot } from '../../kit/dialog-foot.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { TextField } from '../../kit/field.tsx';
import { nl } from '../../text/nl.ts';

/** Write-ups named in the preview. */
const shown = 8;

/** Gives a write-up another title, and its file another name; says beforehand what changes along. */
export function RenameDialog({ entry, onClose }: { entry: EntryDetail; onClose(): void }): ReactNode {
  const [title, setTitle] = useState(entry.title);
  const [file, setFile] = useState<string>();
  const { back } = useUndo();
  const rename = useAction('entries.rename', {
    said: (saved, { title: given }) => ({
      text: nl.entry.renamed(given),
      undo: () => back({ label: 'titel', id: saved.id }),
    }),
  });
  const asked = { id: entry.id, title: title.trim(), ...(file?.trim() ? { file: file.trim() } : {}) };
  const changed = asked.title !== '' && (asked.title !== entry.title || asked.file !== undefined);
  const plan = usePlan(asked, changed);
  const save = async (): Promise<void> => {
    if (changed) {
      const saved = await rename.run(asked);
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
      foot={<DialogFoot onCancel={onClose} does={nl.common.save} disabled={rename.busy || !asked.title || (plan?.stuck.length ?? 0) > 0} />}
    >
      <TextField
        label={nl.entry.renameLabel}
        hint={nl.entry.renameHint}
        value={title}
        maxLength={200}
        data-autofocus
        onChange={(event) => setTitle(event.target.value)}
      />
      <TextField
        label={nl.renaming.file}
        hint={nl.renaming.fileHint}
        value={file ?? bareName(plan?.path ?? entry.path)}
        maxLength={120}
        onChange={(event) => setFile(event.target.value)}
      />
      <div role="status">{plan && <Preview plan={plan} />}</div>
    </Dialog>
  );
}

/** What it comes to, once typing has come to rest. */
function usePlan(asked: { id: string; title: string; file?: string }, changed: boolean): RenamePlan | undefined {
  const settled = useSettled(`${asked.title}\n${asked.file ?? ''}`);
  const [title = '', file = ''] = settled.split('\n');
  const { data } = useCall(
    'relations.renamePlan',
    { id: asked.id, title: title || '-', ...(file ? { file } : {}) },
    { enabled: changed && title !== '' },
  );
  return changed ? data : undefined;
}

function Preview({ plan: { path, moves, files, stuck } }: { plan: RenamePlan }): ReactNode {
  const [first] = stuck;
  if (first)
    return (
      <Callout tone="no" title={nl.renaming.stuck}>
        {stuck.map(({ title, reason }) => nl.renaming.stuckIn(title, reason)).join(' ')}
      </Callout>
    );
  return (
    <>
      <p className="small">
        {nl.renaming.along(files.length)} {moves && nl.renaming.moves(path)}
      </p>
      {files.length > 0 && (
        <ul className="small soft rename-files">
          {files.slice(0, shown).map(({ id, title, links }) => (
            <li key={id}>{nl.renaming.links(title, links)}</li>
          ))}
          {files.length > shown && <li>{nl.renaming.more(files.length - shown)}</li>}
        </ul>
      )}
    </>
  );
}

const bareName = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.(md|markdown)$/i, '');

/** An id made from the path changes with the file; the address goes along. */
function follow(from: string, to: string): void {
  const at = currentRoute();
  if (from !== to && 'id' in at && at.id === from) go({ ...at, id: to }, { replace: true });
}
