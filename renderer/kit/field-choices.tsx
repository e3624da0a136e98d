import { useId, type ReactNode } from 'react';
import type { Json } from '../../domain/entries/entry.ts';
import type { FieldPart } from '../../domain/entries/field-merge.ts';
import type { Vocabulary } from '../../domain/entries/vocabulary.ts';
import type { Side } from './merge-list.tsx';
import { nl } from '../text/nl.ts';

interface FieldChoicesProps {
  fields: readonly FieldPart[];
  vocabulary: Vocabulary;
  kept: Readonly<Record<string, Side>>;
  /** What the sides are called here, and what stays when lists are not put together. */
  names: Readonly<Record<Side, string>>;
  onKeep(key: string, side: Side): void;
}

/** Fields that differ: the value of the original, of the copy, or for lists both together. */
export function FieldChoices({ fields, vocabulary, kept, names, onKeep }: FieldChoicesProps): ReactNode {
  return (
    <div className="merge">
      {fields.map((part) => (
        <FieldChoice
          key={part.key}
          part={part}
          label={vocabulary.fields.find((field) => field.key === part.key)?.label ?? part.key}
          kept={kept[part.key]}
          names={names}
          onKeep={(side) => onKeep(part.key, side)}
        />
      ))}
    </div>
  );
}

interface FieldChoiceProps {
  part: FieldPart;
  label: string;
  kept: Side | undefined;
  names: Readonly<Record<Side, string>>;
  onKeep(side: Side): void;
}

function FieldChoice({ part, label, kept, names, onKeep }: FieldChoiceProps): ReactNode {
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
              {names[side]}
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

/** Only what must be written in the original: what was chosen from the copy, or put together from both. */
export function chosenFields(fields: readonly FieldPart[], kept: Readonly<Record<string, Side>>): Record<string, Json> {
  const out: Record<string, Json> = {};
  for (const part of fields) {
    if (kept[part.key] === 'mine') out[part.key] = (part.kind === 'clash' ? part.mine : part.value) ?? null;
    else if (kept[part.key] === 'both' && part.kind !== 'clash') out[part.key] = part.value ?? null;
  }
  return out;
}
