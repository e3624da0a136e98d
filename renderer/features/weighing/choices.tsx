import { useEffect, useState, type ReactNode } from 'react';
import type { CardItem } from '../../../domain/cards/card.ts';
import type { EntryDetail } from '../../../domain/entries/entry.ts';
import { valuesOf, type Vocabulary } from '../../../domain/entries/vocabulary.ts';
import { useAction } from '../../data/use-action.ts';
import { Checkbox } from '../../kit/checkbox.tsx';
import { wordList } from './parts.ts';

/** The choices that refine a criterion: perspectives, values. They are a field of the write-up, not of the judgement. */
export function Choices({ entry, item, vocabulary }: { entry: EntryDetail; item: CardItem; vocabulary: Vocabulary }): ReactNode {
  const field = vocabulary.fields.find((f) => f.key === item.choices);
  const given = wordList(field ? entry.fields[field.key] : undefined);
  const [waiting, setWaiting] = useState<string[]>();
  const { run } = useAction('entries.setFields');
  useEffect(() => setWaiting(undefined), [entry.revision]);
  if (!field) return null;
  const chosen = waiting ?? given;
  const set = (value: string, on: boolean): void => {
    const order = valuesOf(vocabulary, field, entry.kind).map((choice) => choice.value);
    const next = (on ? [...chosen, value] : chosen.filter((other) => other !== value)).toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
    setWaiting(next);
    void run({ id: entry.id, fields: { [field.key]: next.length > 0 ? next : null } }).then((saved) => {
      if (!saved) setWaiting(undefined);
    });
  };
  return (
    <fieldset className="ticks">
      <legend className="sr">{field.label}</legend>
      {valuesOf(vocabulary, field, entry.kind).map((choice) => (
        <Checkbox
          key={choice.value}
          checked={chosen.includes(choice.value)}
          disabled={entry.locked !== undefined}
          onChange={(on) => set(choice.value, on)}
        >
          {choice.label}
        </Checkbox>
      ))}
    </fieldset>
  );
}
