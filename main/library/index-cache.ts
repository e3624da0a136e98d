import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32 } from 'node:zlib';
import type { Vocabulary } from '../../domain/entries/vocabulary.ts';
import type { EngineOptions, SearchEngine } from '../../domain/search/engine.ts';
import { indexPieces, loadIndex } from '../../domain/search/saved-index.ts';
import { writeFileSafely } from './atomic-write.ts';
import type { KeptAttachments } from './attachment-queue.ts';
import { letGo } from './let-go.ts';
import { columnsOf, entriesOf, numberBytes, type KeptEntry, type KeptLines } from './kept-lines.ts';
import { inGroups, type SaidGroup, type Said } from './said.ts';
import { UnreadEntry } from './unread-entry.ts';
import type { Shelf, Shelved } from './shelf.ts';

/** Changes whenever what is kept of a write-up changes its form. */
const version = 5;
const magic = 0x4b4f4f47;

/** Bytes before the parts: magic, version, sizes of two parts, a CRC-32 of everything behind it, and the fingerprint. */
const headBytes = 20 + 32;
const checkedFrom = 20;

/** Indexes of so many kennismappen are kept; of others they are made again. */
const most = 6;

/** What is kept beside the index, what files say, and the numbers. */
interface Meta {
  lines: KeptLines;
  attachments: KeptAttachments;
}

/** A write-up on the shelf, by its path. */
interface Held {
  path: string;
  one: Shelved;
}

/** What was kept of a kennismap. */
export interface Kept {
  engine: SearchEngine;
  entries: { path: string; entry: KeptEntry }[];
  attachments: KeptAttachments;
}

/** The bytes of what was kept, and {@link checkOf} them; nothing when there is none. */
export type KeptBytes = Promise<{ bytes: Buffer; check: number } | undefined>;

const folderIn = (profile: string): string => join(profile, 'zoekindex');
const fileIn = (profile: string, root: string): string =>
  join(folderIn(profile), `${createHash('sha256').update(root).digest('hex').slice(0, 32)}.index`);

/** Begins to read what was kept of a kennismap, so that it is there when the rest of opening it is done. */
export const readAhead = (profile: string, root: string): KeptBytes => readKept(fileIn(profile, root));

const readKept = (file: string): KeptBytes => readChecked(file).catch(() => undefined);

/**
 * The search index of a kennismap and what its files said, kept in the user's profile so that a large folder opens at once. Only a copy: whatever is
 * wrong with it, it is made again from the files.
 */
export class IndexCache {
  readonly #folder: string;
  readonly #file: string;
  readonly #fingerprint: Buffer;

  #ahead: KeptBytes | undefined;

  /** `root` is the folder of the kennismap, `profile` that of the user's own data, `ahead` what was read already. */
  constructor(profile: string, root: string, vocabulary: Vocabulary, ahead?: KeptBytes) {
    this.#folder = folderIn(profile);
    this.#file = fileIn(profile, root);
    this.#ahead = ahead;
    this.#fingerprint = createHash('sha256')
      .update(JSON.stringify([root, vocabulary]))
      .update(programStamp())
      .digest();
  }

  /** What was kept; nothing when it is not there, cut off, damaged, or made by another version, of another folder, or for other kinds and fields. */
  async load(options: EngineOptions): Promise<Kept | undefined> {
    try {
      const reading = this.#ahead ?? readKept(this.#file);
      this.#ahead = undefined;
      const kept = await reading;
      return kept && this.#taken(kept.bytes, kept.check, options);
    } catch {
      return undefined;
    }
  }

