import { Undo2 } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import type { Failure } from '../../../../domain/api/failures.ts';
import type { EntryDetail } from '../../../../domain/entries/entry.ts';
import type { Field } from '../../../../domain/entries/kind.ts';
import type { Vocabulary } from '../../../../domain/entries/vocabulary.ts';
import { useCall } from '../../../data/use-call.ts';
import { useUndo } from '../../../data/use-undo.ts';
import { useVocabulary } from '../../../data/vocabulary.ts';
import { Button } from '../../../kit/button.tsx';
import { Callout } from '../../../kit/callout.tsx';
import type { Suggestion } from '../../../kit/combobox.tsx';
import { nl } from '../../../text/nl.ts';
import type { FormPlace } from './control.ts';
import { FieldControl } from './field-control.tsx';
import { inWords, isEmpty } from './field-values.ts';
import './form.css';
import type { Filling } from './use-filling.ts';
import { wrongNow, wrongOnDisk } from './wrong.ts';

const groups = ['kern', 'inhoud', 'context', 'delen', 'koppelingen', 'beheer'] as const;

/** Keys that are made by something else: the stage dialog, weighing, renaming, or Oogst itself. */
const elsewhere = new Set(['id', 'soort', 'titel', 'fase', 'fasehistorie', 'oordelen', 'voorbeeld']);

/** The form of a kind, in the order its data gives. */
export function formFields(vocabulary: Vocabulary, kindId: string): Field[] {
  const kind = vocabulary.kinds.find((k) => k.id === kindId);
  const keys = kind ? kind.fields : vocabulary.fields.map((field) => field.key);
  return keys.flatMap((key) => vocabulary.fields.find((field) => field.key === key) ?? []).filter((field) => !elsewhere.has(field.key));
}

/** Fields of other kinds that this write-up has a value in. */
const strayFields = (vocabulary: Vocabulary, entry: EntryDetail, own: readonly Field[]): Field[] =>
  vocabulary.fields.filter((field) => !elsewhere.has(field.key) && !own.includes(field) && !isEmpty(entry.fields[field.key]));

/** Every field of the kind, beside the text. What is filled in is saved by itself, each field on its own. */
export function FieldsForm({ entry, filling }: { entry: EntryDetail; filling: Filling }): ReactNode {
  const vocabulary = useVocabulary();
  const place = useFormPlace(entry, vocabulary);
  const own = useMemo(() => formFields(vocabulary, entry.kind), [vocabulary, entry.kind]);
  const stray = strayFields(vocabulary, entry, own);
  const line = (field: Field): ReactNode => <FormLine key={field.key} field={field} entry={entry} place={place} filling={filling} />;
  return (
    <div className="fields-form">
      {filling.savedAt !== undefined && <UndoLast entry={entry} />}
      <fieldset className="form-all" disabled={entry.locked !== undefined}>
        {groups.map((group) => {
          const fields = own.filter((field) => field.group === group);
          return (
            fields.length > 0 && (
              <fieldset key={group} className="form-group">
                <legend>{nl.entry.groups[group]}</legend>
                {fields.map(line)}
              </fieldset>
            )
          );
        })}
        {stray.length > 0 && (
          <fieldset className="form-group">
            <legend>{nl.form.otherFields}</legend>
            <p className="hint">{nl.form.otherFieldsText}</p>
            {stray.map(line)}
          </fieldset>
        )}
      </fieldset>
      {entry.unknown.length > 0 && <UnknownKeys entry={entry} />}
    </div>
  );
}

/** Keys that Oogst has no field for: to be read, never touched. */
function UnknownKeys({ entry }: { entry: EntryDetail }): ReactNode {
  return (
    <section className="form-unknown">
      <h2 className="label">{nl.form.unknownTitle}</h2>
      <p className="hint">{nl.form.unknownText}</p>
      <dl className="details">
        {entry.unknown.map((key) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{inWords(entry.fields[key]) || nl.common.none}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function UndoLast({ entry }: { entry: EntryDetail }): ReactNode {
  const { back } = useUndo();
  return (
    <Button small look="quiet" icon={Undo2} onClick={() => back({ label: 'kenmerken', id: entry.id })}>
      {nl.form.undo}
    </Button>
  );
}

interface LineProps {
  field: Field;
  entry: EntryDetail;
  place: FormPlace;
  filling: Filling;
}

function FormLine({ field, entry, place, filling }: LineProps): ReactNode {
  const { key } = field;
  const value = filling.valueOf(key);
  const failure = filling.failureOf(key);
  const wrong = filling.isFilled(key) ? wrongNow(place, field, value) : wrongOnDisk(entry, key);
  return (
    <div className="form-line" data-field={key}>
      <FieldControl
        field={field}
        place={place}
        value={value}
        wrong={wrong}
        onChange={(next, when) => filling.fill(key, next, when)}
        onLeave={() => void filling.save()}
      />
      {failure && <FieldFailure failure={failure} onMine={() => filling.mine(key)} onTheirs={() => filling.theirs(key)} />}
    </div>
  );
}

/** A field was not saved: it has another value by now, or something else is the matter. */
function FieldFailure({ failure, onMine, onTheirs }: { failure: Failure; onMine(): void; onTheirs(): void }): ReactNode {
  const clash = failure.code === 'entry.field-conflict';
  return (
    <Callout
      tone="no"
      alert
      action={
        <span className="row">
          <Button small onClick={onMine}>
            {clash ? nl.history.fieldMine : nl.common.again}
          </Button>
          {clash && (
            <Button small onClick={onTheirs}>
              {nl.history.fieldTheirs}
            </Button>
          )}
        </span>
      }
    >
      {clash ? nl.history.fieldConflict(String(failure.data['label']), String(failure.data['now'])) : nl.form.failed(failure.message)}
    </Callout>
  );
}

const nothing: readonly never[] = [];

function useFormPlace(entry: EntryDetail, vocabulary: Vocabulary): FormPlace {
  const titles = useCall('entries.titles', {}).data;
  const keys = useMemo(() => vocabulary.fields.filter(({ type }) => type === 'tekst' || type === 'woorden').map(({ key }) => key), [vocabulary]);
  const { data } = useCall('vocabulary.values', { keys }, { enabled: keys.length > 0 });
  const known = useMemo(
    () => new Map(Object.entries(data ?? {}).map(([key, values]) => [key, values.map(({ value }): Suggestion => ({ value, label: value }))])),
    [data],
  );
  return useMemo(
    () => ({ vocabulary, kind: entry.kind, self: entry.id, titles: titles ?? [], known: (key) => known.get(key) ?? nothing }),
    [vocabulary, entry.kind, entry.id, titles, known],
  );
}
