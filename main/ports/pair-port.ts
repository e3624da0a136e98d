import type { Port } from '../../domain/api/frame.ts';
import { Listeners } from './listeners.ts';

/** Two ends of a line inside one process. Frames go through text and arrive a turn later, as on a real line. */
export function portPair(): [Port, Port] {
  const left = new Listeners();
  const right = new Listeners();
  return [end(left, right), end(right, left)];
}

function end(own: Listeners, other: Listeners): Port {
  let closed = false;
  return {
    send: (frame) => {
      if (closed || own.over) return;
      const text = JSON.stringify(frame);
      queueMicrotask(() => other.text(text));
    },
    onFrame: own.onFrame,
    onClose: own.onClose,
    close: () => {
      closed = true;
      queueMicrotask(() => {
        own.end();
        other.end();
      });
    },
  };
}
