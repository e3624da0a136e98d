import { createHash } from 'node:crypto';
import { appendFile, mkdir, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { VersionReason, type Version } from '../../../domain/entries/version.ts';
import { writeFileSafely } from '../atomic-write.ts';
import { claimed } from '../claim.ts';
import { keptVersions } from './version-pruning.ts';

/** The write-up a version belongs to, as it is called now. */
export interface VersionOwner {
  id: string;
  path: string;
  title: string;
}

/** A version as it lies on disk. */
export interface KeptVersion extends Version {
  id: string;
  path: string;
}

const Line = z.object({
  id: z.string(),
  path: z.string(),
  title: z.string(),
  at: z.string(),
  revision: z.string(),
  size: z.number(),
  why: VersionReason,
  /** A name for an earlier version is a line of its own: it names the version with this revision that was kept at this moment. */
  name: z.string().optional(),
});
type Line = z.infer<typeof Line>;

/** Pieces nobody refers to are only removed when they are older than this, so that a version another program is just adding stays; milliseconds. */
const piecesStay = 24 * 3600_000;

/**
 * Earlier versions of the write-ups of one kennismap, in the user's profile and not in the shared folder. Texts are kept once however often they
 * return; what happened stands in one log per write-up, one line per version. A line or a piece that is damaged is passed over, never fatal.
 */
export class VersionStore {
  readonly #dir: string;
  readonly #clock: () => Date;
  #turn: Promise<unknown> = Promise.resolve();

  /** `dir` belongs to one kennismap; see {@link versionsFolder}. */
  constructor(dir: string, clock: () => Date) {
    this.#dir = dir;
    this.#clock = clock;
  }

  /** Keeps a text as the newest version, unless it is that already. Throws the file system's error. Gives whether it was new. */
  async keep(owner: VersionOwner, text: string, why: VersionReason): Promise<boolean> {
    const bytes = Buffer.from(text, 'utf8');
    const revision = hash(bytes);
    return this.#alone(async () => {
      if (versionsIn(await this.#lines(owner.id)).at(-1)?.revision === revision) return false;
      await this.#putPiece(revision, bytes);
      await this.#append({ ...owner, at: this.#clock().toISOString(), revision, size: bytes.length, why });
      return true;
    });
  }

  /** Whether anything is known of a write-up. */
  async knows(id: string): Promise<boolean> {
    return (await this.#lines(id)).length > 0;
  }

  /** The versions of a write-up, newest first. */
  async list(id: string): Promise<KeptVersion[]> {
    return versionsIn(await this.#lines(id)).reverse();
  }

  /** The text of a version; undefined when it is not there any more or damaged. */
  async read(revision: string): Promise<string | undefined> {
    try {
      const bytes = gunzipSync(await readFile(this.#piece(revision)), { maxOutputLength: 64 * 1024 * 1024 });
      return hash(bytes) === revision ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) : undefined;
    } catch {
      return undefined;
    }
  }

  /** Names the newest version with a revision, or the one that has a name already; a named version is never pruned. An empty name takes the name away. */
  async name(id: string, revision: string, name: string): Promise<void> {
    await this.#alone(async () => {
      const same = versionsIn(await this.#lines(id)).filter((one) => one.revision === revision);
      const version = same.findLast((one) => one.name !== undefined) ?? same.at(-1);
      if (version) await this.#append({ ...version, name });
    });
  }

  /** Newest version of every write-up there ever was. */
  async all(): Promise<KeptVersion[]> {
    const out: KeptVersion[] = [];
    for (const file of await readdir(join(this.#dir, 'stukken')).catch(() => [])) {
      const newest = versionsIn(linesIn(await readFile(join(this.#dir, 'stukken', file), 'utf8').catch(() => ''))).at(-1);
      if (newest) out.push(newest);
    }
    return out;
  }

  /** Forgets a write-up altogether, texts included where no other uses them. */
  async forget(id: string): Promise<void> {
    await this.#alone(async () => {
      const mine = new Set((await this.#lines(id)).map((line) => line.revision));
      await rm(this.#log(id), { force: true });
      const others = await this.#inUse();
      for (const revision of mine) if (!others.has(revision)) await rm(this.#piece(revision), { force: true });
    });
  }

  /** Thins out by age and removes texts nobody refers to; named versions and the newest stay. Gives how many versions went. */
  async prune(): Promise<number> {
    let gone = 0;
    for (const file of await readdir(join(this.#dir, 'stukken')).catch(() => [])) {
      // One at a time, so that nobody who saves waits for all of them.
      gone += await this.#alone(() => this.#thinOut(join(this.#dir, 'stukken', file)));
    }
    if (gone > 0) await this.#sweepPieces();
    return gone;
  }

  async #thinOut(log: string): Promise<number> {
    const versions = versionsIn(linesIn(await readFile(log, 'utf8').catch(() => '')));
    const kept = keptVersions(versions, this.#clock());
    if (kept.length < versions.length) await writeFileSafely(log, kept.map((version) => `${JSON.stringify(version)}\n`).join(''));
    return versions.length - kept.length;
  }

  /** What adds and what removes take turns, also between programs: a version that was just kept must find its text and its line. */
  async #alone<T>(act: () => Promise<T>): Promise<T> {
    const claim = async (): Promise<T> => claimed(this.#dir, act);
    const mine = this.#turn.then(claim, claim);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  async #sweepPieces(): Promise<void> {
    const used = await this.#inUse();
    for (const folder of await readdir(join(this.#dir, 'teksten')).catch(() => []))
      for (const file of await readdir(join(this.#dir, 'teksten', folder)).catch(() => []))
        if (!used.has(file.replace(/\.gz$/, ''))) await this.#dropOld(join(this.#dir, 'teksten', folder, file));
  }

  /** A piece that somebody began to use since the logs were read is young again. */
  async #dropOld(path: string): Promise<void> {
    const isOld = async (): Promise<boolean> => {
      const found = await stat(path).catch(() => undefined);
      return found !== undefined && this.#clock().getTime() - found.mtimeMs > piecesStay;
    };
    if (!(await isOld())) return;
    await this.#alone(async () => {
      if (await isOld()) await rm(path, { force: true });
    });
  }

  async #inUse(): Promise<Set<string>> {
    const used = new Set<string>();
    for (const file of await readdir(join(this.#dir, 'stukken')).catch(() => []))
      for (const line of linesIn(await readFile(join(this.#dir, 'stukken', file), 'utf8').catch(() => ''))) used.add(line.revision);
    return used;
  }

  async #putPiece(revision: string, bytes: Uint8Array): Promise<void> {
    const path = this.#piece(revision);
    const now = this.#clock();
    // A damaged one is written anew.
    if ((await this.read(revision)) === undefined) {
      await mkdir(join(path, '..'), { recursive: true });
      await writeFileSafely(path, gzipSync(bytes));
    }
    // One that is used again is young again, so that nobody sweeps it away meanwhile.
    await utimes(path, now, now);
  }

  async #append(line: Line): Promise<void> {
    await mkdir(join(this.#dir, 'stukken'), { recursive: true });
    // The newline in front closes a line that a power cut left half.
    await appendFile(this.#log(line.id), `\n${JSON.stringify(line)}\n`, { flush: true });
  }

  async #lines(id: string): Promise<Line[]> {
    return linesIn(await readFile(this.#log(id), 'utf8').catch(() => ''));
  }

  #log(id: string): string {
    return join(this.#dir, 'stukken', `${hash(Buffer.from(id)).slice(0, 32)}.jsonl`);
  }

  #piece(revision: string): string {
    const safe = /^[0-9a-f]{64}$/.test(revision) ? revision : hash(Buffer.from(revision));
    return join(this.#dir, 'teksten', safe.slice(0, 2), `${safe}.gz`);
  }
}

/** Folder in the profile for the versions of one kennismap. */
export const versionsFolder = (profile: string, root: string): string => join(profile, 'versies', hash(Buffer.from(root)).slice(0, 32));

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function linesIn(text: string): Line[] {
  return text.split('\n').flatMap((line) => {
    if (line === '') return [];
    try {
      const parsed = Line.safeParse(JSON.parse(line));
      return parsed.success ? [parsed.data] : [];
    } catch {
      return [];
    }
  });
}

/** Lines with the names put on what they name; oldest first. */
function versionsIn(lines: readonly Line[]): KeptVersion[] {
  const out: KeptVersion[] = [];
  for (const line of lines) {
    const named = line.name === undefined ? undefined : out.findLast((one) => one.revision === line.revision && one.at === line.at);
    if (!named) out.push({ ...line });
    else if (line.name === '') delete named.name;
    else if (line.name !== undefined) named.name = line.name;
  }
  return out;
}
