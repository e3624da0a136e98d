import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What every part is given. */
export interface Run {
  full: boolean;
  seed: number;
  /** Another number of cases than that of the default or the full run, for the parts that draw their cases. */
  count?: number;
}

/** The built program of one of the children. */
export const child = (name: string): string => join(dirname(fileURLToPath(import.meta.url)), `${name}-child.mjs`);

/** A folder for one part, removed afterwards. */
export async function inFolder<T>(act: (dir: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'oogst-fouten-'));
  try {
    return await act(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** Numbers that follow from a seed (mulberry32). */
export function chance(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** Runs a program to its end; gives what it wrote. */
export function finish(
  program: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((done) => {
    const running = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    running.stdout.on('data', (data: Buffer) => (out += data.toString()));
    running.stderr.on('data', (data: Buffer) => (err += data.toString()));
    running.on('error', (error) => done({ code: -1, out, err: err + error.message }));
    running.on('close', (code) => done({ code, out, err }));
  });
}

/** Runs a system command; true when it did what was asked. */
export const works = (program: string, ...args: string[]): boolean => spawnSync(program, args, { stdio: 'ignore' }).status === 0;

/** Whether strace may change what a program's system calls do. */
export const mayInject = (): boolean => works('strace', '-f', '-qq', '-o', '/dev/null', '-e', 'inject=fsync:error=EIO', 'true');

export const textAt = (path: string): Promise<string | undefined> => readFile(path, 'utf8').catch(() => undefined);

/** Names in a folder that are not those expected there. */
export const namesBeside = async (dir: string, expected: readonly string[]): Promise<string[]> =>
  (await readdir(dir)).filter((name) => !expected.includes(name));

/** Does work for every item, a few at a time. */
export async function inParallel<T>(items: readonly T[], width: number, act: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < items.length) await act(items[next++]!);
  };
  await Promise.all(Array.from({ length: width }, lane));
}

/** Milliseconds on a clock that all processes of this computer share and that nobody sets. */
export const clock = (): number => Number(process.hrtime.bigint()) / 1e6;
