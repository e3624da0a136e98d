import { access, constants, readdir, realpath } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import type { Emit, LibraryState } from '../../domain/api/contract.ts';
import { Failure } from '../../domain/api/failures.ts';
import type { Vocabulary } from '../../domain/entries/vocabulary.ts';
import { AttachmentTexts } from './attachment-text.ts';
import { diskFailure, errorCode } from './disk-failure.ts';
import { writesUnderWay } from './entry-writing.ts';
import type { FarReader } from './far-reading.ts';
import { makeWay } from './folder-making.ts';
import { HeaderGuard, type HeaderTrial } from './header-trial.ts';
import { History } from './history/history.ts';
import { IndexCache, readAhead } from './index-cache.ts';
import { mendTrash } from './history/trash.ts';
import { OpenLibrary } from './open-library.ts';
import { foldAll } from './unread-entry.ts';
import { folderAt } from './path-look.ts';
import { SavedSearches } from './saved-searches.ts';
import type { TextExtractor } from './text-extraction.ts';
import { readLibraryVocabulary, readSynonyms, type VocabularyFault } from './vocabulary-files.ts';

export interface SessionOptions {
  shipped: Vocabulary;
  /** Expressions that mean the same, for searching. */
  synonyms?: readonly (readonly string[])[];
  emit: Emit;
  /** Follow changes from outside; off for commands that end at once. */
  watch: boolean;
  /** Folder of the user's own data: earlier versions and what was typed but not saved. */
  profile: string;
  clock: () => Date;
  /** Where headers that may be hostile are tried out first. */
  trial: HeaderTrial;
  /** Reads the words of attachments; without it they are not searched. */
  extractor?: TextExtractor | undefined;
  /** Reads the files of a large folder in other threads. */
  far?: FarReader | undefined;
  /** Called when a kennismap was opened, for the list of recent ones. */
  opened?: (dir: string, name: string) => Promise<void>;
}

/** At most one kennismap is open; everything that needs it asks here. */
export class Session {
  readonly shipped: Vocabulary;
  readonly #options: SessionOptions;
  readonly #guard: HeaderGuard;
  #library: OpenLibrary | undefined;
  #searches: SavedSearches | undefined;
  #faults: VocabularyFault[] = [];
  /** Why the folder that was to be opened last could not be, while none is open. */
  #refused: string | undefined;
  readonly #under = new Set<Promise<unknown>>();
  #loaded: Promise<void> = Promise.resolve();

  constructor(options: SessionOptions) {
    this.#options = options;
    this.shipped = options.shipped;
    this.#guard = new HeaderGuard(options.trial);
  }

  get state(): LibraryState {
    return this.#library?.state ?? { state: 'none', ...(this.#refused === undefined ? {} : { reason: this.#refused }) };
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

  /** The queries kept in the open library; fails with `library.none`. */
  searches(): SavedSearches {
    if (!this.#searches) throw new Failure('library.none');
    return this.#searches;
  }

  /** Something that writes and must be over before the session is. */
  busyWith(work: Promise<unknown>): void {
    this.#under.add(work);
    const over = (): void => void this.#under.delete(work);
    work.then(over, over);
  }

  /** Resolves when the first look at the folder is over. */
  async loaded(): Promise<void> {
    await this.#loaded;
  }

  /** Opens a folder and starts reading it; `create` makes it when it is missing. Fails with `library.*`. */
  async open(given: string, create = false): Promise<LibraryState> {
    const dir = resolve(given);
    await this.#check(dir, create).catch((error: unknown) => {
      if (!this.#library && error instanceof Failure) this.#refused = error.message;
      throw error;
    });
    this.#refused = undefined;
    const root = await realpath(dir);
    if (this.#library?.root === root && this.#library.state.state !== 'unavailable') {
      await this.#library.rescan();
      return this.state;
    }
    await this.close();
    const { watch, emit, profile, clock, extractor, far } = this.#options;
    const ahead = readAhead(profile, root);
    const { vocabulary, faults } = await readLibraryVocabulary(this.shipped, root);
    const synonyms = [...(this.#options.synonyms ?? []), ...(await readSynonyms(join(root, '.oogst'), faults))];
    this.#faults = faults.map((fault) => ({ ...fault, path: relative(root, fault.path) || fault.path }));
    const history = new History({ profile, root, clock, emit });
    const attachments = extractor && new AttachmentTexts({ root, profile, extractor });
    const library = new OpenLibrary({
      root,
      vocabulary,
      synonyms,
      watch,
      emit,
      history,
      guard: this.#guard,
      attachments,
      far,
      cache: new IndexCache(profile, root, vocabulary, ahead),
    });
    this.#library = library;
    const searches = new SavedSearches(library, () => emit('searches.changed', {}));
    this.#searches = searches;
    library.afterLook = () => searches.look();
    if (watch) await mendTrash(library);
    this.#options.emit('library.state', library.state);
    this.#options.emit('vocabulary.changed', {});
    this.#options.emit('undo.changed', {});
    this.#loaded = library.rescan();
    this.#loaded.catch(() => undefined);
    await this.#options.opened?.(root, basename(root));
    return library.state;
  }

  async close(): Promise<LibraryState> {
    const library = this.#library;
    if (!library) return this.state;
    this.#library = undefined;
    this.#searches = undefined;
    this.#faults = [];
    await library.close();
    await Promise.allSettled([...this.#under, writesUnderWay(library)]);
    foldAll();
    this.#options.emit('library.state', this.state);
    return this.state;
  }

  async #check(dir: string, create: boolean): Promise<void> {
    try {
      const what = await folderAt(dir);
      if (what === 'other') throw new Failure('library.not-a-folder', { dir });
      if (what === 'nothing' && !create) throw new Failure('library.missing', { dir });
      if (what === 'nothing') await makeWay(dir);
      await access(dir, constants.R_OK | constants.X_OK);
      await readdir(dir);
    } catch (error) {
      if (['EACCES', 'EPERM'].includes(errorCode(error))) throw new Failure(create ? 'library.read-only' : 'library.unreadable', { dir });
      if (create && ['ENOENT', 'ENOTDIR'].includes(errorCode(error))) throw new Failure('library.unmakable', { dir });
      if (errorCode(error) === 'EROFS') throw new Failure('library.read-only', { dir });
      throw diskFailure(error, dir);
    }
  }
}
