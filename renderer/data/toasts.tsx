import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { LibraryState } from '../../domain/api/contract.ts';
import { ToastStack, type ToastItem } from '../kit/toast.tsx';
import { useClient } from './client.tsx';
import { UndoOffers } from './undo-offers.ts';

/** One sentence at the bottom of the window. */
export interface ToastMessage {
  text: string;
  /** Takes back what was done; shown as “Ongedaan maken”. */
  undo?: () => void;
  /** What was done is no step of the program's own: taking back with the keyboard is done with `undo`, also when the message went. */
  beside?: boolean;
  /** Tells of a step that was taken back or done again; only the last of these is shown. */
  turn?: boolean;
}

export interface Toasts {
  say(message: ToastMessage): void;
  /** Shows what went wrong; stays until it is closed. */
  fail(text: string): void;
  /** Takes back the newest thing that was done as its message offers; false when no message does. */
  takeBack(): boolean;
}

const ToastContext = createContext<Toasts>({ say: () => undefined, fail: () => undefined, takeBack: () => false });

/** Keeps the few messages that are on the screen; at most three, the oldest goes first. */
export function ToastProvider({ children }: { children: ReactNode }): ReactNode {
  const [shown, setShown] = useState<(ToastItem & Pick<ToastMessage, 'turn'>)[]>([]);
  const next = useRef(1);
  const [offers] = useState(() => new UndoOffers());
  const hide = useCallback((keys: readonly number[]) => setShown((list) => list.filter((other) => !keys.includes(other.key))), []);
  const close = useCallback((key: number) => (offers.closed(key), hide([key])), [offers, hide]);
  useSteps(offers, hide);
  const toasts = useMemo<Toasts>(() => {
    const add = ({ beside, ...message }: ToastMessage, fault: boolean): void => {
      const key = next.current++;
      const run = message.undo;
      const undo = run && (() => (offers.used(key), hide([key]), run()));
      if (undo) offers.add({ key, beside: beside === true, run: undo });
      const replaced = (other: { text: string; turn?: boolean | undefined }): boolean =>
        other.text === message.text || (message.turn === true && other.turn === true);
      setShown((list) => [...list.filter((other) => !replaced(other)), { ...message, ...(undo ? { undo } : {}), key, fault }].slice(-3));
    };
    return {
      say: (message) => add(message, false),
      fail: (text) => add({ text }, true),
      takeBack: () => {
        const { last } = offers;
        last?.run();
        return last !== undefined;
      },
    };
  }, [offers, hide]);
  return (
    <ToastContext.Provider value={toasts}>
      {children}
      <ToastStack shown={shown} onClose={close} />
    </ToastContext.Provider>
  );
}

/** Lets messages go about what was taken back elsewhere, or was done in another kennismap. */
function useSteps(offers: UndoOffers, hide: (keys: readonly number[]) => void): void {
  const client = useClient();
  const dir = useRef<string>(undefined);
  useEffect(() => client.on('undo.changed', (state) => hide(offers.moved(state))), [client, offers, hide]);
  useEffect(() => {
    const look = (state: LibraryState): void => {
      const now = 'dir' in state ? state.dir : '';
      if (dir.current !== undefined && dir.current !== now) hide(offers.clear());
      dir.current = now;
    };
    // Without a line to the program the first event tells.
    void client.call('library.state', {}).then(
      (state) => (dir.current === undefined ? look(state) : undefined),
      () => undefined,
    );
    return client.on('library.state', look);
  }, [client, offers, hide]);
}

/** Says something to the user without asking anything. */
export const useToasts = (): Toasts => useContext(ToastContext);
