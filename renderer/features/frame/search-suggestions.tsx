import { History, Trash2, X } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { IconButton } from '../../kit/button.tsx';
import { nl } from '../../text/nl.ts';
import type { RecentSearches } from './recent-searches.ts';
import type { Suggestion, Suggestions } from './use-suggestions.ts';
import './suggestions.css';

interface SearchSuggestionsProps {
  id: string;
  suggestions: Suggestions;
  recent: RecentSearches;
  onTake(suggestion: Suggestion): void;
}

/** The list below the search field: names and values that fit, or what was searched for before. */
export function SearchSuggestions({ id, suggestions, recent, onTake }: SearchSuggestionsProps): ReactNode {
  const { list, chosen, open } = suggestions;
  if (!open) return null;
  const past = list.flatMap((one) => (one.kind === 'recent' ? [one.query] : []));
  const text = nl.frame.suggestions;
  return (
    // The field keeps the focus, also when the pointer is used here.
    <div
      role="presentation"
      className="suggestions"
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      <div className="suggestions-rows">
        <div role="listbox" id={id} aria-label={past.length > 0 ? text.recent : text.label}>
          {list.map((one, at) => (
            <Row key={`${at}-${labelOf(one)}`} id={`${id}-${at}`} one={one} selected={at === chosen} onTake={() => onTake(one)} />
          ))}
        </div>
        {past.length > 0 && (
          <div className="suggestions-remove">
            {past.map((query) => (
              <IconButton key={query} icon={X} label={text.forget(query)} tabIndex={-1} onClick={() => recent.forget(query)} />
            ))}
          </div>
        )}
      </div>
      {past.length > 0 && <p className="suggestions-foot tiny">{text.deleteKey}</p>}
      <span className="sr" role="status">
        {nl.search.count(past.length || list.length)}
      </span>
    </div>
  );
}

function labelOf(one: Suggestion): string {
  if (one.kind === 'vergeet') return nl.frame.suggestions.forgetAll;
  return one.kind === 'recent' ? one.query : one.label;
}

function Row({ id, one, selected, onTake }: { id: string; one: Suggestion; selected: boolean; onTake(): void }): ReactNode {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected) line.current?.scrollIntoView?.({ block: 'nearest' });
  }, [selected]);
  return (
    // The field keeps the focus and its keys; the pointer is an extra way in.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div ref={line} className="suggestion" id={id} role="option" aria-selected={selected} onClick={onTake}>
      {one.kind === 'recent' && <History className="icon" aria-hidden />}
      {one.kind === 'vergeet' && <Trash2 className="icon" aria-hidden />}
      <span className={one.kind === 'naam' ? 'suggestion-name' : undefined}>{labelOf(one)}</span>
      {'hint' in one && one.hint && <small>{one.hint}</small>}
    </div>
  );
}
