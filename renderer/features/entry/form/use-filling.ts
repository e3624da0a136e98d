import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react';
import type { Client } from '../../../../domain/api/link.ts';
import type { Failure } from '../../../../domain/api/failures.ts';
import { Json, type EntryDetail } from '../../../../domain/entries/entry.ts';
import { z } from 'zod';
import { useClient } from '../../../data/client.tsx';
import { asFailure } from '../../../data/use-call.ts';
import { useKept } from '../../../data/use-kept.ts';
import { namedFailure } from '../named-failure.ts';
import { isEmpty, sameValue, type When } from './field-values.ts';

/** A pause in typing after which a field is saved; milliseconds. */
const saveAfter = 1500;

/** What was filled in for one field and is not known to be read back from the file yet. */
interface Filled {
  value: Json;
  /** What the file is taken to hold. */
  was: Json;
  at: 'typed' | 'saved';
  failure?: Failure | undefined;
}

export type FillingState = 'clash' | 'failed' | 'saving' | 'typed' | 'saved';

export interface Filling {
  state: FillingState;
  savedAt: number | undefined;
  valueOf(key: string): Json | undefined;
  /** Filled in, and not what the file says as it was last read. */
  isFilled(key: string): boolean;
  failureOf(key: string): Failure | undefined;
  fill(key: string, value: Json, when: When): void;
  /** Saves now; resolves with true when everything is on disk. */
  save(): Promise<boolean>;
  mine(key: string): void;
  theirs(key: string): void;
}

interface Held {
  entry: EntryDetail;
  fields: Map<string, Filled>;
  /** What was last saved of each field: a reading that says something else may be of before that. */
  last: Map<string, Json>;
  timer: ReturnType<typeof setTimeout> | undefined;
  running: Promise<void>;
  saving: boolean;
  savedAt: number | undefined;
}

