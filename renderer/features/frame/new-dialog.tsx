import { useState, type ReactNode } from 'react';
import { go } from '../../data/routes.ts';
import { useAction } from '../../data/use-action.ts';
import { kindOf, useVocabulary } from '../../data/vocabulary.ts';
import { DialogFoot } from '../../kit/dialog-foot.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { TextField } from '../../kit/field.tsx';
import { Select } from '../../kit/select.tsx';
import { nl } from '../../text/nl.ts';
import { capital } from '../../text/nl/format.ts';

/** What is known already when somebody asks for a new write-up. */
export interface NewEntry {
  kind?: string | undefined;
  title?: string | undefined;
}

/** Asks for a title, makes the write-up from the template of its kind, and opens it for writing. */
export function NewDialog({ what, onClose }: { what: NewEntry; onClose(): void }): ReactNode {
  const vocabulary = useVocabulary();
  const [kindId, setKind] = useState(what.kind ?? vocabulary.kinds[0]?.id ?? '');
  const [title, setTitle] = useState(what.title ?? '');
  const [wrong, setWrong] = useState<string>();
  const kind = kindOf(vocabulary, kindId);
  const create = useAction('entries.create');
  const make = async (): Promise<void> => {
    if (!title.trim()) return setWrong(nl.frame.noTitle);
    const saved = await create.run({ kind: kindId, title: title.trim() });
    if (!saved) return;
    onClose();
    go({ screen: 'stuk', id: saved.id, edit: true, q: '' });
  };
  return (
    <Dialog
      title={nl.frame.newTitle(kind.name.toLocaleLowerCase('nl'))}
      onClose={onClose}
      onSubmit={() => void make()}
      foot={<DialogFoot onCancel={onClose} does={nl.frame.make} disabled={create.busy} />}
    >
      {'description' in kind && <p className="soft small">{kind.description}</p>}
      <Select
        label={capital('soort')}
        value={kindId}
        options={vocabulary.kinds.map((k) => ({ value: k.id, label: capital(k.name) }))}
        onChange={setKind}
      />
      <TextField
        label={nl.frame.titleLabel}
        hint={nl.frame.titleHint}
        wrong={wrong}
        value={title}
        maxLength={200}
        data-autofocus
        onChange={(event) => {
          setTitle(event.target.value);
          setWrong(undefined);
        }}
      />
    </Dialog>
  );
}
