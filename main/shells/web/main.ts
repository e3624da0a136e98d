import { randomBytes } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { CallContext, Handlers, Parsed } from '../../../domain/api/contract.ts';
import { Failure } from '../../../domain/api/failures.ts';
import { errorCode } from '../../library/disk-failure.ts';
import { readAttachment } from '../../library/attachments.ts';
import { faultLog } from '../fault-log.ts';
import { openFirst } from '../opening.ts';
import { findPlaces } from '../places.ts';
import { createWindows } from '../windows.ts';
import { startLibraryWorker } from '../worker/library-worker.ts';
import { openBrowser } from './browser.ts';
import { answerStarts, askRunning } from './second-start.ts';
import { startServer, type WebServer } from './server.ts';

const { values } = parseArgs({
  args: process.argv.slice(2),
  options: { library: { type: 'string' }, port: { type: 'string' }, 'no-open': { type: 'boolean' } },
});
const port = Number(values.port ?? 0);
const places = findPlaces(import.meta.dirname);
const bundles = new Map<string, string>();
const windows = createWindows(() => handlers, faultLog);
const library = startLibraryWorker(places, windows.emit);
const handlers: Partial<Handlers> = {
  ...library.handlers,
  'bundles.export': async (order, context) => exportForDownload(order, context),
  'shell.abilities': async () => ({ shell: 'browser', version: places.version, pickFolder: false, reveal: false, download: true }),
  'shell.pickFolder': async () => {
    throw new Failure('shell.unable', { what: 'een mapvenster van het systeem openen' });
  },
  'shell.reveal': async () => {
    throw new Failure('shell.unable', { what: 'een bestand in de verkenner laten zien' });
  },
};

async function exportForDownload(order: Parsed<'bundles.export'>, context: CallContext<'bundles.export'>): ReturnType<Handlers['bundles.export']> {
  const report = await library.call('bundles.export', order, { signal: context.signal, onProgress: context.report });
  const id = randomBytes(12).toString('base64url');
  bundles.set(id, report.path);
  return { ...report, download: `/bundels/${id}` };
}

async function start(): Promise<WebServer> {
  await openFirst(library.call, values.library);
  return startServer({
    port,
    window: places.window,
    picture: async (path) => {
      const state = library.state();
      return state.state === 'ready' || state.state === 'loading' ? readAttachment(state.dir, path) : undefined;
    },
    bundle: (id) => bundles.get(id),
    connected: (line) => windows.add(line),
  });
}

function reason(error: unknown): string {
  if (error instanceof Failure) return error.message;
  if (errorCode(error) === 'EADDRINUSE')
    return `Poort ${port} is al in gebruik, misschien door een andere Oogst. Kies een andere met --port, of laat --port weg.`;
  if (errorCode(error) === 'EACCES') return `Poort ${port} mag hier niet worden gebruikt. Kies een getal boven 1024, of laat --port weg.`;
  return new Failure('internal', { reference: faultLog(error, 'start') }).message;
}

/** A second start shows what is open already, instead of opening it twice; who asks for a port or another kennismap gets their own. */
async function shownAlready(): Promise<string | undefined> {
  return values.port === undefined || port === 0
    ? askRunning(places.profile, values.library === undefined ? undefined : await realPlace(values.library))
    : undefined;
}

const realPlace = async (dir: string): Promise<string> => realpath(dir).catch(() => resolve(dir));

/** The address for a later start, when that asks for what is shown here. */
function addressFor(server: WebServer, asked: string | undefined): string | undefined {
  const state = library.state();
  return asked === undefined || ('dir' in state && state.dir === asked) ? server.startAddress() : undefined;
}

async function main(): Promise<void> {
  const running = await shownAlready();
  if (running !== undefined) {
    console.error('[oogst] Oogst draait al; dit adres laat hetzelfde zien en werkt één keer.');
    console.log(running);
    if (!values['no-open']) openBrowser(running);
    return library.close();
  }
  const server = await start();
  const stopAnswering = await answerStarts(places.profile, (asked) => addressFor(server, asked));
  const address = server.startAddress();
  console.error('[oogst] Oogst staat klaar. Dit adres werkt één keer, alleen op deze computer; stoppen kan met Ctrl+C.');
  console.log(address);
  if (!values['no-open']) openBrowser(address);
  const stop = (): void => {
    stopAnswering?.();
    windows.closeAll();
    void library.close();
    void server.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
}

main().catch((error: unknown) => {
  console.error(`[oogst] ${reason(error)}`);
  void library.close();
  process.exitCode = 1;
});
