import { lstat, readdir } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import type { BackupReport, BackupRestored, CallContext, Service } from '../../domain/api/contract.ts';
import { Failure } from '../../domain/api/failures.ts';
import { diskFailure } from '../library/disk-failure.ts';
import type { Session } from '../library/session.ts';
import { checksumOf, fileBytes, filesToBackUp, listName, readBackup, restoreBackup, type BackupList } from './backup.ts';
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
  try {
    for (const pad of await filesToBackUp(root)) {
      stopWhenAsked(context.signal);
      const file = join(root, ...pad.split('/'));
      list.bestanden.push({ pad, bytes: (await lstat(file)).size, sha256: await checksumOf(file) });
    }
  } catch (error) {
    throw diskFailure(error, name);
  }
  const total = list.bestanden.length;
  const entries = [
    { path: listName, read: async () => Buffer.from(`${JSON.stringify(list, null, 1)}\n`) },
    ...list.bestanden.map(({ pad }) => ({ path: pad, read: () => fileBytes(root, pad) })),
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
  return { path: target, bytes, files: total };
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
