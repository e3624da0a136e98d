import { useId, type ReactNode } from 'react';
import type { Taken } from '../../../domain/entries/uniting.ts';
import { nl } from '../../text/nl.ts';

interface ChoiceProps {
  legend: string;
  chosen: Taken | undefined;
  /** What is on either side; empty where there is nothing. */
  left: ReactNode;
  right: ReactNode;
  /** Both can be taken together. */
  both?: ReactNode | undefined;
  names: Readonly<Record<'left' | 'right', string>>;
  onChoose(side: Taken): void;
}

/** One difference with its two sides, and both together where that can be. The arrows choose. */
export function Choice({ legend, chosen, left, right, both, names, onChoose }: ChoiceProps): ReactNode {
  const name = useId();
  const side = (taken: Taken, label: string, content: ReactNode): ReactNode => (
    <label key={taken} className={taken === 'both' ? 'merge-side is-both' : 'merge-side'}>
      <b>
        <input type="radio" name={name} checked={chosen === taken} onChange={() => onChoose(taken)} />
        {label}
      </b>
      {content}
    </label>
  );
  return (
    <fieldset className={chosen ? 'merge-clash' : 'merge-clash is-open'}>
      <legend>
        {legend} {!chosen && <span className="badge badge-partly">{nl.merging.toChoose}</span>}
      </legend>
      <div className="merge-sides">
        {side('left', names.left, left)}
        {side('right', names.right, right)}
        {both !== undefined && side('both', nl.merging.both, both)}
      </div>
    </fieldset>
  );
}
