import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { Client } from '../../../domain/api/link.ts';
import type { EntryDetail } from '../../../domain/entries/entry.ts';
import { useClient } from '../../data/client.tsx';
import { asFailure, useCall } from '../../data/use-call.ts';
import { draftOf, isDirty, stepped, type Draft, type DraftStep, type OnDisk } from './draft-state.ts';
import { dropCopy, keepCopy, readCopy, type RecoveryCopy } from './recovery.ts';

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
  restore(): void;
  discard(): void;
}

/** Keeps what is typed: saves after a pause, on Ctrl+S and on leaving; notices a change from outside; leaves a copy behind until it is on disk. */
export function useDraft(entry: EntryDetail, dir: string): DraftKeeper {
  const client = useClient();
  const [draft, step] = useReducer(stepped, entry, draftOf);
  const latest = useRef(draft);
  latest.current = draft;
  const saves = useRef(0);
  const save = useSave(entry.id, dir, latest, saves, step);
  const { left, forget } = useLeft(entry, dir);
  useFollow(entry, latest, saves, step);
  useSaveAfterPause(draft, save);
  useRecovery(entry.id, dir, draft, latest, save);
  return {
    draft,
    type: (text) => step({ do: 'type', text }),
    save,
    keepMine: () => step({ do: 'keep-mine' }),
    takeDisk: () => {
      drop(client, dir, entry.id);
      step({ do: 'take-disk' });
    },
    letGo: () => {
      drop(client, dir, entry.id);
      step({ do: 'let-go' });
    },
    left,
    restore: () => {
      if (left) step({ do: 'type', text: left.body });
      forget();
    },
    discard: () => {
      drop(client, dir, entry.id);
      forget();
    },
  };
}

/** What was typed at an earlier time and never reached the file: the newest of what this window and the program kept. */
function useLeft(entry: EntryDetail, dir: string): { left: RecoveryCopy | undefined; forget(): void } {
  const [near, setNear] = useState(() => readCopy(dir, entry.id));
  const { data: drafts } = useCall('drafts.list', {});
  // Only what was there when the editor opened; what it keeps itself from then on is no find.
  const [opened] = useState(() => Date.now());
  const [gone, setGone] = useState(false);
  const kept = drafts?.find((one) => one.id === entry.id && one.part === 'tekst' && one.at < opened);
  const found = [near, kept].filter((one) => one !== undefined).sort((a, b) => b.at - a.at)[0];
  return {
    left: gone || found === undefined || found.body === entry.body ? undefined : found,
    forget: () => {
      setNear(undefined);
      setGone(true);
    },
  };
}

function drop(client: Client, dir: string, id: string): void {
  dropCopy(dir, id);
  void client.call('drafts.drop', { id }).catch(() => undefined);
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
  id: string,
  dir: string,
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
      if (latest.current.text === text) drop(client, dir, id);
      return true;
    } catch (error) {
      const failure = asFailure(error);
      step({ do: 'fail', failure: failure.message, gone: failure.code === 'entry.missing' });
      return false;
    } finally {
      saves.current++;
    }
  }, [client, id, dir, latest, saves, step]);
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
    const timer = setTimeout(() => keepCopy(dir, id, { body: draft.text, base: draft.base, at: Date.now() }), copyAfter);
    return () => clearTimeout(timer);
  }, [id, dir, draft.text, draft.base]);
  useKeptDraft(id, latest);
  useEffect(() => {
    const leave = (): void => {
      const { text, base } = latest.current;
      if (text === base) return;
      keepCopy(dir, id, { body: text, base, at: Date.now() });
      void save();
    };
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [id, dir, latest, save]);
}

/** Hands what is typed to the program at a steady pace, not only in a pause: a crash of window and program together costs no more than that. */
function useKeptDraft(id: string, latest: { current: Draft }): void {
  const client = useClient();
  useEffect(() => {
    let kept = latest.current.base;
    const timer = setInterval(() => {
      const { text, base } = latest.current;
      if (text === base || text === kept) return;
      kept = text;
      // Without a line to the program the copy of this window is what there is.
      void client.call('drafts.keep', { id, body: text, base }).catch(() => undefined);
    }, keepEvery);
    return () => clearInterval(timer);
  }, [client, id, latest]);
}
