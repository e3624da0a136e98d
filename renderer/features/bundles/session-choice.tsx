import type { ReactNode } from 'react';
import { needsSession } from '../../../domain/bundle/products.ts';
import { useCall } from '../../data/use-call.ts';
import { Select } from '../../kit/select.tsx';
import { nl } from '../../text/nl.ts';
import type { PartProps } from './part-props.ts';

type Choosing = Pick<PartProps, 'draft' | 'onChange'>;

/** The study day the bundle is for; programme and answers belong to it. */
export function SessionChoice({ draft, onChange }: Choosing): ReactNode {
  const { data } = useCall('entries.titles', {});
  const sessions = (data ?? []).filter(({ kind }) => kind === 'sessie').sort((a, b) => a.title.localeCompare(b.title, 'nl'));
  const missing = draft.session === undefined && draft.products.some((id) => needsSession.has(id));
  return (
    <Select
      label={nl.bundles.session}
      value={draft.session ?? ''}
      options={[{ value: '', label: nl.bundles.sessionNone }, ...sessions.map(({ id, title }) => ({ value: id, label: title }))]}
      hint={missing ? nl.bundles.sessionNeeded : undefined}
      onChange={(id) => onChange({ do: 'set', part: { session: id === '' ? undefined : id } })}
    />
  );
}

/** Five or four translation questions on the worksheet. */
export function WorksheetChoice({ draft, onChange }: Choosing): ReactNode {
  return (
    <fieldset className="row-choice">
      <legend className="label">{nl.bundles.worksheet}</legend>
      {(['vijf', 'vier'] as const).map((variant) => (
        <label key={variant} className="check">
          <input
            type="radio"
            name="werkblad"
            checked={draft.worksheet === variant}
            onChange={() => onChange({ do: 'set', part: { worksheet: variant } })}
          />
          <span>{nl.bundles.worksheets[variant]}</span>
        </label>
      ))}
    </fieldset>
  );
}
