import type { MessagePort, Worker } from 'node:worker_threads';
import type { Port } from '../../domain/api/frame.ts';
import { Listeners } from './listeners.ts';

/** Said instead of a frame when a side closes the line. */
const goodbye = null;

/** How long a thread may take to finish after the line was closed; more than a save waits for a lock. Milliseconds. */
const patience = 8000;

/** The line to a thread, seen from who started it. Closing lets the thread finish what it does and then ends it; a thread that dies closes the line. */
export function workerPort(worker: Worker): Port {
  const listeners = new Listeners();
  worker.on('message', (message: unknown) => {
    if (typeof message === 'string') listeners.text(message);
    else if (message === goodbye) listeners.end();
  });
  worker.once('exit', () => listeners.end());
  return {
    send: (frame) => worker.postMessage(JSON.stringify(frame)),
    onFrame: listeners.onFrame,
    onClose: listeners.onClose,
    close: () => {
      if (listeners.over) return;
      listeners.end();
      worker.postMessage(goodbye);
      const timer = setTimeout(() => void worker.terminate(), patience);
      worker.once('exit', () => clearTimeout(timer));
    },
  };
}

/** The same line, seen from inside the thread; `channel` is its `parentPort`. */
export function parentThreadPort(channel: MessagePort): Port {
  const listeners = new Listeners();
  const end = (): void => {
    listeners.end();
    channel.close();
  };
  channel.on('message', (message: unknown) => {
    if (typeof message === 'string') listeners.text(message);
    else if (message === goodbye) end();
  });
  channel.once('close', () => listeners.end());
  return {
    send: (frame) => {
      if (!listeners.over) channel.postMessage(JSON.stringify(frame));
    },
    onFrame: listeners.onFrame,
    onClose: listeners.onClose,
    close: () => {
      if (listeners.over) return;
      channel.postMessage(goodbye);
      end();
    },
  };
}
