import type { ReadEntry } from '../../domain/entries/read-entry.ts';
import type { Said } from './said.ts';
import type { Shelved } from './shelf.ts';

/** What is known of a write-up without taking apart what its file says. */
type Known = Omit<Shelved, 'read' | 'id' | 'ownId'> & { ownId?: string | undefined };

/** A write-up of which what its file says is only taken apart when somebody asks. */
export class UnreadEntry implements Shelved {
  id: string;
  ownId: string | undefined;
  size: number;
  changed: number;
  touched?: number;
  revision: string;
  locked?: string;
  #said: Said;
  #read: ReadEntry | undefined;

  constructor(id: string, { ownId, size, changed, touched, revision, locked }: Known, said: Said) {
    this.id = id;
    this.ownId = ownId;
    this.size = size;
    this.changed = changed;
    this.revision = revision;
    if (touched !== undefined) this.touched = touched;
    if (locked !== undefined) this.locked = locked;
    this.#said = said;
  }

  get read(): ReadEntry {
    this.#read ??= JSON.parse(this.#said.json().toString('utf8')) as ReadEntry;
    return this.#read;
  }

  get said(): Said {
    return this.#said;
  }

  /** Holds the same in another form from now on. */
  settle(said: Said): void {
    this.#said = said;
  }
}
