import { useState, type ReactNode } from 'react';
import type { EntryDetail } from '../../../domain/entries/entry.ts';
import type { Field } from '../../../domain/entries/kind.ts';
import type { Vocabulary } from '../../../domain/entries/vocabulary.ts';
import { fold } from '../../../domain/search/fold.ts';
import { useAction } from '../../data/use-action.ts';
import { useCall } from '../../data/use-call.ts';
import { useUndo } from '../../data/use-undo.ts';
import { kindOf } from '../../data/vocabulary.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { TextField } from '../../kit/field.tsx';
import { Select } from '../../kit/select.tsx';
import { nl } from '../../text/nl.ts';
import { linkFields } from './link-fields.ts';

/** Titles shown at once. */
const shown = 30;

interface Choice {
  id: string;
  title: string;
  kind: string;
}

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

interface ChoicesProps {
  found: readonly Choice[];
  vocabulary: Vocabulary;
  busy: boolean;
  onChoose(one: Choice): void;
}

function Choices({ found, vocabulary, busy, onChoose }: ChoicesProps): ReactNode {
  return (
    <>
      <ul className="link-choices" aria-label={nl.relations.fitting}>
        {found.slice(0, shown).map((one) => (
          <li key={one.id}>
            <button type="button" className="menu-item" disabled={busy} onClick={() => onChoose(one)}>
              <span>
                {one.title}
                <small>{kindOf(vocabulary, one.kind).name}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p className="small faint" role="status">
        {found.length === 0 ? nl.relations.noneFound : found.length > shown ? nl.relations.more(found.length - shown) : ''}
      </p>
    </>
  );
}

/** What the field may point at and does not yet, by title. */
function useChoices(entry: EntryDetail, field: Field | undefined, typed: string): Choice[] {
  const titles = useCall('entries.titles', {}).data ?? [];
  const wanted = fold(typed.trim());
  const linked = new Set([entry.id, ...entry.links.filter((link) => link.field === field?.key).map((link) => link.id)]);
  const begins = (title: string): number => (fold(title).startsWith(wanted) ? 0 : 1);
  return titles
    .filter((one) => !linked.has(one.id) && (!field?.kinds || field.kinds.includes(one.kind)) && fold(one.title).includes(wanted))
    .sort((a, b) => begins(a.title) - begins(b.title) || a.title.localeCompare(b.title, 'nl'));
}
