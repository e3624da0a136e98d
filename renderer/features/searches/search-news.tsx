import { Sparkles, X } from 'lucide-react';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Client } from '../../../domain/api/link.ts';
import type { Output } from '../../../domain/api/contract.ts';
import { useClient } from '../../data/client.tsx';
import { hrefOf, type LibraryRoute } from '../../data/routes.ts';
import { useLibraryState } from '../../data/use-library.ts';
import { IconButton } from '../../kit/button.tsx';
import { nl } from '../../text/nl.ts';
import { momentText } from '../../text/nl/format.ts';
import './searches.css';
import { useSearches } from './use-searches.ts';

type News = Output<'searches.seen'>;

/** Titles that are shown; the rest stands in the list itself. */
const most = 5;

/** What came into a kept query since the last time it was opened; opening it is looking at it. */
export function SearchNews({ route }: { route: LibraryRoute }): ReactNode {
  const { searches } = useSearches();
  const kept = searches.find((one) => one.query.trim() === route.q.trim());
  const { news, close } = useNews(kept?.id, (kept?.fresh ?? 0) > 0);
  if (!kept || !news || news.total === 0) return null;
  return (
    <section className="search-news" aria-label={nl.searches.keptMenu(kept.name)}>
      <p role="status">
        <Sparkles className="icon icon-sm" aria-hidden />
        <b>{nl.searches.news(news.total, news.since === undefined ? '' : momentText(Date.parse(news.since), Date.now()))}</b>
        <IconButton label={nl.searches.newsClose} icon={X} className="push" onClick={close} />
      </p>
      <ul>
        {news.fresh.slice(0, most).map(({ id, title }) => (
          <li key={id}>
            <a href={hrefOf({ ...route, id })}>{title}</a>
          </li>
        ))}
        {news.total > most && <li className="faint">{nl.searches.newsMore(news.total - most)}</li>}
      </ul>
    </section>
  );
}

/** What is told stays until it is closed, also when a write-up was read on a page of its own meanwhile. */
const told = new WeakMap<Client, Map<string, News>>();

function toldTo(client: Client): Map<string, News> {
  const shown = told.get(client) ?? new Map<string, News>();
  told.set(client, shown);
  return shown;
}

function useNews(id: string | undefined, fresh: boolean): { news: News | undefined; close(): void } {
  const client = useClient();
  const state = useLibraryState();
  const [, drawAgain] = useState(0);
  const shown = useMemo(() => toldTo(client), [client]);
  const key = state?.state === 'ready' && id !== undefined ? `${state.dir}\n${id}` : undefined;
  useEffect(() => {
    if (key === undefined || id === undefined) return;
    let over = false;
    client.call('searches.seen', { id }).then(
      (now) => {
        const before = shown.get(key);
        shown.set(key, before ? { ...before, total: before.total + now.total, fresh: [...now.fresh, ...before.fresh] } : now);
        if (now.total > 0 && before?.total === 0) shown.set(key, now);
        if (!over) drawAgain((n) => n + 1);
      },
      // Looking at a list is never in the way of the list.
      () => undefined,
    );
    return () => {
      over = true;
    };
  }, [client, shown, key, id, fresh]);
  const close = (): void => {
    if (key !== undefined) shown.delete(key);
    drawAgain((n) => n + 1);
  };
  return { news: key === undefined ? undefined : shown.get(key), close };
}
