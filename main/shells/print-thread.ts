import { Failure } from '../../domain/api/failures.ts';
import type { TypesetInput, Typesetter } from '../bundles/typesetting.ts';
import { createKillableThread, type Patience } from './killable-thread.ts';

type Answer = { pdf: Uint8Array } | { fault: string };

const late = { failed: 'het opmaken is afgebroken; misschien vroeg het te veel geheugen', slow: 'het opmaken duurde te lang' };

/** After so many milliseconds without work the thread goes, and the memory of the compiler with it. */
const idleFor = 20_000;

/** After so many documents the thread is a fresh one: the memory of WebAssembly only grows. */
const freshAfter = 150;

/** Sets documents in a thread of its own, which starts when it is first needed. `templates` is the folder with the templates. */
export function createPrintClient(entry: string, templates: string, patience: Patience = { patience: 300_000, warmUp: 30_000 }): Typesetter {
  const thread = createKillableThread<TypesetInput & { templates: string }, Answer>({
    entry,
    name: 'drukwerk',
    ...patience,
    room: 1200 * 1024 * 1024,
    read: (answer) => {
      if (typeof answer !== 'object' || answer === null) return undefined;
      if ('pdf' in answer && answer.pdf instanceof Uint8Array) return { pdf: answer.pdf };
      return 'fault' in answer ? { fault: String(answer.fault) } : undefined;
    },
    instead: (_, why) => ({ fault: late[why] }),
  });
  let waiting = 0;
  let made = 0;
  let idle: NodeJS.Timeout | undefined;
  return {
    async pdf(input, signal) {
      clearTimeout(idle);
      waiting++;
      const stop = (): void => thread.close();
      signal?.addEventListener('abort', stop, { once: true });
      const answer = await thread.ask({ ...input, templates });
      signal?.removeEventListener('abort', stop);
      if (--waiting === 0 && ++made % freshAfter === 0) thread.close();
      else if (waiting === 0) idle = setTimeout(() => thread.close(), idleFor).unref();
      if ('fault' in answer) throw new Failure('product.unset', { template: input.template, reason: answer.fault.slice(0, 300) });
      return answer.pdf;
    },
    async close() {
      clearTimeout(idle);
      thread.close();
    },
  };
}
