import type { ReactNode } from 'react';
import { needsSession } from '../../../domain/bundle/products.ts';
import { useCall } from '../../data/use-call.ts';
import { Select } from '../../kit/select.tsx';
import { nl } from '../../text/nl.ts';
import type { PartProps } from './part-props.ts';

type Choosing = Pick<PartProps, 'draft' | 'onChange'>;

/** The study day the bundle is for; programme and answers belong to it. */
export function SessionChoice({ draft, checked, onChange }: PartProps): ReactNode {
  const { data } = useCall('entries.titles', {});
  const sessions = (data ?? []).filter(({ kind }) => kind === 'sessie').sort((a, b) => a.title.localeCompare(b.title, 'nl'));
  const wanted = draft.session === undefined && draft.products.some((id) => needsSession.has(id));
  // Nobody has to choose what is in the bundle already.
  const along = checked?.ready.flatMap(({ id }) => sessions.find((one) => one.id === id) ?? []) ?? [];
  const first = along[0];
  const hint = first === undefined ? nl.bundles.sessionNeeded : along.length > 1 ? nl.bundles.sessionSeveral(along.length, first.title) : undefined;
  return (
    <Select
      label={nl.bundles.session}
      value={draft.session ?? ''}
      options={[
        { value: '', label: first ? nl.bundles.sessionAlong(first.title) : nl.bundles.sessionNone },
        ...sessions.map(({ id, title }) => ({ value: id, label: title })),
      ]}
      hint={wanted ? hint : undefined}
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
