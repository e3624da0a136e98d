import { Sparkles, X } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import type { Output } from '../../../domain/api/contract.ts';
import { useClient } from '../../data/client.tsx';
import { hrefOf, type LibraryRoute } from '../../data/routes.ts';
import { useCall } from '../../data/use-call.ts';
import { useLibraryState } from '../../data/use-library.ts';
import { IconButton } from '../../kit/button.tsx';
import { nl } from '../../text/nl.ts';
import { momentText } from '../../text/nl/format.ts';
import './searches.css';
import { useSearches } from './use-searches.ts';

type News = Output<'searches.news'>;

/** Titles that are shown; the rest stands in the list itself. */
const most = 5;

/** What came into a kept query since the last time it was opened; opening it is looking at it. */
export function SearchNews({ route }: { route: LibraryRoute }): ReactNode {
  const { searches } = useSearches();
  const kept = searches.find((one) => one.query.trim() === route.q.trim());
  const { news, close } = useNews(kept?.id, kept?.fresh ?? 0);
  if (!kept || !news || news.total === 0) return null;
  return (
    <section className="search-news" aria-label={nl.searches.keptMenu(kept.name)}>
      <p role="status">
        <Sparkles className="icon icon-sm" aria-hidden />
        <b>{nl.searches.news(news.total, news.since === undefined ? '' : momentText(Date.parse(news.since), Date.now()))}</b>
        <IconButton label={nl.searches.newsClose} icon={X} className="push" onClick={close} />
      </p>
      <ul>
        {news.fresh.slice(0, most).map(({ id, title, copyOf }) => (
          <li key={id}>
            <a href={hrefOf({ ...route, id })}>{copyOf === undefined ? title : nl.searches.newsCopy(title)}</a>
          </li>
        ))}
        {news.total > most && <li className="faint">{nl.searches.newsMore(news.total - most)}</li>}
      </ul>
    </section>
  );
}

/** Looks at the kept query, and follows what is told of it until that is closed. */
function useNews(id: string | undefined, fresh: number): { news: News | undefined; close(): void } {
  const client = useClient();
  const state = useLibraryState();
  // Of another kennismap, or once it is read, it is looked at anew.
  const dir = state?.state === 'ready' && id !== undefined ? state.dir : undefined;
  const { data, previous, again } = useCall('searches.news', { id: id ?? '-' }, { enabled: dir !== undefined });
  useEffect(() => {
    // Looking at a list is never in the way of the list.
    if (dir !== undefined && id !== undefined) client.call('searches.seen', { id }).catch(() => undefined);
  }, [client, dir, id, fresh]);
  const close = (): void => {
    if (id !== undefined) client.call('searches.dismiss', { id }).then(again, () => undefined);
  };
  return { news: dir === undefined || previous ? undefined : data, close };
}
