import { Plus } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { keywordsOf } from '../../../domain/entries/keywords.ts';
import type { FieldChange } from '../../../domain/entries/many-changes.ts';
import { useCall } from '../../data/use-call.ts';
import { Button } from '../../kit/button.tsx';
import { TextField } from '../../kit/field.tsx';
import { nl } from '../../text/nl.ts';
import type { Present } from './many-fields.tsx';
import { TriCheck, type Tri } from './tri-check.tsx';

interface KeywordsFieldProps {
  label: string;
  present: Present;
  /** How many write-ups it is about. */
  total: number;
  change: FieldChange | undefined;
  onChange(change: FieldChange | undefined): void;
}

const few = 12;

/** Trefwoorden of many: each with all, some or none of them, and new ones with completion. */
export function KeywordsField({ label, present, total, change, onChange }: KeywordsFieldProps): ReactNode {
  const [all, setAll] = useState(false);
  const added = change && 'add' in change ? change.add : [];
  const removed = change && 'remove' in change ? (change.remove ?? []) : [];
  const was = new Map(present.values.map(({ value, count }): [string, Tri] => [value, count === total ? 'all' : 'some']));
  const values = [...was.keys(), ...added.filter((value) => !was.has(value))];
  const stateOf = (value: string): Tri => (added.includes(value) ? 'all' : removed.includes(value) ? 'none' : (was.get(value) ?? 'none'));
  const put = (value: string, state: Tri): void => {
    const others = (list: readonly string[]): string[] => list.filter((other) => other !== value);
    const differs = state !== (was.get(value) ?? 'none');
    const add = state === 'all' && differs ? [...others(added), value] : others(added);
    const remove = state === 'none' && differs ? [...others(removed), value] : others(removed);
    onChange(add.length > 0 ? { add, ...(remove.length > 0 ? { remove } : {}) } : remove.length > 0 ? { remove } : undefined);
  };
  const shown = all ? values : values.filter((value, index) => index < few || stateOf(value) !== was.get(value));
  return (
    <fieldset className="field many-keywords">
      <legend className="label">{label}</legend>
      {values.length === 0 ? <p className="hint">{nl.many.keywordNone}</p> : <p className="hint">{nl.many.keywordHint}</p>}
      <div className="many-ticks">
        {shown.map((value) => (
          <TriCheck key={value} label={value} state={stateOf(value)} was={was.get(value) ?? 'none'} onChange={(state) => put(value, state)} />
        ))}
      </div>
      {shown.length < values.length && (
        <button type="button" className="link small" onClick={() => setAll(true)}>
          {nl.many.more(values.length - shown.length)}
        </button>
      )}
      <NewKeyword taken={values.filter((value) => stateOf(value) === 'all')} onAdd={(value) => put(value, 'all')} />
    </fieldset>
  );
}

function NewKeyword({ taken, onAdd }: { taken: readonly string[]; onAdd(value: string): void }): ReactNode {
  const [text, setText] = useState('');
  const titles = useCall('entries.titles', {}).data;
  const known = useMemo(() => keywordsOf(titles ?? []), [titles]);
  const add = (): void => {
    if (text.trim() === '') return;
    onAdd(text.trim());
    setText('');
  };
  return (
    <div className="many-new">
      <TextField
        label={nl.many.keywordNew}
        value={text}
        maxLength={200}
        list="veel-trefwoorden"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || text.trim() === '') return;
          event.preventDefault();
          add();
        }}
      />
      <Button icon={Plus} disabled={text.trim() === ''} onClick={add}>
        {nl.many.keywordAdd}
      </Button>
      <datalist id="veel-trefwoorden">
        {known
          .filter(({ value }) => !taken.includes(value))
          .map(({ value }) => (
            <option key={value} value={value}>
              {value}
            </option>
          ))}
      </datalist>
    </div>
  );
}
