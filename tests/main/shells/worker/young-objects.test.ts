import { once } from 'node:events';
import type { HeapSpaceInfo } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { startRoomy } from '../../../../main/shells/worker/young-objects.ts';

/** A thread that makes many things and keeps none, and then tells how its memory is divided. */
const code = `
  let last;
  for (let n = 0; n < 500_000; n++) last = { n };
  require('node:worker_threads').parentPort.postMessage(require('node:v8').getHeapSpaceStatistics());
  setInterval(() => last, 1000);`;

/** Megabytes that a thread has for what was just made. */
async function young(thread: Worker): Promise<number> {
  onTestFinished(async () => void (await thread.terminate()));
  const [spaces] = (await once(thread, 'message')) as [HeapSpaceInfo[]];
  return (spaces.find(({ space_name: name }) => name === 'new_space')?.space_size ?? 0) / 2 ** 20;
}

test('the thread of the kennismap has room for what a search makes, other threads are as they were', async () => {
  const start = (): Worker => new Worker(code, { eval: true });
  expect(await young(start())).toBeLessThan(16);
  expect(await young(startRoomy(start))).toBeGreaterThanOrEqual(16);
  expect(await young(start())).toBeLessThan(16);
});
