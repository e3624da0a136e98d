import type { ReactNode } from 'react';
import type { Output } from '../../../domain/api/contract.ts';
import type { FieldChange } from '../../../domain/entries/many-changes.ts';
import { valuesOf, type Vocabulary } from '../../../domain/entries/vocabulary.ts';
import { TextField } from '../../kit/field.tsx';
import { Select } from '../../kit/select.tsx';
import { nl } from '../../text/nl.ts';
import { capital } from '../../text/nl/format.ts';
import { fieldLabel, shownValue } from './shown-value.ts';

export type Present = Output<'entries.valuesIn'>[string];

interface ManyFieldProps {
  name: string;
  present: Present;
  vocabulary: Vocabulary;
  change: FieldChange | undefined;
  onChange(change: FieldChange | undefined): void;
}

/** Values that are written out under a field. */
const few = 4;

/** What the write-ups have now: one value for all of them, or “verschillend”. */
function nowText(vocabulary: Vocabulary, key: string, { values, empty }: Present): { word: string; hint: string | undefined } {
  const [first] = values;
  if (!first) return { word: shownValue(vocabulary, key, null), hint: undefined };
  if (values.length === 1 && empty === 0) return { word: shownValue(vocabulary, key, first.value), hint: undefined };
  const parts = values.slice(0, few).map(({ value, count }) => nl.many.nowPart(count, shownValue(vocabulary, key, value)));
  if (values.length > few) parts.push(nl.many.nowMore(values.length - few));
  if (empty > 0) parts.push(nl.many.nowPart(empty, nl.many.notFilled));
  return { word: nl.many.different, hint: nl.many.now(parts.join(', ')) };
}

/** One out of a list, for all of them; stays as it is until another is picked. */
export function ChoiceForMany({
  name,
  present,
  vocabulary,
  value,
  canEmpty = true,
  onPick,
}: Omit<ManyFieldProps, 'change' | 'onChange'> & { value: string; canEmpty?: boolean; onPick(value: string): void }): ReactNode {
  const field = vocabulary.fields.find((one) => one.key === name);
  const now = nowText(vocabulary, name, present);
  const keep = { value: '', label: nl.many.keeps(capital(now.word)) };
  const empty = canEmpty ? [{ value: emptied, label: nl.many.empty }] : [];
  return (
    <Select
      label={fieldLabel(vocabulary, name)}
      hint={now.hint}
      value={value}
      className={value === '' ? '' : 'is-touched'}
      options={[keep, ...(field ? valuesOf(vocabulary, field) : []), ...empty]}
      onChange={onPick}
    />
  );
}

/** No value of any list begins like this. */
export const emptied = '\u0000leeg';

/** A field with choices. */
export function ChoiceField(props: ManyFieldProps): ReactNode {
  const { change, onChange } = props;
  const value = change && 'clear' in change ? emptied : typedIn(change);
  return (
    <ChoiceForMany
      {...props}
      value={value}
      onPick={(picked) => onChange(picked === '' ? undefined : picked === emptied ? { clear: true } : { set: picked })}
    />
  );
}

/** A date or a role: first what happens to it, then the new value. */
export function TextForMany({ name, present, vocabulary, change, onChange }: ManyFieldProps): ReactNode {
  const isDate = vocabulary.fields.find((field) => field.key === name)?.type === 'datum';
  const now = nowText(vocabulary, name, present);
  const owners = isDate ? [] : present.values;
  const mixed = owners.length > 1 || present.empty > 0;
  const pick = (what: string): void => {
    const from = owners.find(({ value }) => `van ${value}` === what);
    if (what === '') onChange(undefined);
    else if (what === emptied) onChange({ clear: true });
    else onChange(from ? { replace: { from: [from.value], by: typedIn(change) } } : { set: typedIn(change) });
  };
  return (
    <div className="many-text">
      <Select
        label={fieldLabel(vocabulary, name)}
        hint={now.hint}
        value={doingOf(change)}
        className={change ? 'is-touched' : ''}
        options={[
          { value: '', label: nl.many.keeps(capital(now.word)) },
          { value: 'set', label: nl.many.setTo },
          ...(mixed ? owners : []).map(({ value, count }) => ({ value: `van ${value}`, label: nl.many.handOver(value, count) })),
          { value: emptied, label: nl.many.empty },
        ]}
        onChange={pick}
      />
      {change && !('clear' in change) && <NewText isDate={isDate} owners={owners} change={change} onChange={onChange} />}
    </div>
  );
}

const doingOf = (change: FieldChange | undefined): string =>
  !change ? '' : 'clear' in change ? emptied : 'replace' in change ? `van ${change.replace.from[0] ?? ''}` : 'set';
const typedIn = (change: FieldChange | undefined): string =>
  !change ? '' : 'set' in change && typeof change.set === 'string' ? change.set : 'replace' in change ? change.replace.by : '';

interface NewTextProps {
  isDate: boolean;
  owners: Present['values'];
  change: FieldChange;
  onChange(change: FieldChange): void;
}

function NewText({ isDate, owners, change, onChange }: NewTextProps): ReactNode {
  return (
    <>
      <TextField
        label={isDate ? nl.many.newDate : nl.many.newOwner}
        hint={isDate ? undefined : nl.many.ownerHint}
        type={isDate ? 'date' : 'text'}
        value={typedIn(change)}
        required
        maxLength={200}
        list={isDate ? undefined : 'veel-eigenaren'}
        onChange={(event) => {
          const value = event.target.value;
          onChange('replace' in change ? { replace: { ...change.replace, by: value } } : { set: value });
        }}
      />
      {!isDate && (
        <datalist id="veel-eigenaren">
          {owners.map(({ value }) => (
            <option key={value} value={value}>
              {value}
            </option>
          ))}
        </datalist>
      )}
    </>
  );
}
