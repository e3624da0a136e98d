import { access, constants, mkdir, readdir, realpath } from 'node:fs/promises';
import { basename, relative, resolve } from 'node:path';
import type { Emit, LibraryState } from '../../domain/api/contract.ts';
import { Failure } from '../../domain/api/failures.ts';
import type { Vocabulary } from '../../domain/entries/vocabulary.ts';
import { diskFailure, errorCode } from './disk-failure.ts';
import { folderAt, OpenLibrary } from './open-library.ts';
import { readLibraryVocabulary, type VocabularyFault } from './vocabulary-files.ts';

export interface SessionOptions {
  shipped: Vocabulary;
  emit: Emit;
  /** Follow changes from outside; off for commands that end at once. */
  watch: boolean;
  /** Called when a kennismap was opened, for the list of recent ones. */
  opened?: (dir: string, name: string) => Promise<void>;
}

/** At most one kennismap is open; everything that needs it asks here. */
export class Session {
  readonly shipped: Vocabulary;
  readonly #options: SessionOptions;
  #library: OpenLibrary | undefined;
  #faults: VocabularyFault[] = [];
  #loaded: Promise<void> = Promise.resolve();

  constructor(options: SessionOptions) {
    this.#options = options;
    this.shipped = options.shipped;
  }

  get state(): LibraryState {
    return this.#library?.state ?? { state: 'none' };
  }

  get vocabulary(): Vocabulary {
    return this.#library?.vocabulary ?? this.shipped;
  }

  /** Files in `.oogst` that could not be used. */
  get vocabularyFaults(): readonly VocabularyFault[] {
    return this.#faults;
  }

  /** The open library; fails with `library.none`. */
  library(): OpenLibrary {
    if (!this.#library) throw new Failure('library.none');
    return this.#library;
  }

  /** Resolves when the first look at the folder is over. */
  async loaded(): Promise<void> {
    await this.#loaded;
  }

  /** Opens a folder and starts reading it; `create` makes it when it is missing. Fails with `library.*`. */
  async open(given: string, create = false): Promise<LibraryState> {
    const dir = resolve(given);
    await this.#check(dir, create);
    const root = await realpath(dir);
    if (this.#library?.root === root && this.#library.state.state !== 'unavailable') {
      await this.#library.rescan();
      return this.state;
    }
    await this.close();
    const { vocabulary, faults } = await readLibraryVocabulary(this.shipped, root);
    this.#faults = faults.map((fault) => ({ ...fault, path: relative(root, fault.path) || fault.path }));
    const library = new OpenLibrary({ root, vocabulary, watch: this.#options.watch, emit: this.#options.emit });
    this.#library = library;
    this.#options.emit('library.state', library.state);
    this.#options.emit('vocabulary.changed', {});
    this.#loaded = library.rescan();
    this.#loaded.catch(() => undefined);
    await this.#options.opened?.(root, basename(root));
    return library.state;
  }

  async close(): Promise<LibraryState> {
    const library = this.#library;
    if (!library) return this.state;
    this.#library = undefined;
    this.#faults = [];
    await library.close();
    this.#options.emit('library.state', this.state);
    return this.state;
  }

  async #check(dir: string, create: boolean): Promise<void> {
    try {
      const what = await folderAt(dir);
      if (what === 'other') throw new Failure('library.not-a-folder', { dir });
      if (what === 'nothing' && !create) throw new Failure('library.missing', { dir });
      if (what === 'nothing') await mkdir(dir, { recursive: true });
      await access(dir, constants.R_OK | constants.X_OK);
      await readdir(dir);
    } catch (error) {
      if (['EACCES', 'EPERM'].includes(errorCode(error))) throw new Failure(create ? 'library.read-only' : 'library.unreadable', { dir });
      if (errorCode(error) === 'EROFS') throw new Failure('library.read-only', { dir });
      throw diskFailure(error, dir);
    }
  }
}
