import { readdir, statfs, truncate, writeFile } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../domain/api/failures.ts';
import { isTemporary, writeFileSafely } from '../../main/library/atomic-write.ts';
import { diskFailure } from '../../main/library/disk-failure.ts';
import { inFolder, textAt, works, type Run } from './ground.ts';
import { count, emptyOutcome, judgeFile, versionText, type Outcome } from './judging.ts';

const block = 4096;

/** Saves on a disk with every number of free blocks, from none to one more than the file needs. */
export async function fullDisk({ full }: Run): Promise<Outcome[]> {
  const outcome = emptyOutcome('3 volle schijf');
  const blocks = full ? 298 : 58;
  await inFolder(async (dir) => {
    if (!works('mount', '-t', 'tmpfs', '-o', `size=${(blocks + 64) * block}`, 'oogst-fouten', dir)) {
      outcome.skipped = (blocks + 2) * 2;
      outcome.notes.push('overgeslagen: geen rechten');
      return;
    }
    try {
      for (const fresh of [false, true]) for (let free = 0; free <= blocks + 1; free++) await saveWith(dir, free, blocks, fresh, outcome);
    } finally {
      works('umount', dir);
    }
  });
  return [outcome];
}

async function saveWith(dir: string, free: number, blocks: number, fresh: boolean, outcome: Outcome): Promise<void> {
  for (const name of await readdir(dir)) rmSync(join(dir, name));
  const old = join(dir, 'stuk.md');
  await writeFile(old, versionText(1, 1000));
  await fillUntil(dir, free);
  const text = versionText(2, blocks * block - 200);
  const file = fresh ? join(dir, 'nieuw.md') : old;
  let acknowledged = fresh ? -1 : 1;
  try {
    await writeFileSafely(file, text, { fresh });
    acknowledged = 2;
  } catch (error) {
    const failure = diskFailure(error, 'stuk.md');
    if (!(failure instanceof Failure) || failure.code !== 'disk.full') {
      outcome.other++;
      outcome.notes.push(`niet als volle schijf gemeld: ${failure.code}, ${free} vrij`);
    }
  }
  if (acknowledged !== 2 && free > blocks) {
    outcome.other++;
    outcome.notes.push(`${free} blokken vrij was genoeg`);
  }
  count(outcome, judgeFile(await textAt(file), acknowledged, 2), `${free} blokken vrij${fresh ? ', nieuw bestand' : ''}`);
  if (fresh && judgeFile(await textAt(old), 1, 1) !== 'good') count(outcome, 'lost', `het andere bestand, ${free} blokken vrij`);
  outcome.strays += (await readdir(dir)).filter(isTemporary).length;
}

async function fillUntil(dir: string, free: number): Promise<void> {
  const filler = join(dir, 'vulling');
  await writeFile(filler, '');
  const { bfree } = await statfs(dir);
  await writeFile(filler, Buffer.alloc((bfree - free) * block, 1));
  const now = (await statfs(dir)).bfree;
  if (now !== free) await truncate(filler, (bfree - free - (free - now)) * block);
  if ((await statfs(dir)).bfree !== free) throw new Error(`cannot leave ${free} blocks free`);
}
