import { randomBytes } from 'node:crypto';
import { constants, existsSync, linkSync, renameSync, unlinkSync } from 'node:fs';
import { access, chmod, copyFile, link, lstat, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Failure } from '../../domain/api/failures.ts';
import { diskReason, errorCode, isAlive } from './disk-failure.ts';
import { isDoubtful, readBack } from './medium.ts';

/** Names of our temporary files: short whatever the title, and of a shape that OneDrive does not upload. */
const temporary = /^~\$oogst-\d+-[0-9a-f]{8}\.tmp$/;

/** Windows locks (virus scanner, sync client) pass; wait this long in all, in milliseconds. */
const patience = 5000;

export interface SafeWriteOptions {
  /** Never replace an existing file; fails with EEXIST. */
  fresh?: boolean;
  /** Called when everything is on disk but the name; may throw to leave the old file as it is. */
  lastLook?: () => Promise<void>;
  /** Name under which what is replaced stays, to see afterwards what it was; not where a disk has no second names (FAT, some shares). */
  hold?: string;
}

/**
 * Writes a file so that at every moment, also after a kill or a power cut, the old or the new content stands there whole: temporary
 * file in the same folder, looped write, size check, fsync, reading back where the disk is doubtful, rename with patience for locks, fsync of the
 * folder.
 * `data` may be in pieces. Throws the file system's error; the old file then still stands.
 */
export async function writeFileSafely(
  path: string,
  data: string | Uint8Array | readonly Uint8Array[],
  options: SafeWriteOptions = {},
): Promise<void> {
  const bytes = inPieces(typeof data === 'string' ? Buffer.from(data, 'utf8') : data);
  const mode = options.fresh ? undefined : await modeOf(path);
  const folder = dirname(path);
  const temp = join(folder, temporaryName());
  try {
    await writeWhole(temp, bytes);
    if (await isDoubtful(folder)) await readBack(temp, Buffer.concat(bytes));
    if (mode !== undefined) await chmod(temp, mode);
    await options.lastLook?.();
    if (options.fresh) await putFresh(temp, path);
    else await patiently(async () => put(temp, path, options.hold));
  } catch (error) {
    await rm(temp, { force: true }).catch(() => undefined);
    throw error;
  }
  await settle(path, folder);
}

/** Renames without ever replacing something else, and makes the new name last through a power cut. */
export async function renameSafely(from: string, to: string): Promise<void> {
  const taken = await lstat(to).catch(() => undefined);
  const own = await lstat(from);
  // On a disk that ignores case the new spelling is the same file; only then may it exist already.
  if (taken && (taken.ino !== own.ino || taken.dev !== own.dev)) throw Object.assign(new Error('exists'), { code: 'EEXIST' });
  await patiently(() => rename(from, to));
  await settle(to, dirname(from));
  if (dirname(to) !== dirname(from)) await settle(to, dirname(to));
}

/**
 * Clears one folder of temporary files whose writers are no longer alive; gives their names. With `keepIn`, a folder outside the library, what
 * they held is moved there instead of removed: after a kill it may be the newest text there is. One that cannot be moved stays.
 */
export async function sweepTemporaries(folder: string, keepIn?: string): Promise<string[]> {
  const gone: string[] = [];
  for (const name of await readdir(folder).catch(() => [])) {
    if (!isTemporary(name) || isAlive(writerOf(name))) continue;
    const path = join(folder, name);
    const done = keepIn === undefined ? rm(path, { force: true }) : keep(path, keepIn);
    await done.then(
      () => gone.push(name),
      () => undefined,
    );
  }
  return gone;
}

/** A name for a temporary file of this process, that no other has. */
export const temporaryName = (): string => `~$oogst-${process.pid}-${randomBytes(4).toString('hex')}.tmp`;

/** Moves what a dead writer left out of the library. An empty file holds nothing to keep. The profile may be on another disk. */
async function keep(path: string, keepIn: string): Promise<void> {
  if ((await stat(path)).size > 0) {
    await mkdir(keepIn, { recursive: true });
    const to = join(keepIn, `${basename(path).slice(2, -4)}-${randomBytes(2).toString('hex')}.md`);
    await copyFile(path, to, constants.COPYFILE_EXCL);
    const copy = await open(to, 'r+');
    try {
      await copy.sync();
    } finally {
      await copy.close();
    }
  }
  await rm(path, { force: true });
}

