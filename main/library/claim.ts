import { createHash, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { errorCode, isAlive } from './disk-failure.ts';

/** A holder that does not let go in this time hangs; then we go on without, milliseconds. */
const patience = 10_000;

/**
 * Runs `act` while no other Oogst of this user on this computer changes the same folder. The claim is a file outside the folder, so that nothing
 * of it is synchronised or left there; one of a dead process is cleared. Where no claim can be made, `act` just runs.
 */
export async function claimed<T>(root: string, act: () => Promise<T>): Promise<T> {
  const held = await take(root).catch(() => undefined);
  try {
    return await act();
  } finally {
    if (held !== undefined) await rm(held, { force: true }).catch(() => undefined);
  }
}

/** Path of the claim when it is ours. */
async function take(root: string): Promise<string | undefined> {
  const folder = join(tmpdir(), `oogst-beurten-${userInfo().username.replace(/\W/g, '_')}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const claim = join(folder, createHash('sha256').update(root).digest('hex').slice(0, 32));
  const own = `${claim}-${process.pid}-${randomBytes(4).toString('hex')}`;
  // Linked when it is whole: nobody sees a claim without its owner in it.
  await writeFile(own, String(process.pid), { flag: 'wx' });
  try {
    for (const until = Date.now() + patience; Date.now() < until;) {
      if (await linked(own, claim)) return claim;
      await clearAbandoned(claim, own);
      await pause(1 + Math.random() * 3);
    }
    return undefined;
  } finally {
    await rm(own, { force: true });
  }
}

async function linked(own: string, claim: string): Promise<boolean> {
  try {
    await link(own, claim);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Renamed first: of two who clear at once only one does. A claim that turns out to be of a living process is put back. */
async function clearAbandoned(claim: string, own: string): Promise<void> {
  const abandoned = async (path: string): Promise<boolean> => !isAlive(Number(await readFile(path, 'utf8')));
  try {
    if (!(await abandoned(claim))) return;
    await rename(claim, `${own}-weg`);
    if (!(await abandoned(`${own}-weg`))) await link(`${own}-weg`, claim);
  } catch {
    // The other was first; the next turn shows who has it.
  }
  await rm(`${own}-weg`, { force: true });
}
