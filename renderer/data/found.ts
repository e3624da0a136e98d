import type { Input } from '../../domain/api/contract.ts';
import type { LibraryRoute } from './routes.ts';

/** So many hits are asked for at first: what a screen shows, and a little more. */
export const firstHits = 24;

/** What the Bibliotheek asks to show a route. */
export const searchFor = ({ q, sort }: Pick<LibraryRoute, 'q' | 'sort'>, limit = firstHits): Input<'search.query'> => ({
  query: q,
  sort,
  limit,
  facets: true,
});
