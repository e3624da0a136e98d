import { useState, type ReactNode } from 'react';
import { plainStyle } from '../../../domain/bundle/house-style.ts';
import { useCall } from '../../data/use-call.ts';
import { Button } from '../../kit/button.tsx';
import { Select } from '../../kit/select.tsx';
import { nl } from '../../text/nl.ts';
import type { PartProps } from './part-props.ts';
import { StyleDialog } from './style-dialog.tsx';

/** How it looks: one of the styles of the house, to choose and to change. */
export function StyleChoice({ draft, onChange }: Pick<PartProps, 'draft' | 'onChange'>): ReactNode {
  const [editing, setEditing] = useState<'new' | 'this'>();
  const { data } = useCall('styles.list', {});
  const styles = data?.styles ?? [];
  const chosen = styles.find(({ id }) => id === draft.style);
  const choose = (id: string | undefined): void => onChange({ do: 'set', part: { style: id } });
  return (
    <div className="with-button">
      <Select
        label={nl.bundles.style}
        value={draft.style ?? ''}
        options={[
          { value: '', label: nl.bundles.stylePlain },
          ...styles.map(({ id, name }) => ({ value: id, label: name })),
          ...(draft.style !== undefined && data && !chosen ? [{ value: draft.style, label: nl.bundles.styleGone }] : []),
        ]}
        onChange={(id) => choose(id === '' ? undefined : id)}
      />
      <Button onClick={() => setEditing(chosen ? 'this' : 'new')}>{chosen ? nl.bundles.styleChange : nl.bundles.styleNew}</Button>
      {editing && (
        <StyleDialog
          style={editing === 'this' && chosen ? chosen : { ...plainStyle, id: '', name: '' }}
          taken={styles.map(({ id }) => id)}
          onClose={() => setEditing(undefined)}
          onSaved={choose}
        />
      )}
    </div>
  );
}
