import type { Port } from '../../domain/api/frame.ts';
import { Listeners } from './listeners.ts';

/** Name of the one channel between window and program. */
export const channel = 'frame';

/** What is used of a frame (page or iframe) of Electron. */
export interface FrameLike {
  readonly url: string;
}

/** What is used of Electron's `webContents`. */
export interface ContentsLike {
  readonly mainFrame: FrameLike;
  send(channel: string, text: string): void;
  isDestroyed(): boolean;
  once(event: 'destroyed', listen: () => void): unknown;
  off(event: 'destroyed', listen: () => void): unknown;
}

/** What is used of an event of `ipcMain`; `senderFrame` is null when the frame is gone already. */
export interface IpcEventLike {
  readonly sender: ContentsLike;
  readonly senderFrame: FrameLike | null;
}

/** What is used of Electron's `ipcMain`. */
export interface IpcLike {
  on(channel: string, listen: (event: IpcEventLike, text: unknown) => void): unknown;
  off(channel: string, listen: (event: IpcEventLike, text: unknown) => void): unknown;
}

/**
 * A line to one window of Electron. Only text from the main frame of that window counts, and only while the app's own pages (`origin`, such as
 * `app://oogst`) are in it; everything else is dropped here.
 */
export function ipcPort(contents: ContentsLike, ipc: IpcLike, origin: string): Port {
  const listeners = new Listeners();
  const listen = (event: IpcEventLike, text: unknown): void => {
    const from = event.senderFrame;
    if (event.sender !== contents || !from || from !== contents.mainFrame || !from.url.startsWith(`${origin}/`)) return;
    if (typeof text === 'string') listeners.text(text);
  };
  const end = (): void => {
    ipc.off(channel, listen);
    contents.off('destroyed', end);
    listeners.end();
  };
  ipc.on(channel, listen);
  contents.once('destroyed', end);
  return {
    send: (frame) => {
      if (!listeners.over && !contents.isDestroyed()) contents.send(channel, JSON.stringify(frame));
    },
    onFrame: listeners.onFrame,
    onClose: listeners.onClose,
    close: end,
  };
}
