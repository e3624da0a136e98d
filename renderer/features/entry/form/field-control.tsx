import { useState, type ReactNode } from 'react';
import type { Json } from '../../../../domain/entries/entry.ts';
import { isDate } from '../../../../domain/entries/field-checks.ts';
import { readTypedDate, typedDate } from '../../../../domain/entries/typed-date.ts';
import { Checkbox } from '../../../kit/checkbox.tsx';
import { Combobox } from '../../../kit/combobox.tsx';
import { TextArea, TextField } from '../../../kit/field.tsx';
import { nl } from '../../../text/nl.ts';
import { dateText } from '../../../text/nl/format.ts';
import { ChoiceControl, ChoicesControl } from './choice-controls.tsx';
import type { ControlProps } from './control.ts';
import { inWords, readNumber, sameValue, typedNumber } from './field-values.ts';
import { LinkControl } from './link-control.tsx';
import { RowsControl } from './rows-control.tsx';
import { WordsControl } from './words-control.tsx';

/** The control that fits what a field holds. */
export function FieldControl(props: ControlProps): ReactNode {
  const { field, value, wrong, onChange, onLeave } = props;
  switch (field.type) {
    case 'keuze':
      return <ChoiceControl {...props} />;
    case 'keuzes':
      return <ChoicesControl {...props} />;
    case 'vlag':
      return <FlagControl {...props} />;
    case 'verwijzing':
    case 'verwijzingen':
      return <LinkControl {...props} />;
    case 'woorden':
      return <WordsControl {...props} />;
    case 'lijst':
      return <RowsControl {...props} cell={FieldControl} />;
    case 'alinea':
      return (
        <TextArea
          label={field.label}
          hint={field.hint}
          wrong={wrong}
          rows={3}
          value={inWords(value)}
          onChange={(event) => onChange(event.target.value, 'pause')}
          onBlur={onLeave}
        />
      );
    case 'datum':
      return <DateControl {...props} />;
    case 'getal':
      return <TypedControl {...props} read={readNumber} show={typedNumber} inputMode="decimal" />;
    case 'tekst':
      return <LineControl {...props} />;
  }
}

/** One line, completed with what stands in this field elsewhere. */
function LineControl({ field, place, value, wrong, onChange, onLeave }: ControlProps): ReactNode {
  const text = inWords(value);
  return (
    <Combobox
      label={field.label}
      hint={field.hint}
      wrong={wrong}
      text={text}
      suggestions={place.known(field.key).filter((one) => one.value !== text)}
      onText={(typed) => onChange(typed, 'pause')}
      onTake={(taken) => onChange(taken, 'now')}
      onLeave={onLeave}
    />
  );
}

function FlagControl({ field, value, wrong, onChange }: ControlProps): ReactNode {
  return (
    <div className="field">
      <Checkbox checked={value === true} onChange={(on) => onChange(on, 'now')}>
        {field.label}
      </Checkbox>
      {field.hint && <p className="hint">{field.hint}</p>}
      {wrong && <p className="field-error">{wrong}</p>}
    </div>
  );
}

/** A day typed the Dutch way; the file gets it as `JJJJ-MM-DD`, and under the field stands how it was understood. */
function DateControl(props: ControlProps): ReactNode {
  const text = inWords(props.value);
  const meant = isDate(text) ? dateText(text) : undefined;
  const today = new Date().toLocaleDateString('sv-SE');
  return (
    <TypedControl
      {...props}
      field={{ ...props.field, hint: [props.field.hint, meant].filter(Boolean).join(' ') || undefined }}
      read={(typed) => readTypedDate(typed, today) ?? typed.trim()}
      show={(value) => typedDate(inWords(value))}
      placeholder={nl.form.dateExample}
    />
  );
}

interface TypedProps extends ControlProps {
  read(text: string): Json;
  show(value: Json | undefined): string;
  placeholder?: string;
  inputMode?: 'decimal';
}

/** What is typed is not what is written: while somebody types, the letters stay as they are. */
function TypedControl({ field, value, wrong, onChange, onLeave, read, show, placeholder, inputMode }: TypedProps): ReactNode {
  const [typed, setTyped] = useState<{ text: string; value: Json }>();
  const typing = typed !== undefined && sameValue(typed.value, value);
  return (
    <TextField
      label={field.label}
      hint={field.hint}
      wrong={typing ? undefined : wrong}
      placeholder={placeholder}
      inputMode={inputMode}
      value={typing ? typed.text : show(value)}
      onChange={(event) => {
        const given = read(event.target.value);
        setTyped({ text: event.target.value, value: given });
        onChange(given, 'leave');
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        setTyped(undefined);
        onLeave();
      }}
      onBlur={() => {
        setTyped(undefined);
        onLeave();
      }}
    />
  );
}
