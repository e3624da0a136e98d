import { useId, type ReactNode } from 'react';
import { bothOf, type Clash, type MergePart } from '../../domain/entries/text-merge.ts';
import { nl } from '../text/nl.ts';
import { WordChanges } from './word-changes.tsx';

export type Side = 'mine' | 'theirs' | 'both';

interface MergeListProps {
  parts: readonly MergePart[];
  /** Chosen sides, by the number of the clash. */
  chosen: readonly (Side | undefined)[];
  onChoose(clash: number, side: Side): void;
  /** What the sides are called here. */
  names: Readonly<Record<Side, string>>;
}

/** A three-way comparison, paragraph by paragraph: what is taken over by itself is shown, what clashes is asked. */
export function MergeList({ parts, chosen, onChoose, names }: MergeListProps): ReactNode {
  let clash = -1;
  return (
    <div className="merge">
      {parts.map((part, index) => {
        if (part.kind === 'same')
          return part.text.trim() === '' ? null : (
            <p key={index} className="merge-same">
              {part.text.trim().slice(0, 200)}
            </p>
          );
        if (part.kind !== 'clash')
          return (
            <div key={index} className="merge-taken">
              <span className="tiny faint">{nl.history.mergeTaken[part.kind]}</span>
              <WordChanges before={part.base.trimEnd()} after={part.text.trimEnd()} />
            </div>
          );
        clash++;
        const number = clash;
        return (
          <ClashChoice key={index} clash={part} number={number} chosen={chosen[number]} names={names} onChoose={(side) => onChoose(number, side)} />
        );
      })}
    </div>
  );
}

interface ClashChoiceProps {
  clash: Clash;
  number: number;
  chosen: Side | undefined;
  names: Readonly<Record<Side, string>>;
  onChoose(side: Side): void;
}

function ClashChoice({ clash, number, chosen, names, onChoose }: ClashChoiceProps): ReactNode {
  const name = useId();
  const sides = (['theirs', 'mine', 'both'] as const).filter((side) => side !== 'both' || (clash.mine.trim() !== '' && clash.theirs.trim() !== ''));
  return (
    <fieldset className="merge-clash">
      <legend>{nl.history.difference(number + 1)}</legend>
      <div className="merge-sides">
        {sides.map((side) => (
          <label key={side} className={side === 'both' ? 'merge-side is-both' : 'merge-side'}>
            <b>
              <input type="radio" name={name} checked={chosen === side} onChange={() => onChoose(side)} />
              {names[side]}
            </b>
            {side !== 'both' && <SideText clash={clash} side={side} />}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function SideText({ clash, side }: { clash: Clash; side: 'mine' | 'theirs' }): ReactNode {
  const text = clash[side].trim();
  if (text === '') return <em className="faint">{nl.history.nothing}</em>;
  // Against what both came from when that is known, else against each other.
  return <WordChanges before={(clash.base || clash[side === 'mine' ? 'theirs' : 'mine']).trim()} after={text} onlyAfter />;
}

/** The text of a chosen side. */
export const sideText = (clash: Clash, side: Side): string =>
  side === 'both' ? bothOf({ ...clash, mine: clash.theirs, theirs: clash.mine }) : clash[side];
