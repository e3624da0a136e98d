import type { Off, Port } from '../../domain/api/frame.ts';

/** What the preload script of Electron puts on the window: one pipe for text. */
export interface Bridge {
  send(text: string): void;
  onFrame(listen: (text: string) => void): Off;
}

declare global {
  interface Window {
    oogst?: Bridge;
  }
}

/** The line to the library: the pipe of Electron, else a WebSocket to the server this page came from. */
export function choosePort(from: Window): Port {
  if (from.oogst) return bridgePort(from.oogst);
  const scheme = from.location.protocol === 'https:' ? 'wss' : 'ws';
  return socketPort(`${scheme}://${from.location.host}/link`);
}

/** A port over the pipe of Electron; it lives as long as the window. */
export function bridgePort(bridge: Bridge): Port {
  const off: Off[] = [];
  return {
    send: (frame) => bridge.send(JSON.stringify(frame)),
    onFrame: (listen) => {
      const stop = bridge.onFrame((text) => listen(parsed(text)));
      off.push(stop);
      return stop;
    },
    onClose: () => () => undefined,
    close: () => {
      for (const stop of off.splice(0)) stop();
    },
  };
}

/** A port over a WebSocket. Frames sent before the line is open wait for it. */
export function socketPort(address: string): Port {
  const socket = new WebSocket(address);
  const waiting: string[] = [];
  const frames = new Set<(frame: unknown) => void>();
  const closed = new Set<() => void>();
  let over = false;
  socket.addEventListener('open', () => {
    for (const text of waiting.splice(0)) socket.send(text);
  });
  socket.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (typeof event.data !== 'string') return;
    for (const listen of [...frames]) listen(parsed(event.data));
  });
  socket.addEventListener('close', () => {
    over = true;
    for (const listen of [...closed]) listen();
  });
  return {
    send: (frame) => {
      const text = JSON.stringify(frame);
      if (socket.readyState === WebSocket.OPEN) socket.send(text);
      else if (!over) waiting.push(text);
    },
    onFrame: (listen) => subscribed(frames, listen),
    onClose: (listen) => subscribed(closed, listen),
    close: () => socket.close(),
  };
}

function subscribed<T>(set: Set<T>, listen: T): Off {
  set.add(listen);
  return () => set.delete(listen);
}

/** A frame that is no JSON goes on as text: who checks it drops it. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
