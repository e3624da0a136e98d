import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeFileSafely } from './atomic-write.ts';

/** What somebody saw of a kept query the last time: the question as it was, when, and which write-ups it found. */
const Seen = z.object({ query: z.string(), at: z.string(), ids: z.array(z.string()) });
export type Seen = z.infer<typeof Seen>;

/** No collection is larger than this; the rest counts as seen. */
export const mostSeen = 50_000;

/** So many queries are remembered, of all kennismappen; who has more sees nothing new in those looked at longest ago. */
const mostFiles = 1000;

/**
 * Which write-ups of each kept query somebody saw. It is about a person and not about the kennismap, so it is kept in the profile: a small file per
 * query. Losing it only means that nothing counts as new until the next look.
 */
export class SeenSearches {
  readonly #dir: string;
  readonly #read = new Map<string, { changed: number; seen: Seen }>();

  constructor(profile: string) {
    this.#dir = join(profile, 'zoekvragen-gezien');
  }

  /** What was seen, or undefined when it was never looked at. */
  async find(root: string, id: string): Promise<Seen | undefined> {
    const file = this.#file(root, id);
    try {
      const changed = (await stat(file)).mtimeMs;
      const held = this.#read.get(file);
      if (held?.changed === changed) return held.seen;
      const seen = Seen.parse(JSON.parse(await readFile(file, 'utf8')));
      this.#read.set(file, { changed, seen });
      return seen;
    } catch {
      return undefined;
    }
  }

  /** Keeps what is seen now. Failing to never stops the work. */
  async keep(root: string, id: string, seen: Seen): Promise<void> {
    const file = this.#file(root, id);
    try {
      await mkdir(this.#dir, { recursive: true });
      await writeFileSafely(file, JSON.stringify({ ...seen, ids: seen.ids.slice(0, mostSeen) }));
      this.#read.set(file, { changed: (await stat(file)).mtimeMs, seen });
      await this.#prune();
    } catch {
      this.#read.delete(file);
    }
  }

  async #prune(): Promise<void> {
    const names = await readdir(this.#dir);
    if (names.length <= mostFiles) return;
    const dated = await Promise.all(names.map(async (name) => ({ name, at: (await stat(join(this.#dir, name))).mtimeMs })));
    dated.sort((a, b) => b.at - a.at);
    for (const { name } of dated.slice(mostFiles)) await rm(join(this.#dir, name), { force: true });
  }

  #file(root: string, id: string): string {
    return join(this.#dir, `${createHash('sha256').update(`${root}\n${id}`).digest('hex').slice(0, 32)}.json`);
  }
}
