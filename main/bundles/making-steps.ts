import { setImmediate as turn } from 'node:timers/promises';
import { Failure } from '../../domain/api/failures.ts';

/** One stretch of the work; `share` is its part of the whole against the others. */
export interface Stretch {
  share: number;
}

/**
 * Says how far long work is, over stretches that are each in their own steps, and stops it when it was called off. Gives others their turn with every
 * step, so that calling off arrives.
 */
export class MakingSteps {
  readonly #signal: AbortSignal;
  readonly #report: (step: { done: number; total: number; label: string }) => void;
  readonly #whole: number;
  #before = 0;

  constructor(stretches: readonly Stretch[], context: { signal: AbortSignal; report(step: { done: number; total: number; label: string }): void }) {
    this.#whole = stretches.reduce((sum, { share }) => sum + share, 0);
    this.#signal = context.signal;
    this.#report = (step) => context.report(step);
  }

  /** `done` of `total` within this stretch. Throws `cancelled`. */
  async at({ share }: Stretch, done: number, total: number, label: string): Promise<void> {
    await turn();
    if (this.#signal.aborted) throw new Failure('cancelled');
    const within = total === 0 ? 1 : Math.min(1, done / total);
    this.#report({ done: Math.round(this.#before + share * within), total: this.#whole, label });
  }

  /** The stretch is over. */
  over({ share }: Stretch): void {
    this.#before += share;
  }
}
