import { lstat, stat } from 'node:fs/promises';
import { errorCode } from './disk-failure.ts';

/** What is at a path that should be a kennismap: a folder, something else, or nothing. Other errors are thrown. */
export async function folderAt(path: string): Promise<'folder' | 'other' | 'nothing'> {
  const found = await stat(path).catch((error: unknown) => {
    // Nor can anything stand under a name that is longer than the disk knows.
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(errorCode(error))) return undefined;
    throw error;
  });
  return found ? (found.isDirectory() ? 'folder' : 'other') : 'nothing';
}

/** Whether anything at all stands at a path, a broken link included. */
export const isTaken = async (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );
