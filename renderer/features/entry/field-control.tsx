import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Json } from '../../../domain/entries/entry.ts';
import type { Field } from '../../../domain/entries/kind.ts';
import { valuesOf, type Vocabulary } from '../../../domain/entries/vocabulary.ts';
import { useCall } from '../../data/use-call.ts';
import { IconButton } from '../../kit/button.tsx';
import { Checkbox } from '../../kit/checkbox.tsx';
import { TextArea, TextField } from '../../kit/field.tsx';
import { Select } from '../../kit/select.tsx';
import { nl } from '../../text/nl.ts';

interface FieldControlProps {
  field: Field;
  kind: string;
  /** The write-up itself: it cannot point at itself. */
  self: string;
  vocabulary: Vocabulary;
  value: Json | undefined;
  onChange(value: Json): void;
}

const oneText = (value: Json | undefined): string =>
  value === undefined || value === null ? '' : Array.isArray(value) ? value.map(String).join(', ') : typeof value === 'object' ? '' : String(value);
const list = (value: Json | undefined): string[] => (Array.isArray(value) ? value.map(String) : oneText(value) === '' ? [] : [oneText(value)]);

/** The control that fits what a field holds. */
export function FieldControl(props: FieldControlProps): ReactNode {
  const { field, value, onChange } = props;
  switch (field.type) {
    case 'keuze':
      return <ChoiceControl {...props} />;
    case 'keuzes':
      return <ChoicesControl {...props} />;
    case 'vlag':
      return (
        <Checkbox checked={value === true} onChange={onChange}>
          {field.label}
        </Checkbox>
      );
    case 'verwijzing':
    case 'verwijzingen':
      return <LinkControl {...props} />;
    case 'woorden':
      return (
        <TextArea
          label={field.label}
          hint={[field.hint, nl.entry.fieldsWordsHint].filter(Boolean).join(' ')}
          rows={Math.max(1, list(value).length)}
          defaultValue={list(value).join('\n')}
          onChange={(event) => onChange(lines(event.target.value))}
        />
      );
    case 'alinea':
      return <TextArea label={field.label} hint={field.hint} value={oneText(value)} onChange={(event) => onChange(event.target.value)} />;
    case 'datum':
      return (
        <TextField label={field.label} hint={field.hint} type="date" value={oneText(value)} onChange={(event) => onChange(event.target.value)} />
      );
    case 'getal':
      return (
        <TextField
          label={field.label}
          hint={field.hint}
          inputMode="decimal"
          value={oneText(value)}
          onChange={(event) => onChange(number(event.target.value))}
        />
      );
    default:
      return <TextField label={field.label} hint={field.hint} value={oneText(value)} onChange={(event) => onChange(event.target.value)} />;
  }
}

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** A number where it is one; else the text, so that nothing typed is lost and the check can say what is wrong. */
const number = (text: string): Json =>
  text.trim() !== '' && Number.isFinite(Number(text.replace(',', '.'))) ? Number(text.replace(',', '.')) : text;

function ChoiceControl({ field, kind, vocabulary, value, onChange }: FieldControlProps): ReactNode {
  const known = valuesOf(vocabulary, field, kind);
  const now = oneText(value);
  const strange = now !== '' && !known.some((choice) => choice.value === now) ? [{ value: now, label: now }] : [];
  return (
    <Select
      label={field.label}
      hint={field.hint}
      value={now}
      options={[{ value: '', label: nl.entry.fieldsNone }, ...known, ...strange]}
      onChange={onChange}
    />
  );
}

function ChoicesControl({ field, kind, vocabulary, value, onChange }: FieldControlProps): ReactNode {
  const chosen = list(value);
  return (
    <fieldset className="field">
      <legend className="label">{field.label}</legend>
      <div className="ticks">
        {valuesOf(vocabulary, field, kind).map((choice) => (
          <Checkbox
            key={choice.value}
            checked={chosen.includes(choice.value)}
            onChange={(on) => onChange(on ? [...chosen, choice.value] : chosen.filter((other) => other !== choice.value))}
          >
            {choice.label}
          </Checkbox>
        ))}
      </div>
      {field.hint && <p className="hint">{field.hint}</p>}
    </fieldset>
  );
}

/** Other write-ups this one points at, by title. */
function LinkControl({ field, self, value, onChange }: FieldControlProps): ReactNode {
  const titles = useCall('entries.titles', {}).data ?? [];
  const single = field.type === 'verwijzing';
  const chosen = list(value);
  const titleOf = (id: string): string => titles.find((entry) => entry.id === id)?.title ?? id;
  const options = titles
    .filter((entry) => entry.id !== self && !chosen.includes(entry.id) && (!field.kinds || field.kinds.includes(entry.kind)))
    .map((entry) => ({ value: entry.id, label: entry.title }))
    .sort((a, b) => a.label.localeCompare(b.label, 'nl'));
  const set = (ids: string[]): void => onChange(single ? (ids[0] ?? '') : ids);
  return (
    <div className="field">
      {chosen.length > 0 && (
        <ul className="link-list">
          {chosen.map((id) => (
            <li key={id}>
              <span>{titleOf(id)}</span>
              <IconButton icon={X} label={nl.entry.removeLink(titleOf(id))} onClick={() => set(chosen.filter((other) => other !== id))} />
            </li>
          ))}
        </ul>
      )}
      <Select
        label={field.label}
        hint={field.hint}
        value=""
        options={[{ value: '', label: nl.entry.pickLink }, ...options]}
        onChange={(id) => id && set(single ? [id] : [...chosen, id])}
      />
    </div>
  );
}
