import { setTimeout as pause } from 'node:timers/promises';

/** Somebody who searched so short ago, in milliseconds, may well type on. */
const soon = 1500;

/** Lets great work in the background wait as long as somebody searches: on a computer with few cores both would be slow. */
export class GivingWay {
  readonly #soon: number;
  #searched = -Infinity;

  constructor(after = soon) {
    this.#soon = after;
  }

  /** Somebody searches now. */
  searched(): void {
    this.#searched = performance.now();
  }

  /** Resolves when nobody searched for a while, or all is closed. */
  async turn(closed: AbortSignal): Promise<void> {
    for (;;) {
      const left = this.#soon - (performance.now() - this.#searched);
      if (left <= 0 || closed.aborted) return;
      await pause(left, undefined, { ref: false, signal: closed }).catch(() => undefined);
    }
  }
}
