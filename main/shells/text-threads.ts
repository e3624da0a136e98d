import { z } from 'zod';
import { RenderedText } from '../../domain/api/contract.ts';
import type { HeaderTrial } from '../library/header-trial.ts';
import type { RenderInput, TextRenderer } from '../library/text-renderer.ts';
import { createKillableThread, type Patience } from './killable-thread.ts';

const notes = { failed: 'Deze tekst kon niet worden opgemaakt.', slow: 'Het opmaken van deze tekst duurde te lang.' };

/** Renders in a thread of its own that is killed when one text takes too long; that text is then shown as it is written. */
export function createTextClient(entry: string, patience: Patience = { patience: 2000, warmUp: 4000 }): TextRenderer {
  const thread = createKillableThread<RenderInput, RenderedText>({
    entry,
    name: 'opmaak',
    ...patience,
    read: (answer) => RenderedText.safeParse(answer).data,
    instead: ({ body }, why) => ({ sections: [], plain: body, note: notes[why] }),
  });
  return {
    render: (input) => thread.ask(input),
    close: async () => thread.close(),
  };
}

/** Tries headers in a thread of its own; one that takes longer than two seconds, or more memory than there is, does not pass. */
export function createHeaderTrial(entry: string, patience: Patience = { patience: 2000, warmUp: 5000 }): HeaderTrial {
  const thread = createKillableThread<{ yaml: string }, boolean>({
    entry,
    name: 'kop',
    ...patience,
    read: (answer) => z.object({ read: z.boolean() }).safeParse(answer).data?.read,
    instead: () => false,
  });
  return {
    passes: (yaml) => thread.ask({ yaml }),
    close: async () => thread.close(),
  };
}
