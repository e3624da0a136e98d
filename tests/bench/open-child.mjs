// Opens a kennismap once, in the worker that the window uses, and tells how long it took. Started by open-bench.mjs.
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { root } from './preparation.mjs';
import { option } from './tables.mjs';

const dir = option('dir');
const first = option('kind') === 'eerste';
/** So many there are when all that came meanwhile was seen. */
const all = Number(option('all'));
const main = join(root, 'out/main');

const worker = new Worker(join(main, 'worker.js'), {
  workerData: {
    resources: join(root, 'resources'),
    reader: join(root, 'out/reader'),
    profile: option('profile'),
    textWorker: join(main, 'text-worker.js'),
    printWorker: join(main, 'print-worker.js'),
    version: '0',
  },
});
const waiting = new Map();
let state;
let told = () => undefined;
let heard = () => undefined;
let seen = () => undefined;
worker.on('message', (message) => {
  if (typeof message !== 'string') return;
  const frame = JSON.parse(message);
  if (frame.t === 'event' && frame.name === 'library.state') {
    state = frame.payload;
    told();
    heard();
  }
  if (frame.t === 'event' && frame.name === 'entries.changed') seen();
  if (frame.t === 'done' || frame.t === 'failed') waiting.get(frame.id)?.(frame);
});
let last = 0;
const call = (method, input) =>
  new Promise((resolve, reject) => {
    const id = ++last;
    waiting.set(id, (frame) => (frame.t === 'done' ? resolve(frame.output) : reject(new Error(JSON.stringify(frame.failure)))));
    worker.postMessage(JSON.stringify({ t: 'call', id, method, input }));
  });

// The thread itself is there; what is measured begins where a person picks the folder.
await call('library.state', {});
const began = performance.now();
const since = () => performance.now() - began;
const ready = new Promise((resolve) => {
  told = () => state.state === 'ready' && resolve(since());
});
const opened = call('library.open', { dir });
let answer;
let list;
while (answer === undefined) {
  // As the window does: it asks when it hears that there is something new. A message may come while the last answer is under way.
  await new Promise((resolve) => {
    heard = resolve;
    setTimeout(resolve, 50);
  });
  if (state === undefined || (!first && state.state !== 'ready')) continue;
  const found = await call('search.query', { query: first ? 'ouders' : '', limit: 20 });
  if (found.total === 0) continue;
  answer = since();
  list = answer;
}
await opened;
const result = { answer, list, ready: await ready };
const memory = process.memoryUsage.rss() / 1e6;
// What the files say now is known when what came since the last time is found.
while ((await call('search.query', { query: '', limit: 1 })).total < all)
  await new Promise((resolve) => {
    seen = resolve;
    setTimeout(resolve, 500);
  });
result.checked = since();
// So that the index is kept for the next time.
const over = new Promise((resolve) => worker.once('exit', resolve));
worker.postMessage(null);
await over;
// The system gives the peak in kibibytes.
Object.assign(result, { memory, peak: (process.resourceUsage().maxRSS * 1024) / 1e6 });
process.stdout.write(`${JSON.stringify(result)}\n`);
