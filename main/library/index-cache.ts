import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReadEntry } from '../../domain/entries/read-entry.ts';
import type { Vocabulary } from '../../domain/entries/vocabulary.ts';
import type { EngineOptions, SearchEngine } from '../../domain/search/engine.ts';
import { loadIndex, saveIndexInSlices } from '../../domain/search/saved-index.ts';
import { writeFileSafely } from './atomic-write.ts';
import type { KeptAttachments } from './attachment-queue.ts';
import type { Shelf, Shelved } from './shelf.ts';

/** Changes whenever what is kept of a write-up changes its form. */
const version = 2;
const magic = 0x4b4f4f47;

/** Bytes before the parts: magic, version, sizes of two parts, and a SHA-256 of both with the fingerprint. */
const headBytes = 16 + 32;

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
  /** Bytes of the rest. */
  bytes: number;
}

/** A write-up out of the cache; what its file says is only taken apart when somebody asks. */
export class KeptEntry implements Shelved {
  id = '';
  ownId: string | undefined;
  size: number;
  changed: number;
  touched?: number;
  revision: string;
  locked?: string;
  /** The id it had when it was kept. */
  readonly idBefore: string;
  /** The rest, as JSON. */
  readonly json: Buffer;
  #read: ReadEntry | undefined;

  constructor(line: Line, json: Buffer) {
    this.idBefore = line.id;
    this.ownId = line.ownId;
    this.size = line.size;
    this.changed = line.changed;
    this.revision = line.revision;
    if (line.touched !== undefined) this.touched = line.touched;
    if (line.locked !== undefined) this.locked = line.locked;
    this.json = json;
  }

  get read(): ReadEntry {
    this.#read ??= JSON.parse(this.json.toString('utf8')) as ReadEntry;
    return this.#read;
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
    this.#fingerprint = createHash('sha256').update(JSON.stringify(vocabulary)).update(programStamp()).digest();
  }

  /** What was kept; nothing when it is not there, cut off, damaged, or made by another version or for other kinds and fields. */
  async load(options: EngineOptions): Promise<Kept | undefined> {
    try {
      return this.#taken(await readFile(this.#file), options);
    } catch {
      return undefined;
    }
  }

  #taken(bytes: Buffer, options: EngineOptions): Kept | undefined {
    if (bytes.length < headBytes || bytes.readUInt32LE(0) !== magic || bytes.readUInt32LE(4) !== version) return undefined;
    const linesAt = headBytes + bytes.readUInt32LE(8);
    const engineAt = linesAt + bytes.readUInt32LE(12);
    if (engineAt > bytes.length) return undefined;
    const parts = bytes.subarray(headBytes, engineAt);
    if (!bytes.subarray(16, headBytes).equals(this.#checksum(parts, bytes.subarray(8, 16)))) return undefined;
    const engine = loadIndex(bytes.subarray(engineAt), options);
    if (!engine) return undefined;
    const { lines, attachments } = JSON.parse(bytes.subarray(headBytes, linesAt).toString('utf8')) as { lines: Line[]; attachments: KeptAttachments };
    let at = linesAt;
    const entries = lines.map((line) => ({ path: line.path, entry: new KeptEntry(line, bytes.subarray(at, (at += line.bytes))) }));
    return { engine, entries, attachments };
  }

  /** Keeps an index. Gives false when it changed meanwhile; then the old one stays. `turn` lets waiting calls in. */
  async save(engine: SearchEngine, shelf: Shelf, attachments: KeptAttachments, turn: () => Promise<void>): Promise<boolean> {
    const held = shelf.paths().flatMap((path) => ({ path, one: shelf.at(path) }));
    const lines: Line[] = [];
    const texts: Buffer[] = [];
    for (const [i, { path, one }] of held.entries()) {
      if (!one) return false;
      const json = one instanceof KeptEntry ? one.json : Buffer.from(JSON.stringify(one.read));
      lines.push({ ...lineOf(path, one), bytes: json.length });
      texts.push(json);
      if (i % 250 === 249) await turn();
    }
    const index = await saveIndexInSlices(engine, turn);
    if (!index || shelf.size !== held.length || held.some(({ path, one }) => shelf.at(path) !== one)) return false;
    const head = Buffer.alloc(headBytes);
    const rest = Buffer.concat(texts);
    const meta = padded(Buffer.from(JSON.stringify({ lines, attachments })), headBytes + rest.length);
    head.writeUInt32LE(magic, 0);
    head.writeUInt32LE(version, 4);
    head.writeUInt32LE(meta.length, 8);
    head.writeUInt32LE(rest.length, 12);
    const parts = Buffer.concat([meta, rest]);
    this.#checksum(parts, head.subarray(8, 16)).copy(head, 16);
    await mkdir(this.#folder, { recursive: true });
    await writeFileSafely(this.#file, Buffer.concat([head, parts, index]));
    await this.#prune();
    return true;
  }

  #checksum(parts: Uint8Array, sizes: Uint8Array): Buffer {
    return createHash('sha256').update(this.#fingerprint).update(sizes).update(parts).digest();
  }

  async #prune(): Promise<void> {
    const names = await readdir(this.#folder);
    const found = await Promise.all(names.map(async (name) => ({ name, at: (await stat(join(this.#folder, name))).mtimeMs })));
    for (const { name } of found.sort((a, b) => b.at - a.at).slice(most)) await rm(join(this.#folder, name), { force: true });
  }
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
