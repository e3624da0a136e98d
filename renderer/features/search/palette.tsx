import { Search } from 'lucide-react';
import { useEffect, useEffectEvent, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Kbd } from '../../kit/kbd.tsx';
import { nl } from '../../text/nl.ts';
import { PaletteList } from './palette-list.tsx';
import { searchAll, type PaletteOption } from './palette-options.tsx';
import './search.css';
import { usePalette } from './use-palette.ts';

interface PaletteProps {
  onClose(): void;
  onNew(what: { kind: string; title: string }): void;
  newKeys: string;
}

/** Jumps to a write-up, a kept query, a trefwoord, somebody or a card, or does something; from anywhere. */
export function Palette({ onClose, onNew, newKeys }: PaletteProps): ReactNode {
  const id = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const { groups, asked, pending, partly } = usePalette({ text, newKeys, onNew });
  const all = groups.flatMap(({ options }) => options);
  const chosen = Math.min(at, all.length - 1);
  const { moved, leave } = useLeaving(onClose);
  const run = (option: PaletteOption | undefined): void => {
    if (option) leave(option.run);
  };
  const wait = useFirstWhenThere(pending, () => run(all[0]));
  const keys = (event: KeyboardEvent): void => {
    const to = { ArrowDown: (chosen + 1) % all.length, ArrowUp: (chosen - 1 + all.length) % all.length }[event.key];
    if (to !== undefined) setAt(to);
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && asked) {
      leave(() => searchAll(asked));
    } else if (event.key === 'Enter' && pending && chosen <= 0) wait(true);
    else if (event.key === 'Enter') run(all[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <PaletteBox onClose={onClose} moved={moved}>
      <PaletteField
        id={id}
        text={text}
        active={all.length > 0 ? `${id}-${chosen}` : undefined}
        onText={(typed) => {
          setText(typed);
          setAt(0);
          wait(false);
        }}
        onKeyDown={keys}
      />
      <PaletteList id={id} groups={groups} chosen={chosen} onRun={run} onPoint={setAt} />
      {partly && <p className="palette-none small">{nl.library.partly}</p>}
      {all.length === 0 && <p className="palette-none small">{nl.search.nothing}</p>}
      <span className="sr" role="status">
        {nl.search.count(all.length)}
      </span>
      <PaletteFoot />
    </PaletteBox>
  );
}

/** Closes the palette and does what was chosen; `moved` tells whether that is another screen. */
function useLeaving(onClose: () => void): { moved: Moved; leave(act: () => void): void } {
  const moved = useRef({ away: false });
  return {
    moved: moved.current,
    leave: (act) => {
      const before = location.hash;
      onClose();
      act();
      moved.current.away = location.hash !== before;
    },
  };
}

/** Enter while the answer to the last letter is under way means the first line of that answer, not of the one before. */
function useFirstWhenThere(pending: boolean, runFirst: () => void): (wanted: boolean) => void {
  const [wanted, setWanted] = useState(false);
  const first = useEffectEvent(runFirst);
  useEffect(() => {
    if (!wanted || pending) return;
    setWanted(false);
    first();
  }, [wanted, pending]);
  return setWanted;
}

interface PaletteFieldProps {
  id: string;
  text: string;
  /** Id of the chosen option. */
  active: string | undefined;
  onText(text: string): void;
  onKeyDown(event: KeyboardEvent): void;
}

function PaletteField({ id, text, active, onText, onKeyDown }: PaletteFieldProps): ReactNode {
  return (
    <div className="palette-field">
      <Search className="icon" aria-hidden />
      <label className="sr" htmlFor={`${id}-veld`}>
        {nl.search.field}
      </label>
      <input
        id={`${id}-veld`}
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-lijst`}
        aria-activedescendant={active}
        autoComplete="off"
        spellCheck={false}
        placeholder={nl.search.placeholder}
        value={text}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Kbd>Esc</Kbd>
    </div>
  );
}

/** Whether another screen was gone to: then that has the focus, and not what had it before. */
interface Moved {
  readonly away: boolean;
}

interface PaletteBoxProps {
  onClose(): void;
  moved: Moved;
  children: ReactNode;
}

function PaletteBox({ onClose, moved, children }: PaletteBoxProps): ReactNode {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = box.current;
    const before = document.activeElement;
    if (typeof element?.showModal === 'function') element.showModal();
    else element?.setAttribute('open', '');
    element?.querySelector('input')?.focus();
    return () => {
      if (typeof element?.close === 'function') element.close();
      if (!(before instanceof HTMLElement) || !before.isConnected) return;
      if (moved.away) before.blur();
      else before.focus();
    };
  }, [moved]);
  return (
    <dialog
      ref={box}
      className="palette"
      aria-label={nl.search.label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === box.current) onClose();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      {children}
    </dialog>
  );
}

function PaletteFoot(): ReactNode {
  const { keys } = nl.search;
  return (
    <p className="palette-foot tiny" aria-hidden>
      <span>
        <kbd>↑</kbd> <kbd>↓</kbd> {keys.choose}
      </span>
      <span>
        <kbd>Enter</kbd> {keys.open}
      </span>
      <span>
        <kbd>Ctrl Enter</kbd> {keys.inLibrary}
      </span>
      <span className="push">
        <kbd>&gt;</kbd> {keys.commands}
      </span>
      <span>
        <kbd>#</kbd> {keys.keywords}
      </span>
      <span>
        <kbd>@</kbd> {keys.people}
      </span>
    </p>
  );
}
