import { useCallback, useMemo, useState, type CSSProperties, type ReactNode } from 'react';
import type { Output } from '../../../domain/api/contract.ts';
import type { Failure } from '../../../domain/api/failures.ts';
import type { Vocabulary } from '../../../domain/entries/vocabulary.ts';
import type { Facets as FacetCounts } from '../../../domain/search/answer.ts';
import { filterText } from '../../../domain/search/query-edit.ts';
import { firstHits, rowHeight, searchFor } from '../../data/found.ts';
import { currentRoute, go, type LibraryRoute } from '../../data/routes.ts';
import { useCall } from '../../data/use-call.ts';
import { usePane } from '../../data/use-pane.ts';
import { useVocabulary } from '../../data/vocabulary.ts';
import { Callout } from '../../kit/callout.tsx';
import { Empty } from '../../kit/empty.tsx';
import { useMedia, useMiddle, useNarrow } from '../../kit/media.ts';
import { Splitter } from '../../kit/splitter.tsx';
import { nl } from '../../text/nl.ts';
import { Facets } from './facets.tsx';
import type { EditQuery } from './filters.ts';
import { HitList, most } from './hit-list.tsx';
import './library.css';
import { ListHead } from './list-head.tsx';
import { placeLeft } from './scroll-memory.ts';
import { SelectionBar, type ManySlot } from './selection-bar.tsx';
import { useSelection } from './selection.ts';

/** What stands in the right-hand pane; reading is another feature. */
export interface EntrySlot {
  id: string;
  query: string;
  /** Folded words that were looked for. */
  words: readonly string[];
}

interface LibraryProps {
  route: LibraryRoute;
  renderEntry(slot: EntrySlot): ReactNode;
  /** Keeps the query; beside the order of the list. */
  keep?: ReactNode;
  /** What came in since the last time; above the list. */
  news?: ReactNode;
  renderMany(slot: ManySlot): ReactNode;
}

/** So many more hits when somebody walks down. */
const step = 60;

const noFacets: FacetCounts = {};

/** Narrows the list, or widens it again. What was chosen from the list may not be in it any more. */
const editQuery: EditQuery = (change) => {
  const at = currentRoute();
  if (at.screen === 'bibliotheek') go({ ...at, q: change(at.q), id: undefined }, { replace: true });
};

/** Everything in the kennismap: facets, list, and the chosen write-up. */
export function Library({ route, renderEntry, renderMany, keep, news }: LibraryProps): ReactNode {
  const narrow = useNarrow();
  const middle = useMiddle();
  const [refining, setRefining] = useState(false);
  const { page, failure, more } = useHits(route);
  const vocabulary = useVocabulary();
  const panes = useLibraryPanes();
  const stopRefining = useCallback(() => setRefining(false), []);
  return (
    <div className="library" style={narrow ? undefined : panes.style(middle)}>
      {(!middle || refining) && (
        <Facets
          filters={filterText(route.q)}
          facets={page?.facets ?? noFacets}
          vocabulary={vocabulary}
          onEdit={editQuery}
          onClose={middle ? stopRefining : undefined}
        />
      )}
      {!middle && panes.splitFacets}
      <section className="list" aria-label={nl.library.list}>
        <FoundList
          route={route}
          hits={{ page, failure, more }}
          vocabulary={vocabulary}
          narrow={narrow}
          onEdit={editQuery}
          onRefine={middle ? () => setRefining(true) : undefined}
          renderMany={renderMany}
          keep={keep}
          news={news}
        />
      </section>
      {!narrow && panes.splitList}
      {!narrow && (
        <div className="reader-pane">
          {route.id ? renderEntry({ id: route.id, query: route.q, words: page?.words ?? [] }) : page && page.total > 0 && <Choose />}
        </div>
      )}
    </div>
  );
}

interface FoundListProps extends Pick<LibraryProps, 'route' | 'renderMany' | 'keep' | 'news'> {
  hits: Hits;
  vocabulary: Vocabulary;
  narrow: boolean;
  onEdit: EditQuery;
  onRefine: (() => void) | undefined;
}

/** What was found, with what can be done with it. */
function FoundList({
  route,
  hits: { page, failure, more },
  vocabulary,
  narrow,
  onEdit,
  onRefine,
  renderMany,
  keep,
  news,
}: FoundListProps): ReactNode {
  const selection = useSelection(route.q);
  return (
    <>
      <ListHead route={route} page={page} vocabulary={vocabulary} keep={keep} onEdit={onEdit} onRefine={onRefine} />
      {news}
      {failure && !page && <Failed text={failure.message} />}
      {page && <SelectionBar selection={selection} total={page.total} renderMany={renderMany} />}
      {page && (
        <HitList
          key={narrow ? 'smal' : 'breed'}
          route={route}
          page={page}
          vocabulary={vocabulary}
          narrow={narrow}
          selection={selection}
          onMore={more}
        />
      )}
    </>
  );
}

interface Hits {
  page: Output<'search.query'> | undefined;
  failure: Failure | undefined;
  /** Asks for a longer list. */
  more(): void;
}

/** What the list shows: the beginning of the hits, and more of it when somebody walks down. */
function useHits(route: LibraryRoute): Hits {
  const asked = `${route.sort} ${route.q}`;
  // A list that was left further down begins with as many.
  const begin = useMemo(() => Math.min(most, firstHits() + Math.ceil(placeLeft(asked) / rowHeight.usual)), [asked]);
  const [longer, setLonger] = useState({ asked, limit: begin });
  const limit = longer.asked === asked ? longer.limit : begin;
  const { data: page, failure } = useCall('search.query', searchFor(route, limit));
  const more = useCallback(
    () => setLonger((was) => ({ asked, limit: Math.min(most, (was.asked === asked ? was.limit : begin) + step) })),
    [asked, begin],
  );
  return { page, failure, more };
}

const Choose = (): ReactNode => <Empty title={nl.library.chooseTitle} text={nl.library.chooseText} />;

function Failed({ text }: { text: string }): ReactNode {
  return (
    <div className="list-note">
      <Callout tone="no" alert title={nl.library.failed}>
        {text}
      </Callout>
    </div>
  );
}

interface Panes {
  style(middle: boolean): CSSProperties;
  splitFacets: ReactNode;
  splitList: ReactNode;
}

/** Facets and list can be made wider; the write-up takes what is left. */
function useLibraryPanes(): Panes {
  const large = useMedia('(min-width: 94rem)');
  const facets = usePane('bibliotheek.verfijn', large ? 240 : 204);
  const list = usePane('bibliotheek.lijst', large ? 440 : 360);
  return {
    style: (middle) => ({
      gridTemplateColumns: middle ? `minmax(16rem, ${list.width}px) 1px minmax(0, 1fr)` : `${facets.width}px 1px ${list.width}px 1px minmax(0, 1fr)`,
    }),
    splitFacets: (
      <Splitter
        label={nl.common.resize(nl.library.panes.facets)}
        value={facets.width}
        min={160}
        max={360}
        onChange={facets.move}
        onDone={facets.keep}
      />
    ),
    splitList: (
      <Splitter label={nl.common.resize(nl.library.panes.list)} value={list.width} min={260} max={640} onChange={list.move} onDone={list.keep} />
    ),
  };
}
