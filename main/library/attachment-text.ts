import { createHash } from 'node:crypto';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { attachmentsFolder, attachmentsOf, textTypeOf, type LinkedFile, type TextType } from '../../domain/entries/attachment-links.ts';
import { AttachmentCache } from './attachment-cache.ts';
import { sizeInWords } from './file-reading.ts';
import { extractionLimits, type ExtractedText, type TextExtractor } from './text-extraction.ts';

/** Words of one attachment, for searching. */
export interface AttachmentText {
  /** File name. */
  name: string;
  text: string;
}

export interface AttachmentTextsOptions {
  /** Folder of the kennismap, links followed. */
  root: string;
  /** Folder of the user's own data. */
  profile: string;
  extractor: TextExtractor;
}

/** Most attachments of one write-up that are read, and most signs of them together: putting more in the index would hold up every other call. */
const most = { files: 40, signs: extractionLimits.signs };

/** The words in the attachments of write-ups. Each file is read in another thread and only once; after that its text comes out of a cache. */
export class AttachmentTexts {
  readonly #options: AttachmentTextsOptions;
  readonly #cache: AttachmentCache;
  /** What went wrong in passing, so that it is not tried again and again while this kennismap is open. */
  readonly #failed = new Map<string, ExtractedText>();

  constructor(options: AttachmentTextsOptions) {
    this.#options = options;
    this.#cache = new AttachmentCache(options.profile);
  }

  /** Texts of the PDF and Word files of a write-up that have any: those it links to and those in its own folder. Never fails. */
  async textsFor(entryPath: string, body: string, signal?: AbortSignal): Promise<AttachmentText[]> {
    const out: AttachmentText[] = [];
    let left = most.signs;
    for (const path of (await this.#filesOf(entryPath, body)).slice(0, most.files)) {
      if (signal?.aborted || left <= 0) break;
      const { text } = await this.read(path, signal);
      if (text === '') continue;
      out.push({ name: basename(path), text: text.slice(0, left) });
      left -= text.length;
    }
    return out;
  }

  /** Says whether something changed, without reading it: the files a write-up names, also those that are not there yet, and its own folder. */
  async stampFor(places: readonly string[]): Promise<string> {
    const stamps: string[] = [];
    for (const path of places) {
      const found = await stat(join(this.#options.root, ...path.split('/'))).catch(() => undefined);
      stamps.push(found ? `${found.size} ${found.mtimeMs}` : '-');
    }
    return stamps.join();
  }

  /** The text of one file by its path from the root, or why there is none. Never fails. */
  async read(path: string, signal?: AbortSignal): Promise<ExtractedText> {
    const type = textTypeOf(path);
    if (!type) return { text: '', reason: 'Van dit soort bestand leest Oogst de tekst niet.' };
    try {
      const file = await this.#inside(path);
      const bytes = file === undefined ? undefined : await smallFile(file);
      if (!bytes) return { text: '', reason: 'Dit bestand ligt niet in de kennismap.' };
      if (bytes === 'large') return { text: '', reason: `Dit bestand is groter dan ${sizeInWords(extractionLimits.bytes)}.` };
      return await this.#textOf(bytes, type, signal);
    } catch {
      return { text: '', reason: 'Dit bestand is niet te lezen.', passing: true };
    }
  }

  async #textOf(bytes: Uint8Array<ArrayBuffer>, type: TextType, signal?: AbortSignal): Promise<ExtractedText> {
    const hash = createHash('sha256').update(bytes).digest('hex');
    const known = this.#failed.get(`${type} ${hash}`) ?? (await this.#cache.get(hash, type));
    if (known) return known;
    const found = await unlessAborted(this.#options.extractor.extract({ bytes, type }), signal);
    if (!found) return { text: '', reason: 'De kennismap is gesloten.', passing: true };
    if (found.passing) this.#failed.set(`${type} ${hash}`, found);
    else await this.#cache.put(hash, type, found);
    return found;
  }

  /** Paths from the root, those in the text first. */
  async #filesOf(entryPath: string, body: string): Promise<string[]> {
    const out = new Set<string>();
    for (const linked of attachmentsOf(entryPath, body)) {
      const path = await this.#firstThere(linked);
      if (path !== undefined) out.add(path);
    }
    const folder = attachmentsFolder(entryPath);
    const own = folder === entryPath ? [] : await readdir(join(this.#options.root, ...folder.split('/')), { withFileTypes: true }).catch(() => []);
    for (const item of own.sort((a, b) => (a.name < b.name ? -1 : 1)))
      if (item.isFile() && textTypeOf(item.name) && !/^[.~]/.test(item.name)) out.add(`${folder}/${item.name}`);
    return [...out];
  }

  async #firstThere(places: LinkedFile): Promise<string | undefined> {
    for (const path of places) if ((await this.#inside(path)) !== undefined) return path;
    return undefined;
  }

  /** Where a file really lies, links followed; undefined when that is not in the kennismap. */
  async #inside(path: string): Promise<string | undefined> {
    const { root } = this.#options;
    const file = await realpath(join(root, ...path.split('/'))).catch(() => undefined);
    if (!file?.startsWith(root + sep)) return undefined;
    return file
      .slice(root.length + 1)
      .split(sep)
      .some((part) => part.startsWith('.'))
      ? undefined
      : file;
  }
}

/** What comes of it, or undefined as soon as nobody waits for it any more: closing must not wait for a slow file. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T | undefined> {
  if (!signal) return work;
  let stop: () => void = () => undefined;
  const aborted = new Promise<undefined>((done) => {
    stop = () => done(undefined);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

async function smallFile(path: string): Promise<Uint8Array<ArrayBuffer> | 'large' | undefined> {
  const handle = await open(path, 'r');
  try {
    const found = await handle.stat();
    if (!found.isFile()) return undefined;
    if (found.size > extractionLimits.bytes) return 'large';
    const bytes = new Uint8Array(found.size);
    let read = 0;
    while (read < bytes.length) {
      const { bytesRead } = await handle.read(bytes, read, bytes.length - read, read);
      if (bytesRead === 0) break;
      read += bytesRead;
    }
    return bytes.length === read ? bytes : bytes.slice(0, read);
  } finally {
    await handle.close();
  }
}
