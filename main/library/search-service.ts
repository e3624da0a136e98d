import { performance } from 'node:perf_hooks';
import type { Service } from '../../domain/api/contract.ts';
import { Failure } from '../../domain/api/failures.ts';
import { facetPlans } from '../../domain/search/document.ts';
import type { FacetValue } from '../../domain/search/answer.ts';
import { fold } from '../../domain/search/fold.ts';
import { written } from '../../domain/search/query-edit.ts';
import type { OpenLibrary } from './open-library.ts';
import type { Session } from './session.ts';
import type { Shelf } from './shelf.ts';

/** Searching the open kennismap. */
export function createSearchService(session: Session): Service<'search'> {
  return {
    'search.query': async ({ query, limit, offset, sort, facets }) => {
      const library = session.library();
      library.givingWay.searched();
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
    'search.values': async ({ name, typed }) => valuesFor(session.library(), name, typed),
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

/** So many values are given to choose from. */
const mostValues = 200;

/** Values in use for a filter. A write-up is meant by its title, and written as its id. */
function valuesFor({ engine, shelf, vocabulary }: OpenLibrary, name: string, typed: string): FacetValue[] {
  if (name === 'id') {
    const { hits } = engine.search(written('titel', [typed]), { limit: mostValues, sort: 'titel', bare: true });
    const all = typed.trim() === '' ? engine.search('', { limit: mostValues, bare: true }).hits : hits;
    return all.map(({ id }) => ({ value: id, label: titleOf(shelf, id), count: 1 }));
  }
  const plan = facetPlans(vocabulary).find((one) => one.name === name) ?? { name, labels: {} };
  const found = engine.search('', { limit: 0, facets: [plan] }).facets[name] ?? [];
  const links = vocabulary.fields.some((field) => (field.query ?? field.key) === name && field.type.startsWith('verwijzing'));
  const labelled = links ? found.map((one) => ({ ...one, label: titleOf(shelf, one.value) })) : found;
  const wanted = fold(typed.trim());
  return labelled.filter(({ value, label }) => fold(value).includes(wanted) || fold(label).includes(wanted)).slice(0, mostValues);
}

function titleOf(shelf: Shelf, id: string): string {
  const held = shelf.find(id);
  return held ? shelf.summary(held).title : id;
}
