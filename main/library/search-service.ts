import { performance } from 'node:perf_hooks';
import type { Service } from '../../domain/api/contract.ts';
import { facetPlans } from '../../domain/search/document.ts';
import type { Session } from './session.ts';

/** Searching the open kennismap. */
export function createSearchService(session: Session): Service<'search'> {
  return {
    'search.query': async ({ query, limit, offset, sort, facets }) => {
      const library = session.library();
      const began = performance.now();
      const answer = library.engine.search(query, {
        limit: limit ?? 20,
        offset,
        sort,
        facets: facets === false ? [] : facetPlans(library.vocabulary),
      });
      const hits = answer.hits.flatMap((hit) => {
        const held = library.shelf.find(hit.id);
        return held ? [{ ...hit, entry: library.shelf.summary(held) }] : [];
      });
      return { ...answer, hits, tookMs: Math.round((performance.now() - began) * 100) / 100 };
    },
  };
}
