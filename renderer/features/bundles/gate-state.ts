import { useMemo, useState } from 'react';
import { isToldBefore, type Finding } from '../../../domain/bundle/gate-finding.ts';
import { useCall } from '../../data/use-call.ts';
import { chaptersOf, type Draft } from './draft.ts';
import type { Check } from './part-props.ts';

/** What the gate found for the draft as it is now. */
export interface GateState {
  busy: boolean;
  /** Without what may not go along at all: that is told by the check. */
  open: readonly Finding[];
  accepted: readonly Finding[];
  /** Ids of write-ups that could go along but are held back. */
  stopped: readonly string[];
  sentence: string;
  failure: string | undefined;
  /** A pasted class list: for as long as this screen is open, kept nowhere. */
  names: readonly string[];
  setNames(names: readonly string[]): void;
}

/** Asks the gate again with every choice. */
export function useGate(draft: Draft, checked: Check | undefined): GateState {
  const [names, setNames] = useState<readonly string[]>([]);
  const empty = draft.rows.length === 0;
  const { session } = draft;
  const { data, previous, failure } = useCall('bundles.gate', {
    ids: [],
    chapters: empty ? [] : chaptersOf(draft.rows),
    audience: draft.audience,
    ...(session === undefined ? {} : { session }),
    accepted: draft.accepted,
    ...(names.length === 0 ? {} : { names: [...names] }),
  });
  return useMemo(() => {
    const open = (data?.open ?? []).filter((one) => !isToldBefore(one));
    const going = new Set(checked?.ready.map(({ id }) => id));
    // Its programme goes along.
    if (session !== undefined) going.add(session);
    const stopped = [...new Set(open.filter(({ severity }) => severity === 'blokkeert').map(({ entry }) => entry))].filter((id) => going.has(id));
    return {
      busy: !empty && (!data || previous),
      open: empty ? [] : open,
      accepted: data?.accepted ?? [],
      stopped,
      sentence: empty ? '' : (data?.sentence ?? ''),
      failure: failure?.message,
      names,
      setNames,
    };
  }, [data, previous, failure, checked, empty, names, session]);
}