/** Keeps what is filled in beside the text: each field goes to the file by itself and can be taken back by itself. */
export function useFilling(entry: EntryDetail): Filling {
  const client = useClient();
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const start = useRef<Held>(undefined);
  start.current ??= { entry, fields: new Map(), last: new Map(), timer: undefined, running: Promise.resolve(), saving: false, savedAt: undefined };
  const held = start.current;
  held.entry = entry;
  const save = useCallback((): Promise<boolean> => {
    clearTimeout(held.timer);
    // Nothing to save now is nothing to save a moment later, when the next field is half typed.
    const due = waiting(held);
    if (due.length > 0) held.running = held.running.then(() => saveAll(client, held, due, redraw));
    return held.running.then(() => allSaved(held));
  }, [client, held]);
  useReadAgain(held, entry, redraw);
  useKeptFields(held, redraw);
  useEffect(() => {
    const leave = (): void => void (waiting(held).length > 0 && save());
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [held, save]);
  const does = useMemo(() => doing(held, save, redraw), [held, save]);
  return { ...does, save, state: stateOf(held), savedAt: held.savedAt };
}

const KeptFields = z.record(z.string(), z.object({ value: Json, was: Json }));

/** What is half filled in is there again after a crash, and goes on its way to the file from there. */
function useKeptFields(held: Held, redraw: () => void): void {
  const typed = [...held.fields].filter(([, { at }]) => at === 'typed').map(([key, { value, was }]) => [key, { value, was }] as const);
  useKept(held.entry.id, 'velden', KeptFields, typed.length > 0 ? Object.fromEntries(typed) : undefined, (left) => {
    for (const [key, { value, was }] of Object.entries(left))
      if (!held.fields.has(key) && !sameValue(held.entry.fields[key], value)) held.fields.set(key, { value, was, at: 'typed' });
    redraw();
  });
}

function doing(held: Held, save: () => Promise<boolean>, redraw: () => void): Omit<Filling, 'save' | 'state' | 'savedAt'> {
  const { fields } = held;
  const onDisk = (key: string): Json => held.entry.fields[key] ?? null;
  return {
    valueOf: (key) => (fields.get(key) ?? { value: held.entry.fields[key] }).value,
    isFilled: (key) => fields.has(key),
    failureOf: (key) => fields.get(key)?.failure,
    fill: (key, value, when) => {
      const before = fields.get(key);
      const was = before === undefined ? onDisk(key) : before.at === 'saved' ? written(before.value) : before.was;
      fields.set(key, { value, was, at: 'typed', failure: before?.failure });
      clearTimeout(held.timer);
      if (when === 'now') void save();
      // A line that was emptied keeps its place in the file while something else is typed in it.
      else if (when === 'pause' && !isEmpty(value)) held.timer = setTimeout(() => void save(), saveAfter);
      redraw();
    },
    mine: (key) => {
      const field = fields.get(key);
      if (field) fields.set(key, { ...field, was: onDisk(key), failure: undefined });
      void save();
    },
    theirs: (key) => {
      fields.delete(key);
      redraw();
    },
  };
}

/** What the file holds after saving: nothing for what is empty. */
const written = (value: Json): Json => (isEmpty(value) ? null : value);

const waiting = (held: Held): string[] =>
  [...held.fields].filter(([, { at, failure }]) => at === 'typed' && failure?.code !== 'entry.field-conflict').map(([key]) => key);

const allSaved = (held: Held): boolean => [...held.fields.values()].every(({ at }) => at === 'saved');

/** What was due, one field after the other: one that clashes keeps no other from its place, and one that is being typed meanwhile waits its turn. */
async function saveAll(client: Client, held: Held, due: readonly string[], redraw: () => void): Promise<void> {
  held.saving = true;
  redraw();
  for (const key of due) await saveOne(client, held, key);
  held.saving = false;
  redraw();
}

async function saveOne(client: Client, held: Held, key: string): Promise<void> {
  const field = held.fields.get(key);
  if (field?.at !== 'typed') return;
  const { value, was } = field;
  const write = (over: Json): Promise<unknown> =>
    client.call('entries.setFields', { id: held.entry.id, fields: { [key]: written(value) }, was: { [key]: over }, asTyped: true });
  try {
    // What the file is taken to hold and what it was last read to hold: only where both say so there is nothing to write.
    if (!sameValue(value, was) || !sameValue(value, held.entry.fields[key]))
      await write(was).catch((error: unknown) => {
        const own = held.last.get(key);
        if (asFailure(error).code !== 'entry.field-conflict' || own === undefined || sameValue(own, was)) throw error;
        // Filled in on top of a reading from before our own last save: that is no clash.
        return write(own);
      });
    held.last.set(key, written(value));
    const now = held.fields.get(key);
    // Typed on meanwhile: that is for the next round, on top of this.
    if (now) held.fields.set(key, { ...now, was: written(value), at: now.value === value ? 'saved' : 'typed', failure: undefined });
    held.savedAt = Date.now();
  } catch (error) {
    const now = held.fields.get(key);
    if (now) held.fields.set(key, { ...now, failure: namedFailure(error, held.entry.title) });
  }
}

/**
 * Lets go of what is in the file by now. A reading that says something else may be older than the save, so that it is read once more before that counts: what
 * was taken back meanwhile must not stay on the screen.
 */
function useReadAgain(held: Held, entry: EntryDetail, redraw: () => void): void {
  const client = useClient();
  useEffect(() => {
    let over = false;
    const doubtful: [string, Filled][] = [];
    for (const [key, field] of held.fields) {
      if (field.at !== 'saved') continue;
      if (sameValue(entry.fields[key], field.value)) held.fields.delete(key);
      else doubtful.push([key, field]);
    }
    redraw();
    const look = async (): Promise<void> => {
      const { fields } = await client.call('entries.read', { id: entry.id });
      if (over) return;
      for (const [key, field] of doubtful) if (held.fields.get(key) === field && !sameValue(fields[key], field.value)) held.fields.delete(key);
      redraw();
    };
    // Without a line to the program the next reading tells.
    if (doubtful.length > 0) void look().catch(() => undefined);
    return () => void (over = true);
  }, [client, held, entry, redraw]);
}

function stateOf({ fields, saving }: Held): FillingState {
  const all = [...fields.values()];
  if (all.some(({ failure }) => failure?.code === 'entry.field-conflict')) return 'clash';
  if (all.some(({ failure }) => failure)) return 'failed';
  if (saving) return 'saving';
  return all.some(({ at }) => at === 'typed') ? 'typed' : 'saved';
}
