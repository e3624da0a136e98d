import { lstat, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../../domain/api/failures.ts';
import { errorCode } from './disk-failure.ts';

/**
 * Makes a folder inside a kennismap, by its path from the root with `/`. Never makes the kennismap itself and never goes through a link.
 * Throws the file system's error, or `entry.unwritable`.
 */
export async function makeFolders(root: string, folder: string): Promise<void> {
  let path = root;
  // One at a time: making all at once would put a kennismap that was just pulled out back as an empty folder, and hides that a place is read-only.
  for (const name of folder.split('/').filter((part) => part !== '' && part !== '.')) {
    path = join(path, name);
    const found = (await lstatOf(path)) ?? (await made(path));
    if (found.isSymbolicLink())
      throw new Failure('entry.unwritable', { path: folder, reason: `de map ${name} is een koppeling naar een andere plek` });
    if (!found.isDirectory()) throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' });
  }
}

type Found = Awaited<ReturnType<typeof lstat>>;

async function made(path: string): Promise<Found> {
  await mkdir(path).catch((error: unknown) => {
    if (errorCode(error) !== 'EEXIST') throw error; // somebody else was just before us
  });
  return lstat(path);
}

function lstatOf(path: string): Promise<Found | undefined> {
  return lstat(path).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  });
}
