import { useState } from 'react';
import type { Input } from '../../../domain/api/contract.ts';
import type { ManyReport } from '../../../domain/entries/many-changes.ts';
import { useToasts } from '../../data/toasts.tsx';
import { useTask, type Task } from '../../data/use-task.ts';
import { useUndo } from '../../data/use-undo.ts';
import { nl } from '../../text/nl.ts';

export type ManyInput = Omit<Input<'entries.changeMany'>, 'dryRun'>;

export interface Many {
  /** What would happen; absent until somebody looked. */
  preview: ManyReport | undefined;
  looking: Task<'entries.changeMany'>;
  applying: Task<'entries.changeMany'>;
  look(input: ManyInput): void;
  apply(): void;
  /** Back to what is asked. */
  again(): void;
}

/** First looking, then doing: a change of many write-ups that can be taken back from the message about it. */
export function useMany(onDone: () => void): Many {
  const toasts = useToasts();
  const { back } = useUndo();
  const looking = useTask('entries.changeMany');
  const applying = useTask('entries.changeMany');
  const [asked, setAsked] = useState<ManyInput>();
  const apply = async (): Promise<void> => {
    if (!asked) return;
    const report = await applying.run(asked);
    if (!report) return;
    const { changed, refused, step } = report;
    toasts.say({
      text: refused.length > 0 ? nl.many.changedSome(changed, refused.length) : nl.many.changed(changed),
      ...(step ? { undo: () => back(step) } : {}),
    });
    onDone();
  };
  return {
    preview: looking.result,
    looking,
    applying: {
      ...applying,
      cancel: () => {
        applying.cancel();
        toasts.say({ text: nl.many.stopped });
        onDone();
      },
    },
    look: (input) => {
      setAsked(input);
      void looking.run({ ...input, dryRun: true });
    },
    apply: () => void apply(),
    again: looking.reset,
  };
}
