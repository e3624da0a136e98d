import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useClient } from '../../data/client.tsx';
import { useToasts } from '../../data/toasts.tsx';
import { asFailure } from '../../data/use-call.ts';
import { nl } from '../../text/nl.ts';

/** Most write-ups that can be changed at once. */
const most = 5000;

/** The write-ups somebody picked in the list. */
export interface Selection {
  ids: ReadonlySet<string>;
  toggle(id: string): void;
  /** Everything from the last one picked (or `from`) up to this one, in the order of the list. */
  extend(id: string, order: readonly string[], from?: string): void;
  /** All hits of the question, also those that are not in the list yet. */
  all(): void;
  clear(): void;
}

/** What is picked, for as long as the same question stands. */
export function useSelection(query: string): Selection {
  const client = useClient();
  const toasts = useToasts();
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set<string>());
  const anchor = useRef<string>(undefined);
  const clear = useCallback(() => {
    anchor.current = undefined;
    setIds((now) => (now.size === 0 ? now : new Set()));
  }, []);
  useEffect(clear, [query, clear]);
  const toggle = useCallback((id: string): void => {
    anchor.current = id;
    setIds((now) => (now.has(id) ? new Set([...now].filter((other) => other !== id)) : new Set([...now, id])));
  }, []);
  const extend = useCallback((id: string, order: readonly string[], from?: string): void => {
    if (anchor.current === undefined || !order.includes(anchor.current)) anchor.current = from ?? id;
    const ends = [order.indexOf(anchor.current), order.indexOf(id)];
    const between = order.slice(Math.max(0, Math.min(...ends)), Math.max(...ends) + 1);
    setIds((now) => new Set([...now, ...between]));
  }, []);
  const latest = useRef(query);
  latest.current = query;
  const all = useCallback((): void => {
    client.call('search.query', { query, limit: most, facets: false }).then(
      (page) => {
        // Another question was asked meanwhile.
        if (latest.current !== query) return;
        setIds(new Set(page.hits.map((hit) => hit.id)));
        if (page.total > most) toasts.say({ text: nl.many.tooMany(most) });
      },
      (error: unknown) => toasts.fail(asFailure(error).message),
    );
  }, [client, toasts, query]);
  return useMemo(() => ({ ids, toggle, extend, all, clear }), [ids, toggle, extend, all, clear]);
}
