import { useCallback } from 'react';
import type { StepLabel, StepTurned } from '../../domain/entries/undo.ts';
import { nl } from '../text/nl.ts';
import { useClient } from './client.tsx';
import { useToasts } from './toasts.tsx';
import { asFailure } from './use-call.ts';

export interface Undo {
  /** Takes back the last thing that was done. With `only` nothing else than that, for a button beside the message about it. */
  back(only?: { label: StepLabel; id: string }): void;
  forward(): void;
}

/** After so many milliseconds somebody wonders whether anything happens (a step over many write-ups). */
const patience = 800;

/** Taking back and doing again, across fields, judgements, texts and the prullenbak; says what happened. */
export function useUndo(): Undo {
  const client = useClient();
  const toasts = useToasts();
  const tell = useCallback(
    (turning: Promise<StepTurned>, said: (step: StepTurned) => string): void => {
      const slow = setTimeout(() => toasts.say({ text: nl.common.busy, turn: true }), patience);
      turning
        .then(
          (step) => {
            toasts.say({ text: said(step), turn: true });
            if (step.refused.length > 0) toasts.fail(nl.history.refused(step.refused));
          },
          (error: unknown) => toasts.fail(asFailure(error).message),
        )
        .finally(() => clearTimeout(slow));
    },
    [toasts],
  );
  const forward = useCallback((): void => tell(client.call('undo.forward', {}), nl.history.redone), [client, tell]);
  const back = useCallback<Undo['back']>(
    (only) => {
      // The newest thing that was done may be none of the program's steps; its message knows how to take it back.
      if (only || !toasts.takeBack()) tell(client.call('undo.back', only ? { only } : {}), nl.history.undone);
    },
    [client, toasts, tell],
  );
  return { back, forward };
}
