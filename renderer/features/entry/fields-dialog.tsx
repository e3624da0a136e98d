import { useState, type ReactNode } from 'react';
import type { Failure } from '../../../domain/api/failures.ts';
import type { EntryDetail, Json } from '../../../domain/entries/entry.ts';
import type { Field } from '../../../domain/entries/kind.ts';
import type { Vocabulary } from '../../../domain/entries/vocabulary.ts';
import { useAction } from '../../data/use-action.ts';
import { useUndo } from '../../data/use-undo.ts';
import { useVocabulary } from '../../data/vocabulary.ts';
import { Button } from '../../kit/button.tsx';
import { Callout } from '../../kit/callout.tsx';
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

/** What is filled in, against what the form started from; writing it, and what clashes with what was written meanwhile. */
function useFilling(entry: EntryDetail, onDone: () => void) {
  const { back } = useUndo();
  const [values, setValues] = useState<Values>({});
  // What stands on disk may move on while the form is open.
  const [start] = useState(entry.fields);
  const [accepted, setAccepted] = useState<Values>({});
  const [clash, setClash] = useState<Failure>();
  const set = useAction('entries.setFields', {
    said: (saved, { fields: changed }) => ({
      text: nl.entry.fieldsText(Object.keys(changed).length),
      undo: () => back({ label: 'kenmerken', id: saved.id }),
    }),
    onFailure: (failure) => {
      if (failure.code === 'entry.field-conflict') setClash(failure);
      return failure.code === 'entry.field-conflict';
    },
  });
  return {
    clash,
    busy: set.busy,
    valueOf: (key: string) => (Object.hasOwn(values, key) ? values[key] : entry.fields[key]),
    fill: (key: string, value: Json | undefined) => setValues((before) => ({ ...before, [key]: value })),
    mine: (key: string) => {
      setAccepted((all) => ({ ...all, [key]: entry.fields[key] ?? null }));
      setClash(undefined);
    },
    theirs: (key: string) => {
      setValues((all) => Object.fromEntries(Object.entries(all).filter(([name]) => name !== key)));
      setClash(undefined);
    },
    save: async (): Promise<void> => {
      const changed = changes(entry, values);
      const was = Object.fromEntries(Object.keys(changed).map((key) => [key, (Object.hasOwn(accepted, key) ? accepted[key] : start[key]) ?? null]));
      if (Object.keys(changed).length === 0 || (await set.run({ id: entry.id, fields: changed, was }))) onDone();
    },
  };
}

/** Changes the fields of a write-up; only what changed is written, and it can be taken back. */
export function FieldsDialog({ entry, onClose }: { entry: EntryDetail; onClose(): void }): ReactNode {
  const vocabulary = useVocabulary();
  const filling = useFilling(entry, onClose);
  const fields = formFields(vocabulary, entry.kind);
  return (
    <Dialog
      title={nl.entry.fieldsTitle}
      wide
      onClose={onClose}
      onSubmit={() => void filling.save()}
      foot={<DialogFoot onCancel={onClose} does={nl.common.save} disabled={filling.busy} />}
    >
      {filling.clash && <FieldClash failure={filling.clash} onMine={filling.mine} onTheirs={filling.theirs} />}
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
                  value={filling.valueOf(field.key)}
                  onChange={(value) => filling.fill(field.key, value)}
                />
              ))}
            </fieldset>
          )
        );
      })}
    </Dialog>
  );
}

/** A field has another value by now: whose stays? */
function FieldClash({ failure, onMine, onTheirs }: { failure: Failure; onMine(key: string): void; onTheirs(key: string): void }): ReactNode {
  const { key, label, now } = failure.data;
  return (
    <Callout
      tone="no"
      alert
      action={
        <span className="row">
          <Button small onClick={() => onMine(String(key))}>
            {nl.history.fieldMine}
          </Button>
          <Button small onClick={() => onTheirs(String(key))}>
            {nl.history.fieldTheirs}
          </Button>
        </span>
      }
    >
      {nl.history.fieldConflict(String(label), String(now))}
    </Callout>
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
