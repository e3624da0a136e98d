import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string): string => resolve(import.meta.dirname, path);

export default defineConfig({
  main: {
    build: {
      // The same bundles run in Electron and in the plain Node of the browser shell.
      target: 'node20.19',
      // Built in is what stands in devDependencies; what stands in dependencies is loaded when it is needed (docs/besluiten/0023).
      outDir: at('out/main'),
      rolldownOptions: {
        input: {
          electron: at('main/shells/electron/main.ts'),
          web: at('main/shells/web/main.ts'),
          worker: at('main/shells/worker/main.ts'),
          'text-worker': at('main/shells/worker/text-main.ts'),
          'print-worker': at('main/shells/worker/print-main.ts'),
          cli: at('main/shells/cli/main.ts'),
        },
        // Shared parts lie beside the entries, so that `import.meta.dirname` is the same folder everywhere.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'part-[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload script is one CommonJS file with nothing outside it but electron.
      externalizeDeps: false,
      outDir: at('out/preload'),
      rolldownOptions: { input: { preload: at('preload/preload.ts') }, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: at('renderer'),
    publicDir: at('resources/public'),
    plugins: [react()],
    build: {
      outDir: at('out/renderer'),
      // No data: addresses, so fonts and pictures stay inside 'self' of the security policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      minify: true,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { input: at('renderer/index.html') },
    },
  },
});
