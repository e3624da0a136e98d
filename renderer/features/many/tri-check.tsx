import { useEffect, useRef, type ReactNode } from 'react';
import { nl } from '../../text/nl.ts';

/** In how many of the write-ups something holds. */
export type Tri = 'all' | 'some' | 'none';

interface TriCheckProps {
  state: Tri;
  /** What it was; `some` can be gone back to. */
  was: Tri;
  label: string;
  onChange(state: Tri): void;
}

/** A tick box that also knows “some of them”. */
export function TriCheck({ state, was, label, onChange }: TriCheckProps): ReactNode {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = state === 'some';
  });
  const next = (): Tri => (state === 'some' ? 'all' : state === 'all' ? 'none' : was === 'some' ? 'some' : 'all');
  return (
    <label className={state === was ? 'check' : 'check is-touched'}>
      <input
        ref={box}
        type="checkbox"
        checked={state === 'all'}
        aria-label={nl.many.keywordLabel(label, nl.many.keywordState[state])}
        onChange={() => onChange(next())}
      />
      <span>{label}</span>
      <span className="count" aria-hidden>
        {nl.many.keywordState[state]}
      </span>
    </label>
  );
}
