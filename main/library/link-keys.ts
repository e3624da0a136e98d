import { linkKey } from '../../domain/entries/naming.ts';
import type { ReadEntry } from '../../domain/entries/read-entry.ts';

/** What a link may call a file. */
interface Keys {
  title: string;
  path: string;
  file: string;
}

/** Folding names is most of the work, and what was read never changes. */
const known = new WeakMap<ReadEntry, Keys>();

export function keysOf(read: ReadEntry): Keys {
  const { title, path } = read.summary;
  const keys = known.get(read) ?? { title: linkKey(title), path: linkKey(path), file: linkKey(path.slice(path.lastIndexOf('/') + 1)) };
  known.set(read, keys);
  return keys;
}
