import { basename, join } from 'node:path';
import type { Emit, LibraryState } from '../../domain/api/contract.ts';
import { bodyOf } from '../../domain/entries/file-text.ts';
import { readEntry, type ReadEntry } from '../../domain/entries/read-entry.ts';
import type { Vocabulary } from '../../domain/entries/vocabulary.ts';
import { toSearchDocument, valueLabels } from '../../domain/search/document.ts';
import type { SearchEngine } from '../../domain/search/engine.ts';
import { createSearchEngine } from '../../domain/search/inverted-index.ts';
import { AttachmentQueue } from './attachment-queue.ts';
import type { AttachmentText, AttachmentTexts } from './attachment-text.ts';
import { diskFailure } from './disk-failure.ts';
import { readText, type FileContent } from './file-reading.ts';
import type { FarRead, FarReader } from './far-reading.ts';
import type { FoundFile, Scan } from './folder-scan.ts';
import { refuseLinkedFolders } from './folder-making.ts';
import type { HeaderGuard } from './header-trial.ts';
import { GivingWay } from './giving-way.ts';
import { keepFirst } from './history/first-versions.ts';
import type { History } from './history/history.ts';
import type { IndexCache } from './index-cache.ts';
import { IndexKeeping } from './index-keeping.ts';
import { Looking } from './looking.ts';
import type { Said } from './said.ts';
import { UnreadEntry } from './unread-entry.ts';
import { ownerOf, Shelf, type Shelved } from './shelf.ts';
import { shelved } from './shelving.ts';
import { sweepLibrary } from './sweeping.ts';
import { watchFolder, type FolderWatch } from './watch.ts';

export interface OpenOptions {
  root: string;
  vocabulary: Vocabulary;
  /** Expressions that mean the same, for searching. */
  synonyms?: readonly (readonly string[])[] | undefined;
  /** Follow changes from outside, and keep what is there as a first version. */
  watch: boolean;
  emit: Emit;
  history: History;
  guard: HeaderGuard;
  /** Where the words of attachments come from; without it only the write-ups themselves are searched. */
  attachments?: AttachmentTexts | undefined;
  /** Reads the files of a large folder at the first look; without it they are read here. */
  far?: FarReader | undefined;
  /** Where the index is kept while the kennismap is closed. */
  cache: IndexCache;
}

/**
 * One open kennismap: what is on disk, held in memory. The disk is the truth; {@link OpenLibrary.adopt} is the only way in, for a look at the
 * folder, the watcher and our own saves alike.
 */
export class OpenLibrary {
  readonly root: string;
  readonly name: string;
  readonly vocabulary: Vocabulary;
  readonly shelf = new Shelf();
  /** Replaced once, when an index was kept. */
  engine: SearchEngine;
  readonly synonyms: readonly (readonly string[])[];
  readonly history: History;
  readonly givingWay = new GivingWay();
  /** What else is looked at after the folder. */
  afterLook: () => Promise<void> = () => Promise.resolve();
  readonly #guard: HeaderGuard;
  readonly #emit: Emit;
  readonly #closed = new AbortController();
  readonly #looking: Looking;
  readonly #attachments: AttachmentQueue;
  readonly #keepingIndex: IndexKeeping;
  #restored = false;
  readonly #follow: boolean;
  #watch: FolderWatch | undefined;
  #state: LibraryState;
  #readOnly = false;
  #keeping: Promise<unknown> = Promise.resolve();
  /** Folders and links the last look passed over. */
  notes: { path: string; reason: string }[] = [];

