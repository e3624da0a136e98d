import type { ReadEntry } from '../../domain/entries/read-entry.ts';
import type { FarRead } from './far-reading.ts';
import type { FoundFile } from './folder-scan.ts';
import type { Shelved } from './shelf.ts';

/** What is known of a write-up without taking apart what its file says. */
type Known = Omit<Shelved, 'read' | 'id' | 'ownId'> & { ownId?: string | undefined };

/** A write-up of which what its file says is only taken apart when somebody asks. */
export abstract class UnreadEntry implements Shelved {
  id: string;
  ownId: string | undefined;
  size: number;
  changed: number;
  touched?: number;
  revision: string;
  locked?: string;

  constructor(id: string, { ownId, size, changed, touched, revision, locked }: Known) {
    this.id = id;
    this.ownId = ownId;
    this.size = size;
    this.changed = changed;
    this.revision = revision;
    if (touched !== undefined) this.touched = touched;
    if (locked !== undefined) this.locked = locked;
  }

  abstract get read(): ReadEntry;
}

/** A write-up that was read elsewhere. */
export class SaidEntry extends UnreadEntry {
  #said: string;
  #read: ReadEntry | undefined;

  constructor({ size, changed, touched }: FoundFile, { said, ownId, revision, locked }: FarRead) {
    super('', { ownId, size, changed, revision, ...(touched === undefined ? {} : { touched }), ...(locked === undefined ? {} : { locked }) });
    this.#said = said;
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
