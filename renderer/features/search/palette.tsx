import { Search } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { go } from '../../data/routes.ts';
import { useCall } from '../../data/use-call.ts';
import { useVocabulary } from '../../data/vocabulary.ts';
import { Kbd } from '../../kit/kbd.tsx';
import { nl } from '../../text/nl.ts';
import { commandsFor, entryOptions, titleIndex, type PaletteOption } from './palette-options.tsx';
import './search.css';

interface PaletteProps {
  onClose(): void;
  onNew(what: { kind: string; title: string }): void;
  newKeys: string;
}

/** Jumps to a write-up by its title, or does something; from anywhere. */
export function Palette({ onClose, onNew, newKeys }: PaletteProps): ReactNode {
  const id = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const vocabulary = useVocabulary();
  const titles = useCall('entries.titles', {}).data;
  const index = useMemo(() => titleIndex(titles ?? []), [titles]);
  const goTo = useMemo(() => (text.startsWith('>') ? [] : entryOptions(index, text, vocabulary)), [index, text, vocabulary]);
  const commands = commandsFor({ text, vocabulary, newKeys, onNew });
  const all = [...goTo, ...commands];
  const chosen = Math.min(at, all.length - 1);
  const run = (option: PaletteOption | undefined): void => {
    if (!option) return;
    onClose();
    option.run();
  };
  const keys = (event: KeyboardEvent): void => {
    const to = { ArrowDown: (chosen + 1) % all.length, ArrowUp: (chosen - 1 + all.length) % all.length }[event.key];
    if (to !== undefined) setAt(to);
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && text.trim()) {
      onClose();
      go({ screen: 'bibliotheek', q: text.trim(), sort: 'relevantie' });
    } else if (event.key === 'Enter') run(all[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <PaletteBox onClose={onClose}>
      <PaletteField
        id={id}
        text={text}
        active={all.length > 0 ? `${id}-${chosen}` : undefined}
        onText={(typed) => {
          setText(typed);
          setAt(0);
        }}
        onKeyDown={keys}
      />
      <div className="palette-list" id={`${id}-lijst`} role="listbox" aria-label={nl.search.results}>
        <Group id={id} title={nl.search.goTo} options={goTo} from={0} chosen={chosen} onRun={run} onPoint={setAt} />
        <Group id={id} title={nl.search.doIt} options={commands} from={goTo.length} chosen={chosen} onRun={run} onPoint={setAt} />
      </div>
      {all.length === 0 && <p className="palette-none small">{nl.search.nothing}</p>}
      <span className="sr" role="status">
        {nl.search.count(all.length)}
      </span>
      <PaletteFoot />
    </PaletteBox>
  );
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

function PaletteBox({ onClose, children }: { onClose(): void; children: ReactNode }): ReactNode {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = box.current;
    const before = document.activeElement;
    if (typeof element?.showModal === 'function') element.showModal();
    else element?.setAttribute('open', '');
    element?.querySelector('input')?.focus();
    return () => {
      if (typeof element?.close === 'function') element.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
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

interface GroupProps {
  id: string;
  title: string;
  options: readonly PaletteOption[];
  /** Place of the first option in the whole list. */
  from: number;
  chosen: number;
  onRun(option: PaletteOption): void;
  onPoint(at: number): void;
}

function Group({ id, title, options, from, chosen, onRun, onPoint }: GroupProps): ReactNode {
  if (options.length === 0) return null;
  return (
    <div role="group" aria-labelledby={`${id}-g${from}`}>
      <p className="palette-group" id={`${id}-g${from}`}>
        {title}
      </p>
      {options.map((option, index) => (
        <Option
          key={option.id}
          id={`${id}-${from + index}`}
          option={option}
          selected={from + index === chosen}
          onRun={() => onRun(option)}
          onPoint={() => onPoint(from + index)}
        />
      ))}
    </div>
  );
}

function Option({
  id,
  option,
  selected,
  onRun,
  onPoint,
}: {
  id: string;
  option: PaletteOption;
  selected: boolean;
  onRun(): void;
  onPoint(): void;
}): ReactNode {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected) line.current?.scrollIntoView?.({ block: 'nearest' });
  }, [selected]);
  return (
    // The field keeps the focus and its keys; the pointer is an extra way in.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div ref={line} className="option" id={id} role="option" aria-selected={selected} onClick={onRun} onPointerMove={onPoint}>
      {option.icon}
      <span>
        {option.label}
        {option.hint && <small>{option.hint}</small>}
      </span>
      {selected ? <Kbd>Enter</Kbd> : option.keys ? <Kbd>{option.keys}</Kbd> : null}
    </div>
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
        {keys.type} <kbd>&gt;</kbd> {keys.commands}
      </span>
    </p>
  );
}
