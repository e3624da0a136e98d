import { useMemo, useState, type ReactNode } from 'react';
import type { Output } from '../../../domain/api/contract.ts';
import type { ImportChoice, ImportEntry } from '../../../domain/bundle/bundle-import.ts';
import { compareFields } from '../../../domain/entries/field-merge.ts';
import { compareTexts, mergedText } from '../../../domain/entries/text-merge.ts';
import { useCall } from '../../data/use-call.ts';
import { useVocabulary } from '../../data/vocabulary.ts';
import { Button } from '../../kit/button.tsx';
import { Callout } from '../../kit/callout.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { chosenFields, FieldChoices } from '../../kit/field-choices.tsx';
import { MergeList, sideText, type Side } from '../../kit/merge-list.tsx';
import { nl } from '../../text/nl.ts';

interface CompareDialogProps {
  path: string;
  entry: ImportEntry;
  onClose(): void;
  onChoose(choice: ImportChoice): void;
}

/** Theirs beside ours, field by field and paragraph by paragraph. */
export function CompareDialog({ path, entry, onClose, onChoose }: CompareDialogProps): ReactNode {
  const { data, failure } = useCall('import.compare', { path, id: entry.id });
  if (data) return <Comparing key={entry.id} both={data} title={entry.title} onClose={onClose} onChoose={onChoose} />;
  return (
    <Dialog title={entry.title} onClose={onClose} foot={<Button onClick={onClose}>{nl.common.cancel}</Button>}>
      {failure ? <Callout tone="no">{failure.message}</Callout> : <p className="soft">{nl.importing.comparing}</p>}
    </Dialog>
  );
}

interface ComparingProps {
  both: Output<'import.compare'>;
  title: string;
  onClose(): void;
  onChoose(choice: ImportChoice): void;
}

/** What differs and what was chosen of it so far. */
function useChoosing({ ours, theirs }: Output<'import.compare'>) {
  const parts = useMemo(() => compareTexts(theirs.body, ours.body), [theirs, ours]);
  const fields = useMemo(
    () => compareFields(theirs.fields, ours.fields).filter(({ kind, key }) => kind !== 'theirs' && key !== 'id'),
    [theirs, ours],
  );
  const [chosen, setChosen] = useState<readonly (Side | undefined)[]>([]);
  const [kept, setKept] = useState<Readonly<Record<string, Side>>>({});
  const clashes = parts.filter((part) => part.kind === 'clash').length;
  return {
    parts,
    fields,
    chosen,
    kept,
    clashes,
    open: clashes - chosen.filter((side) => side !== undefined).length + fields.filter(({ key }) => kept[key] === undefined).length,
    choose: (number: number, side: Side) => setChosen((all) => Object.assign([...all], { [number]: side })),
    keep: (key: string, side: Side) => setKept((all) => ({ ...all, [key]: side })),
    outcome: (): ImportChoice => ({
      body: mergedText(parts, (clash, index) => sideText(clash, chosen[index] ?? 'theirs')),
      fields: chosenFields(fields, kept),
    }),
  };
}

function Comparing({ both, title, onClose, onChoose }: ComparingProps): ReactNode {
  const vocabulary = useVocabulary();
  const now = useChoosing(both);
  const done = (): void => {
    if (now.open > 0) return;
    onChoose(now.outcome());
    onClose();
  };
  return (
    <Dialog
      title={title}
      wide
      onClose={onClose}
      onSubmit={done}
      foot={
        <>
          <span className="small soft conflict-left" role="status">
            {nl.history.mergeLeft(now.open)}
          </span>
          <Button look="quiet" onClick={onClose}>
            {nl.common.cancel}
          </Button>
          <Button look="primary" type="submit" disabled={now.open > 0}>
            {nl.importing.takeMerged}
          </Button>
        </>
      }
    >
      {now.fields.length > 0 && (
        <FieldChoices fields={now.fields} vocabulary={vocabulary} kept={now.kept} names={nl.importing.sides} onKeep={now.keep} />
      )}
      {now.clashes === 0 ? (
        <p className="soft">{nl.history.mergeSame}</p>
      ) : (
        <MergeList parts={now.parts} chosen={now.chosen} names={nl.importing.sides} onChoose={now.choose} />
      )}
    </Dialog>
  );
}
