import { SaidGroup, SaidTogether } from './said.ts';
import { UnreadEntry } from './unread-entry.ts';

/** What is kept of a write-up beside what its file says. */
export interface Line {
  id: string;
  ownId?: string | undefined;
  size: number;
  changed: number;
  touched?: number | undefined;
  /** SHA-256, hex; mostly. */
  revision: string;
  locked?: string | undefined;
}

/** A write-up out of the cache. */
export class KeptEntry extends UnreadEntry {
  /** The id it had when it was kept. */
  readonly idBefore: string;

  constructor(line: Line, said: SaidTogether) {
    super(line.id, line, said);
    this.idBefore = line.id;
  }
}

/** What is kept of many write-ups, in columns: a record for each takes several times as long to read. Plain data. */
export interface KeptLines {
  paths: string[];
  ids: string[];
  /** What few have, by their place: an own id that is not the id, a revision that is no hash, a reason not to write. */
  ownIds: [place: number, ownId: string | null][];
  revisions: [place: number, revision: string][];
  locked: [place: number, reason: string][];
  /** How many there are in each group of what they say, and its bytes, deflated. */
  groups: [count: number, bytes: number][];
}

/** Of each write-up four figures: its size, when it changed, when it was touched, and how much it says in bytes. Behind all of those the hash of each. */
const figureCount = 4;
const figureBytes = figureCount * 8;
const hashBytes = 32;
export const numberBytes = figureBytes + hashBytes;

const isHash = (revision: string): boolean => /^[0-9a-f]{64}$/.test(revision);

/** Puts write-ups in columns, with their numbers as bytes; `groups` is what they say, in the same order. */
export function columnsOf(held: readonly { path: string; one: Line }[], groups: readonly SaidGroup[]): { columns: KeptLines; numbers: Buffer } {
  const said = groups.flatMap(({ ends }) => ends.map((end, n) => end - (ends[n - 1] ?? 0)));
  const columns: KeptLines = {
    paths: [],
    ids: [],
    ownIds: [],
    revisions: [],
    locked: [],
    groups: groups.map(({ ends, bytes }) => [ends.length, bytes.length]),
  };
  const figures = new Float64Array(held.length * figureCount);
  const hashes = Buffer.alloc(held.length * hashBytes);
  for (const [n, { path, one: line }] of held.entries()) {
    columns.paths.push(path);
    columns.ids.push(line.id);
    if (line.ownId !== line.id) columns.ownIds.push([n, line.ownId ?? null]);
    if (line.locked !== undefined) columns.locked.push([n, line.locked]);
    if (isHash(line.revision)) hashes.write(line.revision, n * hashBytes, 'hex');
    else columns.revisions.push([n, line.revision]);
    figures.set([line.size, line.changed, line.touched ?? Number.NaN, said[n] ?? 0], n * figureCount);
  }
  return { columns, numbers: Buffer.concat([new Uint8Array(figures.buffer), hashes]) };
}

/** The write-ups, of which `numbers` and `rest` hold the numbers and what they say. */
export function entriesOf(columns: KeptLines, numbers: Uint8Array, rest: Uint8Array): { path: string; entry: KeptEntry }[] {
  const count = columns.paths.length;
  // Copied, as they may not begin at a multiple of eight.
  const figures = new Float64Array(new Uint8Array(numbers.subarray(0, count * figureBytes)).buffer);
  const hashes = Buffer.from(numbers.subarray(count * figureBytes)).toString('hex');
  const ownIds: (string | undefined)[] = [...columns.ids];
  for (const [n, ownId] of columns.ownIds) ownIds[n] = ownId ?? undefined;
  const revisions = new Map(columns.revisions);
  const locked = new Map(columns.locked);
  const out: { path: string; entry: KeptEntry }[] = [];
  let at = 0;
  for (const [size, bytes] of columns.groups) {
    const first = out.length;
    const ends: number[] = [];
    for (let n = 0, end = 0; n < size; n++) ends.push((end += figures[(first + n) * figureCount + 3] ?? 0));
    const group = new SaidGroup(rest.subarray(at, (at += bytes)), ends);
    for (let n = first; n < first + size; n++) {
      const path = columns.paths[n] ?? '';
      const touched = figures[n * figureCount + 2] ?? Number.NaN;
      const line: Line = {
        id: columns.ids[n] ?? '',
        ownId: ownIds[n],
        size: figures[n * figureCount] ?? 0,
        changed: figures[n * figureCount + 1] ?? 0,
        touched: Number.isNaN(touched) ? undefined : touched,
        revision: revisions.get(n) ?? hashes.slice(n * 64, (n + 1) * 64),
        locked: locked.get(n),
      };
      out.push({ path, entry: new KeptEntry(line, new SaidTogether(group, n - first)) });
    }
  }
  return out;
}
