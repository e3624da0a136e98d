import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { EntryDetail } from '../../../domain/entries/entry.ts';
import { useClient } from '../../data/client.tsx';
import { asFailure } from '../../data/use-call.ts';
import { draftOf, isDirty, stepped, type Draft, type DraftStep, type OnDisk, type TypedBefore } from './draft-state.ts';
import { namedFailure } from './named-failure.ts';
import { keepCopy, type RecoveryCopy } from './recovery.ts';
import { useLeft } from './use-left.ts';

/** A pause in typing after which the text is saved, and one after which the recovery copy is kept; milliseconds. */
const saveAfter = 1200;
const copyAfter = 250;
/** How often the program gets what is typed, while it is not saved. */
const keepEvery = 1000;

export interface DraftKeeper {
  draft: Draft;
  type(text: string): void;
  /** Saves now; resolves with true when everything is on disk. */
  save(): Promise<boolean>;
  keepMine(): void;
  takeDisk(): void;
  /** What was typed is safe elsewhere: forgets it here. */
  letGo(): void;
  /** Text of an earlier time that never reached the disk. */
  left: RecoveryCopy | undefined;
  /** Puts it back as with {@link putBack}. */
  restore(): Promise<PutBack>;
  /** Puts text back against what it was typed on, beside what is saved first; never over what came in the file since. */
  putBack(typed: TypedBefore): Promise<PutBack>;
  discard(): void;
}

/** Text stands there again: as it was, together with what came in the file since, or with a choice to be made; or not, because what stands there is not saved. */
export type PutBack = 'whole' | 'merged' | 'choose' | 'blocked';

/** Keeps what is typed: saves after a pause, on Ctrl+S and on leaving; notices a change from outside; leaves a copy behind until it is on disk. */
export function useDraft(entry: EntryDetail, dir: string): DraftKeeper {
  const [draft, step] = useReducer(stepped, entry, draftOf);
  const latest = useRef(draft);
  latest.current = draft;
  const saves = useRef(0);
  const { left, forget, settle } = useLeft(entry, dir);
  const save = useSave(entry, settle, latest, saves, step);
  useFollow(entry, latest, saves, step);
  useSaveAfterPause(draft, save);
  useRecovery(entry.id, dir, draft, latest, save);
  const putBack = async (typed: TypedBefore): Promise<PutBack> => {
    if (!(await save())) return 'blocked';
    const then = stepped(latest.current, { do: 'put-back', typed });
    step({ do: 'put-back', typed });
    if (then.conflict) return 'choose';
    return then.text === typed.body ? 'whole' : 'merged';
  };
  return {
    draft,
    type: (text) => step({ do: 'type', text }),
    save,
    keepMine: () => step({ do: 'keep-mine' }),
    takeDisk: () => {
      settle();
      step({ do: 'take-disk' });
    },
    letGo: () => {
      settle();
      step({ do: 'let-go' });
    },
    left,
    putBack,
    restore: async () => {
      if (!left) return 'whole';
      const how = await putBack(left);
      if (how === 'blocked') return how;
      forget();
      // All of it turned out to be in the file.
      if (!isDirty(stepped(latest.current, { do: 'put-back', typed: left }))) settle();
      return how;
    },
    discard: () => {
      forget();
      settle();
    },
  };
}

/** Follows what is on disk. A reading may be of before our own last save: where it says something else, it is read once more before that counts. */
function useFollow(entry: EntryDetail, latest: { current: Draft }, saves: { current: number }, step: (step: DraftStep) => void): void {
  const client = useClient();
  const { id, body, revision } = entry;
  useEffect(() => {
    let over = false;
    const follow = async (disk: OnDisk): Promise<void> => {
      if (disk.body === latest.current.base || disk.body === latest.current.text) return step({ do: 'disk', disk });
      const before = saves.current;
      const { body: text, revision: now } = await client.call('entries.read', { id });
      const fresh = { body: text, revision: now };
      if (over) return;
      if (saves.current === before) step({ do: 'disk', disk: fresh });
      else await follow(fresh);
    };
    follow({ body, revision }).catch(() => over || step({ do: 'disk', disk: { body, revision } }));
    return () => void (over = true);
  }, [client, id, body, revision, latest, saves, step]);
}

