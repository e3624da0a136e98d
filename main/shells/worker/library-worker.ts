import { Worker } from 'node:worker_threads';
import { events, methods, type Emit, type EventName, type Handlers, type LibraryState, type Method } from '../../../domain/api/contract.ts';
import { Failure } from '../../../domain/api/failures.ts';
import { connect, forward, type Client } from '../../../domain/api/link.ts';
import { workerPort } from '../../ports/worker-port.ts';
import type { Places } from '../places.ts';
import { startRoomy } from './young-objects.ts';

/** What the worker is started with. */
export type WorkerData = Pick<Places, 'resources' | 'reader' | 'profile' | 'textWorker' | 'printWorker' | 'version'>;

/** The worker as its shell sees it. */
export interface LibraryWorker {
  /** Handlers that pass every call on. */
  handlers: Partial<Handlers>;
  /** Last known state, for serving pictures. */
  state(): LibraryState;
  call: Client['call'];
  /** Takes no more calls; resolves when what was being written is on disk and the thread has ended; one that hangs is ended. */
  close(): Promise<void>;
}

const passedOn: readonly Method[] = methods.filter((method) => !method.startsWith('shell.'));
const told = Object.keys(events) as EventName[];

/**
 * Starts the thread that owns the kennismap. When it dies it is started again once, with the same kennismap, and the user is told; when it dies
 * again calls fail with `link.closed`.
 */
export function startLibraryWorker(places: Places, emit: Emit): LibraryWorker {
  let state: LibraryState = { state: 'none' };
  let restarts = 0;
  let closing = false;
  let ended: Promise<unknown> = Promise.resolve();
  let client = start();

  function start(): Client {
    const worker = startRoomy(() => new Worker(places.worker, { workerData: dataFor(places), name: 'kennismap' }));
    worker.on('error', (error) => console.error('[oogst] worker:', error));
    ended = new Promise((done) => worker.once('exit', done));
    const made = connect(workerPort(worker));
    for (const name of told)
      made.on(name, (payload) => {
        if (name === 'library.state') state = payload as LibraryState;
        emit(name, payload as never);
      });
    made.onClose(() => void again());
    return made;
  }

  async function again(): Promise<void> {
    if (closing || restarts > 0) return;
    restarts++;
    const dir = state.state === 'none' ? undefined : state.dir;
    client = start();
    if (dir !== undefined) await client.call('library.open', { dir }).catch(() => undefined);
    emit('notice', { text: 'Een deel van Oogst is opnieuw gestart. Je bestanden zijn veilig; kijk of je laatste wijziging er staat.' });
    emit('entries.changed', { ids: [], reason: 'scan' });
  }

  const current: Pick<Client, 'call'> = {
    call: async (method, input, options) => {
      if (closing) throw new Failure('link.closed');
      return client.call(method, input, options);
    },
  };
  return {
    handlers: forward(current as Client, passedOn),
    state: () => state,
    call: current.call,
    async close() {
      closing = true;
      client.close();
      await ended;
    },
  };
}

function dataFor({ resources, reader, profile, textWorker, printWorker, version }: Places): WorkerData {
  return { resources, reader, profile, textWorker, printWorker, version };
}
