import { useEffect, useMemo, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { Output } from '../../../domain/api/contract.ts';
import type { Vocabulary } from '../../../domain/entries/vocabulary.ts';
import { ahead, rowHeight } from '../../data/found.ts';
import { go, hrefOf, type LibraryRoute } from '../../data/routes.ts';
import { Button } from '../../kit/button.tsx';
import { nl } from '../../text/nl.ts';
import { HitRow, type HitOf } from './hit-row.tsx';
import { HitTick } from './hit-tick.tsx';
import { ListEmpty } from './list-empty.tsx';
import { pickingClick, pickingKey, rowOf } from './picking-keys.ts';
import { openAbove, useRollingRows } from './rolling-rows.ts';
import { useScrollMemory } from './scroll-memory.ts';
import type { Selection } from './selection.ts';

export interface HitListProps {
  route: LibraryRoute;
  page: Output<'search.query'>;
  vocabulary: Vocabulary;
  narrow: boolean;
  selection: Selection;
  onMore(): void;
}

/** The hits. In a narrow window the whole page scrolls, so there the list grows by a button. */
export function HitList(props: HitListProps): ReactNode {
  if (props.page.total === 0) return <ListEmpty query={props.route.q} />;
  return props.narrow ? <GrowingList {...props} /> : <RollingList {...props} />;
}

function GrowingList({ route, page, vocabulary, selection, onMore }: HitListProps): ReactNode {
  const left = page.total - page.hits.length;
  const order = page.hits.map((hit) => hit.id);
  return (
    <>
      <ol className={selection.ids.size > 0 ? 'hits is-picking' : 'hits'}>
        {page.hits.map((hit) => (
          <li key={hit.id}>
            <HitTick hit={hit} selection={selection} order={order} />
            <HitRow hit={hit} vocabulary={vocabulary} href={hrefOf({ screen: 'stuk', id: hit.id, edit: false, q: route.q })} />
          </li>
        ))}
      </ol>
      {left > 0 && (
        <div className="list-note">
          <Button onClick={onMore}>{nl.library.moreHits(left)}</Button>
        </div>
      )}
    </>
  );
}

/** Most hits that are fetched; who needs more needs another question. */
export const most = 5000;

/** The row a key leads to, within the list. */
function destination(key: string, at: number, count: number): number | undefined {
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: count - 1, PageDown: at + 5, PageUp: at - 5 }[key];
  return to === undefined ? undefined : Math.max(0, Math.min(count - 1, to));
}

interface Standing {
  route: LibraryRoute;
  order: readonly string[];
  /** Place of the write-up that is shown; -1 without one. */
  at: number;
  selection: Selection;
}

/** Walks, opens or picks. Gives the place to go to, when the key leads to another row. */
function onListKey(event: KeyboardEvent, { route, order, at, selection }: Standing): number | undefined {
  if (pickingKey(event, selection, order)) {
    event.preventDefault();
    return undefined;
  }
  // Nothing is shown yet: a stretch begins at the row that has the focus.
  const here = event.shiftKey && at < 0 ? Math.max(0, rowOf(event)) : at;
  const to = destination(event.key, here, order.length);
  const id = order[to ?? at];
  if (id === undefined || (to === undefined && event.key !== 'Enter')) return undefined;
  event.preventDefault();
  if (to === undefined) {
    go({ screen: 'stuk', id, edit: false, q: route.q });
    return undefined;
  }
  if (event.shiftKey) selection.extend(id, order, order[Math.max(0, here)]);
  go({ ...route, id }, { replace: route.id !== undefined });
  return to;
}

function RollingList({ route, page, vocabulary, selection, onMore }: HitListProps): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  // Coming back to the list with the keyboard, the focus is on the row that was left.
  const wanted = useRef<string>(document.activeElement === document.body ? route.id : undefined);
  const name = `${route.sort} ${route.q}`;
  const { hits, total } = page;
  const order = useMemo(() => hits.map((hit) => hit.id), [hits]);
  const at = order.indexOf(route.id ?? '');
  const tabStop = Math.max(0, at);
  const least = useMemo(() => leastOf(hits), [hits]);
  const { drawn, below, measure, show } = useRollingRows({ ids: order, scroller, tabStop, name, least });
  useScrollMemory(scroller, name);
  const keys = (event: KeyboardEvent): void => {
    const to = onListKey(event, { route, order, at, selection });
    if (to === undefined) return;
    wanted.current = order[to];
    show(to);
  };
  const shared = { route, vocabulary, wanted, selection, order };
  const last = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= hits.length - ahead && hits.length < total && hits.length < most) onMore();
  }, [last, hits.length, total, onMore]);
  return (
    <div ref={scroller} className={selection.ids.size > 0 ? 'hits is-picking' : 'hits'} role="presentation" onKeyDown={keys}>
      <ol className="hits-all" style={{ paddingBottom: below }}>
        {drawn.map(({ index, key }, place) => (
          <li
            key={key}
            ref={measure}
            data-index={index}
            aria-setsize={total}
            aria-posinset={index + 1}
            style={{ marginTop: openAbove(drawn, place) }}
          >
            <RollingRow {...shared} hit={hits[index]} tabStop={index === tabStop} />
          </li>
        ))}
      </ol>
      {hits.length >= most && total > hits.length && <p className="list-note small faint">{nl.library.tooMany(hits.length)}</p>}
    </div>
  );
}

/** How high each of these rows is at least, in pixels: most have a line from the text. */
const leastOf = (hits: readonly HitOf[]): number =>
  hits.every(({ snippets, entry }) => snippets.length > 0 || entry.summary) ? rowHeight.withPassage : rowHeight.least;

interface RollingRowProps {
  route: LibraryRoute;
  hit: HitOf | undefined;
  vocabulary: Vocabulary;
  tabStop: boolean;
  wanted: { current: string | undefined };
  selection: Selection;
  order: readonly string[];
}

function RollingRow({ route, hit, vocabulary, tabStop, wanted, selection, order }: RollingRowProps): ReactNode {
  if (!hit) return null;
  const open = (): void => go({ screen: 'stuk', id: hit.id, edit: false, q: route.q });
  return (
    <>
      <HitTick hit={hit} selection={selection} order={order} />
      <HitRow
        hit={hit}
        vocabulary={vocabulary}
        href={hrefOf({ ...route, id: hit.id })}
        current={hit.id === route.id}
        tabStop={tabStop}
        wanted={wanted}
        onOpen={open}
        onPick={(event) => pickingClick(event, hit.id, selection, order)}
      />
    </>
  );
}
