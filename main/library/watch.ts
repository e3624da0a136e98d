import { watch, type FSWatcher } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isTemporary } from './atomic-write.ts';
import { hiddenFolders, inBatches, isMarkdown } from './folder-scan.ts';

export interface FolderWatch {
  /** These folders are there now, from the root with `/`, the root itself not among them. Tells when there is one that was not watched before. */
  follow(folders: readonly string[]): Promise<void>;
  close(): void;
}

/** How long it must be quiet before a look, and how often to look anyway (network shares give no events); milliseconds. */
const quiet = 200;
const always = 30_000;

export interface WatchOptions {
  /** Milliseconds between two looks when nothing is told. */
  always?: number;
  /** Such a look waits for this. */
  turn?: (closed: AbortSignal) => Promise<void>;
}

/** Where the system tells of a whole folder with all that is in it. Elsewhere each folder is watched by itself; never each file, of which there may be very many. */
const tellsOfAll = process.platform === 'win32' || process.platform === 'darwin';

/**
 * Says when something may have changed under a folder. Only a hint: watchers drop events without a word, so whoever listens looks at the
 * disk itself, and looks anyway twice a minute, or as soon after as it may.
 */
export function watchFolder(root: string, changed: () => void, options: WatchOptions = {}): FolderWatch {
  return new Hints(root, changed, options);
}

class Hints implements FolderWatch {
  readonly #root: string;
  readonly #changed: () => void;
  readonly #closed = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #folders: ReadonlySet<string> = new Set();
  /** By folder; the mark tells whether it is still the same folder on the disk. */
  readonly #watchers = new Map<string, { watcher: FSWatcher; mark: string }>();
  /** Marks of folders that were watched at some time: where watching fails over and over, that is no news every time. */
  readonly #met = new Map<string, string>();

  constructor(root: string, changed: () => void, options: WatchOptions) {
    this.#root = root;
    this.#changed = changed;
    void this.#regularly(options);
  }

  async follow(folders: readonly string[]): Promise<void> {
    this.#folders = new Set(folders);
    const wanted = new Set(tellsOfAll ? [''] : ['', ...folders]);
    for (const folder of [...this.#watchers.keys()]) if (!wanted.has(folder)) this.#drop(folder);
    let fresh = false;
    await inBatches([...wanted], 16, async (folder) => {
      const found = await lstat(join(this.#root, folder)).catch(() => undefined);
      const mark = found?.isDirectory() ? `${found.dev} ${found.ino}` : '';
      if (this.#closed.signal.aborted || this.#watchers.get(folder)?.mark === mark) return;
      this.#drop(folder);
      if (mark === '' || !this.#watch(folder, mark)) return;
      fresh ||= this.#met.get(folder) !== mark;
      this.#met.set(folder, mark);
    });
    // What changed while nobody was watching there.
    if (fresh) this.#hint();
  }

  close(): void {
    this.#closed.abort();
    clearTimeout(this.#timer);
    for (const folder of [...this.#watchers.keys()]) this.#drop(folder);
  }

  async #regularly({ always: apart = always, turn }: WatchOptions): Promise<void> {
    const { signal } = this.#closed;
    for (;;) {
      await pause(apart, undefined, { ref: false, signal }).catch(() => undefined);
      await turn?.(signal);
      if (signal.aborted) return;
      this.#changed();
    }
  }

  #drop(folder: string): void {
    this.#watchers.get(folder)?.watcher.close();
    this.#watchers.delete(folder);
  }

  /** Gives false when the system has no more room for watchers, or the folder is gone; the regular look goes on. */
  #watch(folder: string, mark: string): boolean {
    try {
      const watcher = watch(join(this.#root, folder), { recursive: tellsOfAll }, (type, name) => void this.#heard(folder, type, name));
      watcher.on('error', () => this.#drop(folder));
      this.#watchers.set(folder, { watcher, mark });
      return true;
    } catch {
      return false;
    }
  }

  /** A folder tells of a change; `rename` is anything that comes, goes or gets another name. */
  async #heard(folder: string, type: string, name: string | null): Promise<void> {
    // The system does not always say what changed, and of a folder that goes itself it gives its own name.
    if (name === null || name === basename(join(this.#root, folder))) return this.#hint();
    const path = [folder, ...name.split(/[\\/]/)].filter((part) => part !== '').join('/');
    if (isTemporary(path) || path.split('/').some((part) => hiddenFolders.has(part))) return;
    if (isMarkdown(basename(path))) return this.#hint();
    if (type !== 'rename') return;
    const isFolder = async (): Promise<boolean> =>
      lstat(join(this.#root, path)).then(
        (found) => found.isDirectory(),
        () => false,
      );
    if (this.#folders.has(path) || (await isFolder())) this.#hint();
  }

  #hint(): void {
    if (this.#closed.signal.aborted) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#changed, quiet);
  }
}
