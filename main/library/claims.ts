import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { errorCode } from './disk-failure.ts';

/** How long to wait for another program before going on without; a claim that was not renewed in this time is nobody's. Milliseconds. */
const patience = 10_000;

const Holder = z.object({ pid: z.number().int(), at: z.number() });

/**
 * Turns between programs of one user on one computer (window, command line, a second window): a claim is a file in the profile, never in the shared
 * folder, where it would be synchronised. It only makes lost updates rarer and saves cheaper; what decides is always the file itself. When claims
 * cannot be made, work goes on without.
 */
export class Claims {
  readonly #dir: string;
  readonly #file: string;

  constructor(dir: string, root: string) {
    this.#dir = dir;
    this.#file = join(dir, createHash('sha256').update(root).digest('hex').slice(0, 32));
  }

  async alone<T>(act: () => Promise<T>): Promise<T> {
    const mine = await this.#take();
    const renewal = mine ? setInterval(() => void writeFile(this.#file, held()).catch(() => undefined), patience / 4) : undefined;
    renewal?.unref();
    try {
      return await act();
    } finally {
      clearInterval(renewal);
      if (mine) await rm(this.#file, { force: true }).catch(() => undefined);
    }
  }

  async #take(): Promise<boolean> {
    const until = Date.now() + patience;
    const claim = (): Promise<void> => writeFile(this.#file, held(), { flag: 'wx' });
    for (let wait = 1; ; wait = Math.min(wait * 2, 50)) {
      try {
        await claim();
        return true;
      } catch (error) {
        if (errorCode(error) === 'ENOENT') await mkdir(this.#dir, { recursive: true }).catch(() => undefined);
        else if (errorCode(error) !== 'EEXIST') return false;
        else await this.#breakDead();
      }
      if (Date.now() > until) return false;
      await pause(Math.random() * wait);
    }
  }

  /** Takes away the claim of a program that died. It is renamed first, so that of two who see it dead only one takes it away. */
  async #breakDead(): Promise<void> {
    const text = await readFile(this.#file, 'utf8').catch(() => undefined);
    if (text === undefined || (text !== '' && !isDead(text))) return;
    if (text === '' && !(await this.#staysEmpty())) return;
    const aside = `${this.#file}.${randomBytes(4).toString('hex')}`;
    await rename(this.#file, aside).catch(() => undefined);
    const taken = await readFile(aside, 'utf8').catch(() => undefined);
    // Somebody else was quicker and it is a living claim that was taken: it goes back where it was.
    if (taken !== undefined && taken !== text) await rename(aside, this.#file).catch(() => undefined);
    else await rm(aside, { force: true }).catch(() => undefined);
  }

  /** An empty claim is being written right now, or its writer died in the middle of that. */
  async #staysEmpty(): Promise<boolean> {
    await pause(100);
    return (await readFile(this.#file, 'utf8').catch(() => 'weg')) === '';
  }
}

const held = (): string => JSON.stringify({ pid: process.pid, at: Date.now() });

function isDead(text: string): boolean {
  let holder: z.infer<typeof Holder>;
  try {
    holder = Holder.parse(JSON.parse(text));
  } catch {
    return true;
  }
  if (Date.now() - holder.at > patience) return true;
  try {
    process.kill(holder.pid, 0);
    return false;
  } catch (error) {
    return errorCode(error) !== 'EPERM';
  }
}
