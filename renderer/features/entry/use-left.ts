import { useCallback, useEffect, useRef, useState } from 'react';
import type { EntryDetail } from '../../../domain/entries/entry.ts';
import { useClient } from '../../data/client.tsx';
import { dropCopy, keepCopy, readCopy, type RecoveryCopy } from './recovery.ts';

export interface Left {
  /** Text of an earlier time that never reached the file, until somebody decides about it. */
  left: RecoveryCopy | undefined;
  /** It was decided about. */
  forget(): void;
  /** What is typed now is safe: its copies go. They make place again for what was left and is not decided about. */
  settle(): void;
}

/** What was typed at an earlier time and never reached the file: the newest of what this window and the program kept when the editor opened. */
export function useLeft({ id, body }: EntryDetail, dir: string): Left {
  const client = useClient();
  const [found, setFound] = useState(() => readCopy(dir, id));
  // What the editor keeps itself from then on is no find.
  const [opened] = useState(() => Date.now());
  useEffect(() => {
    let over = false;
    const look = async (): Promise<void> => {
      const kept = (await client.call('drafts.list', {})).find((one) => one.id === id && one.part === 'tekst' && one.at < opened);
      if (kept && !over) setFound((near) => (near && (near.at >= kept.at || near.body === kept.body) ? near : kept));
    };
    // Without a line to the program the copy of this window is what there is.
    void look().catch(() => undefined);
    return () => void (over = true);
  }, [client, id, opened]);
  const left = found?.body === body ? undefined : found;
  const undecided = useRef(left);
  undecided.current = left;
  const forget = useCallback((): void => {
    undecided.current = undefined;
    setFound(undefined);
  }, []);
  // It was on its way to the file, and came there.
  useEffect(() => {
    if (found?.body === body) forget();
  }, [found, body, forget]);
  const settle = useCallback((): void => {
    const copy = undecided.current;
    if (copy) keepCopy(dir, id, copy);
    else dropCopy(dir, id);
    const handed = copy ? client.call('drafts.keep', { id, ...typedIn(copy) }) : client.call('drafts.drop', { id });
    void handed.catch(() => undefined);
  }, [client, dir, id]);
  return { left, forget, settle };
}

const typedIn = ({ body, base, sending }: RecoveryCopy): Omit<RecoveryCopy, 'at'> => ({ body, base, ...(sending === undefined ? {} : { sending }) });
