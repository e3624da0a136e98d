/** At most one step per this many milliseconds; after a while without, two may come close together. */
const apart = 60;
/** While letters keep coming closer together than this, there is no use in a step yet; behind who types faster it comes sooner. */
const quiet = { least: 16, most: 55 };
/** So much longer than the letters came after each other. Once a pause was taken for the end and was none, it must be longer. */
const slack = { once: 1.12, again: 1.3 };
/** For as long as this; whoever keeps typing sees the list follow. */
const longest = 300;

/**
 * Follows what is being typed in steps, so that a search does not run per letter: the first change at once, what comes close behind it together, and
 * the last one always, within 60 ms.
 */
export class Stepper {
  readonly #step: (value: string) => void;
  #stepped = -Infinity;
  /** The step before that one; the same, where a step came at once. */
  #before = -Infinity;
  #typed = -Infinity;
  /** How far apart letters came of late, in milliseconds. */
  #pace = 0;
  #waiting: { value: string; timer: ReturnType<typeof setTimeout> } | undefined;
  // By a timer and not by the clock: where drawing a letter takes long, letters that wait in line are still typed in one go.
  #resting = false;

  constructor(step: (value: string) => void) {
    this.#step = step;
  }

  /** Something was typed; a step follows, at once or soon, unless it is what the last step led to. */
  type(value: string, settled: string): void {
    const waited = this.#waiting !== undefined;
    this.drop();
    if (value === settled) return;
    const now = performance.now();
    const since = now - this.#stepped;
    // A pause that was none cost a step; what is typed after it need not wait as long again.
    const wait = Math.max(this.#quiet(now), Math.min(apart - since, 2 * apart - (now - this.#before)));
    if (!waited && !this.#resting) {
      // None before it that counts.
      this.#stepped = now;
      this.#take(value);
    } else this.#waiting = { value, timer: setTimeout(() => this.#take(value), Math.min(wait, Math.max(0, longest - since))) };
  }

  /** For how long it must be quiet, after the letter that comes now. */
  #quiet(now: number): number {
    const gap = Math.min(now - this.#typed, quiet.most);
    this.#typed = now;
    // Slower at once, faster bit by bit: a few quick letters say little.
    this.#pace = Math.max(gap, (3 * this.#pace + gap) / 4);
    const longer = this.#before === this.#stepped ? slack.once : slack.again;
    return Math.min(quiet.most, Math.max(quiet.least, this.#pace * longer));
  }

  #take(value: string): void {
    this.#waiting = undefined;
    this.#before = this.#stepped;
    this.#stepped = performance.now();
    this.#resting = true;
    setTimeout(() => (this.#resting = false), apart);
    this.#step(value);
  }

  /** Takes the step that waits now. */
  flush(): void {
    const waiting = this.#waiting;
    this.drop();
    if (waiting) this.#take(waiting.value);
  }

  /** Forgets the step that waits. */
  drop(): void {
    clearTimeout(this.#waiting?.timer);
    this.#waiting = undefined;
  }
}
