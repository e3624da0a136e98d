import { readFile, rename, stat } from 'node:fs/promises';
import type { Adapter } from 'lowdb';
import type { z } from 'zod';
import { writeFileSafely } from '../library/atomic-write.ts';
import { errorCode } from '../library/disk-failure.ts';

/** A settings file is never near this size, bytes. */
const largest = 1024 * 1024;

/**
 * Reads and writes one JSON file for lowdb. A file that cannot be used (empty, cut, not ours) is set aside beside itself and reading gives null;
 * lowdb's own adapter would throw. `setAside` hears where it went; nowhere when it could not, and then it is not written over either. Writing goes
 * the safe way.
 */
export class SafeAdapter<T> implements Adapter<T> {
  readonly #file: string;
  readonly #schema: z.ZodType<T>;
  readonly #setAside: (file: string | undefined) => void;
  readonly #clock: () => Date;
  #unread = false;

  constructor(file: string, schema: z.ZodType<T>, clock: () => Date, setAside: (file: string | undefined) => void) {
    this.#file = file;
    this.#schema = schema;
    this.#clock = clock;
    this.#setAside = setAside;
  }

  async read(): Promise<T | null> {
    let text: string;
    try {
      if ((await stat(this.#file)).size > largest) return await this.#quarantine();
      text = await readFile(this.#file, 'utf8');
    } catch (error) {
      if (errorCode(error) === '') return this.#quarantine();
      // Not there yet is usual; unreadable for another reason is left alone, also later, so that nothing of it gets lost.
      this.#unread = errorCode(error) !== 'ENOENT';
      return null;
    }
    const parsed = this.#schema.safeParse(parsedJson(text));
    return parsed.success ? parsed.data : this.#quarantine();
  }

  async write(data: T): Promise<void> {
    if (this.#unread) throw new Error('what stands there was never read');
    await writeFileSafely(this.#file, `${JSON.stringify(data, null, 2)}\n`);
  }

  async #quarantine(): Promise<null> {
    const aside = `${this.#file}.kapot-${this.#clock().toISOString().replace(/[:.]/g, '-')}`;
    const moved = await rename(this.#file, aside).then(
      () => true,
      () => false,
    );
    this.#unread = !moved;
    this.#setAside(moved ? aside : undefined);
    return null;
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as unknown;
  } catch {
    return undefined;
  }
}
