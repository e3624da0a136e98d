import { lstat, readdir } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import type { BackupReport, BackupRestored, CallContext, Service } from '../../domain/api/contract.ts';
import { Failure } from '../../domain/api/failures.ts';
import { diskFailure, diskReason, errorCode } from '../library/disk-failure.ts';
import type { Session } from '../library/session.ts';
import { checksumOf, fileBytes, filesToBackUp, listName, nameInZip, readBackup, restoreBackup, type BackupList } from './backup.ts';
import { writeZip } from './zip-file.ts';

export interface BackupOptions {
  session: Session;
  clock: () => Date;
  appVersion: string;
}

/** A whole kennismap in one file, and back. */
export function createBackupService(options: BackupOptions): Service<'backup'> {
  return {
    'backup.make': async ({ out, replace }, context) => makeBackup(options, resolve(out), replace ?? false, context),
    'backup.check': async ({ path }, context) => {
      const { naam, gemaakt, bestanden } = await readBackup(resolve(path), async (label, _, done, total) => {
        stopWhenAsked(context.signal);
        context.report({ done, total, label });
      });
      return { name: naam, made: gemaakt, files: bestanden.length, bytes: bestanden.reduce((sum, file) => sum + file.bytes, 0) };
    },
    'backup.find': async ({ dir }) => zipsIn(resolve(dir)),
    'backup.restore': async ({ path, dir, replace }, context) =>
      restore(options, { path: resolve(path), dir: resolve(dir), replace: replace ?? false }, context),
  };
}

async function zipsIn(dir: string): Promise<{ name: string; path: string; bytes: number; changed: number }[]> {
  const out: { name: string; path: string; bytes: number; changed: number }[] = [];
  const names = await readdir(dir).catch((error: unknown) => Promise.reject(diskFailure(error, dir)));
  for (const name of names.filter((one) => /\.zip$/i.test(one) && !one.startsWith('.'))) {
    const path = join(dir, name);
    const found = await lstat(path).catch(() => undefined);
    if (found?.isFile()) out.push({ name, path, bytes: found.size, changed: found.mtimeMs });
  }
  return out.sort((a, b) => b.changed - a.changed);
}

async function makeBackup(
  { session, clock, appVersion }: BackupOptions,
  target: string,
  replace: boolean,
  context: CallContext<'backup.make'>,
): Promise<BackupReport> {
  const { root, name } = session.library();
  const inside = relative(root, target);
  if (!inside.startsWith('..') && !isAbsolute(inside))
    throw new Failure('export.target', { path: target, reason: 'die plek ligt in de kennismap zelf' });
  const list: BackupList = { reservekopie: 1, naam: name, gemaakt: clock().toISOString(), oogst: appVersion, bestanden: [] };
  const left = await fillList(list, root, name, context.signal);
  const total = list.bestanden.length;
  const entries = [
    { path: listName, read: async () => Buffer.from(`${JSON.stringify(list, null, 1)}\n`) },
    ...list.bestanden.map(({ pad, in_zip }) => ({ path: in_zip ?? pad, read: () => fileBytes(root, pad) })),
  ];
  const bytes = await writeZip(target, entries, {
    made: clock(),
    replace,
    added: async (index) => {
      stopWhenAsked(context.signal);
      context.report({ done: Math.max(0, index - 1), total, label: list.bestanden[index - 1]?.pad ?? '' });
    },
    // A backup that cannot be read back is none, and must not take the place of one that can.
    check: async (file) => void (await readBackup(file, async () => stopWhenAsked(context.signal))),
  });
  return { path: target, bytes, files: total, ...(left.length === 0 ? {} : { left }) };
}

/** Errors that say something about one file; any other, or more of these than of files that can be read, is about the disk. */
const ofOneFile: ReadonlySet<string> = new Set(['ENOENT', 'EACCES', 'EPERM', 'EINVAL', 'ENAMETOOLONG']);

/** Lists every file with its sum; gives those that cannot be read, with why: they are no reason to have no backup of the rest. */
async function fillList(list: BackupList, root: string, name: string, signal: AbortSignal): Promise<{ path: string; reason: string }[]> {
  const left: { path: string; reason: string }[] = [];
  const files = await filesToBackUp(root).catch((error: unknown) => Promise.reject(diskFailure(error, name)));
  for (const [index, pad] of files.entries()) {
    stopWhenAsked(signal);
    const file = join(root, ...pad.split('/'));
    try {
      const inZip = nameInZip(pad, index);
      const found = { pad, bytes: (await lstat(file)).size, sha256: await checksumOf(file) };
      list.bestanden.push({ ...found, ...(inZip === pad ? {} : { in_zip: inZip }) });
    } catch (error) {
      if (!ofOneFile.has(errorCode(error)) || left.length >= list.bestanden.length + 10) throw diskFailure(error, name);
      left.push({ path: pad, reason: diskReason(error) });
    }
  }
  return left;
}

async function restore(
  { session, clock }: BackupOptions,
  { path, dir, replace }: { path: string; dir: string; replace: boolean },
  context: CallContext<'backup.restore'>,
): Promise<BackupRestored> {
  const state = session.state;
  const before = 'dir' in state ? state.dir : undefined;
  if (replace && before === dir) await session.close();
  try {
    const step = (done: number, total: number, label: string): void => {
      stopWhenAsked(context.signal);
      context.report({ done, total, label });
    };
    const done = await restoreBackup(path, dir, { replace, now: clock(), step });
    await session.open(dir);
    return { dir, ...done };
  } catch (error) {
    // What was open before is open again.
    if (before !== undefined && session.state.state === 'none') await session.open(before).catch(() => undefined);
    throw error;
  }
}

function stopWhenAsked(signal: AbortSignal): void {
  if (signal.aborted) throw new Failure('cancelled');
}
