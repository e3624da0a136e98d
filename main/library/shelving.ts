import type { ReadEntry } from '../../domain/entries/read-entry.ts';
import type { FoundFile } from './folder-scan.ts';
import type { Shelved } from './shelf.ts';

/** A file that was read, as it stands on the shelf. */
export const shelved = (file: FoundFile, read: ReadEntry, revision: string, locked: string | undefined): Omit<Shelved, 'id'> => ({
  read,
  ownId: read.ownId,
  revision,
  size: file.size,
  changed: file.changed,
  ...(file.touched === undefined ? {} : { touched: file.touched }),
  ...(locked === undefined ? {} : { locked }),
});
