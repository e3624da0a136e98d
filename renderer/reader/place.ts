import { useEffect, useState } from 'react';

/** Where the reader is; kept in the address, so that back, forward and a bookmark work. */
export interface Place {
  /** The write-up that is open; undefined is the list. */
  id: string | undefined;
  query: string;
}

export function placeIn(hash: string): Place {
  const [path = '', asked = ''] = hash.replace(/^#/, '').split('?', 2);
  const id = /^\/stuk\/(.+)$/.exec(path)?.[1];
  return { id: id === undefined ? undefined : decoded(id), query: new URLSearchParams(asked).get('q') ?? '' };
}

export function hashOf({ id, query }: Place): string {
  const asked = query === '' ? '' : `?${new URLSearchParams({ q: query }).toString()}`;
  return id === undefined ? `#/${asked}` : `#/stuk/${encodeURIComponent(id)}${asked}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The place in the address, and a way to change the query without adding a step to the history at every letter. */
export function usePlace(): [Place, (query: string) => void] {
  const [place, setPlace] = useState(() => placeIn(window.location.hash));
  useEffect(() => {
    const look = (): void => setPlace(placeIn(window.location.hash));
    window.addEventListener('hashchange', look);
    return () => window.removeEventListener('hashchange', look);
  }, []);
  const ask = (query: string): void => {
    const next = { id: undefined, query };
    const step = place.id === undefined ? 'replaceState' : 'pushState';
    window.history[step](null, '', hashOf(next));
    setPlace(next);
  };
  return [place, ask];
}