/** One save at a time; what was typed meanwhile goes after it. `saves` counts how often one began or ended. */
function useSave(
  { id, title }: EntryDetail,
  settle: () => void,
  latest: { current: Draft },
  saves: { current: number },
  step: (step: DraftStep) => void,
): () => Promise<boolean> {
  const client = useClient();
  const running = useRef<Promise<boolean> | undefined>(undefined);
  const once = useCallback(async (): Promise<boolean> => {
    const { text, revision, base } = latest.current;
    const write = (basedOn: string) => client.call('entries.saveBody', { id, basedOn, body: text });
    step({ do: 'save' });
    saves.current++;
    try {
      const saved = await write(revision).catch(async (error: unknown) => {
        if (asFailure(error).code !== 'entry.conflict') throw error;
        const disk = await client.call('entries.read', { id });
        // Only the head of the file changed (a field, a judgement): the text may simply go on top of it.
        if (disk.body === base || disk.body === text) return write(disk.revision);
        step({ do: 'clash', disk: { body: disk.body, revision: disk.revision } });
        return undefined;
      });
      if (!saved) return false;
      step({ do: 'saved', body: text, revision: saved.revision, at: Date.now() });
      latest.current = { ...latest.current, base: text, revision: saved.revision, saving: undefined };
      if (latest.current.text === text) settle();
      return true;
    } catch (error) {
      const failure = namedFailure(error, title);
      step({ do: 'fail', failure: failure.message, gone: failure.code === 'entry.missing' });
      return false;
    } finally {
      saves.current++;
    }
  }, [client, id, title, settle, latest, saves, step]);
  return useCallback(async () => {
    while (running.current) await running.current;
    if (!isDirty(latest.current)) return true;
    if (latest.current.conflict) return false;
    running.current = once().finally(() => (running.current = undefined));
    return running.current;
  }, [latest, once]);
}

function useSaveAfterPause(draft: Draft, save: () => Promise<boolean>): void {
  const waits = isDirty(draft) && draft.saving === undefined && !draft.conflict && !draft.failure;
  useEffect(() => {
    if (!waits) return;
    const timer = setTimeout(() => void save(), saveAfter);
    return () => clearTimeout(timer);
  }, [draft.text, waits, save]);
}

function useRecovery(id: string, dir: string, draft: Draft, latest: { current: Draft }, save: () => Promise<boolean>): void {
  useEffect(() => {
    if (draft.text === draft.base) return;
    const timer = setTimeout(() => keepCopy(dir, id, { ...typedIn(latest.current), at: Date.now() }), copyAfter);
    return () => clearTimeout(timer);
  }, [id, dir, draft.text, draft.base, latest]);
  useKeptDraft(id, latest);
  useEffect(() => {
    const leave = (): void => {
      if (!isDirty(latest.current)) return;
      keepCopy(dir, id, { ...typedIn(latest.current), at: Date.now() });
      void save();
    };
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [id, dir, latest, save]);
}

const typedIn = ({ text, base, saving }: Draft): TypedBefore => ({ body: text, base, ...(saving === undefined ? {} : { sending: saving }) });

/** Hands what is typed to the program at a steady pace, not only in a pause: a crash of window and program together costs no more than that. */
function useKeptDraft(id: string, latest: { current: Draft }): void {
  const client = useClient();
  useEffect(() => {
    let kept: TypedBefore | undefined;
    const timer = setInterval(() => {
      const now = typedIn(latest.current);
      // Kept again as well when the file says something else by now: without that it cannot be put back in its place.
      if (!isDirty(latest.current) || (now.body === kept?.body && now.base === kept.base)) return;
      kept = now;
      // Without a line to the program the copy of this window is what there is.
      void client.call('drafts.keep', { id, ...now }).catch(() => undefined);
    }, keepEvery);
    return () => clearInterval(timer);
  }, [client, id, latest]);
}