  #taken(bytes: Buffer, check: number, options: EngineOptions): Kept | undefined {
    if (bytes.length < headBytes || bytes.readUInt32LE(0) !== magic || bytes.readUInt32LE(4) !== version) return undefined;
    if (!bytes.subarray(checkedFrom, headBytes).equals(this.#fingerprint)) return undefined;
    const linesAt = headBytes + bytes.readUInt32LE(8);
    const engineAt = linesAt + bytes.readUInt32LE(12);
    if (engineAt > bytes.length || bytes.readUInt32LE(16) !== check) return undefined;
    const engine = loadIndex(bytes.subarray(engineAt), options, true);
    if (!engine) return undefined;
    const meta = JSON.parse(bytes.subarray(headBytes, linesAt).toString('utf8')) as Meta;
    const saidAt = linesAt + meta.lines.paths.length * numberBytes;
    const entries = entriesOf(meta.lines, bytes.subarray(linesAt, saidAt), bytes.subarray(saidAt, engineAt));
    return { engine, entries, attachments: meta.attachments };
  }

  /** Keeps an index. Gives false when it changed meanwhile; then the old one stays. `turn` lets waiting calls in. */
  async save(engine: SearchEngine, shelf: Shelf, attachments: KeptAttachments, turn: () => Promise<void>): Promise<boolean> {
    // In order, so that there is nothing to put in order when they come back.
    const held = shelf
      .paths()
      .sort()
      .flatMap((path): Held[] => {
        const one = shelf.at(path);
        return one ? [{ path, one }] : [];
      });
    const groups: SaidGroup[] = [];
    for (const group of inGroups(held.map(({ one }) => saidOf(one)))) {
      groups.push(group);
      if (groups.length % 20 === 0) await turn();
    }
    const said = groups.flatMap((group) => group.each());
    const { columns, numbers } = columnsOf(held, groups);
    const rest = Buffer.concat([numbers, ...groups.map(({ bytes }) => bytes)]);
    const meta = Buffer.from(JSON.stringify({ lines: columns, attachments } satisfies Meta));
    // Spaces, so that the index begins at a multiple of four.
    const spaces = Buffer.alloc((4 - ((headBytes + meta.length + rest.length) % 4)) % 4, ' ');
    const head = Buffer.alloc(headBytes);
    head.writeUInt32LE(magic, 0);
    head.writeUInt32LE(version, 4);
    head.writeUInt32LE(meta.length + spaces.length, 8);
    head.writeUInt32LE(rest.length, 12);
    this.#fingerprint.copy(head, checkedFrom);
    const index = await indexPieces(engine, turn);
    if (!index || shelf.size !== held.length || held.some(({ path, one }) => shelf.at(path) !== one)) return false;
    const pieces = [head, meta, spaces, rest, ...index];
    letGo(held.length);
    head.writeUInt32LE(checkOf(pieces), 16);
    await mkdir(this.#folder, { recursive: true });
    await writeFileSafely(this.#file, pieces);
    // What files said takes a sixth of the room from now on.
    for (const [i, { one }] of held.entries()) if (one instanceof UnreadEntry) one.settle(said[i] ?? one.said);
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
const checkOf = ([head, ...others]: readonly Uint8Array[]): number =>
  head ? others.reduce((check, piece) => crc32(piece, check), crc32(head.subarray(checkedFrom), crc32(head.subarray(0, 16)))) : 0;

/** Bytes that are read at a time, while those before them are checked. */
const readAtATime = 1 << 22;

/** A file, and {@link checkOf} what is in it. */
async function readChecked(file: string): Promise<{ bytes: Buffer; check: number }> {
  const handle = await open(file, 'r');
  try {
    const bytes = Buffer.allocUnsafeSlow((await handle.stat()).size);
    const readFrom = (at: number): Promise<number> =>
      handle.read(bytes, at, Math.min(readAtATime, bytes.length - at), at).then(({ bytesRead }) => bytesRead);
    let check = 0;
    let at = 0;
    for (let reading = readFrom(at); at < bytes.length;) {
      const read = await reading;
      if (read === 0) break;
      const from = at;
      at += read;
      if (at < bytes.length) reading = readFrom(at);
      check = from === 0 ? checkOf([bytes.subarray(0, at)]) : crc32(bytes.subarray(from, at), check);
    }
    return { bytes: bytes.subarray(0, at), check };
  } finally {
    await handle.close();
  }
}

const saidOf = (one: Shelved): Said => (one instanceof UnreadEntry ? one.said : { json: () => Buffer.from(JSON.stringify(one.read)) });

/** Differs for every build of the program, so that nothing is used that was made by other code. */
function programStamp(): string {
  const { size, mtimeMs } = statSync(fileURLToPath(import.meta.url));
  return `${size} ${mtimeMs}`;
}
