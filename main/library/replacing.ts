import { createHash } from 'node:crypto';
import { readFileSync, renameSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { temporaryName, writeFileSafely } from './atomic-write.ts';
import { errorCode } from './disk-failure.ts';

/** What a file must still say to be replaced: the SHA-256 of its bytes, hex. */
type Revision = string;

const revisionOf = (bytes: string | Uint8Array): Revision => createHash('sha256').update(bytes).digest('hex');

/**
 * Replaces a file only when it still says what was read, also when another computer writes at the same moment. Just before the rename the file is
 * looked at once more and gets a second name; what the rename took away is looked at afterwards. Was that something else after all, then it is
 * handed to `overwritten`, put back, and the answer is false. Throws the file system's error; then the old file stands there.
 */
export async function replaceUnchanged(
  file: string,
  was: Revision,
  data: string | Uint8Array,
  overwritten: (bytes: Uint8Array) => Promise<void>,
): Promise<boolean> {
  const held = join(dirname(file), temporaryName());
  let overtaken = false;
  const lastLook = async (): Promise<void> => {
    overtaken = revisionOf(await readFile(file)) !== was;
    if (overtaken) throw new Error('overtaken');
  };
  try {
    await writeFileSafely(file, data, { lastLook, hold: held });
    const taken = await readFile(held).catch(() => undefined);
    if (!taken || revisionOf(taken) === was) return true;
    putBack(held, file, revisionOf(data));
    await overwritten(taken);
    return false;
  } catch (error) {
    if (overtaken || errorCode(error) === 'ENOENT') return false;
    throw error;
  } finally {
    await rm(held, { force: true }).catch(() => undefined);
  }
}

/** Gives a file back what was taken from it, unless somebody wrote on top of ours meanwhile; what was taken is kept as a version in any case. */
function putBack(held: string, file: string, ours: Revision): void {
  if (revisionOf(readFileSync(file)) === ours) renameSync(held, file);
}
