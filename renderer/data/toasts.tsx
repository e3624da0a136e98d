import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react';
import { ToastStack, type ToastItem } from '../kit/toast.tsx';

/** One sentence at the bottom of the window. */
export interface ToastMessage {
  text: string;
  /** Takes back what was done; shown as “Ongedaan maken”. */
  undo?: () => void;
}

export interface Toasts {
  say(message: ToastMessage): void;
  /** Shows what went wrong; stays until it is closed. */
  fail(text: string): void;
}

const ToastContext = createContext<Toasts>({ say: () => undefined, fail: () => undefined });

/** Keeps the few messages that are on the screen; at most three, the oldest goes first. */
export function ToastProvider({ children }: { children: ReactNode }): ReactNode {
  const [shown, setShown] = useState<ToastItem[]>([]);
  const next = useRef(1);
  const add = useCallback((message: Omit<ToastItem, 'key'>) => {
    setShown((list) => [...list.filter((other) => other.text !== message.text), { ...message, key: next.current++ }].slice(-3));
  }, []);
  const close = useCallback((key: number) => setShown((list) => list.filter((other) => other.key !== key)), []);
  const toasts = useMemo<Toasts>(() => ({ say: (message) => add({ ...message, fault: false }), fail: (text) => add({ text, fault: true }) }), [add]);
  return (
    <ToastContext.Provider value={toasts}>
      {children}
      <ToastStack shown={shown} onClose={close} />
    </ToastContext.Provider>
  );
}

/** Says something to the user without asking anything. */
export const useToasts = (): Toasts => useContext(ToastContext);
