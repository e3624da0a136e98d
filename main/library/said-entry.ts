import type { ReadEntry } from '../../domain/entries/read-entry.ts';
import type { FarRead } from './far-reading.ts';
import type { FoundFile } from './folder-scan.ts';
import type { Shelved } from './shelf.ts';

/** A write-up that was read elsewhere; what its file says is only taken apart when somebody asks. */
export class SaidEntry implements Shelved {
  id = '';
  ownId: string | undefined;
  size: number;
  changed: number;
  touched?: number;
  revision: string;
  locked?: string;
  #said: string;
  #read: ReadEntry | undefined;

  constructor({ size, changed, touched }: FoundFile, { said, ownId, revision, locked }: FarRead) {
    this.#said = said;
    this.ownId = ownId;
    this.size = size;
    this.changed = changed;
    this.revision = revision;
    if (touched !== undefined) this.touched = touched;
    if (locked !== undefined) this.locked = locked;
  }

  get read(): ReadEntry {
    if (this.#read) return this.#read;
    this.#read = JSON.parse(this.#said) as ReadEntry;
    this.#said = '';
    return this.#read;
  }

  /** What its file says, as JSON. */
  get said(): string {
    return this.#said || JSON.stringify(this.#read);
  }
}
