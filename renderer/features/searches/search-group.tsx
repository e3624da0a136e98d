import { Library, TriangleAlert } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { KeptSearch } from '../../../domain/api/contract.ts';
import { hrefOf, useRoute } from '../../data/routes.ts';
import { nl } from '../../text/nl.ts';
import { numberText } from '../../text/nl/format.ts';
import { AllSearches } from './all-searches.tsx';
import { RenameDialog } from './keep-dialog.tsx';
import './searches.css';
import { routeOf, useSearches } from './use-searches.ts';

/** So many stand in the navigation; those with something new go before. */
const most = 8;

/** The kept queries in the navigation, with how much is in them and what is new. */
export function SearchGroup(): ReactNode {
  const { searches, fault } = useSearches();
  const route = useRoute();
  const [all, setAll] = useState(false);
  const [renamed, setRenamed] = useState<KeptSearch>();
  const id = useId();
  if (searches.length === 0 && fault === undefined) return null;
  return (
    <section className="nav-searches" aria-labelledby={id}>
      <h2 id={id}>{nl.searches.group}</h2>
      <ul>
        {chosenOf(searches).map((search) => (
          <li key={search.id} className="nav-search">
            <SearchLink search={search} here={route.screen === 'bibliotheek' && route.q.trim() === search.query.trim()} />
          </li>
        ))}
        <li>
          <button type="button" className="nav-all" aria-haspopup="dialog" onClick={() => setAll(true)}>
            {fault === undefined ? <Library className="icon icon-sm" aria-hidden /> : <TriangleAlert className="icon icon-sm" aria-hidden />}
            {fault === undefined ? nl.searches.all : nl.searches.broken}
          </button>
        </li>
      </ul>
      {/* Outside the navigation: what stands in there is drawn as places to go to. */}
      {all && !renamed && createPortal(<AllSearches onRename={setRenamed} onClose={() => setAll(false)} />, document.body)}
      {renamed && createPortal(<RenameDialog search={renamed} onClose={() => setRenamed(undefined)} />, document.body)}
    </section>
  );
}

function chosenOf(searches: readonly KeptSearch[]): KeptSearch[] {
  const first = new Set([...searches].sort((a, b) => Number(b.fresh > 0) - Number(a.fresh > 0)).slice(0, most));
  return searches.filter((search) => first.has(search));
}

function SearchLink({ search, here }: { search: KeptSearch; here: boolean }): ReactNode {
  const { name, query, total, fresh } = search;
  return (
    <a href={hrefOf(routeOf(search))} aria-label={nl.searches.spoken(name, total, fresh)} aria-current={here ? 'true' : undefined} title={query}>
      <span className="nav-search-name">{name}</span>
      <span className="nav-search-count">
        {numberText(total)}
        {fresh > 0 && <b className="badge badge-info">{nl.searches.fresh(fresh)}</b>}
      </span>
    </a>
  );
}
