import { useState, type ReactNode } from 'react';
import type { EntryDetail, Json } from '../../../domain/entries/entry.ts';
import type { Field } from '../../../domain/entries/kind.ts';
import type { Vocabulary } from '../../../domain/entries/vocabulary.ts';
import { useAction } from '../../data/use-action.ts';
import { useVocabulary } from '../../data/vocabulary.ts';
import { DialogFoot } from '../../kit/dialog-foot.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { nl } from '../../text/nl.ts';
import { FieldControl } from './field-control.tsx';

type Values = Readonly<Record<string, Json | undefined>>;
const groups = ['kern', 'inhoud', 'context', 'delen', 'koppelingen', 'beheer'] as const;

/** Keys that are made by something else: the stage dialog, weighing, renaming, or Oogst itself. */
const elsewhere = new Set(['id', 'soort', 'titel', 'fase', 'fasehistorie', 'oordelen', 'voorbeeld']);

/** The form of a kind, in the order its data gives. */
export function formFields(vocabulary: Vocabulary, kindId: string): Field[] {
  const kind = vocabulary.kinds.find((k) => k.id === kindId);
  const keys = kind ? kind.fields : vocabulary.fields.map((field) => field.key);
  return keys
    .flatMap((key) => vocabulary.fields.find((field) => field.key === key) ?? [])
    .filter((field) => !elsewhere.has(field.key) && field.type !== 'lijst');
}

/** Changes the fields of a write-up; only what changed is written, and it can be taken back. */
export function FieldsDialog({ entry, onClose }: { entry: EntryDetail; onClose(): void }): ReactNode {
  const vocabulary = useVocabulary();
  const [values, setValues] = useState<Values>({});
  const fields = formFields(vocabulary, entry.kind);
  const undo = useAction('entries.setFields');
  const set = useAction('entries.setFields', {
    said: (saved, { fields: changed }) => ({
      text: nl.entry.fieldsText(Object.keys(changed).length),
      undo: () => void undo.run({ id: saved.id, fields: Object.fromEntries(Object.keys(changed).map((key) => [key, entry.fields[key] ?? null])) }),
    }),
  });
  const save = async (): Promise<void> => {
    const changed = changes(entry, values);
    if (Object.keys(changed).length === 0 || (await set.run({ id: entry.id, fields: changed }))) onClose();
  };
  return (
    <Dialog
      title={nl.entry.fieldsTitle}
      wide
      onClose={onClose}
      onSubmit={() => void save()}
      foot={<DialogFoot onCancel={onClose} does={nl.common.save} disabled={set.busy} />}
    >
      {groups.map((group) => {
        const inGroup = fields.filter((field) => field.group === group);
        return (
          inGroup.length > 0 && (
            <fieldset key={group} className="form-group">
              <legend>{nl.entry.groups[group]}</legend>
              {inGroup.map((field) => (
                <FieldControl
                  key={field.key}
                  field={field}
                  kind={entry.kind}
                  self={entry.id}
                  vocabulary={vocabulary}
                  value={Object.hasOwn(values, field.key) ? values[field.key] : entry.fields[field.key]}
                  onChange={(value) => setValues((before) => ({ ...before, [field.key]: value }))}
                />
              ))}
            </fieldset>
          )
        );
      })}
    </Dialog>
  );
}

const empty = (value: Json | undefined): boolean =>
  value === undefined || value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0);

/** What must be written: a field made empty is taken out of the file. */
function changes(entry: EntryDetail, values: Values): Record<string, Json> {
  const out: Record<string, Json> = {};
  for (const [key, value] of Object.entries(values)) {
    const before = entry.fields[key];
    if (empty(value) && empty(before)) continue;
    if (JSON.stringify(value) !== JSON.stringify(before)) out[key] = empty(value) ? null : (value ?? null);
  }
  return out;
}
