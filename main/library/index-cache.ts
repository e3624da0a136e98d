import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import type { ReadEntry } from '../../domain/entries/read-entry.ts';
import type { Vocabulary } from '../../domain/entries/vocabulary.ts';
import type { EngineOptions, SearchEngine } from '../../domain/search/engine.ts';
import { loadIndex, saveIndexInSlices } from '../../domain/search/saved-index.ts';
import { writeFileSafely } from './atomic-write.ts';
import type { KeptAttachments } from './attachment-queue.ts';
import { SaidEntry, UnreadEntry } from './unread-entry.ts';
import type { Shelf, Shelved } from './shelf.ts';

/** Changes whenever what is kept of a write-up changes its form. */
const version = 3;
const magic = 0x4b4f4f47;

/** Bytes before the parts: magic, version, sizes of two parts, a CRC-32 of everything behind it, and the fingerprint. */
const headBytes = 20 + 32;
const checkedFrom = 20;

/** What write-ups have in common is kept once: so many bytes at most. */
const mostShared = 8192;

/** Indexes of so many kennismappen are kept; of others they are made again. */
const most = 6;

/** What is kept of a write-up beside {@link ReadEntry}. */
interface Line {
  path: string;
  id: string;
  ownId?: string;
  size: number;
  changed: number;
  touched?: number;
  revision: string;
  locked?: string;
  /** Bytes of the rest, deflated. */
  bytes: number;
}

interface Meta {
  lines: Line[];
  attachments: KeptAttachments;
  /** What the rest of each begins from when it is inflated. */
  shared: string;
}

/** A write-up out of the cache. */
export class KeptEntry extends UnreadEntry {
  /** The id it had when it was kept. */
  readonly idBefore: string;
  readonly #all: Buffer;
  readonly #from: number;
  readonly #to: number;
  readonly #shared: Buffer;
  #read: ReadEntry | undefined;

  /** What the file said stands deflated in `all`, from `from` on. */
  constructor(line: Line, all: Buffer, from: number, shared: Buffer) {
    super(line.id, line);
    this.idBefore = line.id;
    this.#all = all;
    this.#from = from;
    this.#to = from + line.bytes;
    this.#shared = shared;
  }

  get read(): ReadEntry {
    this.#read ??= JSON.parse(inflateRawSync(this.#rest(), { dictionary: this.#shared }).toString('utf8')) as ReadEntry;
    return this.#read;
  }

  /** The rest as it was kept, when it begins from the same. */
  keptFrom(shared: Buffer): Buffer | undefined {
    return shared.equals(this.#shared) ? this.#rest() : undefined;
  }

  #rest(): Buffer {
    return this.#all.subarray(this.#from, this.#to);
  }

  get shared(): Buffer {
    return this.#shared;
  }
}

/** What was kept of a kennismap. */
export interface Kept {
  engine: SearchEngine;
  entries: { path: string; entry: KeptEntry }[];
  attachments: KeptAttachments;
}

/**
 * The search index of a kennismap and what its files said, kept in the user's profile so that a large folder opens at once. Only a copy: whatever is
 * wrong with it, it is made again from the files.
 */
export class IndexCache {
  readonly #folder: string;
  readonly #file: string;
  readonly #fingerprint: Buffer;

  /** `root` is the folder of the kennismap, `profile` that of the user's own data. */
  constructor(profile: string, root: string, vocabulary: Vocabulary) {
    this.#folder = join(profile, 'zoekindex');
    this.#file = join(this.#folder, `${createHash('sha256').update(root).digest('hex').slice(0, 32)}.index`);
    this.#fingerprint = createHash('sha256')
      .update(JSON.stringify([root, vocabulary]))
      .update(programStamp())
      .digest();
  }

  /** What was kept; nothing when it is not there, cut off, damaged, or made by another version, of another folder, or for other kinds and fields. */
  async load(options: EngineOptions): Promise<Kept | undefined> {
    try {
      return this.#taken(await readAtOnce(this.#file), options);
    } catch {
      return undefined;
    }
  }

