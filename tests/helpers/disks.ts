import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './temporary.ts';

const works = (program: string, ...args: string[]): boolean => spawnSync(program, args, { stdio: 'ignore' }).status === 0;

/** Tries once, in a folder of its own, whether this computer lets a test do something to a disk. */
function tried(act: (dir: string) => boolean): boolean {
  if (process.platform !== 'linux') return false;
  const dir = mkdtempSync(join(tmpdir(), 'oogst-proef-'));
  try {
    return act(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Whether tests may mount small disks of their own (on Linux, with the rights of the administrator). */
export const canMount = tried((dir) => works('mount', '-t', 'tmpfs', 'oogst-test', dir) && works('umount', dir));

/** Whether tests may make a file unchangeable (`chattr`). */
export const canFreeze = tried((dir) => works('chattr', '+a', dir) && works('chattr', '-a', dir));

/** Whether tests may run a program as somebody else (`setpriv`). */
export const canBeOther = tried(() => works('setpriv', '--reuid', '65534', '--clear-groups', 'true'));

/** Files to put somewhere: path → content. */
export async function put(dir: string, files: Record<string, string | Uint8Array>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const file = join(dir, ...path.split('/'));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

/** A small disk of this test alone in `dir`; gone when the test is over. Gives a way to take it out. */
export function smallDisk(dir: string, size: string): () => void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'oogst-test', dir]);
  return takenOut(dir);
}

/** The folder or file `from` shown once more at `dir`, `ro` for reading only; gone when the test is over. */
export function shownAt(from: string, dir: string, ...options: 'ro'[]): () => void {
  execFileSync('mount', ['--bind', from, dir]);
  const out = takenOut(dir);
  if (options.length > 0) execFileSync('mount', ['-o', `remount,bind,${options.join(',')}`, dir]);
  return out;
}

function takenOut(dir: string): () => void {
  let there = true;
  const out = (): void => {
    // Lazy: a file that is still open must not keep the disk.
    if (there) execFileSync('umount', ['-l', dir]);
    there = false;
  };
  onTestFinished(out);
  return out;
}

/** Sets an attribute (`i`: unchangeable, `a`: only adding) on a file or folder until it is taken off or the test is over. */
export function frozen(path: string, attribute: 'i' | 'a'): () => void {
  execFileSync('chattr', [`+${attribute}`, path]);
  const off = (): void => void spawnSync('chattr', [`-${attribute}`, path], { stdio: 'ignore' });
  onTestFinished(off);
  return off;
}

/** A folder of this test with a small disk in it. */
export async function folderOnDisk(size: string, files: Record<string, string | Uint8Array> = {}): Promise<{ dir: string; takeOut: () => void }> {
  const dir = await temporaryFolder();
  const takeOut = smallDisk(dir, size);
  await put(dir, files);
  return { dir, takeOut };
}
