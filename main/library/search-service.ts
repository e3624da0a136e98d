import { performance } from 'node:perf_hooks';
import type { Service } from '../../domain/api/contract.ts';
import { Failure } from '../../domain/api/failures.ts';
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
    'search.similar': async ({ id, limit }) => {
      const { engine, shelf } = session.library();
      if (!shelf.find(id)) throw new Failure('entry.missing', { id });
      const hits = engine.similar(id, limit).flatMap((hit) => {
        const held = shelf.find(hit.id);
        return held ? [{ ...hit, entry: shelf.summary(held) }] : [];
      });
      return { hits };
    },
  };
}
