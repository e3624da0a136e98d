import { useRef, type ReactNode, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { EntryDetail } from '../../../domain/entries/entry.ts';
import { useClient } from '../../data/client.tsx';
import { go } from '../../data/routes.ts';
import { useToasts } from '../../data/toasts.tsx';
import { asFailure } from '../../data/use-call.ts';
import { Button } from '../../kit/button.tsx';
import { Callout } from '../../kit/callout.tsx';
import { nl } from '../../text/nl.ts';
import type { DraftKeeper } from './use-draft.ts';
import type { FormatHandle } from './writing/format-editor.tsx';

export interface WriteNotesProps {
  entry: EntryDetail;
  keeper: DraftKeeper;
  format: RefObject<FormatHandle | null>;
  /** Two versions stand against each other; somebody must choose. */
  onChoose(): void;
}

/** Above the text: why it cannot be saved and the ways out of that, and what was left of an earlier time. */
export function WriteNotes(props: WriteNotesProps): ReactNode {
  const { entry, keeper } = props;
  const { left, draft } = keeper;
  const restore = useRestore(props);
  return (
    <div className="write-notes">
      {entry.locked && <Callout>{nl.entry.locked(entry.locked)}</Callout>}
      {draft.failure && (
        <Callout tone="no" alert action={<WaysOut {...props} />}>
          {draft.failure}
        </Callout>
      )}
      {left && (
        <Callout
          action={
            <span className="row">
              <Button small onClick={() => void restore()}>
                {nl.editor.restore}
              </Button>
              <Button small look="quiet" onClick={keeper.discard}>
                {nl.editor.discard}
              </Button>
            </span>
          }
        >
          {nl.editor.restoreTitle(left.at)}
        </Callout>
      )}
    </div>
  );
}

/** Puts back what was left, after what is typed now, and says what became of it. */
function useRestore({ keeper, format, onChoose }: WriteNotesProps): () => Promise<void> {
  const toasts = useToasts();
  const latest = useRef(keeper);
  latest.current = keeper;
  return async () => {
    flushSync(() => format.current?.flush());
    const how = await latest.current.restore();
    if (how === 'choose' || latest.current.draft.conflict) onChoose();
    if (how === 'merged') toasts.say({ text: nl.editor.restoredBoth });
  };
}

function WaysOut(props: WriteNotesProps): ReactNode {
  const { draft, save } = props.keeper;
  const { copy, anew, remake } = useWaysOut(props);
  return (
    <span className="row">
      {draft.gone && (
        <Button small onClick={() => void remake()}>
          {nl.editor.remake}
        </Button>
      )}
      <Button small onClick={() => void anew()}>
        {nl.editor.saveAnew}
      </Button>
      <Button small onClick={() => void copy()}>
        {nl.editor.copyText}
      </Button>
      <Button small onClick={() => void save()}>
        {nl.common.again}
      </Button>
    </span>
  );
}

interface Ways {
  /** Puts the whole text on the clipboard. */
  copy(): Promise<void>;
  /** Keeps the text as a write-up beside this one. */
  anew(): Promise<void>;
  /** The file was taken away while somebody wrote on: it comes back as it was kept, or as a new one, with what was typed. */
  remake(): Promise<void>;
}

/** What can be done with a text that does not reach its file. */
function useWaysOut({ entry, keeper, format }: WriteNotesProps): Ways {
  const client = useClient();
  const toasts = useToasts();
  const latest = useRef(keeper);
  latest.current = keeper;
  const typed = (): string => {
    flushSync(() => format.current?.flush());
    return latest.current.draft.text;
  };
  const intoNew = async (title: string): Promise<void> => {
    const body = typed();
    const made = await client.call('entries.create', { kind: entry.kind, title, body });
    // What was typed while it was on its way is not in the new one, and stays here.
    if (typed() === body) latest.current.letGo();
    toasts.say({ text: nl.editor.copied(title) });
    go({ screen: 'stuk', id: made.id, edit: true, q: '' });
  };
  const orSay = async (act: () => Promise<void>): Promise<void> => {
    try {
      await act();
    } catch (error) {
      toasts.fail(asFailure(error).message);
    }
  };
  return {
    copy: async () => {
      try {
        await navigator.clipboard.writeText(typed());
        toasts.say({ text: nl.editor.textCopied });
      } catch {
        toasts.fail(nl.editor.textNotCopied);
      }
    },
    anew: () => orSay(() => intoNew(nl.editor.copyTitle(entry.title).slice(0, 200))),
    remake: () =>
      orSay(async () => {
        const { done } = await client.call('history.recover', { ids: [entry.id] });
        if (done.length > 0) await latest.current.save();
        else await intoNew(entry.title);
      }),
  };
}
