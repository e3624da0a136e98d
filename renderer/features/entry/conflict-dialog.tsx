import { useMemo, useState, type ReactNode } from 'react';
import type { EntryDetail } from '../../../domain/entries/entry.ts';
import { mergedText, mergeTexts, type MergePart } from '../../../domain/entries/text-merge.ts';
import { useClient } from '../../data/client.tsx';
import { useToasts } from '../../data/toasts.tsx';
import { asFailure } from '../../data/use-call.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { MergeList, sideText, type Side } from '../../kit/merge-list.tsx';
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
  /** Goes on with this text, on top of what is on disk. */
  settle(text: string): void;
  theirs(): void;
  copy(): Promise<void>;
  busy: boolean;
}

/** The ways out of a conflict; none of them loses a text. */
function useWays({ entry, keeper, onClose }: Omit<ConflictDialogProps, 'disk'>): Ways {
  const client = useClient();
  const toasts = useToasts();
  const [busy, setBusy] = useState(false);
  const { text, base } = keeper.draft;
  const copy = async (): Promise<void> => {
    setBusy(true);
    const title = nl.editor.copyTitle(entry.title).slice(0, 200);
    try {
      await client.call('entries.create', { kind: entry.kind, title, body: text });
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
    settle: (merged) => {
      keeper.keepMine();
      keeper.type(merged);
      onClose();
    },
    theirs: () => {
      keeper.takeDisk();
      toasts.say({ text: nl.editor.tookDisk, undo: () => void keeper.putBack({ body: text, base }) });
      onClose();
    },
  };
}

/** What I typed, what is on disk and what both came from, paragraph by paragraph. */
export function ConflictDialog({ entry, keeper, disk, onClose }: ConflictDialogProps): ReactNode {
  const { settle, theirs, copy, busy } = useWays({ entry, keeper, onClose });
  const { base, text } = keeper.draft;
  const parts = useMemo(() => mergeTexts(base, text, disk.body), [base, text, disk.body]);
  const [chosen, setChosen] = useState<readonly (Side | undefined)[]>([]);
  const open = openClashes(parts, chosen);
  return (
    <Dialog
      title={nl.editor.conflictTitle}
      wide
      onClose={onClose}
      foot={
        <>
          <span className="small soft conflict-left" role="status">
            {nl.history.mergeLeft(open)}
          </span>
          <Button look="quiet" onClick={onClose}>
            {nl.common.cancel}
          </Button>
          <Button disabled={busy} onClick={theirs}>
            {nl.editor.conflictDisk}
          </Button>
          <Button disabled={busy} onClick={() => void copy()}>
            {nl.editor.conflictCopy}
          </Button>
          <Button
            look="primary"
            disabled={busy || open > 0}
            onClick={() => settle(mergedText(parts, (clash, index) => sideText(clash, chosen[index] ?? 'mine')))}
          >
            {nl.editor.conflictMerge}
          </Button>
        </>
      }
    >
      <p className="soft small">{nl.editor.conflictText}</p>
      <MergeList
        parts={parts}
        chosen={chosen}
        names={nl.history.sides}
        onChoose={(number, side) => setChosen((all) => Object.assign([...all], { [number]: side }))}
      />
    </Dialog>
  );
}

const openClashes = (parts: readonly MergePart[], chosen: readonly (Side | undefined)[]): number =>
  parts.filter((part) => part.kind === 'clash').filter((_, index) => chosen[index] === undefined).length;
