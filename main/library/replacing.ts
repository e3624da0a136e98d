import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Failure } from '../../domain/api/failures.ts';
import { put, temporaryName, writeFileSafely } from './atomic-write.ts';
import { errorCode } from './disk-failure.ts';

/** What a file must still say to be replaced: the SHA-256 of its bytes, hex. */
type Revision = string;

const revisionOf = (bytes: string | Uint8Array): Revision => createHash('sha256').update(bytes).digest('hex');

/**
 * Replaces a file only when it still says what was read, also when another computer writes at the same moment. Just before the rename the file is
 * looked at once more and gets a second name; what the rename took away is looked at afterwards. Was that something else after all, then it is
 * handed to `overwritten`, put back, and the answer is false. What cannot be looked at, or not be kept, stays under its second name and is brought to
 * safety at the next opening. Throws the file system's error; then the old file stands there, or with `disk.unsure` the new one.
 */
export async function replaceUnchanged(
  file: string,
  was: Revision,
  data: string | Uint8Array,
  overwritten: (bytes: Uint8Array) => Promise<unknown>,
): Promise<boolean> {
  const held = join(dirname(file), temporaryName());
  let overtaken = false;
  const lastLook = async (): Promise<void> => {
    overtaken = revisionOf(await readFile(file)) !== was;
    if (overtaken) throw new Error('overtaken');
  };
  let unsure: Failure | undefined;
  try {
    await writeFileSafely(file, data, { lastLook, hold: held });
  } catch (error) {
    unsure = isUnsure(error) ? error : undefined;
    if (!unsure) await rm(held, { force: true }).catch(() => undefined);
    if (overtaken || errorCode(error) === 'ENOENT') return false;
    if (!unsure) throw error;
  }
  const same = await lookBack(held, { file, was, ours: revisionOf(data), overwritten });
  if (same && unsure) throw unsure;
  return same;
}

/** By then the new file has its name already. */
const isUnsure = (error: unknown): error is Failure => error instanceof Failure && error.code === 'disk.unsure';

interface Replaced {
  file: string;
  was: Revision;
  ours: Revision;
  overwritten: (bytes: Uint8Array) => Promise<unknown>;
}

/** Whether what was taken away is what was read. It is only removed when it is, or when it is safe elsewhere: there may be no other copy. */
async function lookBack(held: string, { file, was, ours, overwritten }: Replaced): Promise<boolean> {
  let taken: Buffer | undefined;
  try {
    taken = await readFile(held);
  } catch {
    return true;
  }
  const same = revisionOf(taken) === was;
  if (!same && !(await givenBack(held, taken, { file, ours, overwritten }))) return false;
  await rm(held, { force: true }).catch(() => undefined);
  return same;
}

/**
 * Keeps what was taken from a file and gives it back, unless somebody wrote on top of ours or removed it meanwhile. What stands there gets a second name in its
 * turn: a text that comes in this very moment is looked at and given back likewise. Gives whether it is safe elsewhere.
 */
async function givenBack(held: string, taken: Buffer, { file, ours, overwritten }: Omit<Replaced, 'was'>): Promise<boolean> {
  const kept = await overwritten(taken).then(
    () => true,
    () => false,
  );
  const beneath = join(dirname(file), temporaryName());
  try {
    if (revisionOf(readFileSync(file)) !== ours) return kept;
    put(held, file, beneath);
  } catch {
    // What was taken is kept as a version, or stays under its second name.
    await rm(beneath, { force: true }).catch(() => undefined);
    return kept;
  }
  const replaced = await readFile(beneath).catch(() => undefined);
  if (!replaced) return kept;
  const safe = revisionOf(replaced) === ours || (await givenBack(beneath, replaced, { file, ours: revisionOf(taken), overwritten }));
  if (safe) await rm(beneath, { force: true }).catch(() => undefined);
  return kept;
}
