import { ChevronDown, SlidersHorizontal } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Output } from '../../../domain/api/contract.ts';
import type { Vocabulary } from '../../../domain/entries/vocabulary.ts';
import { Sort } from '../../../domain/search/answer.ts';
import { freeText, removeFilter } from '../../../domain/search/query-edit.ts';
import { go, type LibraryRoute } from '../../data/routes.ts';
import { useLibraryState } from '../../data/use-library.ts';
import { Button } from '../../kit/button.tsx';
import { Chip } from '../../kit/chip.tsx';
import { Menu } from '../../kit/menu.tsx';
import { nl } from '../../text/nl.ts';
import { capital, numberText } from '../../text/nl/format.ts';
import { chipOf, filtersOf, type EditQuery } from './filters.ts';

interface ListHeadProps {
  route: LibraryRoute;
  page: Output<'search.query'> | undefined;
  vocabulary: Vocabulary;
  /** Keeps the query. */
  keep?: ReactNode;
  onEdit: EditQuery;
  /** Given when the facets are behind a button. */
  onRefine: (() => void) | undefined;
}

/** How many there are, in which order, and what narrows the list. */
export function ListHead({ route, page, vocabulary, keep, onEdit, onRefine }: ListHeadProps): ReactNode {
  const asked = route.q.trim() !== '';
  const state = useLibraryState();
  return (
    <div className="list-head">
      <div className="row">
        <h1 className="list-title">
          <span className="sr">{nl.frame.library}: </span>
          <span role="status">
            {page && (
              <>
                <b>{numberText(page.total)}</b> {asked ? nl.library.foundBy : nl.library.found(page.total)}
              </>
            )}
          </span>
        </h1>
        {onRefine && (
          <Button small icon={SlidersHorizontal} onClick={onRefine}>
            {nl.library.refine}
          </Button>
        )}
        <span className="push row">
          {keep}
          <SortMenu route={route} />
        </span>
      </div>
      {state?.state === 'loading' && <p className="small soft">{capital(nl.frame.reading(state.done, state.total))}</p>}
      <Chips query={route.q} vocabulary={vocabulary} onEdit={onEdit} />
      {asked && page?.uitleg && <p className="tiny faint">{page.uitleg}</p>}
      {page?.hints.map((hint) => (
        <p key={hint} className="small soft">
          {hint}
        </p>
      ))}
    </div>
  );
}

/** Without words nothing is a better hit than something else, and the list is by title. */
function SortMenu({ route }: { route: LibraryRoute }): ReactNode {
  const worded = freeText(route.q).trim() !== '';
  const now: Sort = route.sort === 'relevantie' && !worded ? 'titel' : route.sort;
  return (
    <Menu
      label={nl.library.sort}
      align="end"
      items={Sort.options
        .filter((sort) => worded || sort !== 'relevantie')
        .map((sort) => ({
          id: sort,
          label: nl.library.sorts[sort],
          chosen: sort === now,
          // Once there are words again the best hit comes first, as long as nobody chose otherwise.
          run: () => go({ ...route, sort: sort === 'titel' && !worded ? 'relevantie' : sort }, { replace: true }),
        }))}
      button={(props) => (
        <button type="button" className="button button-quiet button-small" {...props}>
          <span className="sr">{nl.library.sort}: </span>
          {nl.library.sorts[now]}
          <ChevronDown className="icon icon-sm" aria-hidden />
        </button>
      )}
    />
  );
}

function Chips({ query, vocabulary, onEdit }: Pick<ListHeadProps, 'vocabulary' | 'onEdit'> & { query: string }): ReactNode {
  const filters = filtersOf(vocabulary, query);
  if (filters.length === 0) return null;
  return (
    <div className="chips" role="group" aria-label={nl.library.chips}>
      {filters.map((filter, index) => {
        const { label, ...chip } = chipOf(vocabulary, filter);
        return (
          <Chip
            key={`${filter.name} ${index}`}
            {...chip}
            removeLabel={nl.library.removeChip(label)}
            onRemove={() => onEdit((now) => removeFilter(now, filter.name))}
          />
        );
      })}
    </div>
  );
}
