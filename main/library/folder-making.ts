import { lstat, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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
    refuseLink(found, name, folder);
    if (!found.isDirectory()) throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' });
  }
}

/**
 * Refuses a place in a kennismap, by its path from the root with `/`, when a folder on the way to it is a link by now: what is behind a link is not ours,
 * and a folder can be swapped for one after it was looked at. Folders that are not there yet are none. Fails with `entry.unwritable`.
 */
export async function refuseLinkedFolders(root: string, place: string): Promise<void> {
  let path = root;
  for (const name of place.split('/').slice(0, -1)) {
    path = join(path, name);
    const found = await lstatOf(path);
    if (!found) return;
    refuseLink(found, name, place);
  }
}

function refuseLink(found: Found, name: string, place: string): void {
  if (!found.isSymbolicLink()) return;
  throw new Failure('entry.unwritable', { path: place, reason: `de map ${name} is een koppeling naar een andere plek` });
}

/**
 * Makes a folder anywhere on the computer, with those on the way to it. One at a time: in some places (`/proc`) making all at once never comes to an end.
 * Throws the file system's error.
 */
export async function makeWay(path: string): Promise<void> {
  const missing: string[] = [];
  for (let at = path; !(await lstatOf(at)) && dirname(at) !== at; at = dirname(at)) missing.push(at);
  for (const folder of missing.toReversed()) await made(folder);
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
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return undefined;
    throw error;
  });
}
