import { useEffect, useId, useState, type ReactNode } from 'react';
import { nl } from '../../text/nl.ts';

interface JudgeFieldProps {
  by: string;
  /** Who judged this before. */
  known: readonly string[];
  onJudgeAs(by: string): void;
}

/** Who is judging. Another name or role judges beside the first; nothing is replaced. */
export function JudgeField({ by, known, onJudgeAs }: JudgeFieldProps): ReactNode {
  const id = useId();
  const [typed, setTyped] = useState(by);
  useEffect(() => setTyped(by), [by]);
  const done = (): void => {
    if (typed.trim() !== by) onJudgeAs(typed);
    if (typed.trim() === '') setTyped(by);
  };
  return (
    <span className="judge-field">
      <label htmlFor={id} className="small soft">
        {nl.judges.field}
      </label>
      <input
        id={id}
        className="input"
        list={`${id}-bekend`}
        value={typed}
        maxLength={80}
        autoComplete="off"
        title={nl.judges.fieldHint}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={done}
        onKeyDown={(event) => {
          if (event.key === 'Enter') done();
          else if (event.key === 'Escape') setTyped(by);
        }}
      />
      <datalist id={`${id}-bekend`}>
        {known.filter(Boolean).map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </datalist>
    </span>
  );
}
