import { useEffect, useRef, type ReactNode } from 'react';
import { Kbd } from '../../kit/kbd.tsx';
import { nl } from '../../text/nl.ts';
import type { PaletteOption } from './palette-options.tsx';
import type { PaletteGroup } from './use-palette.ts';

interface PaletteListProps {
  id: string;
  groups: readonly PaletteGroup[];
  /** Place of the chosen option, counted over all groups. */
  chosen: number;
  onRun(option: PaletteOption): void;
  onPoint(at: number): void;
}

/** The groups of the palette, each under its heading. */
export function PaletteList({ id, groups, chosen, onRun, onPoint }: PaletteListProps): ReactNode {
  const starts = groups.map((_, at) => groups.slice(0, at).reduce((sum, { options }) => sum + options.length, 0));
  return (
    <div className="palette-list" id={`${id}-lijst`} role="listbox" aria-label={nl.search.results}>
      {groups.map((group, at) => (
        <Group key={group.id} id={id} group={group} from={starts[at] ?? 0} chosen={chosen} onRun={onRun} onPoint={onPoint} />
      ))}
    </div>
  );
}

interface GroupProps extends Omit<PaletteListProps, 'groups'> {
  group: PaletteGroup;
  /** Place of the first option in the whole list. */
  from: number;
}

function Group({ id, group, from, chosen, onRun, onPoint }: GroupProps): ReactNode {
  return (
    <div role="group" aria-labelledby={`${id}-${group.id}`}>
      <p className="palette-group" id={`${id}-${group.id}`}>
        {group.title}
      </p>
      {group.options.map((option, index) => (
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

interface OptionProps {
  id: string;
  option: PaletteOption;
  selected: boolean;
  onRun(): void;
  onPoint(): void;
}

function Option({ id, option, selected, onRun, onPoint }: OptionProps): ReactNode {
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
