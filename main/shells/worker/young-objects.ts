import { setFlagsFromString } from 'node:v8';
import type { Worker } from 'node:worker_threads';

/**
 * Megabytes for what was just made, twice. One search makes one or two; with the single megabyte a thread begins with, and shrinks to at rest, clearing up
 * falls in the middle of nearly every search.
 */
const room = 8;

/** Starts a thread that clears up seldom, for one that must answer fast after a long rest. */
export function startRoomy(start: () => Worker): Worker {
  const set = (megabytes: number): void => setFlagsFromString(`--min-semi-space-size=${megabytes}`);
  set(room);
  const worker = start();
  // For threads that start later it is again as it always was; this one took it when it began.
  worker.once('online', () => set(0));
  return worker;
}
