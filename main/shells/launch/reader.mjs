// Builds the offline reader of a bundle: one script and one style sheet that need nothing beside them; in `out/reader`, or in the folder that is named.
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../../..');
const entry = resolve(root, 'renderer/reader/main.tsx');
const outDir = resolve(root, process.argv[2] ?? 'out/reader');

// Whatever the shell says: with any other value the page gets the elements of development and stays empty.
process.env.NODE_ENV = 'production';

if (existsSync(entry)) {
  await build({
    root: resolve(root, 'renderer'),
    configFile: false,
    // A library's note on "use client" says nothing to whoever builds this.
    logLevel: 'error',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { runtime: 'automatic' } },
    build: {
      outDir,
      emptyOutDir: true,
      target: ['chrome111', 'firefox113', 'safari16.4'],
      // Fonts go into the style sheet; a page on a USB stick has nowhere to fetch them from.
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      cssCodeSplit: false,
      minify: true,
      lib: { entry, formats: ['iife'], name: 'lezer', fileName: () => 'reader.js', cssFileName: 'reader' },
    },
  });
  const made = readdirSync(outDir);
  if (made.some((name) => name !== 'reader.js' && name !== 'reader.css'))
    throw new Error(`out/reader holds more than a script and a style sheet: ${made.join(', ')}`);
}
