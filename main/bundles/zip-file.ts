import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { Failure } from '../../domain/api/failures.ts';
import { temporaryName } from '../library/atomic-write.ts';
import { diskReason, errorCode } from '../library/disk-failure.ts';

/** A file for the zip. `read` is called when it is its turn, so that not everything is in memory at once. */
export interface ZipEntry {
  path: string;
  read(): Promise<Uint8Array>;
}

export interface ZipOptions {
  /** Date of every file in it. */
  made: Date;
  /** Replace a file that stands there. */
  replace: boolean;
  /** Called before each file; may throw to stop. */
  added(index: number): Promise<void>;
  /** Judges the whole zip before it gets its name; may throw. */
  check?(file: string): Promise<void>;
}

/**
 * Writes a zip under a temporary name and renames it at the end: a cancelled or failed run leaves nothing under the final name and no
 * temporary file. Fails with `export.target` or `disk.full`. Gives the size in bytes.
 */
export async function writeZip(path: string, entries: readonly ZipEntry[], { made, replace, added, check }: ZipOptions): Promise<number> {
  const temp = join(dirname(path), temporaryName());
  try {
    await mkdir(dirname(path), { recursive: true });
    const there = await stat(path).catch(() => undefined);
    if (there?.isDirectory()) throw new Failure('export.target', { path, reason: 'daar staat een map met die naam' });
    if (there && !replace) throw new Failure('export.target', { path, reason: 'daar staat al een bestand met die naam' });
    await fill(temp, entries, made, added);
    const size = await settled(temp);
    await check?.(temp);
    await rename(temp, path);
    return size;
  } catch (error) {
    await rm(temp, { force: true }).catch(() => undefined);
    if (error instanceof Failure) throw error;
    if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(errorCode(error))) throw new Failure('disk.full', { path });
    if (errorCode(error) !== '') throw new Failure('export.target', { path, reason: diskReason(error) });
    throw error;
  }
}

/** Makes what was written last through a power cut; gives the size in bytes. */
async function settled(path: string): Promise<number> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
    return (await handle.stat()).size;
  } finally {
    await handle.close();
  }
}

/** A moment whose hours here are those of the given one in UTC. */
const wallTime = (at: Date): Date =>
  new Date(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate(), at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds());

async function fill(temp: string, entries: readonly ZipEntry[], made: Date, added: (index: number) => Promise<void>): Promise<void> {
  const zip = new ZipFile();
  // The zip stream carries the fault of a file that could not be read on to the pipeline.
  const writing = pipeline(zip.outputStream, createWriteStream(temp, { flags: 'wx' }));
  const adding = (async () => {
    for (const [index, entry] of entries.entries()) {
      await added(index);
      zip.addBuffer(Buffer.from(await entry.read()), entry.path, {
        // In the time of no place: the same bytes on every computer.
        mtime: wallTime(made),
        forceDosTimestamp: true,
        mode: 0o100644,
        compress: !/\.(png|jpe?g|gif|webp|avif|zip|docx|pptx|mp4|mp3)$/i.test(entry.path),
      });
    }
    zip.end();
  })().catch((error: unknown) => {
    (zip.outputStream as NodeJS.ReadableStream & { destroy(error: Error): void }).destroy(error instanceof Error ? error : new Error(String(error)));
    throw error;
  });
  const outcomes = await Promise.allSettled([adding, writing]);
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
}
