// Only lists a kennismap and looks at every file, as many at the same time as there are in a folder. Started by open-bench.mjs.
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { option } from './tables.mjs';

const dir = option('dir');
const times = [];
// Once as whoever opens does, in a process that just began; and as quick as it becomes.
for (let n = 0; n < 4; n++) {
  const began = performance.now();
  for (const folder of await readdir(dir, { withFileTypes: true }))
    if (folder.isDirectory()) {
      const names = await readdir(join(dir, folder.name));
      await Promise.all(names.map((name) => stat(join(dir, folder.name, name))));
    }
  times.push(performance.now() - began);
}
process.stdout.write(`${JSON.stringify({ looked: times[0], again: Math.min(...times) })}\n`);
