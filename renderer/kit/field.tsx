import { CircleAlert } from 'lucide-react';
import { useId, type InputHTMLAttributes, type ReactNode, type Ref, type TextareaHTMLAttributes } from 'react';

interface FieldProps {
  label: string;
  /** Only for screen readers, where the place says it already. */
  hideLabel?: boolean | undefined;
  hint?: string | undefined;
  /** What is wrong with the value, in one sentence. */
  wrong?: string | undefined;
}

/** Label, control, hint and fault, tied together. */
export function Field({
  label,
  hideLabel = false,
  hint,
  wrong,
  children,
}: FieldProps & { children: (ids: { id: string; describedBy: string | undefined }) => ReactNode }): ReactNode {
  const id = useId();
  const describedBy = [hint ? `${id}-hint` : '', wrong ? `${id}-fout` : ''].filter(Boolean).join(' ') || undefined;
  return (
    <div className="field" data-wrong={wrong ? '' : undefined}>
      <label htmlFor={id} className={hideLabel ? 'sr' : undefined}>
        {label}
      </label>
      {children({ id, describedBy })}
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

/** One line of text. */
export function TextField({
  label,
  hideLabel,
  hint,
  wrong,
  ref,
  ...rest
}: FieldProps & InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> }): ReactNode {
  return (
    <Field label={label} hideLabel={hideLabel} hint={hint} wrong={wrong}>
      {({ id, describedBy }) => (
        <input
          ref={ref}
          id={id}
          className="input"
          aria-describedby={describedBy}
          aria-invalid={wrong ? true : undefined}
          autoComplete="off"
          {...rest}
        />
      )}
    </Field>
  );
}

/** A few lines of text. */
export function TextArea({ label, hideLabel, hint, wrong, ...rest }: FieldProps & TextareaHTMLAttributes<HTMLTextAreaElement>): ReactNode {
  return (
    <Field label={label} hideLabel={hideLabel} hint={hint} wrong={wrong}>
      {({ id, describedBy }) => (
        <textarea id={id} className="textarea" aria-describedby={describedBy} aria-invalid={wrong ? true : undefined} rows={3} {...rest} />
      )}
    </Field>
  );
}
