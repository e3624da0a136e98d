import { parentPort } from 'node:worker_threads';
import { serve, type Server } from '../../domain/api/link.ts';
import { parentThreadPort } from '../../main/ports/worker-port.ts';
import { exampleHandlers } from './example-handlers.ts';

if (!parentPort) throw new Error('This file runs as a worker thread.');
const port = parentThreadPort(parentPort);
// Ready a moment later than it was started, as the real one is: calls that came before must wait.
await new Promise((ready) => setTimeout(ready, 20));
const server: Server = serve(
  port,
  exampleHandlers((name, payload) => server.emit(name, payload)),
  () => 'kenmerk',
);
