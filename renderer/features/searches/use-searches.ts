import { useCallback } from 'react';
import type { KeptSearch } from '../../../domain/api/contract.ts';
import { failureSentence } from '../../../domain/api/failures.ts';
import type { LibraryRoute } from '../../data/routes.ts';
import { useToasts } from '../../data/toasts.tsx';
import { useAction } from '../../data/use-action.ts';
import { useCall } from '../../data/use-call.ts';
import { useLibraryState } from '../../data/use-library.ts';
import { nl } from '../../text/nl.ts';

export interface Searches {
  searches: readonly KeptSearch[];
  /** Why they cannot be read, in one sentence. */
  fault: string | undefined;
  /** Why nothing can be kept now, in one sentence. */
  closed: string | undefined;
}

/** The queries kept in the open kennismap. */
export function useSearches(): Searches {
  const { data } = useCall('searches.list', {});
  const state = useLibraryState();
  const fault = data?.fault === undefined ? undefined : failureSentence('searches.unusable', { reason: data.fault });
  const readOnly = state?.state === 'ready' && state.readOnly;
  return { searches: data?.searches ?? [], fault, closed: readOnly ? nl.searches.readOnly : fault };
}

/** Takes a query away; it can be put back. */
export function useRemoval(): (search: KeptSearch) => void {
  const toasts = useToasts();
  const { run: putBack } = useAction('searches.keep');
  const { run: remove } = useAction('searches.remove');
  return useCallback(
    ({ id }) => {
      void remove({ id }).then((gone) => {
        if (!gone) return;
        const undo = (): void => void putBack({ id, name: gone.name, query: gone.query, ...(gone.sort ? { sort: gone.sort } : {}) });
        toasts.say({ text: nl.searches.removed(gone.name), undo, beside: true });
      });
    },
    [remove, putBack, toasts],
  );
}

/** Where a kept query leads. */
export const routeOf = ({ query, sort }: KeptSearch): LibraryRoute => ({ screen: 'bibliotheek', q: query, sort: sort ?? 'relevantie' });
