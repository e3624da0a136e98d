import { access, constants } from 'node:fs/promises';
import { setImmediate as turn } from 'node:timers/promises';
import { diskReason } from './disk-failure.ts';
import { worthwhile, type FarReader } from './far-reading.ts';
import { readElsewhere } from './first-look.ts';
import { inBatches, scanFolder, type FoundFile, type Scan } from './folder-scan.ts';
import type { FileContent } from './file-reading.ts';
import type { OpenLibrary } from './open-library.ts';

/** Share of known files that may go missing, in one look or little by little, before we doubt the look instead of the files. */
const brake = { share: 0.2, least: 5 };

/** A file that another program may still be writing is looked at again after this long, and believed when it is older than that; milliseconds. */
const settling = 2000;

/**
 * Looks at the folder on disk and has the library take over what changed. A look is the only thing that concludes that a file is gone, and it does
 * so carefully: never from a folder that could not be read, and never for many files at once without the user's word.
 */
export class Looking {
  readonly #library: OpenLibrary;
  readonly #closed: AbortSignal;
  readonly #far: FarReader | undefined;
  #running: Promise<void> | undefined;
  #again: NodeJS.Timeout | undefined;
  #first = true;
  #restored = false;
  /** Paths on the shelf that the last look did not find and that nobody has confirmed to be gone. */
  #missing: string[] = [];
  /** What went a few at a time, without anybody being asked. */
  readonly #forgotten = new Set<string>();

  constructor(library: OpenLibrary, closed: AbortSignal, far: FarReader | undefined) {
    this.#library = library;
    this.#closed = closed;
    this.#far = far;
  }

  get missing(): readonly string[] {
    return this.#missing;
  }

  /** Looks at the whole folder. Looks are never made at the same time; a second asker waits for a fresh one. */
  async look(): Promise<void> {
    const before = this.#running;
    const mine = (async () => {
      await before?.catch(() => undefined);
      if (!this.#closed.aborted) await this.#once();
    })();
    this.#running = mine;
    await mine;
  }

  /** The user says that what is missing is really gone. */
  confirmMissing(): string[] {
    const gone = this.#missing;
    this.#missing = [];
    this.#forgotten.clear();
    return gone.flatMap((path) => this.#library.drop(path));
  }

  async settled(): Promise<void> {
    clearTimeout(this.#again);
    await this.#running?.catch(() => undefined);
  }

  async #once(): Promise<void> {
    const library = this.#library;
    const first = this.#first;
    if (!this.#restored) await library.restore();
    this.#restored = true;
    let scan: Scan;
    try {
      scan = await scanFolder(library.root, this.#closed);
    } catch (error) {
      return library.unavailable(diskReason(error));
    }
    if (this.#closed.aborted) return;
    library.notes = [...scan.unread, ...scan.links.map((path) => ({ path, reason: 'een koppeling naar een andere plek; die wordt niet gevolgd' }))];
    const writable = await access(library.root, constants.W_OK).then(
      () => true,
      () => false,
    );
    const changed = scan.files.filter((file) => {
      const known = library.shelf.at(file.path);
      return !known || known.size !== file.size || known.changed !== file.changed || (first && known.touched !== file.touched);
    });
    const ids = new Set(await (first ? this.#readFirst(changed) : this.#read(changed, false)));
    for (const id of this.#forget(scan)) ids.add(id);
    if (this.#closed.aborted) return;
    this.#first = false;
    library.looked({ ...scan, first, readOnly: !writable, ids: [...ids] });
  }

  /** The first time there is much to read, and nothing yet that could be in the way. */
  async #readFirst(files: readonly FoundFile[]): Promise<string[]> {
    const library = this.#library;
    const far = this.#far;
    const fresh: FoundFile[] = [];
    const known: FoundFile[] = [];
    for (const file of files) (library.shelf.at(file.path) ? known : fresh).push(file);
    if (!far || far.width < 1 || fresh.length < worthwhile) return this.#read(files, true);
    const done = (count: number): void => library.loading(count, fresh.length);
    const { left, ids } = await readElsewhere({ library, far, files: fresh, closed: this.#closed, done });
    return [...ids, ...(await this.#read([...left, ...known], true))];
  }

  async #read(files: readonly FoundFile[], first: boolean): Promise<string[]> {
    const library = this.#library;
    const ids: string[] = [];
    let done = 0;
    let said = Date.now();
    await inBatches(files, 16, async (file) => {
      if (this.#closed.aborted) return;
      const content = await library.readFile(file.path);
      ids.push(...this.#take(file, content, first));
      done++;
      if (Date.now() - said < 100) return;
      said = Date.now();
      if (first) library.loading(done, files.length);
      await turn(); // let waiting calls in
    });
    return ids;
  }

  #take(file: FoundFile, content: FileContent, first: boolean): string[] {
    const library = this.#library;
    const known = library.shelf.at(file.path);
    if (known && known.revision === content.revision && content.revision !== '') {
      Object.assign(known, { size: file.size, changed: file.changed, touched: file.touched });
      return [];
    }
    if (known && this.#isBeingWritten(file, content, known.size)) {
      this.#lookAgain();
      return [];
    }
    const ids = library.adopt(file, content);
    if (!first) library.keepOutside(file.path, content);
    return ids;
  }

  /** A sync program at work shows as a file that is suddenly empty, or cut in the middle; what we know stays until it has been quiet. */
  #isBeingWritten(file: FoundFile, content: FileContent, sizeBefore: number): boolean {
    if (Date.now() - file.changed > settling) return false;
    if (content.revision === '') return true;
    return file.size < sizeBefore && !content.text.endsWith('\n');
  }

  #lookAgain(): void {
    clearTimeout(this.#again);
    this.#again = setTimeout(() => void this.look().catch(() => undefined), settling / 2);
    this.#again.unref();
  }

  /**
   * Forgets files that are gone; many only count as missing until the user confirms it. Those of the last time, out of the kept index, count as well, and
   * so do those that went a few at a time since the kennismap was opened or the user last said so.
   */
  #forget(scan: Scan): string[] {
    const { shelf } = this.#library;
    const there = new Set(scan.files.map((file) => file.path));
    const gone = shelf.paths().filter((path) => !there.has(path) && !scan.unread.some((one) => path === one.path || path.startsWith(`${one.path}/`)));
    for (const path of this.#forgotten) if (there.has(path)) this.#forgotten.delete(path);
    const { moved, missing } = this.#apart(gone, there);
    const all = missing.length + this.#forgotten.size;
    const many = missing.length > 0 && all >= brake.least && all > (shelf.size - moved.length + this.#forgotten.size) * brake.share;
    this.#missing = many ? missing : [];
    if (!many) for (const path of missing) this.#forgotten.add(path);
    return (many ? moved : gone).flatMap((path) => this.#library.drop(path));
  }

  /** What stands elsewhere now, by its id or its bytes, was moved and is not missing. */
  #apart(gone: readonly string[], there: ReadonlySet<string>): { moved: string[]; missing: string[] } {
    const { shelf } = this.#library;
    const marks = (path: string): string[] => {
      const held = shelf.at(path);
      return [held?.ownId === undefined ? '' : `id ${held.ownId}`, held?.revision ?? ''].filter((mark) => mark !== '');
    };
    const standing = gone.length === 0 ? new Set<string>() : new Set([...there].flatMap(marks));
    const isMoved = (path: string): boolean => marks(path).some((mark) => standing.has(mark));
    return { moved: gone.filter(isMoved), missing: gone.filter((path) => !isMoved(path)) };
  }
}