  constructor(options: OpenOptions) {
    this.root = options.root;
    this.name = basename(options.root);
    this.vocabulary = options.vocabulary;
    this.history = options.history;
    this.#guard = options.guard;
    this.synonyms = options.synonyms ?? [];
    this.engine = createSearchEngine({ synonyms: this.synonyms, labels: valueLabels(options.vocabulary) });
    this.#emit = options.emit;
    this.#state = { state: 'loading', dir: this.root, name: this.name, done: 0, total: 0 };
    this.#looking = new Looking(this, this.#closed.signal, options.far);
    this.#attachments = new AttachmentQueue({
      library: this,
      texts: options.attachments,
      closed: this.#closed.signal,
      put: (...again) => this.#put(...again),
      found: (ids) => this.#emit('entries.changed', { ids: ids.length > 500 ? [] : [...ids], reason: 'scan' }),
    });
    this.#keepingIndex = new IndexKeeping({ library: this, cache: options.cache, attachments: this.#attachments, closed: this.#closed.signal });
    this.#follow = options.watch;
  }

  get state(): LibraryState {
    return this.#state;
  }

  get readOnly(): boolean {
    return this.#readOnly;
  }

  /** Where something of this kennismap lies, for looking at it; for changing anything there is {@link OpenLibrary.ownPath}. */
  path(relative: string): string {
    return join(this.root, ...relative.split('/'));
  }

  /** The same for writing, moving and removing: fails with `entry.unwritable` or `disk.*` when a folder on the way is a link by now, to a place that is not ours. */
  async ownPath(relative: string): Promise<string> {
    await refuseLinkedFolders(this.root, relative).catch((error: unknown) => {
      throw diskFailure(error, relative);
    });
    return this.path(relative);
  }

  /** Reads a file of this kennismap; the one way texts come in, so that no header is parsed that was not looked at first. */
  async readFile(path: string): Promise<FileContent> {
    return this.#guard.checked(await readText(this.path(path)));
  }

  async close(): Promise<void> {
    this.#closed.abort();
    this.#watch?.close();
    await this.#looking.settled();
    await this.#keeping;
    await this.#attachments.settled();
    await this.#keepingIndex.close();
  }

  /** Resolves when there is no attachment left to read. */
  async attachmentsRead(): Promise<void> {
    await this.#attachments.settled();
  }

  /** Looks at the whole folder and takes over what changed. */
  async rescan(): Promise<void> {
    await this.#looking.look();
    await this.afterLook();
  }

  /** Paths on the shelf that the last look did not find, while so many went at once that nobody believes it yet. */
  get missing(): readonly string[] {
    return this.#looking.missing;
  }

  /** The user says that the files that are missing are really gone. */
  confirmMissing(): void {
    this.announce(this.#looking.confirmMissing(), 'outside');
  }

  /** Takes over what a file says now. Gives the ids that came, went or changed. */
  adopt(file: FoundFile, content: FileContent): string[] {
    const read = this.read(file, content);
    const { came, gone } = this.shelf.put(file.path, shelved(file, read, content.revision, content.locked));
    for (const id of gone) this.engine.remove(id);
    for (const id of came) this.#index(id, content, file.path);
    return [...came, ...gone];
  }

  /** Takes over what a file says that was read elsewhere; `index` has the engine take its words under an id. */
  adoptRead(file: FoundFile, far: FarRead, said: Said, index: (id: string) => void): string[] {
    const held = new UnreadEntry('', { ...file, ...far }, said);
    const { came, gone } = this.shelf.put(file.path, held);
    for (const id of gone) this.engine.remove(id);
    for (const id of came) {
      if (this.shelf.find(id) === held) {
        index(id);
        this.#attachments.wait(file.path, far.attached);
      } else this.#reindex(id);
    }
    return [...came, ...gone];
  }

  /** What a file says, by this kennismap's kinds and fields. */
  read(file: Pick<FoundFile, 'path' | 'changed'>, { text, problems, headerClosed }: FileContent): ReadEntry {
    return readEntry({ path: file.path, text, changed: file.changed, problems, headerClosed }, this.vocabulary);
  }

  /** Takes a file off the shelf that is not there any more. */
  drop(path: string): string[] {
    const { came, gone } = this.shelf.remove(path);
    for (const id of gone) this.engine.remove(id);
    // Another file may have had to wait for this one's id.
    for (const id of came) this.#reindex(id);
    return [...came, ...gone];
  }

  announce(ids: readonly string[], reason: 'saved' | 'outside'): void {
    this.#keepingIndex.changed(false);
    this.#setState(this.#ready());
    this.#emit('entries.changed', { ids: [...new Set(ids)], reason });
  }

  /** Shows what was kept from the last time, before the first look says what is there now. */
  async restore(): Promise<void> {
    this.#restored = await this.#keepingIndex.restore();
    if (!this.#restored) return;
    this.#setState(this.#ready());
    this.#emit('entries.changed', { ids: [], reason: 'scan' });
  }

  /** A look is under way for the first time. */
  loading(done: number, total: number): void {
    if (!this.#restored) this.#setState({ state: 'loading', dir: this.root, name: this.name, done, total });
  }

  /** The folder cannot be reached; what is on the shelf stays. */
  unavailable(reason: string): void {
    if (this.#follow) this.#startWatching();
    this.#setState({ state: 'unavailable', dir: this.root, name: this.name, reason });
  }

  /** A look is over. */
  looked({ files, folders, first, readOnly, ids }: Pick<Scan, 'files' | 'folders'> & { first: boolean; readOnly: boolean; ids: string[] }): void {
    this.#readOnly = readOnly;
    this.#setState(this.#ready());
    if (first && !readOnly) void this.#sweep(files);
    this.#attachments.looked();
    if (first) void this.#keepingIndex.warm();
    if (ids.length > 0) this.#keepingIndex.changed(first);
    if (first && this.#follow) {
      this.#keeping = keepFirst(this, files, this.#closed.signal);
      this.#startWatching();
    }
    void this.#watch?.follow(folders);
    if (ids.length > 0) this.#emit('entries.changed', { ids: first || ids.length > 500 ? [] : ids, reason: first ? 'scan' : 'outside' });
  }

  /** Only after the first look, which tells which folders there are. */
  #startWatching(): void {
    const look = (): void => void this.rescan().catch(() => undefined);
    if (!this.#closed.signal.aborted) this.#watch ??= watchFolder(this.root, look, { turn: (closed) => this.givingWay.turn(closed) });
  }

  /** Keeps what another program wrote as a version. */
  keepOutside(path: string, content: FileContent): void {
    const held = this.shelf.at(path);
    if (held && content.locked === undefined) this.#keeping = Promise.all([this.#keeping, this.history.keep(ownerOf(held), content.text, 'buiten')]);
  }

  #index(id: string, content: FileContent, path: string): void {
    const held = this.shelf.find(id);
    if (!held) return;
    // A file that only got another id keeps its text; it is read again on the next look.
    if (held.read.summary.path !== path) return this.#reindex(id);
    this.#put(held, content);
  }

  #reindex(id: string): void {
    const held = this.shelf.find(id);
    if (!held) return;
    void readText(this.path(held.read.summary.path)).then((content) => {
      if (this.shelf.find(id) === held && content.revision !== '') this.#put(held, content);
    });
  }

  #put(held: Shelved, content: FileContent, attachments?: readonly AttachmentText[]): void {
    const body = bodyOf(content.text);
    const { fields } = held.read;
    this.engine.put(toSearchDocument({ summary: this.shelf.summary(held), fields, body, vocabulary: this.vocabulary, attachments }));
    if (attachments) this.#keepingIndex.changed(false);
    else this.#attachments.add(held.read.summary.path, body);
  }

  #ready(): LibraryState {
    const { shelf } = this;
    return {
      state: 'ready',
      dir: this.root,
      name: this.name,
      entries: shelf.size,
      readOnly: this.#readOnly,
      example: shelf.size > 0 && !shelf.some((held) => !held.read.summary.example),
      missing: this.#looking.missing.length,
    };
  }

  async #sweep(files: readonly FoundFile[]): Promise<void> {
    const text = await sweepLibrary(this, files);
    if (text !== undefined) this.#emit('notice', { text });
  }

  #setState(state: LibraryState): void {
    const same = JSON.stringify(state) === JSON.stringify(this.#state);
    this.#state = state;
    if (!same) this.#emit('library.state', state);
  }
}
