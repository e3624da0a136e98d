import { CircleAlert, X } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { nl } from '../text/nl.ts';
import { Button, IconButton } from './button.tsx';

/** One message as it stands on the screen. */
export interface ToastItem {
  key: number;
  text: string;
  /** A fault stays until it is closed. */
  fault: boolean;
  undo?: () => void;
}

const shownFor = 8000;

/** The messages at the bottom of the window. Screen readers hear them without losing their place. */
export function ToastStack({ shown, onClose }: { shown: readonly ToastItem[]; onClose(key: number): void }): ReactNode {
  return (
    <section className="toasts" aria-label={nl.common.messages}>
      <div role="status">
        {shown
          .filter((item) => !item.fault)
          .map((item) => (
            <Toast key={item.key} item={item} onClose={onClose} />
          ))}
      </div>
      <div role="alert">
        {shown
          .filter((item) => item.fault)
          .map((item) => (
            <div key={item.key} className="toast toast-fault">
              <CircleAlert className="icon" aria-hidden />
              <span>{item.text}</span>
              <IconButton icon={X} label={nl.common.close} onClick={() => onClose(item.key)} />
            </div>
          ))}
      </div>
    </section>
  );
}

/** Goes by itself, but never while the pointer or the focus is on it. */
function Toast({ item, onClose }: { item: ToastItem; onClose(key: number): void }): ReactNode {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => onClose(item.key), shownFor);
    return () => clearTimeout(timer);
  }, [held, item.key, onClose]);
  const { undo } = item;
  return (
    <div
      className="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{item.text}</span>
      {undo && (
        <Button
          small
          look="quiet"
          onClick={() => {
            onClose(item.key);
            undo();
          }}
        >
          {nl.common.undo}
        </Button>
      )}
      <IconButton icon={X} label={nl.common.close} onClick={() => onClose(item.key)} />
    </div>
  );
}
