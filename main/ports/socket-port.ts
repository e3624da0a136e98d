import type { WebSocket } from 'ws';
import type { Port } from '../../domain/api/frame.ts';
import { Listeners } from './listeners.ts';

/** Bytes that may wait for a reader that does not keep up; above it the line is cut. */
const patience = 128 * 1024 * 1024;

/** A line over a WebSocket of the server. The largest frame is limited where the server is made (`maxPayload: largestFrame`). */
export function socketPort(socket: WebSocket): Port {
  const listeners = new Listeners();
  socket.on('message', (data: Buffer, binary: boolean) => {
    if (!binary) listeners.text(data.toString('utf8'));
  });
  socket.on('close', () => listeners.end());
  // A line that breaks closes; without a listener the error would end the process.
  socket.on('error', () => socket.terminate());
  return {
    send: (frame) => {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > patience) socket.terminate();
      else socket.send(JSON.stringify(frame));
    },
    onFrame: listeners.onFrame,
    onClose: listeners.onClose,
    close: () => socket.close(1000),
  };
}
