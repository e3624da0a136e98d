import { access, constants, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { Emit, LibraryState } from '../../domain/api/contract.ts';
import { bodyOf } from '../../domain/entries/file-text.ts';
import { readEntry } from '../../domain/entries/read-entry.ts';
import type { Vocabulary } from '../../domain/entries/vocabulary.ts';
import { toSearchDocument } from '../../domain/search/document.ts';
import type { SearchEngine } from '../../domain/search/engine.ts';
import { createSearchEngine } from '../../domain/search/inverted-index.ts';
import { sweepTemporaries } from './atomic-write.ts';
import { diskReason } from './disk-failure.ts';
import { readText, type FileContent } from './file-reading.ts';
import { inBatches, scanFolder, type FoundFile } from './folder-scan.ts';
import { Shelf } from './shelf.ts';
import { watchFolder, type FolderWatch } from './watch.ts';

/** Share of known files that may go missing in one look before we doubt the look instead of the files. */
const brake = { share: 0.2, least: 5 };

export interface OpenOptions {
  root: string;
  vocabulary: Vocabulary;
  /** Problems of files in `.oogst`, for the list of problems. */
  watch: boolean;
  emit: Emit;
}

/**
 * One open kennismap: what is on disk, held in memory. The disk is the truth; {@link OpenLibrary.adopt} is the only way in, for the scan, the
 * watcher and our own saves alike.
 */
export class OpenLibrary {
  readonly root: string;
  readonly name: string;
  readonly vocabulary: Vocabulary;
  readonly shelf = new Shelf();
  readonly engine: SearchEngine = createSearchEngine();
  readonly #emit: Emit;
  readonly #closed = new AbortController();
  #watch: FolderWatch | undefined;
  #state: LibraryState;
  #readOnly = false;
  #scanning: Promise<void> | undefined;
  #doubt = false;
  /** Folders and links the last scan passed over. */
  notes: { path: string; reason: string }[] = [];

  constructor(options: OpenOptions) {
    this.root = options.root;
    this.name = basename(options.root);
    this.vocabulary = options.vocabulary;
    this.#emit = options.emit;
    this.#state = { state: 'loading', dir: this.root, name: this.name, done: 0, total: 0 };
    if (options.watch) this.#watch = watchFolder(this.root, () => void this.rescan().catch(() => undefined));
  }

  get state(): LibraryState {
    return this.#state;
  }

  get readOnly(): boolean {
    return this.#readOnly;
  }

  path(relative: string): string {
    return join(this.root, ...relative.split('/'));
  }

  async close(): Promise<void> {
    this.#closed.abort();
    await this.#watch?.close();
    await this.#scanning?.catch(() => undefined);
  }

  /** Looks at the whole folder and takes over what changed. Looks are never made at the same time; a second asker waits for a fresh one. */
  async rescan(): Promise<void> {
    const before = this.#scanning;
    const mine = (async () => {
      await before?.catch(() => undefined);
      if (!this.#closed.signal.aborted) await this.#look();
    })();
    this.#scanning = mine;
    await mine;
  }

  async #look(): Promise<void> {
    let files: FoundFile[];
    let unread: { path: string; reason: string }[];
    try {
      const scan = await scanFolder(this.root, this.#closed.signal);
      files = scan.files;
      unread = scan.unread;
      this.notes = [...scan.unread, ...scan.links.map((path) => ({ path, reason: 'een koppeling naar een andere plek; die wordt niet gevolgd' }))];
    } catch (error) {
      return this.#setState({ state: 'unavailable', dir: this.root, name: this.name, reason: diskReason(error) });
    }
    const first = this.#state.state === 'loading';
    this.#readOnly = !(await access(this.root, constants.W_OK).then(
      () => true,
      () => false,
    ));
    const changed = files.filter((file) => {
      const known = this.shelf.at(file.path);
      return !known || known.size !== file.size || known.changed !== file.changed;
    });
    const ids = new Set(await this.#readAll(changed, first));
    for (const id of this.#forget(files, unread)) ids.add(id);
    if (this.#closed.signal.aborted) return;
    this.#setState(this.#ready());
    if (first) void this.#sweep(files);
    if (ids.size > 0) this.#emit('entries.changed', { ids: first || ids.size > 500 ? [] : [...ids], reason: first ? 'scan' : 'outside' });
  }

  async #readAll(files: readonly FoundFile[], first: boolean): Promise<string[]> {
    const ids: string[] = [];
    let done = 0;
    let said = Date.now();
    await inBatches(files, 16, async (file) => {
      if (this.#closed.signal.aborted) return;
      const content = await readText(this.path(file.path));
      const known = this.shelf.at(file.path);
      if (known && known.revision === content.revision && content.revision !== '') Object.assign(known, { size: file.size, changed: file.changed });
      else ids.push(...this.adopt(file, content));
      done++;
      if (Date.now() - said < 100) return;
      said = Date.now();
      if (first) this.#setState({ state: 'loading', dir: this.root, name: this.name, done, total: files.length });
      await turn(); // let waiting calls in
    });
    return ids;
  }

  /** Takes over what a file says now. Gives the ids that came, went or changed. */
  adopt(file: FoundFile, content: FileContent): string[] {
    const read = readEntry({ path: file.path, text: content.text, changed: file.changed, problems: content.problems }, this.vocabulary);
    const { came, gone } = this.shelf.put(file.path, {
      read,
      revision: content.revision,
      size: file.size,
      changed: file.changed,
      ...(content.locked === undefined ? {} : { locked: content.locked }),
    });
    for (const id of gone) this.engine.remove(id);
    for (const id of came) this.#index(id, content, file.path);
    return [...came, ...gone];
  }

  /** Takes a file off the shelf that we moved or removed ourselves. */
  drop(path: string): string[] {
    const { came, gone } = this.shelf.remove(path);
    for (const id of gone) this.engine.remove(id);
    return [...came, ...gone];
  }

  announce(ids: readonly string[], reason: 'saved' | 'outside'): void {
    this.#setState(this.#ready());
    this.#emit('entries.changed', { ids: [...new Set(ids)], reason });
  }

  #index(id: string, content: FileContent, path: string): void {
    const held = this.shelf.find(id);
    if (!held) return;
    // A file that only got another id keeps its text; it is read again on the next look.
    if (held.read.summary.path !== path) return this.#reindex(id);
    this.engine.put(
      toSearchDocument({ summary: this.shelf.summary(held), fields: held.read.fields, body: bodyOf(content.text), vocabulary: this.vocabulary }),
    );
  }

  #reindex(id: string): void {
    const held = this.shelf.find(id);
    if (!held) return;
    void readText(this.path(held.read.summary.path)).then((content) => {
      if (this.shelf.find(id) !== held) return;
      this.engine.put(
        toSearchDocument({ summary: this.shelf.summary(held), fields: held.read.fields, body: bodyOf(content.text), vocabulary: this.vocabulary }),
      );
    });
  }

  /** Forgets files that are gone, unless so many went at once that the folder itself is doubtful; then a second look decides. */
  #forget(files: readonly FoundFile[], unread: readonly { path: string }[]): string[] {
    const there = new Set(files.map((file) => file.path));
    const missing = this.shelf.paths().filter((path) => !there.has(path) && !unread.some((folder) => path.startsWith(`${folder.path}/`)));
    const many = missing.length >= brake.least && missing.length > this.shelf.size * brake.share;
    if (many && !this.#doubt) {
      this.#doubt = true;
      setTimeout(() => void this.rescan().catch(() => undefined), 2000).unref();
      return [];
    }
    this.#doubt = false;
    return missing.flatMap((path) => this.drop(path));
  }

  #ready(): LibraryState {
    const entries = this.shelf.all();
    return {
      state: 'ready',
      dir: this.root,
      name: this.name,
      entries: entries.length,
      readOnly: this.#readOnly,
      example: entries.length > 0 && entries.every((held) => held.read.summary.example),
    };
  }

  #setState(state: LibraryState): void {
    const same = JSON.stringify(state) === JSON.stringify(this.#state);
    this.#state = state;
    if (!same) this.#emit('library.state', state);
  }

  async #sweep(files: readonly FoundFile[]): Promise<void> {
    if (this.#readOnly) return;
    for (const folder of new Set(['', ...files.map((file) => dirname(file.path))])) await sweepTemporaries(this.path(folder === '.' ? '' : folder));
  }
}

/** What is at a path that should be a kennismap: a folder, something else, or nothing. Other errors are thrown. */
export async function folderAt(path: string): Promise<'folder' | 'other' | 'nothing'> {
  const found = await stat(path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return undefined;
    throw error;
  });
  return found ? (found.isDirectory() ? 'folder' : 'other') : 'nothing';
}
