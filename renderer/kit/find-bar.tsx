import { ChevronDown, ChevronUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { nl } from '../text/nl.ts';
import { IconButton } from './button.tsx';
import type { FoundWords } from './found-words.ts';
import { Kbd } from './kbd.tsx';

/** Which found word is looked at, and the way to the next. */
export function FindBar({ found }: { found: FoundWords }): ReactNode {
  const [now, total] = nl.entry.find(found.now, found.total);
  const wrapped = found.wrapped && nl.entry.findWrapped[found.wrapped];
  return (
    <span className="push find">
      <span className="find-label" aria-hidden>
        {wrapped && <small className="find-wrapped">{wrapped} · </small>}
        {nl.entry.findLabel} <b>{now}</b> {total}
      </span>
      <span className="sr" role="status">
        {nl.entry.findSpoken(found.now, found.total)}
        {wrapped && `, ${wrapped}`}
      </span>
      <IconButton icon={ChevronUp} label={nl.entry.findPrevious} onClick={found.previous} />
      <IconButton icon={ChevronDown} label={nl.entry.findNext} onClick={found.next} />
      <Kbd>F3</Kbd>
    </span>
  );
}