/** Number of the process that a temporary file is of. */
export const writerOf = (name: string): number => Number(basename(name).split('-')[1]);

/** True for the name of one of our temporary files. */
export const isTemporary = (name: string): boolean => temporary.test(basename(name));

/** Permission bits to keep; refuses links and files that are read-only, which a rename would otherwise replace unasked. */
export async function modeOf(path: string): Promise<number | undefined> {
  const found = await lstat(path).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (!found) return undefined;
  if (found.isSymbolicLink()) throw new Failure('entry.unwritable', { path, reason: 'het is een koppeling naar een ander bestand' });
  if (!found.isFile()) throw new Failure('entry.unwritable', { path, reason: 'het is geen gewoon bestand' });
  const denied = await access(path, constants.W_OK).then(() => false, refusal);
  const readOnly = (found.mode & 0o222) === 0 || denied;
  if (readOnly) throw new Failure('entry.unwritable', { path, reason: 'het bestand is alleen-lezen' });
  return found.mode & 0o777;
}

/** True for an error that says that writing is not allowed; a disk that fails is another story and is told as such. */
function refusal(error: unknown): boolean {
  // Not allowed at this moment (EPERM) may be a lock that passes; the rename finds out.
  if (errorCode(error) === 'EPERM') return false;
  if (['EACCES', 'EROFS'].includes(errorCode(error))) return true;
  throw error;
}

const inPieces = (data: Uint8Array | readonly Uint8Array[]): readonly Uint8Array[] => ('byteLength' in data ? [data] : data);

async function writeWhole(path: string, pieces: readonly Uint8Array[]): Promise<void> {
  const file = await open(path, 'wx');
  try {
    // Each goes on where the one before it ended.
    for (const piece of pieces) await file.writeFile(piece);
    await file.sync();
  } finally {
    await file.close();
  }
  // Some disks that run full report success after a short write.
  if ((await stat(path)).size !== pieces.reduce((sum, piece) => sum + piece.length, 0))
    throw Object.assign(new Error('short write'), { code: 'ENOSPC' });
}

/** The second name and the rename follow each other without anything in between, so that no other program gets its turn there. */
export function put(temp: string, path: string, hold: string | undefined): void {
  if (hold !== undefined) giveSecondName(path, hold);
  renameSync(temp, path);
}

function giveSecondName(path: string, hold: string): void {
  try {
    // Left of a try before this one, and then perhaps of another file.
    if (existsSync(hold)) unlinkSync(hold);
    linkSync(path, hold);
  } catch {
    // Then there is only the last look.
  }
}

async function putFresh(temp: string, path: string): Promise<void> {
  try {
    await link(temp, path);
  } catch (error) {
    if (!['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'].includes(errorCode(error))) throw error;
    // No hard links here (FAT, some network shares): look first, then rename.
    if (await lstat(path).catch(() => undefined)) throw Object.assign(new Error('exists'), { code: 'EEXIST' });
    await patiently(() => rename(temp, path));
    return;
  }
  // The name is there; what is left of the temporary file is swept later when it cannot go now.
  await rm(temp, { force: true }).catch(() => undefined);
}

async function patiently(act: () => Promise<void>): Promise<void> {
  const until = Date.now() + patience;
  // Ever longer, but never so long that a lock which just passed costs the rest of the patience.
  for (let wait = 10; ; wait = Math.min(wait * 2, 500)) {
    try {
      return await act();
    } catch (error) {
      const locked = ['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(error));
      if (!locked || Date.now() + wait > until) throw error;
      await pause(wait);
    }
  }
}

/** Makes a new name last. By now the file has changed, so a disk that fails here is told as that and not as nothing done: `disk.unsure`. */
async function settle(path: string, folder: string): Promise<void> {
  try {
    await syncFolder(folder);
  } catch (error) {
    throw new Failure('disk.unsure', { path: basename(path), reason: diskReason(error) });
  }
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return; // Windows cannot open a folder for this; its rename is journalled
  // Some network shares can do neither.
  const cannot = (error: unknown): void => {
    if (!['EINVAL', 'ENOTSUP', 'EPERM', 'EACCES', 'EISDIR'].includes(errorCode(error))) throw error;
  };
  const handle = await open(folder, 'r').catch(cannot);
  if (!handle) return;
  try {
    await handle.sync().catch(cannot);
  } finally {
    await handle.close().catch(() => undefined);
  }
}
