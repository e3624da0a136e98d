import { useCallback, useState } from 'react';
import type { Input, Method, Output } from '../../domain/api/contract.ts';
import type { Failure } from '../../domain/api/failures.ts';
import { useClient } from './client.tsx';
import { useToasts, type ToastMessage } from './toasts.tsx';
import { asFailure } from './use-call.ts';

export interface ActionOptions<M extends Method> {
  /** What to say when it worked; with `undo` it can be taken back. */
  said?: (output: Output<M>, input: Input<M>) => ToastMessage | undefined;
  /** Deals with a failure itself when it gives true; else the failure is shown as a message. */
  onFailure?: (failure: Failure) => boolean;
}

export interface Action<M extends Method> {
  /** Resolves with the answer, or undefined when it failed (the user has been told). */
  run(input: Input<M>): Promise<Output<M> | undefined>;
  busy: boolean;
  failure: Failure | undefined;
}

/** A call that changes something: a failure becomes a message, success may say so and be undone. */
export function useAction<M extends Method>(method: M, { said, onFailure }: ActionOptions<M> = {}): Action<M> {
  const client = useClient();
  const toasts = useToasts();
  const [busy, setBusy] = useState(0);
  const [failure, setFailure] = useState<Failure>();
  const run = useCallback(
    async (input: Input<M>): Promise<Output<M> | undefined> => {
      setBusy((n) => n + 1);
      setFailure(undefined);
      try {
        const output = await client.call(method, input);
        const message = said?.(output, input);
        if (message) toasts.say(message);
        return output;
      } catch (error) {
        const caught = asFailure(error);
        setFailure(caught);
        if (!onFailure?.(caught)) toasts.fail(caught.message);
        return undefined;
      } finally {
        setBusy((n) => n - 1);
      }
    },
    [client, method, toasts, said, onFailure],
  );
  return { run, busy: busy > 0, failure };
}
