import { useState, type ReactNode } from 'react';
import type { EntryDetail } from '../../../domain/entries/entry.ts';
import type { Vocabulary } from '../../../domain/entries/vocabulary.ts';
import { useAction } from '../../data/use-action.ts';
import { useUndo } from '../../data/use-undo.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { TextField } from '../../kit/field.tsx';
import { Select } from '../../kit/select.tsx';
import { nl } from '../../text/nl.ts';
import { Choices, useChoices } from './link-choices.tsx';
import { linkFields } from './link-fields.ts';

interface LinkDialogProps {
  entry: EntryDetail;
  vocabulary: Vocabulary;
  onClose(): void;
}

/** Chooses what a link says and which write-up it leads to; only kinds the field allows can be chosen. */
export function LinkDialog({ entry, vocabulary, onClose }: LinkDialogProps): ReactNode {
  const fields = linkFields(vocabulary, entry.kind);
  const [key, setKey] = useState(fields[0]?.key ?? '');
  const [typed, setTyped] = useState('');
  const { back } = useUndo();
  const found = useChoices(
    entry,
    fields.find((field) => field.key === key),
    typed,
  );
  const link = useAction('relations.link', {
    said: (saved, { to }) => ({
      text: nl.relations.linked(found.find(({ id }) => id === to)?.title ?? to),
      undo: () => back({ label: 'koppeling', id: saved.id }),
    }),
  });
  const add = async ({ id }: { id: string }): Promise<void> => {
    if (await link.run({ id: entry.id, field: key, to: id })) onClose();
  };
  return (
    <Dialog
      title={nl.relations.addTitle}
      onClose={onClose}
      onSubmit={() => {
        const [first] = found;
        if (first && typed.trim()) void add(first);
      }}
      foot={
        <Button look="quiet" onClick={onClose}>
          {nl.common.cancel}
        </Button>
      }
    >
      <Select label={nl.relations.field} value={key} options={fields.map((field) => ({ value: field.key, label: field.label }))} onChange={setKey} />
      <TextField
        label={nl.relations.which}
        hint={nl.relations.whichHint}
        value={typed}
        maxLength={200}
        data-autofocus
        onChange={(event) => setTyped(event.target.value)}
      />
      <Choices found={found} vocabulary={vocabulary} busy={link.busy} onChoose={(one) => void add(one)} />
    </Dialog>
  );
}
