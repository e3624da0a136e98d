import type { ReadEntry } from '../../domain/entries/read-entry.ts';
import type { Said } from './said.ts';
import type { Shelved } from './shelf.ts';

/** What is known of a write-up without taking apart what its file says. */
type Known = Omit<Shelved, 'read' | 'id' | 'ownId'> & { ownId?: string | undefined };

/** So many stay taken apart; with more everything is taken apart anew when it is asked for again, as fifty thousand would take hundreds of megabytes. */
const most = 12_000;

const apart = new Set<UnreadEntry>();

/** Holds all of them as they were kept again; those of a kennismap that is closed would keep it in memory. */
export function foldAll(): void {
  for (const one of apart) one.fold();
  apart.clear();
}

/** A write-up of which what its file says is only taken apart when somebody asks. */
export class UnreadEntry implements Shelved {
  id: string;
  ownId: string | undefined;
  size: number;
  changed: number;
  touched: number | undefined;
  revision: string;
  locked: string | undefined;
  #said: Said;
  #read: ReadEntry | undefined;

  constructor(id: string, { ownId, size, changed, touched, revision, locked }: Known, said: Said) {
    this.id = id;
    this.ownId = ownId;
    this.size = size;
    this.changed = changed;
    this.revision = revision;
    this.touched = touched;
    this.locked = locked;
    this.#said = said;
  }

  get read(): ReadEntry {
    if (this.#read) return this.#read;
    if (apart.size >= most) foldAll();
    apart.add(this);
    return (this.#read = this.glance());
  }

  /** The same for who looks once at very many: it does not stay. */
  glance(): ReadEntry {
    return this.#read ?? (JSON.parse(this.#said.json().toString('utf8')) as ReadEntry);
  }

  /** Holds it as it was kept again. */
  fold(): void {
    this.#read = undefined;
  }

  get said(): Said {
    return this.#said;
  }

  /** Holds the same in another form from now on. */
  settle(said: Said): void {
    this.#said = said;
  }
}
