import { useId, type ReactNode } from 'react';
import type { Json } from '../../../domain/entries/entry.ts';
import type { FieldPart } from '../../../domain/entries/field-merge.ts';
import type { Vocabulary } from '../../../domain/entries/vocabulary.ts';
import type { Side } from '../../kit/merge-list.tsx';
import { nl } from '../../text/nl.ts';

interface FieldChoicesProps {
  fields: readonly FieldPart[];
  vocabulary: Vocabulary;
  kept: Readonly<Record<string, Side>>;
  onKeep(key: string, side: Side): void;
}

/** Fields that differ: the value of the original, of the copy, or for lists both together. */
export function FieldChoices({ fields, vocabulary, kept, onKeep }: FieldChoicesProps): ReactNode {
  return (
    <div className="merge">
      {fields.map((part) => (
        <FieldChoice
          key={part.key}
          part={part}
          label={vocabulary.fields.find((field) => field.key === part.key)?.label ?? part.key}
          kept={kept[part.key]}
          onKeep={(side) => onKeep(part.key, side)}
        />
      ))}
    </div>
  );
}

function FieldChoice({ part, label, kept, onKeep }: { part: FieldPart; label: string; kept: Side | undefined; onKeep(side: Side): void }): ReactNode {
  const name = useId();
  const together = part.kind === 'both';
  const sides: { side: Side; value: Json | undefined }[] = [
    { side: 'theirs', value: part.kind === 'clash' ? part.theirs : undefined },
    { side: together ? 'both' : 'mine', value: part.kind === 'clash' ? part.mine : part.value },
  ];
  return (
    <fieldset className="merge-clash">
      <legend>{label}</legend>
      <div className="merge-sides">
        {sides.map(({ side, value }) => (
          <label key={side} className="merge-side">
            <b>
              <input type="radio" name={name} checked={kept === side} onChange={() => onKeep(side)} />
              {nl.history.copySides[side]}
            </b>
            {together && side === 'theirs' ? nl.history.fieldTheirs : valueText(value)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function valueText(value: Json | undefined): string {
  if (value === undefined || value === null || value === '') return nl.history.nothing;
  if (Array.isArray(value)) return value.map(valueText).join(', ');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([key, one]) => `${key}: ${valueText(one)}`)
      .join(' · ');
  return String(value);
}
