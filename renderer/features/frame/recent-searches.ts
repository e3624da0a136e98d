import { useEffect, useEffectEvent, useRef } from 'react';
import { mostSearches } from '../../../domain/api/messages.ts';
import { fold, wordsIn } from '../../../domain/search/fold.ts';
import { useRoute } from '../../data/routes.ts';
import { useLibraryState } from '../../data/use-library.ts';
import { useSettings } from '../../data/use-settings.ts';

export interface RecentSearches {
  /** Newest first. */
  queries: readonly string[];
  remember(query: string): void;
  forget(query: string): void;
  forgetAll(): void;
}

const none: readonly string[] = [];

/** Searches that ask the same are kept once: case, accents and spaces aside, and where nothing but words is asked signs as well. */
function sameAs(query: string): string {
  if (!/[:"“”„()-]|\bOF\b/.test(query)) return wordsIn(query).join(' ');
  return query
    .split(/\s+/)
    .filter(Boolean)
    .map((part) => (part === 'OF' ? part : fold(part.replace(/[“”„]/g, '"'))))
    .join(' ');
}

/** What was searched for in the open kennismap. */
export function useRecentSearches(): RecentSearches {
  const { settings, known, change } = useSettings();
  const library = useLibraryState();
  const dir = library && 'dir' in library ? library.dir : undefined;
  const queries = (dir === undefined ? undefined : settings.recentSearches[dir]) ?? none;
  const keep = (list: readonly string[]): void => {
    if (dir !== undefined && known) change({ recentSearches: { [dir]: list.slice(0, mostSearches) } });
  };
  const remember = (query: string): void => {
    const text = query.trim();
    if (text === '' || text === queries[0]) return;
    keep([text, ...queries.filter((other) => sameAs(other) !== sameAs(text))]);
  };
  useOpenedHit(remember);
  return { queries, remember, forget: (query) => keep(queries.filter((other) => other !== query)), forgetAll: () => keep([]) };
}

/** A search of which a hit is opened was worth remembering; the place where the window starts is not. */
function useOpenedHit(remember: (query: string) => void): void {
  const route = useRoute();
  const told = useEffectEvent(remember);
  const opened = (route.screen === 'stuk' || route.screen === 'bibliotheek') && route.id ? route.id : '';
  const query = opened && 'q' in route ? route.q : '';
  const before = useRef(opened);
  useEffect(() => {
    if (opened !== before.current && opened && query) told(query);
    before.current = opened;
  }, [opened, query]);
}