  #taken(bytes: Buffer, options: EngineOptions): Kept | undefined {
    if (bytes.length < headBytes || bytes.readUInt32LE(0) !== magic || bytes.readUInt32LE(4) !== version) return undefined;
    if (!bytes.subarray(checkedFrom, headBytes).equals(this.#fingerprint)) return undefined;
    const linesAt = headBytes + bytes.readUInt32LE(8);
    const engineAt = linesAt + bytes.readUInt32LE(12);
    if (engineAt > bytes.length || bytes.readUInt32LE(16) !== checkOf(bytes)) return undefined;
    const engine = loadIndex(bytes.subarray(engineAt), options, true);
    if (!engine) return undefined;
    const { lines, attachments, shared } = JSON.parse(bytes.subarray(headBytes, linesAt).toString('utf8')) as Meta;
    const begin = Buffer.from(shared);
    let at = linesAt;
    const entries = lines.map((line) => {
      const entry = new KeptEntry(line, bytes, at, begin);
      at += line.bytes;
      return { path: line.path, entry };
    });
    return { engine, entries, attachments };
  }

  /** Keeps an index. Gives false when it changed meanwhile; then the old one stays. `turn` lets waiting calls in. */
  async save(engine: SearchEngine, shelf: Shelf, attachments: KeptAttachments, turn: () => Promise<void>): Promise<boolean> {
    // In order, so that there is nothing to put in order when they come back.
    const held = shelf
      .paths()
      .sort()
      .flatMap((path) => ({ path, one: shelf.at(path) }));
    const shared = sharedBy(held.map(({ one }) => one));
    const lines: Line[] = [];
    const texts: Buffer[] = [];
    for (const [i, { path, one }] of held.entries()) {
      if (!one) return false;
      const rest = (one instanceof KeptEntry ? one.keptFrom(shared) : undefined) ?? deflateRawSync(saidOf(one), { dictionary: shared });
      lines.push({ ...lineOf(path, one), bytes: rest.length });
      texts.push(rest);
      if (i % 100 === 99) await turn();
    }
    const index = await saveIndexInSlices(engine, turn);
    if (!index || shelf.size !== held.length || held.some(({ path, one }) => shelf.at(path) !== one)) return false;
    const rest = Buffer.concat(texts);
    const meta = padded(Buffer.from(JSON.stringify({ lines, attachments, shared: shared.toString('utf8') } satisfies Meta)), headBytes + rest.length);
    const head = Buffer.alloc(headBytes);
    head.writeUInt32LE(magic, 0);
    head.writeUInt32LE(version, 4);
    head.writeUInt32LE(meta.length, 8);
    head.writeUInt32LE(rest.length, 12);
    this.#fingerprint.copy(head, checkedFrom);
    const whole = Buffer.concat([head, meta, rest, index]);
    whole.writeUInt32LE(checkOf(whole), 16);
    await mkdir(this.#folder, { recursive: true });
    await writeFileSafely(this.#file, whole);
    await this.#prune();
    return true;
  }

  /** Keeps nothing any more, so that nobody takes what was there before for what should be there. */
  async drop(): Promise<void> {
    await rm(this.#file, { force: true });
  }

  async #prune(): Promise<void> {
    const names = await readdir(this.#folder);
    const found = await Promise.all(names.map(async (name) => ({ name, at: (await stat(join(this.#folder, name))).mtimeMs })));
    for (const { name } of found.sort((a, b) => b.at - a.at).slice(most)) await rm(join(this.#folder, name), { force: true });
  }
}

/** Tells a single changed byte, sizes included. */
const checkOf = (bytes: Buffer): number => crc32(bytes.subarray(checkedFrom), crc32(bytes.subarray(0, 16)));

/** A large file in one go: in the usual pieces it takes half as long again. */
async function readAtOnce(file: string): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const bytes = Buffer.allocUnsafeSlow((await handle.stat()).size);
    for (let at = 0; at < bytes.length;) {
      const { bytesRead } = await handle.read(bytes, at, bytes.length - at, at);
      if (bytesRead === 0) return bytes.subarray(0, at);
      at += bytesRead;
    }
    return bytes;
  } finally {
    await handle.close();
  }
}

/** What a file says, as JSON. */
const saidOf = (held: Shelved): string => (held instanceof SaidEntry ? held.said : JSON.stringify(held.read));

/** A few write-ups as examples of what all have in common; those of the last time when there are such. */
function sharedBy(held: readonly (Shelved | undefined)[]): Buffer {
  const before = held.find((one) => one instanceof KeptEntry);
  if (before) return before.shared;
  const examples = [0.1, 0.5, 0.9].map((part) => held[Math.floor(held.length * part)]);
  const texts = examples.map((one) => (one ? saidOf(one) : '').slice(0, mostShared / 3));
  return Buffer.from(Buffer.from(texts.join('')).subarray(0, mostShared).toString('utf8'));
}

/** Spaces at the end, so that what comes after so many bytes more begins at a multiple of four. */
function padded(json: Buffer, more: number): Buffer {
  return Buffer.concat([json, Buffer.alloc((4 - ((json.length + more) % 4)) % 4, ' ')]);
}

function lineOf(path: string, held: Shelved): Omit<Line, 'bytes'> {
  return {
    path,
    id: held.id,
    size: held.size,
    changed: held.changed,
    revision: held.revision,
    ...(held.ownId === undefined ? {} : { ownId: held.ownId }),
    ...(held.touched === undefined ? {} : { touched: held.touched }),
    ...(held.locked === undefined ? {} : { locked: held.locked }),
  };
}

/** Differs for every build of the program, so that nothing is used that was made by other code. */
function programStamp(): string {
  const { size, mtimeMs } = statSync(fileURLToPath(import.meta.url));
  return `${size} ${mtimeMs}`;
}
