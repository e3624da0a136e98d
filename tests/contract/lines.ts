import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Worker } from 'node:worker_threads';
import { WebSocket, WebSocketServer } from 'ws';
import type { Port } from '../../domain/api/frame.ts';
import { serve, type Server } from '../../domain/api/link.ts';
import { channel, ipcPort, type ContentsLike, type FrameLike, type IpcEventLike, type IpcLike } from '../../main/ports/ipc-port.ts';
import { largestFrame, Listeners } from '../../main/ports/listeners.ts';
import { portPair } from '../../main/ports/pair-port.ts';
import { socketPort } from '../../main/ports/socket-port.ts';
import { workerPort } from '../../main/ports/worker-port.ts';
import { exampleHandlers } from './example-handlers.ts';

/** A line with the example handlers at its other end. */
export interface Line {
  port: Port;
  /** Puts a text on the line as it is, past everything that would make a neat frame of it. */
  raw(text: string): void;
  end(): Promise<void>;
}

function answering(port: Port): Server {
  const server: Server = serve(
    port,
    exampleHandlers((name, payload) => server.emit(name, payload)),
    () => 'kenmerk',
  );
  return server;
}

export async function pairLine(): Promise<Line> {
  const [port, far] = portPair();
  answering(far);
  // This line takes objects; what cannot be made into one (no JSON, too deep to print again) goes as it is.
  return { port, raw: (text) => port.send((text.length < 10_000 ? parse(text) : text) as never), end: async () => port.close() };
}

export async function threadLine(bundle: string): Promise<Line> {
  const worker = new Worker(bundle);
  const port = workerPort(worker);
  return {
    port,
    raw: (text) => worker.postMessage(text),
    end: async () => {
      const gone = once(worker, 'exit');
      port.close();
      await gone;
    },
  };
}

export async function socketLine(): Promise<Line> {
  const http = createServer();
  const sockets = new WebSocketServer({ server: http, maxPayload: largestFrame });
  sockets.on('connection', (socket) => answering(socketPort(socket)));
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const socket = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`);
  await once(socket, 'open');
  const port = socketPort(socket);
  return {
    port,
    raw: (text) => socket.send(text),
    end: async () => {
      for (const open of sockets.clients) open.terminate();
      sockets.close();
      await new Promise((done) => http.close(done));
    },
  };
}

/** Electron's half of a window, without Electron: what the page would hear goes to `hear`. */
export function standInWindow(hear: (text: string) => void): {
  contents: ContentsLike;
  ipc: IpcLike;
  say(text: unknown, from?: FrameLike | null, sender?: ContentsLike): void;
  destroy(): void;
} {
  const page: FrameLike = { url: 'app://oogst/index.html' };
  const heard = new Set<(event: IpcEventLike, text: unknown) => void>();
  const ends = new Set<() => void>();
  const contents: ContentsLike = {
    mainFrame: page,
    send: (name, text) => {
      if (name === channel) queueMicrotask(() => hear(text));
    },
    isDestroyed: () => false,
    once: (_event, listen) => ends.add(listen),
    off: (_event, listen) => ends.delete(listen),
  };
  return {
    contents,
    ipc: { on: (_name, listen) => heard.add(listen), off: (_name, listen) => heard.delete(listen) },
    say: (text, from = page, sender = contents) => {
      for (const listen of [...heard]) listen({ sender, senderFrame: from }, text);
    },
    destroy: () => {
      for (const listen of [...ends]) listen();
    },
  };
}

export async function ipcLine(): Promise<Line> {
  const page = new Listeners();
  const window = standInWindow((text) => page.text(text));
  const far = ipcPort(window.contents, window.ipc, 'app://oogst');
  answering(far);
  far.onClose(() => page.end());
  return {
    port: { send: (frame) => window.say(JSON.stringify(frame)), onFrame: page.onFrame, onClose: page.onClose, close: () => window.destroy() },
    raw: (text) => window.say(text),
    end: async () => window.destroy(),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
