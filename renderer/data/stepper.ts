/** At most one step per this many milliseconds; after a while without, two may come close together. */
const apart = 60;
/** While letters keep coming closer together than this, there is no use in a step yet; behind who types faster it comes sooner. */
const quiet = { least: 16, most: 55 };
/** By the number of steps so far that cost a search: so much longer than the letters came after each other. Every pause taken for the end that was none asks for a longer one. */
const slack = [1.12, 1.12, 1.3, Infinity];
/** One letter that took more than so many times as long as the others, as one with an accent does, is no sign yet of slower typing. */
const much = 1.4;
/** For as long as this; whoever keeps typing sees the list follow. */
const longest = 300;

/**
 * Follows what is being typed in steps, so that a search does not run per letter: the first change at once, what comes close behind it together, and
 * the last one always, within 60 ms.
 */
export class Stepper {
  readonly #step: (value: string) => boolean | void;
  #stepped = -Infinity;
  /** The step before that one; the same, where a step came at once. */
  #before = -Infinity;
  #typed = -Infinity;
  /** How far apart the last letters came, in milliseconds. */
  #gaps: readonly number[] = Array.from({ length: 5 }, () => quiet.most);
  /** Steps that cost something, since typing began, or began again. */
  #steps = 0;
  #waiting: { value: string; timer: ReturnType<typeof setTimeout> } | undefined;
  // By a timer and not by the clock: where drawing a letter takes long, letters that wait in line are still typed in one go.
  #resting = false;

  /** `step` gives false when it costs nothing, as its answer is known. */
  constructor(step: (value: string) => boolean | void) {
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
      this.#steps = 0;
      this.#take(value);
    } else this.#waiting = { value, timer: setTimeout(() => this.#take(value), Math.min(wait, Math.max(0, longest - since))) };
  }

  /** For how long it must be quiet, after the letter that comes now. */
  #quiet(now: number): number {
    this.#gaps = [...this.#gaps.slice(1), Math.min(now - this.#typed, quiet.most)];
    this.#typed = now;
    const sorted = this.#gaps.toSorted((a, b) => a - b);
    const [usual = quiet.most, slowest = quiet.most] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
    const longer = slack[Math.min(this.#steps, slack.length - 1)] ?? Infinity;
    return Math.min(quiet.most, Math.max(quiet.least, Math.min(slowest, much * usual) * longer));
  }

  #take(value: string): void {
    this.#waiting = undefined;
    this.#before = this.#stepped;
    this.#stepped = performance.now();
    this.#resting = true;
    setTimeout(() => (this.#resting = false), apart);
    if (this.#step(value) !== false) this.#steps++;
  }

  /** Something was typed that no step was taken for yet. */
  get waiting(): boolean {
    return this.#waiting !== undefined;
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
