import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
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

/** Gives a way to ask what a screen is about to ask with {@link useCall}, so that the answer is under way while that is drawn. */
export function useAskAhead(): <M extends Method>(method: M, input: Input<M>) => void {
  const client = useClient();
  const queries = useQueryClient();
  return (method, input) =>
    void queries.prefetchQuery({ queryKey: [method, input], queryFn: ({ signal }) => client.call(method, input, { signal }) });
}

/** What was caught as a Failure; anything else is a fault of ours. */
export function asFailure(error: unknown): Failure {
  return error instanceof Failure ? error : new Failure('internal', { reference: 'venster' });
}
