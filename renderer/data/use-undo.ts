import { useCallback } from 'react';
import type { StepLabel } from '../../domain/entries/undo.ts';
import { nl } from '../text/nl.ts';
import { useClient } from './client.tsx';
import { useToasts } from './toasts.tsx';
import { asFailure } from './use-call.ts';

export interface Undo {
  /** Takes back the last thing that was done. With `only` nothing else than that, for a button beside the message about it. */
  back(only?: { label: StepLabel; id: string }): void;
  forward(): void;
}

/** Taking back and doing again, across fields, judgements, texts and the prullenbak; says what happened. */
export function useUndo(): Undo {
  const client = useClient();
  const toasts = useToasts();
  const forward = useCallback((): void => {
    client.call('undo.forward', {}).then(
      (step) => {
        toasts.say({ text: nl.history.redone(step) });
        if (step.refused.length > 0) toasts.fail(nl.history.refused(step.refused));
      },
      (error: unknown) => toasts.fail(asFailure(error).message),
    );
  }, [client, toasts]);
  const back = useCallback<Undo['back']>(
    (only) => {
      client.call('undo.back', only ? { only } : {}).then(
        (step) => {
          toasts.say({ text: nl.history.undone(step) });
          if (step.refused.length > 0) toasts.fail(nl.history.refused(step.refused));
        },
        (error: unknown) => toasts.fail(asFailure(error).message),
      );
    },
    [client, toasts],
  );
  return { back, forward };
}
