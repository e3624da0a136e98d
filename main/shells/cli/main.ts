import { findPlaces } from '../places.ts';
import { run } from './run.ts';

const places = findPlaces(import.meta.dirname);

// A reader that stops early (`| head`) is not a fault.
process.stdout.on('error', () => process.exit(0));
process.exitCode = await run(process.argv.slice(2), {
  resources: places.resources,
  reader: places.reader,
  profile: places.profile,
  webEntry: places.web,
  textWorker: places.textWorker,
  printWorker: places.printWorker,
  appVersion: places.version,
  print: (text) => process.stdout.write(`${text}\n`),
  say: (text) => process.stderr.write(`${text}\n`),
});
