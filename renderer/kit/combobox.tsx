import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { nl } from '../text/nl.ts';
import { Field } from './field.tsx';

export interface Suggestion {
  value: string;
  label: string;
  /** Faint, behind the label. */
  note?: string | undefined;
}

interface ComboboxProps {
  label: string;
  hideLabel?: boolean;
  hint?: string | undefined;
  wrong?: string | undefined;
  text: string;
  onText(text: string): void;
  /** What to choose from; at most a handful is shown, those that fit what was typed. */
  suggestions: readonly Suggestion[];
  onTake(value: string): void;
  /** Enter on what was typed itself. */
  onEnter?: (() => void) | undefined;
  onBackspace?: (() => void) | undefined;
  onLeave?: (() => void) | undefined;
  /** Also with nothing typed yet. */
  eager?: boolean;
  placeholder?: string | undefined;
}

const shown = 8;
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Those in which every word of the text stands: first where it begins, then where one of its words does. */
function fitting(suggestions: readonly Suggestion[], text: string): Suggestion[] {
  const wanted = folded(text).split(/\s+/).filter(Boolean);
  const found = suggestions.filter(({ label }) => wanted.every((word) => folded(label).includes(word)));
  const place = ({ label }: Suggestion): number => {
    const at = ` ${folded(label)}`.indexOf(` ${wanted[0] ?? ''}`);
    return at < 0 ? 2 : Math.min(at, 1);
  };
  return found.toSorted((a, b) => place(a) - place(b)).slice(0, shown);
}

/** A line of text that offers what it could become. Arrows choose, Enter takes, Escape closes the list. */
export function Combobox(props: ComboboxProps): ReactNode {
  const { label, hideLabel, hint, wrong, text, suggestions, eager = false } = props;
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const list = useId();
  const offered = open && (eager || text.trim() !== '') ? fitting(suggestions, text) : [];
  const close = (): void => {
    setOpen(false);
    setAt(-1);
  };
  const take = (one: Suggestion): void => {
    close();
    props.onTake(one.value);
  };
  const keys = useComboKeys(props, { offered, at, setAt, open: () => setOpen(true), close, take });
  return (
    <Field label={label} hideLabel={hideLabel} hint={hint} wrong={wrong}>
      {({ id, describedBy }) => (
        <div className="combo">
          <input
            id={id}
            className="input"
            role="combobox"
            autoComplete="off"
            aria-expanded={offered.length > 0}
            aria-controls={offered.length > 0 ? list : undefined}
            aria-activedescendant={at >= 0 && at < offered.length ? `${list}-${at}` : undefined}
            aria-autocomplete="list"
            aria-describedby={describedBy}
            aria-invalid={wrong ? true : undefined}
            placeholder={props.placeholder}
            value={text}
            onChange={(event) => {
              setOpen(true);
              setAt(-1);
              props.onText(event.target.value);
            }}
            onFocus={() => eager && setOpen(true)}
            onBlur={() => {
              close();
              props.onLeave?.();
            }}
            onKeyDown={keys}
          />
          {offered.length > 0 && <Offered id={list} label={label} offered={offered} at={at} onTake={take} />}
        </div>
      )}
    </Field>
  );
}

interface Listing {
  offered: readonly Suggestion[];
  at: number;
  setAt(at: number): void;
  open(): void;
  close(): void;
  take(one: Suggestion): void;
}

function useComboKeys({ text, onEnter, onBackspace }: ComboboxProps, { offered, at, setAt, open, close, take }: Listing) {
  return (event: KeyboardEvent<HTMLInputElement>): void => {
    const one = offered[at];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (offered.length === 0) open();
      else setAt((at + (event.key === 'ArrowDown' ? 1 : at < 0 ? 0 : -1) + offered.length) % offered.length);
    } else if (event.key === 'Enter') {
      if (one) take(one);
      else if (onEnter) onEnter();
      else close();
    } else if (event.key === 'Escape') {
      // With no list open Escape is for the screen.
      if (offered.length === 0) return;
      event.stopPropagation();
      close();
    } else if (event.key === 'Backspace' && text === '' && onBackspace) onBackspace();
    else return;
    event.preventDefault();
  };
}

interface OfferedProps {
  id: string;
  label: string;
  offered: readonly Suggestion[];
  at: number;
  onTake(one: Suggestion): void;
}

function Offered({ id, label, offered, at, onTake }: OfferedProps): ReactNode {
  return (
    <ul id={id} role="listbox" aria-label={nl.form.suggestions(label)} className="combo-list">
      {offered.map((one, index) => (
        <li key={one.value} role="presentation">
          <button
            type="button"
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className="combo-option"
            // The field keeps the focus, so that what it holds is not taken for finished.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(one)}
          >
            <span>{one.label}</span>
            {one.note && <small>{one.note}</small>}
          </button>
        </li>
      ))}
    </ul>
  );
}
