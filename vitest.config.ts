import { availableParallelism } from 'node:os';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** What comes by itself may take a while on a machine that has more to do; the usual second is too short for an app and a browser. */
const expect = { poll: { timeout: 20_000 } };

/** Tests that stand in for a part of Node, or count memory. */
const apart = ['tests/main/library/replacing.test.ts', 'tests/main/bundles/docx-flow.test.ts'];

export default defineConfig({
  test: {
    // The usual number, one fewer than there are processors, leaves half of a small machine unused.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: 'unit',
          expect,
          environment: 'node',
          // Files one after another in one worker read the code once; it holds no state of its own.
          isolate: false,
          exclude: apart,
          include: ['domain', 'main', 'contract', 'cases', 'architecture'].map((folder) => `tests/${folder}/**/*.test.ts`),
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: { name: 'apart', environment: 'node', include: apart, testTimeout: 30_000 },
      },
      {
        plugins: [react()],
        test: {
          name: 'window',
          expect,
          environment: 'jsdom',
          isolate: false,
          include: ['tests/renderer/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/renderer/patience.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'journeys',
          expect,
          environment: 'node',
          include: ['tests/journeys/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
