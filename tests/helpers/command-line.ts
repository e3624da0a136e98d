import { resolve } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { run } from '../../main/shells/cli/run.ts';
import { resources } from './open-services.ts';
import { temporaryFolder } from './temporary.ts';
import { bundleForThread } from './thread-bundle.ts';

export interface Outcome {
  code: number;
  out: string;
  err: string;
}

/** The command line as scripts use it, with a real thread for texts; call at the top of a test file. */
export function commandLine(): (...argv: string[]) => Promise<Outcome> {
  let thread: Awaited<ReturnType<typeof bundleForThread>>;
  beforeAll(async () => {
    thread = await bundleForThread(resolve(import.meta.dirname, '../../main/shells/worker/text-main.ts'));
  }, 60_000);
  afterAll(() => thread.remove());
  return async (...argv) => {
    const out: string[] = [];
    const err: string[] = [];
    const code = await run(argv, {
      resources,
      reader: resolve(import.meta.dirname, '../../out/reader'),
      profile: await temporaryFolder(),
      webEntry: 'unused',
      textWorker: thread.file,
      printWorker: resolve(import.meta.dirname, '../../out/main/print-worker.js'),
      appVersion: 'test',
      print: (text) => void out.push(text),
      say: (text) => void err.push(text),
    });
    return { code, out: out.join('\n'), err: err.join('\n') };
  };
}
