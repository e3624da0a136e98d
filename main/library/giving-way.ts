import { setTimeout as pause } from 'node:timers/promises';

/** Somebody who searched so short ago may well type on; and so long work waits at most. Milliseconds. */
const patience = { soon: 5000, most: 300_000 };

/** Lets great work in the background wait as long as somebody searches: on a computer with few cores both would be slow. */
export class GivingWay {
  readonly #patience: typeof patience;
  #searched = -Infinity;

  constructor(own: Partial<typeof patience> = {}) {
    this.#patience = { ...patience, ...own };
  }

  /** Somebody searches now. */
  searched(): void {
    this.#searched = performance.now();
  }

  /** Resolves when nobody searched for a while, when that takes all too long, or when all is closed. */
  async turn(closed: AbortSignal): Promise<void> {
    const { soon, most } = this.#patience;
    const end = performance.now() + most;
    for (;;) {
      const now = performance.now();
      const left = Math.min(end, this.#searched + soon) - now;
      if (left <= 0 || closed.aborted) return;
      await pause(left, undefined, { ref: false, signal: closed }).catch(() => undefined);
    }
  }
}
