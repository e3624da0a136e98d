import { Search, X } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { freeText } from '../../../domain/search/query-edit.ts';
import { currentRoute, go, useRoute, type Route } from '../../data/routes.ts';
import { IconButton } from '../../kit/button.tsx';
import { Kbd } from '../../kit/kbd.tsx';
import { nl } from '../../text/nl.ts';
import { filterText, joined } from './query-parts.ts';

/** What is being typed, and the filters that stood already: those are chips, not words in the field. */
interface Typing {
  text: string;
  filters: string;
}

const queryOf = (route: Route): string => (route.screen === 'bibliotheek' || route.screen === 'stuk' ? route.q : '');

interface SearchField {
  shown: string;
  typed(text: string): void;
  submit(): void;
  /** The field is left: what is a filter becomes a chip. */
  leave(): void;
}

function useSearchField(): SearchField {
  const route = useRoute();
  const [typing, setTyping] = useState<Typing>();
  const shown = typing?.text ?? freeText(queryOf(route));
  const look = (text: string, filters: string, always: boolean): void => {
    const at = currentRoute();
    const q = joined(filters, text);
    if (at.screen === 'bibliotheek') go({ ...at, q, id: undefined }, { replace: true });
    else if (always) go({ screen: 'bibliotheek', q, sort: 'relevantie' });
  };
  return {
    shown,
    typed: (text) => {
      const filters = typing?.filters ?? (route.screen === 'bibliotheek' ? filterText(route.q) : '');
      setTyping({ text, filters });
      look(text, filters, false);
    },
    submit: () => {
      look(shown.trim(), typing?.filters ?? filterText(queryOf(route)), true);
      setTyping(undefined);
    },
    leave: () => setTyping(undefined),
  };
}

/** The search field. In the Bibliotheek the list follows every letter; from anywhere else Enter goes there. */
export function TopSearch({ onPalette }: { onPalette(): void }): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  const { shown, typed, submit, leave } = useSearchField();
  return (
    <div role="search" className="top-search">
      <form
        className="search"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Search className="icon" aria-hidden />
        <label className="sr" htmlFor="zoek">
          {nl.frame.searchLabel}
        </label>
        <input
          ref={input}
          id="zoek"
          type="search"
          value={shown}
          placeholder={nl.frame.searchPlaceholder}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => typed(event.target.value)}
          onBlur={leave}
        />
        {shown && (
          <IconButton
            icon={X}
            label={nl.frame.clear}
            onClick={() => {
              typed('');
              input.current?.focus();
            }}
          />
        )}
        <button type="button" className="kbd-link" aria-label={nl.frame.palette('Ctrl K')} title={nl.frame.palette('Ctrl K')} onClick={onPalette}>
          <Kbd>Ctrl K</Kbd>
        </button>
      </form>
    </div>
  );
}
