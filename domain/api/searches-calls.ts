import { z } from 'zod';
import { Sort } from '../search/answer.ts';
import { call, Nothing } from './call.ts';
import { Id, KeptSearch } from './messages.ts';

/** What can be asked about the queries that are kept in a kennismap. */
export const searchesCalls = {
  /** The queries kept in the kennismap, by name; `fault` says in Dutch why they cannot be read. */
  'searches.list': call(Nothing, z.object({ searches: z.array(KeptSearch), fault: z.string().optional() })),
  /** Keeps a query. With the `id` of a kept one, changes what is given of it, or puts it back after removing. Fails with `searches.*`. */
  'searches.keep': call(
    z.strictObject({
      id: z.string().min(1).max(100).optional(),
      name: z.string().trim().min(1).max(120).optional(),
      query: z.string().max(5000).optional(),
      sort: Sort.optional(),
    }),
    KeptSearch,
  ),
  'searches.remove': call(z.strictObject({ id: Id }), KeptSearch),
  /** What came in since this user last looked, as it is now; after looking it stays told until it is dismissed. At most 100 titles. */
  'searches.news': call(
    z.strictObject({ id: Id }),
    z.object({
      since: z.string().optional(),
      total: z.number().int(),
      fresh: z.array(z.object({ id: z.string(), title: z.string(), copyOf: z.string().optional() })),
    }),
  ),
  /** This user looks at it now: nothing counts as new in `searches.list` any more. */
  'searches.seen': call(z.strictObject({ id: Id }), Nothing),
  /** What `searches.news` tells is read. */
  'searches.dismiss': call(z.strictObject({ id: Id }), Nothing),
} as const;
