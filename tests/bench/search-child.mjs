// One engine, one size, one process: what it costs in time and memory. Started by search-bench.mjs with --expose-gc.
import { createReadStream } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { Beside, completeAnswer } from './complete-answer.mjs';
import { peers } from './peers.mjs';
import { loadEngine } from './preparation.mjs';
import { option } from './tables.mjs';

const name = option('engine');
const file = option('file');
const queries = JSON.parse(option('queries'));
const engine = await loadEngine();

const held = () => {
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
};

const share = (times, part) => times.toSorted((a, z) => a - z)[Math.min(times.length - 1, Math.floor(times.length * part))];
const summary = (times) => ({ p50: share(times, 0.5), p95: share(times, 0.95), max: Math.max(...times), count: times.length });

async function* documents() {
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) yield JSON.parse(line);
}

async function built(peer, beside) {
  let took = 0;
  for await (const document of documents()) {
    const began = performance.now();
    await peer.add(document);
    took += performance.now() - began;
    if (!peer.whole) beside.put(document);
  }
  // What was put off until the first question belongs to building.
  const began = performance.now();
  await peer.find('begin', { limit: 1 });
  return took + (performance.now() - began);
}

async function savedAndLoaded(peer) {
  if (!peer.save) return {};
  try {
    const saved = await peer.save();
    const bytes = typeof saved === 'string' ? Buffer.byteLength(saved) : saved.byteLength;
    const began = performance.now();
    await peer.load(saved);
    return { bytes, loaded: performance.now() - began };
  } catch (error) {
    // Orama and fuse.js at large sizes: one string cannot hold it.
    return { failed: String(error.message) };
  }
}

async function answered(peer, beside) {
  const times = {};
  const asked = peer.slow ? queries.filter((_, n) => n % Math.ceil(queries.length / 12) === 0) : queries;
  for (const query of peer.slow ? asked.slice(0, 1) : asked.slice(0, 20)) await completeAnswer(peer, beside, query);
  let total = 0;
  for (let round = 0; round < (peer.slow ? 1 : 2); round++)
    for (const query of asked) {
      const began = performance.now();
      const answer = await completeAnswer(peer, beside, query);
      (times[query.kind] ??= []).push(performance.now() - began);
      total += answer.total;
    }
  const all = Object.values(times).flat();
  return { total, all: summary(all), kinds: Object.fromEntries(Object.entries(times).map(([kind, list]) => [kind, summary(list)])) };
}

/** Another text in the place of an old one. */
async function updated(peer) {
  const times = [];
  const old = [];
  for await (const document of documents()) {
    old.push(document);
    if (old.length === 60) break;
  }
  for (let n = 0; n < (peer.slow ? 3 : 90); n++) {
    const changed = { ...old[n % 30], sections: old[30 + ((n * 7) % 30)].sections };
    const began = performance.now();
    await peer.update(changed);
    times.push(performance.now() - began);
  }
  return summary(times);
}

const peer = await peers[name].open(engine);
const beside = new Beside(engine.countedFacets);
const before = held();
const build = await built(peer, beside);
const memory = held() - before;
const answers = await answered(peer, beside);
const update = await updated(peer);
const kept = await savedAndLoaded(peer);
process.stdout.write(`${JSON.stringify({ name, build, memory, answers, update, ...kept })}\n`);
