import { X } from 'lucide-react';
import { memo, useDeferredValue, useEffect, useRef, type ReactNode } from 'react';
import type { Vocabulary } from '../../../domain/entries/vocabulary.ts';
import type { Facets as FacetCounts } from '../../../domain/search/answer.ts';
import { freeText, readFilters } from '../../../domain/search/query-edit.ts';
import { IconButton } from '../../kit/button.tsx';
import { nl } from '../../text/nl.ts';
import { CriterionFacet } from './criterion-facet.tsx';
import { FacetGroup } from './facet-group.tsx';
import { criterion, type EditQuery } from './filters.ts';

interface FacetsProps {
  /** The filters of the query, without its words. */
  filters: string;
  facets: FacetCounts;
  vocabulary: Vocabulary;
  onEdit: EditQuery;
  /** Given when the facets float over the list. */
  onClose: (() => void) | undefined;
}

/** The first questions somebody has; these stand open. */
const first = ['soort', 'fase'];

/** What the list can be narrowed by, with counts that follow the query. They are drawn after the list, which is what somebody who types looks at. */
export function Facets({ facets, ...rest }: FacetsProps): ReactNode {
  return <FacetPane facets={useDeferredValue(facets)} {...rest} />;
}

const FacetPane = memo(function FacetPane({ filters, facets, vocabulary, onEdit, onClose }: FacetsProps): ReactNode {
  const groups = Object.entries(facets).filter(([name, values]) => !name.startsWith(`${criterion}:`) && values.length > 0);
  const head = first.flatMap((name) => groups.filter(([other]) => other === name));
  const rest = groups.filter(([name]) => !first.includes(name));
  const narrowed = readFilters(filters).length > 0;
  const place = useRef<HTMLElement>(null);
  const floating = onClose !== undefined;
  useEffect(() => {
    if (floating) place.current?.focus();
  }, [floating]);
  return (
    <aside
      ref={place}
      className={floating ? 'facets is-floating' : 'facets'}
      aria-label={nl.library.refineLabel}
      tabIndex={floating ? -1 : undefined}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && onClose) onClose();
      }}
    >
      <div className="pane-head">
        <h2>{nl.library.refine}</h2>
        {narrowed && (
          <button type="button" className="link tiny" onClick={() => onEdit(freeText)}>
            {nl.library.clearAll}
          </button>
        )}
        {onClose && <IconButton icon={X} label={nl.library.closeRefine} onClick={onClose} />}
      </div>
      {head.map(([name, values]) => (
        <FacetGroup key={name} name={name} values={values} filters={filters} vocabulary={vocabulary} onEdit={onEdit} fixed />
      ))}
      <CriterionFacet facets={facets} filters={filters} vocabulary={vocabulary} onEdit={onEdit} />
      {rest.map(([name, values]) => (
        <FacetGroup key={name} name={name} values={values} filters={filters} vocabulary={vocabulary} onEdit={onEdit} />
      ))}
    </aside>
  );
});
