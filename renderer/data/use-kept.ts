import { useCallback, useEffect, useRef } from 'react';
import type { z } from 'zod';
import type { DraftPart } from '../../domain/api/contract.ts';
import { useClient } from './client.tsx';

/** How often the program gets what is half done; milliseconds. */
const keepEvery = 1000;

/**
 * Keeps what is half done beside the text of a write-up with the program, so that a crash costs no more than a second of it; undefined is nothing to
 * keep. `found` gets what an earlier time left behind, once. Gives the way to say that it is done with: nothing is kept after that.
 */
export function useKept<T>(
  id: string,
  part: Exclude<DraftPart, 'tekst'>,
  schema: z.ZodType<T>,
  value: T | undefined,
  found: (left: T) => void,
): () => void {
  const client = useClient();
  const held = useRef({ value, found, schema, kept: undefined as string | undefined, done: false });
  Object.assign(held.current, { value, found, schema });
  const hand = useCallback((): void => {
    const now = held.current;
    const body = now.value === undefined || now.done ? undefined : JSON.stringify(now.value);
    if (body === now.kept) return;
    now.kept = body;
    const handed = body === undefined ? client.call('drafts.drop', { id, part }) : client.call('drafts.keep', { id, part, body, base: '' });
    // Without a line to the program there is nowhere to keep it; the next change tries again.
    void handed.catch(() => undefined);
  }, [client, held, id, part]);
  useEffect(() => {
    let timer: ReturnType<typeof setInterval> | undefined;
    let gone = false;
    const look = async (): Promise<void> => {
      const left = (await client.call('drafts.list', {})).find((one) => one.id === id && one.part === part);
      const read = held.current.schema.safeParse(left && parsed(left.body));
      if (gone || !left || !read.success) return;
      held.current.kept = left.body;
      held.current.found(read.data);
    };
    const begin = (): void => {
      if (!gone) timer = setInterval(hand, keepEvery);
    };
    void look().then(begin, begin);
    window.addEventListener('pagehide', hand);
    return () => {
      gone = true;
      clearInterval(timer);
      window.removeEventListener('pagehide', hand);
      hand();
    };
  }, [client, hand, held, id, part]);
  return useCallback(() => {
    held.current.done = true;
    hand();
  }, [hand, held]);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
