import { useState, type ReactNode } from 'react';
import type { EntryDetail } from '../../../domain/entries/entry.ts';
import type { Vocabulary } from '../../../domain/entries/vocabulary.ts';
import { go } from '../../data/routes.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { TextField } from '../../kit/field.tsx';
import { nl } from '../../text/nl.ts';
import { Choices, useChoices } from './link-choices.tsx';

interface MergeWithDialogProps {
  entry: EntryDetail;
  vocabulary: Vocabulary;
  onClose(): void;
}

/** Asks which other write-up this one is to be merged with; those of the same kind come first. */
export function MergeWithDialog({ entry, vocabulary, onClose }: MergeWithDialogProps): ReactNode {
  const [typed, setTyped] = useState('');
  const all = useChoices(entry, undefined, typed);
  const found = [...all.filter(({ kind }) => kind === entry.kind), ...all.filter(({ kind }) => kind !== entry.kind)];
  const choose = ({ id }: { id: string }): void => {
    onClose();
    go({ screen: 'samen', id: entry.id, other: id });
  };
  return (
    <Dialog
      title={nl.merging.pickTitle}
      onClose={onClose}
      onSubmit={() => {
        const [first] = found;
        if (first && typed.trim()) choose(first);
      }}
      foot={
        <Button look="quiet" onClick={onClose}>
          {nl.common.cancel}
        </Button>
      }
    >
      <TextField
        label={nl.relations.which}
        hint={nl.relations.whichHint}
        value={typed}
        maxLength={200}
        data-autofocus
        onChange={(event) => setTyped(event.target.value)}
      />
      <Choices found={found} vocabulary={vocabulary} busy={false} onChoose={choose} />
    </Dialog>
  );
}
