import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { onTestFinished } from 'vitest';

/** Whether a disk can be made here: only for root, and not in every container. A test that needs it says so in its title when it is passed over. */
export const mayMount = ((): boolean => {
  const dir = `/tmp/oogst-proef-${process.pid}`;
  mkdirSync(dir, { recursive: true });
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', dir]).status === 0;
  if (mounted) spawnSync('umount', [dir]);
  rmSync(dir, { recursive: true, force: true });
  return mounted;
})();

/** Mounts something on a folder until the test is over. */
export function mount(dir: string, ...options: string[]): void {
  const { status, stderr } = spawnSync('mount', [...options, dir], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`mount ${options.join(' ')}: ${stderr}`);
  onTestFinished(() => unmount(dir));
}

export function unmount(dir: string): void {
  spawnSync('umount', ['-l', dir]);
}

/** Root writes where it likes, read-only or not; only an immutable file holds it. */
export const chattr = (flag: '+i' | '-i', path: string): boolean => spawnSync('chattr', [flag, path]).status === 0;
