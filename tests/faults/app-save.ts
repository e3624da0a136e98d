import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { writeFileSafely } from '../../main/library/atomic-write.ts';
import { errorCode } from '../../main/library/disk-failure.ts';
import { replaceUnchanged } from '../../main/library/replacing.ts';

/** Saves the way the app does: a file that is there is replaced when it still says what was read, a new one never replaces. Throws when it did not. */
export async function appSave(file: string, text: string): Promise<void> {
  const before = await readFile(file).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (!before) return writeFileSafely(file, text, { fresh: true });
  const was = createHash('sha256').update(before).digest('hex');
  if (!(await replaceUnchanged(file, was, text, () => Promise.resolve()))) throw new Error('somebody else wrote in it');
}
