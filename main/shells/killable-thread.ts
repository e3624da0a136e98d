import { Worker, type Transferable } from 'node:worker_threads';

/** How long may be waited, milliseconds. */
export interface Patience {
  /** For one question. */
  patience: number;
  /** More, for a thread that has yet to get going. */
  warmUp: number;
}

export interface KillableOptions<Question, Answer> extends Patience {
  /** File the thread runs. */
  entry: string;
  name: string;
  /** The answer in what came back, or undefined when it makes no sense. */
  read(answer: unknown): Answer | undefined;
  /** The answer when there came none in time, or none at all. */
  instead(question: Question, why: 'slow' | 'failed'): Answer;
  /** What of a question goes over instead of being copied; the asker has it no longer. */
  hands?(question: Question): readonly Transferable[];
  /** Bytes the whole program may grow by while one question is worked on; the limit of the thread itself counts no buffers. */
  room?: number;
}

/** A thread that may be killed at any moment without losing anything. Questions are answered one after another. */
export interface KillableThread<Question, Answer> {
  ask(question: Question): Promise<Answer>;
  close(): void;
}

interface Waiting<Question, Answer> {
  question: Question;
  done(answer: Answer): void;
}

/** Makes a thread for hostile text: it starts when it is first asked, is killed when one question takes too long, and the next starts a fresh one. */
export function createKillableThread<Question, Answer>(options: KillableOptions<Question, Answer>): KillableThread<Question, Answer> {
  let worker: Worker | undefined;
  let busy: Waiting<Question, Answer> | undefined;
  let relax: (() => void) | undefined;
  const queue: Waiting<Question, Answer>[] = [];

  const settle = (answer: Answer): void => {
    relax?.();
    const done = busy?.done;
    busy = undefined;
    done?.(answer);
    next();
  };
  const giveUp = (why: 'slow' | 'failed'): void => {
    const dead = worker;
    worker = undefined;
    void dead?.terminate();
    if (busy) settle(options.instead(busy.question, why));
  };
  const start = (): Worker => {
    const made = newThread(options.entry, options.name);
    made.on('message', (answer: unknown) => {
      if (worker === made && busy) settle(options.read(answer) ?? options.instead(busy.question, 'failed'));
    });
    for (const event of ['error', 'exit']) made.on(event, () => worker === made && giveUp('failed'));
    return made;
  };
  const next = (): void => {
    if (busy) return;
    busy = queue.shift();
    if (!busy) return;
    relax = watchOver(worker ? options.patience : options.patience + options.warmUp, options.room, giveUp);
    worker ??= start();
    worker.postMessage(busy.question, options.hands?.(busy.question));
  };

  return {
    ask: (question) =>
      new Promise((done) => {
        queue.push({ question, done });
        next();
      }),
    close() {
      for (const { question, done } of queue.splice(0)) done(options.instead(question, 'failed'));
      giveUp('failed');
    },
  };
}

/** Gives up on a question that takes too long or too much memory, unless it is relaxed before. */
function watchOver(patience: number, room: number | undefined, giveUp: (why: 'slow' | 'failed') => void): () => void {
  const timer = setTimeout(() => giveUp('slow'), patience);
  const before = process.memoryUsage.rss();
  const look = room === undefined ? undefined : setInterval(() => process.memoryUsage.rss() - before > room && giveUp('failed'), 100);
  return () => {
    clearTimeout(timer);
    clearInterval(look);
  };
}

/** A thread that keeps nobody waiting at the end, and that a hostile text cannot fill without bounds. */
function newThread(entry: string, name: string): Worker {
  const thread = new Worker(entry, { name, resourceLimits: { maxOldGenerationSizeMb: 512, stackSizeMb: 4 } });
  thread.unref();
  return thread;
}
