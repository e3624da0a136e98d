import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { parentThreadPort } from '../../ports/worker-port.ts';
import { createServices } from '../../services.ts';
import { faultLog } from '../fault-log.ts';
import { createWindows } from '../windows.ts';
import type { WorkerData } from './library-worker.ts';
import { createPrintClient } from '../print-thread.ts';
import { createFarReader, createHeaderTrial, createTextClient, createTextExtractor } from '../text-threads.ts';

/** The thread that owns the kennismap: every service runs here, and nobody else has a copy. */
if (!parentPort) throw new Error('This file runs as a worker thread.');
const data = workerData as WorkerData;
const line = parentThreadPort(parentPort);
const windows = createWindows(() => services.handlers, faultLog);

const services = await createServices({
  resources: data.resources,
  reader: data.reader,
  profile: data.profile,
  appVersion: data.version,
  watch: true,
  renderer: createTextClient(data.textWorker),
  trial: createHeaderTrial(data.textWorker),
  extractor: createTextExtractor(data.textWorker),
  far: createFarReader(data.textWorker),
  typesetter: createPrintClient(data.printWorker, join(data.resources, 'druk')),
  emit: windows.emit,
});
// Calls that came before the services were ready waited in the line.
windows.add(line);
// The shell closed the line: what is being written is finished, then the thread ends.
line.onClose(() => void services.close().finally(() => process.exit(0)));
