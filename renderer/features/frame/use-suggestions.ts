import { useState, type KeyboardEvent } from 'react';
import { completionsFor, valueAt, type Completion } from '../../../domain/search/completion.ts';
import { useCall } from '../../data/use-call.ts';
import { useVocabulary } from '../../data/vocabulary.ts';
import { focusFirstHit } from '../../kit/first-hit.ts';
import type { RecentSearches } from './recent-searches.ts';

/** A filter or a value to fill in, something searched for before, or forgetting all of that. */
export type Suggestion = { kind: 'recent'; query: string } | { kind: 'vergeet' } | (Completion & { kind: 'naam' | 'waarde' });

export interface Suggestions {
  list: readonly Suggestion[];
  /** Place of the chosen one; -1 when none is. */
  chosen: number;
  open: boolean;
  show(caret: number): void;
  /** Closes the list; `away` when the user is done with it for what stands in the field, so that the next arrow leads to the hits. */
  close(away?: boolean): void;
  /** True when the key was for the list. */
  key(event: KeyboardEvent): boolean;
}

interface Wanted {
  text: string;
  recent: RecentSearches;
  take(suggestion: Suggestion): void;
}

/** Recent searches that are shown at once. */
const mostShown = 8;

/** What can be chosen below the search field, and which of it is. */
export function useSuggestions({ text, recent, take }: Wanted): Suggestions {
  const [caret, setCaret] = useState<number>();
  const [at, setAt] = useState(-1);
  const [putAway, setPutAway] = useState(false);
  const vocabulary = useVocabulary();
  // Only values come from the kennismap: as long as no name stands there, typing asks nothing.
  const value = caret === undefined ? undefined : valueAt(text, caret);
  // A date is completed by its year.
  const name = value?.name === 'datum' ? 'jaar' : (value?.name ?? '');
  // Of a title only the server knows what fits; all else is asked once and narrowed down here.
  const asked = { name, typed: name === 'id' ? (value?.typed ?? '').slice(0, 200) : '' };
  const found = useCall('search.values', asked, { enabled: name !== '' && name.length <= 80 }).data;
  const facets = found ? { [name]: found } : {};
  const offeredAt = (place: number): readonly Suggestion[] =>
    offered(text, recent.queries, () => completionsFor(text, place, { vocabulary, facets }));
  const list = caret === undefined ? [] : offeredAt(caret);
  const chosen = Math.min(at, list.length - 1);
  const open = list.length > 0;
  const set = (place: number | undefined, away: boolean): void => {
    setCaret(place);
    setAt(-1);
    setPutAway(away);
  };
  const close = (away = false): void => set(undefined, away);
  const show = (place: number): void => set(place, false);
  const walk = (event: KeyboardEvent): boolean => {
    if (!open) {
      if (putAway && focusFirstHit()) return true;
      const place = event.target instanceof HTMLInputElement ? (event.target.selectionStart ?? text.length) : text.length;
      if (offeredAt(place).length === 0) return focusFirstHit();
      show(place);
      return true;
    }
    setAt(event.key === 'ArrowDown' ? (chosen + 1) % list.length : (chosen <= 0 ? list.length : chosen) - 1);
    return true;
  };
  const key = (event: KeyboardEvent): boolean => {
    const one = list[chosen];
    if (event.key === 'ArrowDown' || (event.key === 'ArrowUp' && open)) return walk(event);
    if (event.key === 'Escape' && open) close(true);
    else if ((event.key === 'Enter' || event.key === 'Tab') && one && !event.shiftKey) take(one);
    else if (event.key === 'Delete' && one?.kind === 'recent') recent.forget(one.query);
    else return false;
    return true;
  };
  return { list, chosen, open, show, close, key };
}

function offered(text: string, recent: readonly string[], completions: () => Completion[]): Suggestion[] {
  if (text !== '') return completions();
  const past = recent.slice(0, mostShown).map((query): Suggestion => ({ kind: 'recent', query }));
  return past.length > 0 ? [...past, { kind: 'vergeet' }] : [];
}
