import { readdir } from 'node:fs/promises';
import { posix } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { attachmentsFolder, attachmentsOf } from '../../domain/entries/attachment-links.ts';
import { bodyOf } from '../../domain/entries/file-text.ts';
import type { AttachmentText, AttachmentTexts } from './attachment-text.ts';
import type { FileContent } from './file-reading.ts';
import type { OpenLibrary } from './open-library.ts';
import type { Shelved } from './shelf.ts';

/** What a queue knows, to be kept while the kennismap is closed. */
export interface KeptAttachments {
  /** Write-ups whose attachments are in the index: where these lie, and how they were. */
  known: [path: string, how: { places: readonly string[]; stamp: string }][];
  waiting: string[];
}

export interface AttachmentQueueOptions {
  library: OpenLibrary;
  /** Without it nothing is read. */
  texts: AttachmentTexts | undefined;
  closed: AbortSignal;
  /** Puts a write-up in the index again, now with the words of its attachments. */
  put(held: Shelved, content: FileContent, attachments: readonly AttachmentText[]): void;
  /** These can now be found by more words than before. */
  found(ids: readonly string[]): void;
}

/** Found write-ups are told at most this often, milliseconds. */
const pause = 2000;

/**
 * Write-ups whose attachments are still to be read, one after another and behind everything else. A write-up can be found by its own words long
 * before it gets its turn here.
 */
export class AttachmentQueue {
  readonly #options: AttachmentQueueOptions;
  /** Path of each write-up that waits, and whether its text names an attachment. */
  readonly #waiting = new Map<string, boolean>();
  /** Where the attachments lie of write-ups that had their turn, and how they were then. */
  readonly #known = new Map<string, { places: readonly string[]; stamp: string }>();
  #started = false;
  #looking = Promise.resolve();
  #running: Promise<void> | undefined;

  constructor(options: AttachmentQueueOptions) {
    this.#options = options;
  }

  /** A write-up was put in the index with its own words only. */
  add(path: string, body: string): void {
    if (this.#options.texts) this.wait(path, attachmentsOf(path, body).length > 0);
  }

  /** The same, where it is known whether the text names an attachment. */
  wait(path: string, named: boolean): void {
    if (!this.#options.texts) return;
    this.#known.delete(path);
    this.#waiting.set(path, named);
    this.#go();
  }

  /** What is known by now. */
  kept(): KeptAttachments {
    return { known: [...this.#known], waiting: [...this.#waiting.keys()] };
  }

  /** Takes over what was kept; of the other write-ups it is only seen whether they have a folder by now. */
  restore({ known, waiting }: KeptAttachments, paths: readonly string[]): void {
    if (!this.#options.texts) return;
    for (const [path, how] of known) this.#known.set(path, how);
    for (const path of paths) if (!this.#known.has(path) && !this.#waiting.has(path)) this.#waiting.set(path, false);
    for (const path of waiting) this.#waiting.set(path, true);
  }

  /** A look at the folder is over: from the first one on there is time, and attachments may have changed as well. */
  looked(): void {
    this.#started = true;
    this.#looking = this.#looking.then(() => this.#compare()).catch(() => undefined);
    this.#go();
  }

  /** Resolves when nothing is under way any more. */
  async settled(): Promise<void> {
    await this.#looking;
    while (this.#running) await this.#running;
  }

  /** Gives write-ups a turn again whose attachments are not what they were; the watcher sees only the write-ups themselves. */
  async #compare(): Promise<void> {
    const { texts, closed, library } = this.#options;
    for (const [path, { places, stamp }] of this.#known) {
      if (closed.aborted) return;
      if (!library.shelf.at(path)) this.#known.delete(path);
      else if ((await texts?.stampFor(places)) !== stamp) this.#waiting.set(path, true);
    }
    this.#go();
  }

  #go(): void {
    if (!this.#started || this.#running || this.#waiting.size === 0 || this.#options.closed.aborted) return;
    this.#running = this.#run()
      .catch(() => undefined)
      .finally(() => {
        this.#running = undefined;
        this.#go();
      });
  }

  async #run(): Promise<void> {
    const { closed, found } = this.#options;
    const folders = new Map<string, Promise<Set<string>>>();
    let ids: string[] = [];
    let told = Date.now();
    for (const [path, linked] of this.#waiting) {
      this.#waiting.delete(path);
      await turn(); // let waiting calls in
      if (closed.aborted) return;
      if (!linked && !(await this.#hasOwnFolder(path, folders))) continue;
      const id = await this.#read(path).catch(() => undefined);
      if (id !== undefined) ids.push(id);
      if (ids.length === 0 || Date.now() - told < pause) continue;
      found(ids);
      [ids, told] = [[], Date.now()];
    }
    if (ids.length > 0) found(ids);
  }

  /** Gives the id when there are words in its attachments, or were. */
  async #read(path: string): Promise<string | undefined> {
    const { library, texts, closed, put } = this.#options;
    const held = library.shelf.at(path);
    if (!held) return undefined;
    const content = await library.readFile(path);
    const body = bodyOf(content.text);
    const places = [...attachmentsOf(path, body).flat(), attachmentsFolder(path)];
    // Before reading, so that what changes meanwhile counts as changed.
    const stamp = (await texts?.stampFor(places)) ?? '';
    const before = this.#known.has(path);
    const found = await texts?.textsFor(path, body, closed);
    // What changed meanwhile was added again.
    if (!found || closed.aborted || library.shelf.at(path) !== held || content.revision !== held.revision) return undefined;
    this.#known.set(path, { places, stamp });
    if (found.length === 0 && !before) return undefined;
    put(held, content, found);
    return held.id;
  }

  /** Whether a write-up has a folder with attachments beside it; a folder is listed once for all write-ups in it. */
  async #hasOwnFolder(path: string, folders: Map<string, Promise<Set<string>>>): Promise<boolean> {
    const own = attachmentsFolder(path);
    const above = posix.dirname(own);
    let names = folders.get(above);
    if (!names) {
      names = readdir(this.#options.library.path(above)).then(
        (all) => new Set(all.filter((name) => name.endsWith('.bijlagen'))),
        () => new Set<string>(),
      );
      folders.set(above, names);
    }
    return (await names).has(posix.basename(own));
  }
}
