// `npm run faults`: breaks saving on purpose and counts what is lost. `--full` runs the figures to publish, `--only delen`, `--seed n`.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const here = import.meta.dirname;
const root = resolve(here, '../..');
// A folder of its own per run: two runs beside each other must not swap each other's program.
const out = join(root, 'out', 'faults', String(process.pid));
// Node 20 runs no TypeScript; installed packages stay outside the bundle.
await build({
  configFile: false,
  root,
  logLevel: 'error',
  build: {
    ssr: true,
    outDir: out,
    emptyOutDir: true,
    target: 'node20.19',
    rolldownOptions: {
      input: Object.fromEntries(
        readdirSync(here)
          .filter((name) => /^(main|.*-child)\.ts$/.test(name))
          .map((name) => [name.slice(0, -3), join(here, name)]),
      ),
      output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
    },
  },
});
const done = spawnSync(process.execPath, [join(out, 'main.mjs'), ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
process.exit(done.status ?? 1);
