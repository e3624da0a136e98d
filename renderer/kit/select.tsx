import { CircleAlert } from 'lucide-react';
import { useId, type ReactNode } from 'react';

export interface Option {
  value: string;
  label: string;
}

interface SelectProps {
  label: string;
  /** Only for screen readers, where the place says it already. */
  hideLabel?: boolean;
  value: string;
  options: readonly Option[];
  onChange(value: string): void;
  hint?: string | undefined;
  /** What is wrong with the value, in one sentence. */
  wrong?: string | undefined;
  className?: string;
}

/** One choice out of a list; the select of the system. */
export function Select({ label, hideLabel = false, value, options, onChange, hint, wrong, className = '' }: SelectProps): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id} className={hideLabel ? 'sr' : undefined}>
        {label}
      </label>
      <select
        id={id}
        className={`select ${className}`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={[hint ? `${id}-hint` : '', wrong ? `${id}-fout` : ''].filter(Boolean).join(' ') || undefined}
        aria-invalid={wrong ? true : undefined}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {wrong && (
        <p className="field-error" id={`${id}-fout`}>
          <CircleAlert className="icon icon-sm" aria-hidden />
          {wrong}
        </p>
      )}
    </div>
  );
}
