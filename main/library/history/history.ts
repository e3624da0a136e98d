import { join } from 'node:path';
import type { Emit } from '../../../domain/api/contract.ts';
import type { StepName, UndoState } from '../../../domain/entries/undo.ts';
import type { VersionReason } from '../../../domain/entries/version.ts';
import { countOf, UndoStack, type Step } from './undo-stack.ts';
import { VersionStore, versionsFolder, type VersionOwner } from './version-store.ts';

export interface HistoryOptions {
  /** Folder of the user's own data. */
  profile: string;
  /** The kennismap it is about. */
  root: string;
  clock: () => Date;
  emit: Emit;
}

/** What happened in one open kennismap: earlier versions on disk, and what can be undone in memory. */
export class History {
  readonly versions: VersionStore;
  /** Folder for what a crash left half. */
  readonly recovery: string;
  readonly #undo = new UndoStack();
  readonly #emit: Emit;
  readonly #clock: () => Date;
  #warned = false;

  constructor({ profile, root, clock, emit }: HistoryOptions) {
    this.versions = new VersionStore(versionsFolder(profile, root), clock);
    this.recovery = join(profile, 'teruggevonden');
    this.#emit = emit;
    this.#clock = clock;
  }

  /** Keeps a version; failing to is said once and never stops a save. */
  async keep(owner: VersionOwner, text: string, why: VersionReason): Promise<void> {
    try {
      await this.versions.keep(owner, text, why);
    } catch {
      if (!this.#warned) this.#emit('notice', { text: 'Eerdere versies kunnen nu niet worden bewaard. Je stukken zelf worden gewoon opgeslagen.' });
      this.#warned = true;
    }
  }

  get state(): UndoState {
    const { undo, redo } = this.#undo.next;
    return { ...(undo ? { undo: { ...shown(undo), at: undo.at } } : {}), ...(redo ? { redo: shown(redo) } : {}) };
  }

  get next(): { undo: Step | undefined; redo: Step | undefined } {
    return this.#undo.next;
  }

  /** Notes what was just done, so that it can be taken back. */
  did(step: Omit<Step, 'at'>): void {
    this.#undo.push({ ...step, at: this.#clock().getTime() });
    this.#tell();
  }

  undone(step: Step, instead: Step): void {
    this.#undo.undone(step, instead);
    this.#tell();
  }

  redone(step: Step, instead: Step): void {
    this.#undo.redone(step, instead);
    this.#tell();
  }

  drop(step: Step): void {
    this.#undo.drop(step);
    this.#tell();
  }

  #tell(): void {
    this.#emit('undo.changed', this.state);
  }
}

/** A step as it is named to the user. */
export function shown(step: Step): StepName {
  const count = countOf(step);
  return { label: step.label, id: step.id, title: step.title, ...(count > 1 ? { count } : {}) };
}
