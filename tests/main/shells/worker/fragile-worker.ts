import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { Settings, type EventName, type EventPayload } from '../../../../domain/api/contract.ts';
import { serve, type Server } from '../../../../domain/api/link.ts';
import { parentThreadPort } from '../../../../main/ports/worker-port.ts';

/** Stands in for the thread that owns the library: keeps in its profile what was opened, and dies when asked to. */
if (!parentPort) throw new Error('This file runs as a worker thread.');
const log = join((workerData as { profile: string }).profile, 'geopend.txt');
const state = (dir: string) => ({ state: 'ready' as const, dir, name: 'map', entries: 0, readOnly: false, example: false, missing: 0 });

const said: { [E in EventName]: EventPayload<E> } = {
  'library.state': state('x'),
  'entries.changed': { ids: [], reason: 'scan' },
  'vocabulary.changed': {},
  'searches.changed': {},
  'bundles.changed': {},
  'consent.changed': {},
  'undo.changed': {},
  'settings.changed': Settings.parse({}),
  notice: { text: 'Iets.' },
};

const server: Server = serve(
  parentThreadPort(parentPort),
  {
    'library.open': async ({ dir }) => {
      writeFileSync(log, `${readFileSync(log, 'utf8')}${dir}\n`);
      server.emit('library.state', state(dir));
      return state(dir);
    },
    'library.state': async () => state('x'),
    // Says everything that can be said.
    'library.confirmMissing': async () => {
      for (const name of Object.keys(said) as EventName[]) server.emit(name, said[name]);
      return state('x');
    },
    'library.rescan': async () => process.exit(1),
    'library.close': async () => ({ state: 'none' }),
  },
  () => 'kenmerk',
);
