import type { Input } from '../../domain/api/contract.ts';
import type { LibraryRoute } from './routes.ts';

/** How high a row of the list is, in pixels: mostly, at least when it has a line from the text, and at least. */
export const rowHeight = { usual: 136, withPassage: 112, least: 88 };
/** More is asked for when so few rows are left below those that are drawn. */
export const ahead = 4;

/** So many hits are asked for at first: what the screen of this computer can show, and a little more. Every hit costs time, also one that nobody sees. */
export const firstHits = (): number => Math.max(12, Math.ceil(window.screen.height / rowHeight.least) + ahead);

/** What the Bibliotheek asks to show a route. */
export const searchFor = ({ q, sort }: Pick<LibraryRoute, 'q' | 'sort'>, limit = firstHits()): Input<'search.query'> => ({
  query: q,
  sort,
  limit,
  facets: true,
});
