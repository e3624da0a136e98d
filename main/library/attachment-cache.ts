import { mkdir, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { TextType } from '../../domain/entries/attachment-links.ts';
import { sweepTemporaries, writeFileSafely } from './atomic-write.ts';
import { ExtractedText } from './text-extraction.ts';

/** Goes up when the same bytes would give another text; what was kept before is then thrown away. */
const version = 1;

interface Kept {
  size: number;
  /** Last time it was used, milliseconds since 1970. */
  used: number;
}

/**
 * Texts of attachments that were read before, by the SHA-256 of their bytes, in the user's profile. A cache and no more: a file that is gone or
 * broken only means reading the attachment again, and a disk that refuses only that nothing is kept.
 */
export class AttachmentCache {
  readonly #base: string;
  readonly #most: number;
  #kept: Promise<Map<string, Kept>> | undefined;

  /** `most`: bytes the texts may take together. */
  constructor(profile: string, most = 200 * 1024 * 1024) {
    this.#base = join(profile, 'bijlage-tekst');
    this.#most = most;
  }

  async get(hash: string, type: TextType): Promise<ExtractedText | undefined> {
    const name = nameOf(hash, type);
    try {
      const found = ExtractedText.parse(JSON.parse(await readFile(join(this.#dir, name), 'utf8')));
      const now = new Date();
      const held = (await this.#list()).get(name);
      if (held) held.used = now.getTime();
      await utimes(join(this.#dir, name), now, now).catch(() => undefined);
      return found;
    } catch {
      return undefined;
    }
  }

  async put(hash: string, type: TextType, found: ExtractedText): Promise<void> {
    const name = nameOf(hash, type);
    const bytes = Buffer.from(JSON.stringify(found));
    try {
      const kept = await this.#list();
      await writeFileSafely(join(this.#dir, name), bytes);
      kept.set(name, { size: bytes.length, used: Date.now() });
      await this.#shrink(kept);
    } catch {
      // Nothing is kept; the next time it is read again.
    }
  }

  get #dir(): string {
    return join(this.#base, String(version));
  }

  #list(): Promise<Map<string, Kept>> {
    this.#kept ??= this.#look();
    return this.#kept;
  }

  async #look(): Promise<Map<string, Kept>> {
    await mkdir(this.#dir, { recursive: true });
    for (const name of await readdir(this.#base)) if (name !== String(version)) await rm(join(this.#base, name), { recursive: true, force: true });
    await sweepTemporaries(this.#dir);
    const kept = new Map<string, Kept>();
    for (const name of await readdir(this.#dir)) {
      const found = await stat(join(this.#dir, name)).catch(() => undefined);
      if (found?.isFile() && name.endsWith('.json')) kept.set(name, { size: found.size, used: found.mtimeMs });
    }
    return kept;
  }

  async #shrink(kept: Map<string, Kept>): Promise<void> {
    let total = [...kept.values()].reduce((sum, one) => sum + one.size, 0);
    if (total <= this.#most) return;
    for (const [name, { size }] of [...kept].sort(([, a], [, b]) => a.used - b.used)) {
      if (total <= this.#most) return;
      await rm(join(this.#dir, name), { force: true });
      kept.delete(name);
      total -= size;
    }
  }
}

const nameOf = (hash: string, type: TextType): string => `${hash}.${type}.json`;
