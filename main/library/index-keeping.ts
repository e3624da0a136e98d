import { setImmediate as turn } from 'node:timers/promises';
import { valueLabels } from '../../domain/search/document.ts';
import type { AttachmentQueue } from './attachment-queue.ts';
import type { IndexCache } from './index-cache.ts';
import { letGo } from './let-go.ts';
import type { OpenLibrary } from './open-library.ts';

/** With fewer write-ups there is nothing to win, and nothing that could go missing all at once. */
const least = 5;

/** How long it must have been quiet before the index is kept, milliseconds: after the first look, and after later changes. */
const quiet = { first: 2000, later: 30_000 };

export interface IndexKeepingOptions {
  library: OpenLibrary;
  cache: IndexCache;
  attachments: AttachmentQueue;
  closed: AbortSignal;
}

/** Brings back the kept index of a kennismap at the start, and keeps it anew when there is time. Never in the way: what fails is left. */
export class IndexKeeping {
  readonly #options: IndexKeepingOptions;
  #changed = false;
  #timer: NodeJS.Timeout | undefined;
  #saving: Promise<void> = Promise.resolve();

  constructor(options: IndexKeepingOptions) {
    this.#options = options;
  }

  /** Puts what was kept on the shelf; gives whether there was anything. What the files say now is for the first look to find out. */
  async restore(): Promise<boolean> {
    const { library, cache, attachments } = this.#options;
    const kept = await cache.load({ synonyms: library.synonyms, labels: valueLabels(library.vocabulary) });
    if (!kept || this.#options.closed.aborted) return false;
    library.engine = kept.engine;
    if (!library.shelf.restore(kept.entries)) for (const { path, entry } of kept.entries) library.shelf.put(path, entry);
    for (const { path, entry } of kept.entries) {
      if (entry.id === entry.idBefore && kept.engine.has(entry.id)) continue;
      // Read again at the first look.
      entry.size = -1;
      entry.revision = '';
      if (!library.shelf.find(entry.idBefore)) kept.engine.remove(entry.idBefore);
      attachments.add(path, '');
    }
    attachments.restore(kept.attachments, library.shelf.paths());
    return true;
  }

  /** Has the engine do what the first search would otherwise wait for. */
  async warm(): Promise<void> {
    for (const _ of this.#options.library.engine.warm()) {
      await turn();
      if (this.#options.closed.aborted) return;
    }
  }

  /** Something changed, or a look is over for the first time and nothing was kept yet. */
  changed(first: boolean): void {
    this.#changed = true;
    clearTimeout(this.#timer);
    if (this.#options.closed.aborted) return;
    this.#timer = setTimeout(() => void this.#save(), first ? quiet.first : quiet.later);
    this.#timer.unref();
  }

  /** Keeps what was not kept yet. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#save();
  }

  async #save(): Promise<void> {
    this.#saving = this.#saving.then(() => this.#once()).catch(() => undefined);
    await this.#saving;
  }

  async #once(): Promise<void> {
    const { library, cache, attachments } = this.#options;
    if (!this.#changed) return;
    this.#changed = false;
    if (library.shelf.size < least) return cache.drop();
    letGo(library.shelf.size);
    const done = await cache.save(library.engine, library.shelf, attachments.kept(), async () => {
      await turn();
    });
    if (!done) return this.changed(false);
    letGo(library.shelf.size);
  }
}
