import type { StepLabel } from '../../../domain/entries/undo.ts';

/** One thing that happened to a file; all that is needed to take it back and to do it again. */
export type Change =
  | { what: 'text'; id: string; before: string; after: string }
  /** `key` is its place in the prullenbak, while it is there. */
  | { what: 'made'; id: string; path: string; key?: string }
  | { what: 'trashed'; id: string; key?: string; into?: { id: string; title: string } }
  | { what: 'moved'; id: string; from: string; to: string }
  /** A folder with attachments. */
  | { what: 'folder'; id: string; from: string; to: string }
  /** An attachment that stands in two places now. */
  | { what: 'copied'; id: string; from: string; to: string };

/** What the user did in one go. */
export interface Step {
  label: StepLabel;
  id: string;
  title: string;
  changes: Change[];
  /** Milliseconds since 1970. */
  at: number;
}

/** Steps kept, texts kept (UTF-16 units), and how long saves of the same text stay one step (milliseconds). */
const limits = { steps: 200, signs: 32 * 1024 * 1024, together: 20_000 };

/** What was done, to be taken back in order and done again. Knows nothing of files; a new step ends what could be done again. */
export class UndoStack {
  readonly #done: Step[] = [];
  #undone: Step[] = [];

  get next(): { undo: Step | undefined; redo: Step | undefined } {
    return { undo: this.#done.at(-1), redo: this.#undone.at(-1) };
  }

  /** Adds a step. Saves of one text that follow each other closely are one step, as one person typing experiences it. */
  push(step: Step): void {
    this.#undone = [];
    const last = this.#done.at(-1);
    const [previous, now] = [last?.changes[0], step.changes[0]];
    const joins =
      last !== undefined &&
      step.label === 'tekst' &&
      last.label === 'tekst' &&
      step.id === last.id &&
      step.at - last.at < limits.together &&
      previous?.what === 'text' &&
      now?.what === 'text' &&
      previous.after === now.before;
    if (joins) this.#done[this.#done.length - 1] = { ...step, changes: [{ ...previous, after: now.after }] };
    else this.#done.push(step);
    this.#trim();
  }

  /** Moves the newest step to what can be done again. Call when its files are back. */
  undone(step: Step, instead: Step = step): void {
    const at = this.#done.lastIndexOf(step);
    if (at >= 0) this.#done.splice(at, 1);
    this.#undone.push(instead);
  }

  /** The other way round. */
  redone(step: Step, instead: Step = step): void {
    const at = this.#undone.lastIndexOf(step);
    if (at >= 0) this.#undone.splice(at, 1);
    this.#done.push(instead);
  }

  /** Drops a step that can no longer be taken back. */
  drop(step: Step): void {
    for (const list of [this.#done, this.#undone]) {
      const at = list.lastIndexOf(step);
      if (at >= 0) list.splice(at, 1);
    }
  }

  clear(): void {
    this.#done.length = 0;
    this.#undone = [];
  }

  #trim(): void {
    let signs = 0;
    let keep = 0;
    for (let n = this.#done.length - 1; n >= 0 && keep < limits.steps; n--, keep++) {
      signs += weight(this.#done[n]);
      if (signs > limits.signs && keep > 0) break;
    }
    this.#done.splice(0, this.#done.length - keep);
  }
}

/** Steps whose files do not hang together: each can be taken back without the others. */
const loose: ReadonlySet<StepLabel> = new Set(['veel', 'weggegooid', 'bundel', 'reflecties']);

/** How many write-ups a step is about; what belongs together (a merge and its copy) is one. */
export const countOf = (step: Step): number => (loose.has(step.label) ? step.changes.length : 1);

const weight = (step: Step | undefined): number =>
  (step?.changes ?? []).reduce((sum, change) => sum + (change.what === 'text' ? change.before.length + change.after.length : 0), 0);
