import { Search, X } from 'lucide-react';
import { useEffect, useId, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { filterText, freeText, withFilters } from '../../../domain/search/query-edit.ts';
import { searchFor } from '../../data/found.ts';
import { currentRoute, go, goTyping, useRoute, writeAddress, type LibraryRoute, type Route } from '../../data/routes.ts';
import { Stepper } from '../../data/stepper.ts';
import { useAskAhead, type Ahead } from '../../data/use-call.ts';
import { IconButton } from '../../kit/button.tsx';
import { Kbd } from '../../kit/kbd.tsx';
import { nl } from '../../text/nl.ts';
import { useRecentSearches, type RecentSearches } from './recent-searches.ts';
import { SearchSuggestions } from './search-suggestions.tsx';
import { useSuggestions, type Suggestion, type Suggestions } from './use-suggestions.ts';

/** What is being typed, and the filters that stood already: those are chips, not words in the field. */
interface Typing {
  text: string;
  filters: string;
}

const queryOf = (route: Route): string => (route.screen === 'bibliotheek' || route.screen === 'stuk' ? route.q : '');

interface SearchField {
  shown: string;
  /** Something was typed that only Enter searches for, as the list is not on this screen. */
  waiting: boolean;
  typed(text: string): void;
  /** Searches, and gives the whole query. */
  submit(): string;
  /** Searches for this instead. */
  search(query: string): void;
  /** The field is left: what is a filter becomes a chip. */
  leave(): void;
}

/** In the Bibliotheek the list follows, in steps: all that stands on the screen changes with it, which a letter need not wait for. */
function newFollower(ask: (route: LibraryRoute) => Ahead): Stepper {
  const follower = new Stepper((q) => {
    const at = currentRoute();
    if (at.screen !== 'bibliotheek') return;
    const route = { ...at, q, id: undefined };
    const { ready, known } = ask(route);
    goTyping(route, ready, () => follower.waiting);
    return !known;
  });
  return follower;
}

function useSearchField(): SearchField {
  const route = useRoute();
  const [typing, setTyping] = useState<Typing>();
  const ahead = useAskAhead();
  const [follower] = useState(() => newFollower((to) => ahead('search.query', searchFor(to))));
  useEffect(() => () => follower.drop(), [follower]);
  const shown = typing?.text ?? freeText(queryOf(route));
  const look = (q: string): void => {
    follower.drop();
    setTyping(undefined);
    const at = currentRoute();
    if (at.screen === 'bibliotheek') go({ ...at, q, id: undefined }, { replace: true });
    else go({ screen: 'bibliotheek', q, sort: 'relevantie' });
  };
  return {
    shown,
    waiting: typing !== undefined && route.screen !== 'bibliotheek' && shown.trim() !== '',
    typed: (text) => {
      const filters = typing?.filters ?? (route.screen === 'bibliotheek' ? filterText(route.q) : '');
      setTyping({ text, filters });
      follower.type(withFilters(filters, text), queryOf(currentRoute()));
    },
    submit: () => {
      const q = withFilters(typing?.filters ?? filterText(queryOf(route)), shown.trim());
      look(q);
      return q;
    },
    search: look,
    leave: () => {
      follower.flush();
      writeAddress();
      setTyping(undefined);
    },
  };
}

/** Puts the caret somewhere once the field shows its new text. */
function useCaret(input: RefObject<HTMLInputElement | null>): (at: number) => void {
  const [wanted, setWanted] = useState<{ at: number }>();
  useLayoutEffect(() => {
    if (wanted) input.current?.setSelectionRange(wanted.at, wanted.at);
  }, [wanted, input]);
  return (at) => setWanted({ at });
}

interface SuggestedSearch {
  suggestions: Suggestions;
  recent: RecentSearches;
  take(one: Suggestion): void;
}

/** What the field offers, and what happens when that is taken. */
function useSuggestedSearch(field: SearchField, input: RefObject<HTMLInputElement | null>): SuggestedSearch {
  const recent = useRecentSearches();
  const setCaret = useCaret(input);
  const { shown } = field;
  const take = (one: Suggestion): void => {
    suggestions.close(one.kind === 'recent');
    if (one.kind === 'vergeet') return recent.forgetAll();
    if (one.kind === 'recent') {
      recent.remember(one.query);
      return field.search(one.query);
    }
    const caret = one.from + one.insert.length;
    field.typed(shown.slice(0, one.from) + one.insert + shown.slice(one.to));
    setCaret(caret);
    suggestions.show(caret);
  };
  const suggestions = useSuggestions({ text: shown, recent, take });
  return { suggestions, recent, take };
}

/** The search field. In the Bibliotheek the list follows what is typed; from anywhere else Enter goes there. */
export function TopSearch({ onPalette }: { onPalette(): void }): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const field = useSearchField();
  const { suggestions, recent, take } = useSuggestedSearch(field, input);
  return (
    <div role="search" className="top-search">
      <form
        className="search"
        onSubmit={(event) => {
          event.preventDefault();
          suggestions.close(true);
          recent.remember(field.submit());
        }}
      >
        <Search className="icon" aria-hidden />
        <label className="sr" htmlFor="zoek">
          {nl.frame.searchLabel}
        </label>
        <SearchInput ref={input} listId={listId} field={field} suggestions={suggestions} />
        {field.shown && (
          <IconButton
            icon={X}
            label={nl.frame.clear}
            onClick={() => {
              field.typed('');
              input.current?.focus();
            }}
          />
        )}
        <button type="button" className="kbd-link" aria-label={nl.frame.palette('Ctrl K')} title={nl.frame.palette('Ctrl K')} onClick={onPalette}>
          <Kbd>Ctrl K</Kbd>
        </button>
      </form>
      <SearchSuggestions id={listId} suggestions={suggestions} recent={recent} onTake={take} />
      {field.waiting && !suggestions.open && (
        <div className="suggestions">
          <p className="suggestions-foot tiny" role="status">
            {nl.frame.enterSearches(field.shown.trim())}
          </p>
        </div>
      )}
    </div>
  );
}

interface SearchInputProps {
  ref: RefObject<HTMLInputElement | null>;
  /** Id of the list of suggestions. */
  listId: string;
  field: SearchField;
  suggestions: Suggestions;
}

function SearchInput({ ref, listId, field, suggestions }: SearchInputProps): ReactNode {
  const { open, chosen } = suggestions;
  return (
    <input
      ref={ref}
      id="zoek"
      type="search"
      role="combobox"
      aria-expanded={open}
      aria-controls={open ? listId : undefined}
      aria-activedescendant={open && chosen >= 0 ? `${listId}-${chosen}` : undefined}
      aria-autocomplete="list"
      value={field.shown}
      placeholder={nl.frame.searchPlaceholder}
      autoComplete="off"
      spellCheck={false}
      onChange={({ target }) => {
        field.typed(target.value);
        if (target.value === '') suggestions.close();
        else suggestions.show(target.selectionStart ?? target.value.length);
      }}
      onClick={() => field.shown === '' && suggestions.show(0)}
      onKeyDown={(event) => {
        if (suggestions.key(event)) event.preventDefault();
      }}
      onBlur={() => {
        suggestions.close();
        field.leave();
      }}
    />
  );
}
