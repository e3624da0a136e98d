import { Worker } from 'node:worker_threads';
import { RenderedText } from '../../../domain/api/contract.ts';
import type { RenderInput, TextRenderer } from '../../library/text-renderer.ts';

/** How long may be waited, milliseconds. */
export interface TextLimits {
  /** For one text. */
  patience: number;
  /** More, for a thread that has yet to get going. */
  warmUp: number;
}

const failed = 'Deze tekst kon niet worden opgemaakt.';

interface Waiting {
  input: RenderInput;
  done(rendered: RenderedText): void;
}

/**
 * Renders in a thread of its own that is killed when one text takes too long; that text is then shown as it is written, and the next starts in a
 * fresh thread. Texts are rendered one after another.
 */
export function createTextClient(entry: string, { patience, warmUp }: TextLimits = { patience: 3000, warmUp: 5000 }): TextRenderer {
  let worker: Worker | undefined;
  let busy: Waiting | undefined;
  let timer: NodeJS.Timeout | undefined;
  const queue: Waiting[] = [];

  const settle = (rendered: RenderedText): void => {
    clearTimeout(timer);
    const done = busy?.done;
    busy = undefined;
    done?.(rendered);
    next();
  };
  const giveUp = (note: string): void => {
    const dead = worker;
    worker = undefined;
    void dead?.terminate();
    if (busy) settle({ sections: [], plain: busy.input.body, note });
  };
  const start = (): Worker => {
    const made = newThread(entry);
    made.on('message', (answer: unknown) => {
      if (worker !== made) return;
      const checked = RenderedText.safeParse(answer);
      settle(checked.success ? checked.data : { sections: [], plain: busy?.input.body ?? '', note: failed });
    });
    for (const event of ['error', 'exit']) made.on(event, () => worker === made && giveUp(failed));
    return made;
  };
  const next = (): void => {
    if (busy) return;
    busy = queue.shift();
    if (!busy) return;
    timer = setTimeout(() => giveUp('Het opmaken van deze tekst duurde te lang.'), worker ? patience : patience + warmUp);
    worker ??= start();
    worker.postMessage(busy.input);
  };

  return {
    render: (input) =>
      new Promise((done) => {
        queue.push({ input, done });
        next();
      }),
    async close() {
      for (const { input, done } of queue.splice(0)) done({ sections: [], plain: input.body, note: failed });
      giveUp(failed);
    },
  };
}

/** A thread that keeps nobody waiting at the end, and that a hostile text cannot fill without bounds. */
function newThread(entry: string): Worker {
  const thread = new Worker(entry, { name: 'opmaak', resourceLimits: { maxOldGenerationSizeMb: 512, stackSizeMb: 4 } });
  thread.unref();
  return thread;
}
