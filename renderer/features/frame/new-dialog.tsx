import { useEffect, useState, type ReactNode } from 'react';
import type { Template } from '../../../domain/entries/template.ts';
import { go } from '../../data/routes.ts';
import { useAction } from '../../data/use-action.ts';
import { useCall } from '../../data/use-call.ts';
import { kindOf, useVocabulary } from '../../data/vocabulary.ts';
import { Callout } from '../../kit/callout.tsx';
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
  const [chosen, setChosen] = useState('');
  const templates = useTemplates();
  const fitting = templates.filter((template) => template.problem === undefined && (template.kind ?? kindId) === kindId);
  const template = fitting.find(({ id }) => id === chosen);
  const create = useAction('entries.create');
  const make = async (): Promise<void> => {
    if (!title.trim()) return setWrong(nl.frame.noTitle);
    const saved = await create.run({ kind: kindId, title: title.trim(), ...(template ? { template: template.id } : {}) });
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
      <TemplateChoice templates={templates} fitting={fitting} chosen={template} onChange={setChosen} />
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

interface ChoiceProps {
  templates: readonly Template[];
  fitting: readonly Template[];
  chosen: Template | undefined;
  onChange(id: string): void;
}

/** What the write-up begins with, where the kennismap has templates of its own. */
function TemplateChoice({ templates, fitting, chosen, onChange }: ChoiceProps): ReactNode {
  return (
    <>
      {fitting.length > 0 && (
        <Select
          label={nl.templates.label}
          hint={chosen?.description}
          value={chosen?.id ?? ''}
          options={[{ value: '', label: nl.templates.plain }, ...fitting.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={onChange}
        />
      )}
      {templates.map(({ id, name, problem }) => problem !== undefined && <Callout key={id}>{nl.templates.unusable(name, problem)}</Callout>)}
    </>
  );
}

const none: readonly Template[] = [];

/** The templates as they are now: somebody may have put one in the folder just before. */
function useTemplates(): readonly Template[] {
  const { data, again } = useCall('entries.templates', {});
  useEffect(again, []); // eslint-disable-line react-hooks/exhaustive-deps -- once, when the dialog opens
  return data ?? none;
}
