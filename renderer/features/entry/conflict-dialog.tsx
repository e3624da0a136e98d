import { useState, type ReactNode } from 'react';
import type { EntryDetail } from '../../../domain/entries/entry.ts';
import { useClient } from '../../data/client.tsx';
import { useToasts } from '../../data/toasts.tsx';
import { asFailure } from '../../data/use-call.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { nl } from '../../text/nl.ts';
import type { OnDisk } from './draft-state.ts';
import type { DraftKeeper } from './use-draft.ts';

interface ConflictDialogProps {
  entry: EntryDetail;
  keeper: DraftKeeper;
  disk: OnDisk;
  onClose(): void;
}

interface Ways {
  mine(): void;
  theirs(): void;
  copy(): Promise<void>;
  busy: boolean;
}

/** The three ways out of a conflict; none of them loses a text. */
function useWays({ entry, keeper, onClose }: Omit<ConflictDialogProps, 'disk'>): Ways {
  const client = useClient();
  const toasts = useToasts();
  const [busy, setBusy] = useState(false);
  const { text } = keeper.draft;
  const copy = async (): Promise<void> => {
    setBusy(true);
    const title = nl.editor.copyTitle(entry.title).slice(0, 200);
    try {
      const made = await client.call('entries.create', { kind: entry.kind, title });
      await client.call('entries.saveBody', { id: made.id, basedOn: made.revision, body: text });
      keeper.takeDisk();
      toasts.say({ text: nl.editor.copied(title) });
      onClose();
    } catch (error) {
      toasts.fail(asFailure(error).message);
    } finally {
      setBusy(false);
    }
  };
  return {
    busy,
    copy,
    mine: () => {
      keeper.keepMine();
      onClose();
    },
    theirs: () => {
      keeper.takeDisk();
      toasts.say({ text: nl.editor.tookDisk, undo: () => keeper.type(text) });
      onClose();
    },
  };
}

/** Two versions: mine, the one on disk, or both. */
export function ConflictDialog({ entry, keeper, disk, onClose }: ConflictDialogProps): ReactNode {
  const { mine, theirs, copy, busy } = useWays({ entry, keeper, onClose });
  return (
    <Dialog
      title={nl.editor.conflictTitle}
      wide
      onClose={onClose}
      foot={
        <>
          <Button look="quiet" onClick={onClose}>
            {nl.common.cancel}
          </Button>
          <Button disabled={busy} onClick={theirs}>
            {nl.editor.conflictDisk}
          </Button>
          <Button disabled={busy} onClick={() => void copy()}>
            {nl.editor.conflictCopy}
          </Button>
          <Button look="primary" disabled={busy} onClick={mine} data-autofocus>
            {nl.editor.conflictMine}
          </Button>
        </>
      }
    >
      <p className="soft small">{nl.editor.conflictText}</p>
      <div className="versions">
        <Version title={nl.editor.conflictMineHead} text={firstDifference(keeper.draft.text, disk.body)} />
        <Version title={nl.editor.conflictDiskHead} text={firstDifference(disk.body, keeper.draft.text)} />
      </div>
    </Dialog>
  );
}

function Version({ title, text }: { title: string; text: string }): ReactNode {
  return (
    <section>
      <h3 className="label">{title}</h3>
      <p className="version">{text || nl.common.none}</p>
    </section>
  );
}

/** The lines around the first place where two texts differ. */
function firstDifference(text: string, other: string): string {
  let at = 0;
  while (at < text.length && text[at] === other[at]) at++;
  const start = text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
  return (start > 0 ? '… ' : '') + text.slice(start, start + 280) + (text.length > start + 280 ? ' …' : '');
}
