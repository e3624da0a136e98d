import { hashKey, keepPreviousData, useQuery, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Input, Method, Output } from '../../domain/api/contract.ts';
import { Failure } from '../../domain/api/failures.ts';
import { useClient } from './client.tsx';

export interface CallState<T> {
  /** The answer; the one to the previous question as long as the new one is not there. */
  data: T | undefined;
  failure: Failure | undefined;
  /** Nothing to show yet. */
  waiting: boolean;
  /** True while `data` still answers the previous question. */
  previous: boolean;
  again(): void;
}

/** Asks, and asks again when an event makes the answer stale. A question that is overtaken by the next is called off. */
export function useCall<M extends Method>(method: M, input: Input<M>, options: { enabled?: boolean } = {}): CallState<Output<M>> {
  const client = useClient();
  const query = useQuery({
    queryKey: [method, input],
    queryFn: ({ signal }) => client.call(method, input, { signal }),
    placeholderData: keepPreviousData as <T>(previous: T | undefined) => T | undefined,
    enabled: options.enabled ?? true,
  });
  return {
    data: query.data as Output<M> | undefined,
    failure: query.error ? asFailure(query.error) : undefined,
    waiting: query.isPending && query.fetchStatus !== 'idle',
    previous: query.isPlaceholderData,
    again: () => void query.refetch(),
  };
}

export interface Ahead {
  /** Settles when the answer is there, or failed. */
  ready: Promise<void>;
  /** The answer was there already. */
  known: boolean;
}

/**
 * Gives a way to ask what a screen is about to ask with {@link useCall}, so that the answer is under way before that is drawn. Asking again calls off
 * what was asked before.
 */
export function useAskAhead(): <M extends Method>(method: M, input: Input<M>) => Ahead {
  const client = useClient();
  const queries = useQueryClient();
  const before = useRef<QueryKey>(undefined);
  return (method, input) => {
    const queryKey = [method, input];
    const overtaken = before.current;
    before.current = queryKey;
    if (overtaken && hashKey(overtaken) !== hashKey(queryKey)) void queries.cancelQueries({ queryKey: overtaken, exact: true });
    const ready = queries.prefetchQuery({ queryKey, queryFn: ({ signal }) => client.call(method, input, { signal }) });
    return { ready, known: queries.getQueryState(queryKey)?.fetchStatus === 'idle' };
  };
}

/** What was caught as a Failure; anything else is a fault of ours. */
export function asFailure(error: unknown): Failure {
  return error instanceof Failure ? error : new Failure('internal', { reference: 'venster' });
}
