import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

/** One JavaScript file of a TypeScript entry, for a worker thread: Node 20 runs no TypeScript. `remove` takes it away again. */
export async function bundleForThread(entry: string): Promise<{ file: string; remove(): Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), 'oogst-thread-'));
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir: dir,
      emptyOutDir: false,
      target: 'node20.19',
      rolldownOptions: { output: { format: 'es', entryFileNames: 'thread.mjs' } },
    },
  });
  return { file: join(dir, 'thread.mjs'), remove: () => rm(dir, { recursive: true, force: true }) };
}
