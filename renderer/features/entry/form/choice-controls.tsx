import { useId, type ReactNode } from 'react';
import { valuesOf } from '../../../../domain/entries/vocabulary.ts';
import { Checkbox } from '../../../kit/checkbox.tsx';
import { Select } from '../../../kit/select.tsx';
import { nl } from '../../../text/nl.ts';
import type { ControlProps } from './control.ts';
import { asList, inWords } from './field-values.ts';

const choicesOf = ({ field, place }: ControlProps): { value: string; label: string }[] =>
  valuesOf(place.vocabulary, { ...field, group: 'inhoud' }, place.kind);

/** One of a list. What the file holds and the list does not stays, and is shown as such. */
export function ChoiceControl(props: ControlProps): ReactNode {
  const { field, value, wrong, onChange } = props;
  const known = choicesOf(props);
  const now = inWords(value);
  const strange = now !== '' && !known.some((choice) => choice.value === now) ? [{ value: now, label: nl.form.notListed(now) }] : [];
  return (
    <Select
      label={field.label}
      hint={field.hint}
      wrong={wrong}
      value={now}
      options={[{ value: '', label: nl.form.none }, ...known, ...strange]}
      onChange={(chosen) => onChange(chosen, 'now')}
    />
  );
}

/** Any of a list; what is chosen and not in the list can only be let go of. */
export function ChoicesControl(props: ControlProps): ReactNode {
  const { field, value, wrong, onChange } = props;
  const id = useId();
  const chosen = asList(value).map(inWords);
  const known = choicesOf(props);
  const strange = chosen.filter((one) => !known.some((choice) => choice.value === one)).map((one) => ({ value: one, label: nl.form.notListed(one) }));
  return (
    <fieldset className="field" aria-describedby={wrong ? id : undefined}>
      <legend className="label">{field.label}</legend>
      <div className="ticks">
        {[...known, ...strange].map((choice) => (
          <Checkbox
            key={choice.value}
            checked={chosen.includes(choice.value)}
            onChange={(on) => onChange(on ? [...chosen, choice.value] : chosen.filter((other) => other !== choice.value), 'now')}
          >
            {choice.label}
          </Checkbox>
        ))}
      </div>
      {field.hint && <p className="hint">{field.hint}</p>}
      {wrong && (
        <p className="field-error" id={id}>
          {wrong}
        </p>
      )}
    </fieldset>
  );
}
