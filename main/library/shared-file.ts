import { lstat, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Failure } from '../../domain/api/failures.ts';
import { writeFileSafely } from './atomic-write.ts';
import { diskFailure, diskReason, errorCode } from './disk-failure.ts';
import { inTurn } from './entry-writing.ts';
import { makeFolders } from './folder-making.ts';
import type { OpenLibrary } from './open-library.ts';

/** How a file in `.oogst` is read and written. */
export interface SharedForm<T> {
  /** From the root of the kennismap. */
  path: string;
  /** What a file that is not there stands for. */
  none: T;
  /** A larger file cannot be ours; characters. */
  longest: number;
  /** Gives, in Dutch, why when the text cannot be used. */
  read(text: string): T | { fault: string };
  write(value: T): string;
  /** What to fail with when the file that stands there cannot be used; it is then left alone. */
  unusable(reason: string): Failure;
}

/** How often a change is made again on top of what another program wrote just before it. */
const tries = 5;

/** Thrown when the file is not what was read any more. */
class Overtaken extends Error {}

/**
 * A file of the people who share a kennismap: read from disk each time, changed one at a time on top of what stands there, and never replaced when it
 * cannot be read.
 */
export class SharedFile<T extends object> {
  readonly #library: OpenLibrary;
  readonly #form: SharedForm<T>;

  constructor(library: OpenLibrary, form: SharedForm<T>) {
    this.#library = library;
    this.#form = form;
  }

  /** What is in the file; with a fault, and as if empty, when it cannot be used. */
  async read(): Promise<{ value: T; fault?: string }> {
    const { none, read } = this.#form;
    const text = await this.#text().catch((error: unknown) => ({
      fault: error instanceof Failure ? String(error.data['reason']) : diskReason(error),
    }));
    if (typeof text === 'object') return { value: none, ...text };
    const value = text === undefined ? none : read(text);
    return 'fault' in value ? { value: none, fault: value.fault } : { value };
  }

  /**
   * Changes the file; `change` may be called again when another program was just before, and changes nothing by giving back what it got. Fails with
   * `library.read-only`, what the form says of an unusable file, `entry.unwritable` or `disk.*`.
   */
  async change(change: (value: T) => T): Promise<T> {
    if (this.#library.readOnly) throw new Failure('library.read-only', { dir: this.#library.root });
    return inTurn(this.#library, async () => {
      for (let left = tries; ; left--) {
        try {
          return await this.#once(change);
        } catch (error) {
          if (!(error instanceof Overtaken)) throw diskFailure(error, this.#form.path);
          if (left === 0) throw new Failure('disk.failed', { path: this.#form.path, reason: 'een ander programma schrijft er steeds in' });
        }
      }
    });
  }

  /** Tells one state of the file from another. */
  async stamp(): Promise<string> {
    return lstat(this.#file).then(
      (found) => `${found.size} ${found.mtimeMs} ${found.ino}`,
      () => '',
    );
  }

  get #file(): string {
    return this.#library.path(this.#form.path);
  }

  async #once(change: (value: T) => T): Promise<T> {
    const { path, none, read, write, unusable } = this.#form;
    const before = await this.#text();
    const value = before === undefined ? none : read(before);
    if ('fault' in value) throw unusable(value.fault);
    const after = change(value);
    if (after === value) return value;
    await makeFolders(this.#library.root, dirname(path));
    const lastLook = async (): Promise<void> => {
      if ((await this.#text()) !== before) throw new Overtaken();
    };
    try {
      await writeFileSafely(this.#file, write(after), { fresh: before === undefined, lastLook });
    } catch (error) {
      throw before === undefined && errorCode(error) === 'EEXIST' ? new Overtaken() : error;
    }
    return after;
  }

  async #text(): Promise<string | undefined> {
    const { longest, unusable } = this.#form;
    try {
      const found = await lstat(this.#file);
      // Never through a link out of the kennismap, and never into memory what cannot be ours.
      if (!found.isFile()) throw unusable('het is geen gewoon bestand');
      if (found.size > longest * 4) return ' '.repeat(longest + 1);
      return await readFile(this.#file, 'utf8');
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return undefined;
      throw error;
    }
  }
}
