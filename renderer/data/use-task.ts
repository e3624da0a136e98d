import { useCallback, useEffect, useRef, useState } from 'react';
import type { Input, Method, Output, Progress } from '../../domain/api/contract.ts';
import type { Failure } from '../../domain/api/failures.ts';
import { useClient } from './client.tsx';
import { asFailure } from './use-call.ts';

export interface TaskState<M extends Method> {
  state: 'idle' | 'running' | 'done' | 'failed' | 'cancelled';
  progress: Progress<M> | undefined;
  failure: Failure | undefined;
  result: Output<M> | undefined;
}

export interface Task<M extends Method> extends TaskState<M> {
  /** Starts; resolves with the result, or undefined when it failed or was cancelled. */
  run(input: Input<M>): Promise<Output<M> | undefined>;
  cancel(): void;
  /** Forgets the outcome. */
  reset(): void;
}

/** Long work: progress, cancel, outcome. It is cancelled when the screen that started it goes. */
export function useTask<M extends Method>(method: M): Task<M> {
  const client = useClient();
  const idle: TaskState<M> = { state: 'idle', progress: undefined, failure: undefined, result: undefined };
  const [now, setNow] = useState<TaskState<M>>(idle);
  const running = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const run = useCallback(
    async (input: Input<M>): Promise<Output<M> | undefined> => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      const set = (state: TaskState<M>): void => {
        if (running.current === controller) setNow(state);
      };
      set({ state: 'running', progress: undefined, failure: undefined, result: undefined });
      try {
        const result = await client.call(method, input, {
          signal: controller.signal,
          onProgress: (progress) => set({ state: 'running', progress, failure: undefined, result: undefined }),
        });
        set({ state: 'done', progress: undefined, failure: undefined, result });
        return result;
      } catch (error) {
        const failure = asFailure(error);
        if (failure.code === 'cancelled') set({ state: 'cancelled', progress: undefined, failure: undefined, result: undefined });
        else set({ state: 'failed', progress: undefined, failure, result: undefined });
        return undefined;
      }
    },
    [client, method],
  );
  return { ...now, run, cancel: () => running.current?.abort(), reset: () => setNow(idle) };
}
