import { crc32 } from 'node:zlib';
import { fromBuffer, open as openZip, type Entry, type ZipFile } from 'yauzl';

/** Most a zip may hold: entries, bytes of one, bytes together; and how much smaller than its content it may be above a megabyte. */
export interface ZipLimits {
  entries: number;
  each: number;
  all: number;
  ratio: number;
  /** Take names only this kind of disk knows: for what never leaves it. */
  localNames?: boolean;
}

/** A file in a zip that was found fit to be read. */
export interface ZipMember {
  path: string;
  size: number;
  entry: Entry;
}

/** Thrown when a zip is not what it should be; `message` says in Dutch what is wrong with it. */
export class BadZip extends Error {}

/**
 * Opens a zip, by its path or its bytes, and judges its whole table of contents before anything of it is read: names that lead elsewhere, links,
 * names that are equal on some disks, sizes that are too large or lie, parts that overlap. Throws {@link BadZip}. Close it afterwards.
 */
export async function openZipSafely(from: string | Buffer, limits: ZipLimits): Promise<{ zip: ZipFile; members: ZipMember[] }> {
  const zip = await opened(from);
  try {
    if (zip.entryCount > limits.entries) throw new BadZip(`er staan ${zip.entryCount} bestanden in; meer dan ${limits.entries} leest Oogst niet`);
    const entries = await entriesOf(zip);
    const members = judged(entries, zip.fileSize, limits);
    for (const entry of entries) await sameName(zip, entry);
    return { zip, members };
  } catch (error) {
    zip.close();
    throw error;
  }
}

/** Reads one file out of a zip and checks its size and checksum. Throws {@link BadZip}. */
export async function readMember(zip: ZipFile, { entry, path, size }: ZipMember): Promise<Buffer> {
  const parts: Buffer[] = [];
  let read = 0;
  const stream = await new Promise<NodeJS.ReadableStream>((done, fail) => {
    zip.openReadStream(entry, (error, made) => (error ? fail(bad(error)) : done(made)));
  });
  try {
    for await (const part of stream) {
      const bytes = part as Buffer;
      read += bytes.length;
      if (read > size) throw new BadZip(`${path} is groter dan er staat`);
      parts.push(bytes);
    }
  } catch (error) {
    throw bad(error);
  }
  const bytes = Buffer.concat(parts);
  if (bytes.length !== size || crc32(bytes) !== entry.crc32) throw new BadZip(`${path} is beschadigd`);
  return bytes;
}

async function opened(from: string | Buffer): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false, strictFileNames: true, validateEntrySizes: true, decodeStrings: true };
  return new Promise((done, fail) => {
    const made = (error: unknown, zip: ZipFile): void => (error ? fail(bad(error)) : done(zip));
    if (typeof from === 'string') openZip(from, options, made);
    else fromBuffer(from, options, made);
  });
}

async function entriesOf(zip: ZipFile): Promise<Entry[]> {
  const out: Entry[] = [];
  await new Promise<void>((done, fail) => {
    zip.on('entry', (entry: Entry) => {
      out.push(entry);
      zip.readEntry();
    });
    zip.on('end', done);
    zip.on('error', (error: unknown) => fail(bad(error)));
    zip.readEntry();
  });
  return out;
}

/** A file has its name twice; programs that look at the other one would see another file. */
async function sameName(zip: ZipFile, entry: Entry): Promise<void> {
  const local = await zip.readLocalFileHeaderPromise(entry).catch((error: unknown) => Promise.reject(bad(error)));
  if (!local.fileName.equals(entry.fileNameRaw)) throw new BadZip(`“${entry.fileName.slice(0, 120)}” heet op twee plekken anders`);
}

function judged(entries: readonly Entry[], fileSize: number, limits: ZipLimits): ZipMember[] {
  const seen = new Map<string, 'file' | 'folder'>();
  const members: ZipMember[] = [];
  let all = 0;
  for (const entry of entries) {
    const name = entry.fileName;
    const folder = name.endsWith('/');
    const path = folder ? name.slice(0, -1) : name;
    const reason = nameToRead(path, limits) ?? badKind(entry, folder);
    if (reason) throw new BadZip(`“${path.slice(0, 120)}” ${reason}`);
    claim(seen, path, { folder, exact: limits.localNames ?? false });
    if (folder) continue;
    all += entry.uncompressedSize;
    if (entry.uncompressedSize > limits.each || all > limits.all) throw new BadZip('de inhoud is te groot');
    if (entry.uncompressedSize > 1024 * 1024 && entry.uncompressedSize > entry.compressedSize * limits.ratio)
      throw new BadZip(`“${path}” is verdacht sterk samengeperst`);
    members.push({ path, size: entry.uncompressedSize, entry });
  }
  checkOverlap(entries, fileSize);
  return members;
}

/** Why a name may not be taken out of a zip, in Dutch. */
export const nameToRead = (path: string, limits: ZipLimits): string | undefined => (limits.localNames ? leadsElsewhere(path) : badName(path));

/** Why a name may not even be read here: it leads out of the folder. */
function leadsElsewhere(path: string): string | undefined {
  const parts = path.split('/');
  return path === '' || path.includes('\0') || parts.some((part) => part === '' || part === '.' || part === '..')
    ? 'leidt naar een andere plek'
    : undefined;
}

/** Why a name is not allowed: it leads elsewhere, or some disk understands it as something else. */
export function badName(path: string): string | undefined {
  if (path === '' || path.startsWith('/') || /[\\:*?"<>|]/.test(path)) return 'is geen naam die overal kan';
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(path)) return 'bevat onzichtbare tekens';
  const parts = path.split('/');
  if (parts.length > 40) return 'ligt te diep';
  for (const part of parts) {
    if (part === '' || part === '.' || part === '..') return 'leidt naar een andere plek';
    if (/[. ]$/.test(part)) return 'eindigt op een punt of spatie';
    if (/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(part)) return 'is een naam die Windows voor zichzelf houdt';
    if (Buffer.byteLength(part) > 255) return 'is te lang';
  }
  return undefined;
}

function badKind(entry: Entry, folder: boolean): string | undefined {
  if ((entry.generalPurposeBitFlag & 1) !== 0) return 'is versleuteld';
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) return 'is op een onbekende manier samengeperst';
  const made = entry.versionMadeBy >>> 8;
  const mode = (entry.externalFileAttributes >>> 16) & 0o170000;
  // Only Unix writes a kind of file here; anything but a plain file or folder is a link or a device.
  if (made === 3 && mode !== 0 && mode !== (folder ? 0o040000 : 0o100000)) return 'is geen gewoon bestand';
  return undefined;
}

/** Two names that are one on a disk that ignores capitals or accents, or a file where a folder is. */
function claim(seen: Map<string, 'file' | 'folder'>, path: string, { folder, exact }: { folder: boolean; exact: boolean }): void {
  const key = exact ? path : path.normalize('NFC').toLowerCase();
  const before = seen.get(key);
  if (before && !(before === 'folder' && folder)) throw new BadZip(`“${path}” staat er twee keer in`);
  seen.set(key, folder ? 'folder' : 'file');
  const parts = key.split('/');
  for (let n = 1; n < parts.length; n++) {
    const above = parts.slice(0, n).join('/');
    if (seen.get(above) === 'file') throw new BadZip(`“${above}” is zowel een bestand als een map`);
    seen.set(above, 'folder');
  }
}

/** The data of two files may not lie over each other: that is how a small file pretends to hold terabytes. */
function checkOverlap(entries: readonly Entry[], fileSize: number): void {
  const ranges = entries.map((e) => ({ from: e.relativeOffsetOfLocalHeader, to: e.relativeOffsetOfLocalHeader + 30 + e.compressedSize }));
  ranges.sort((a, b) => a.from - b.from);
  let end = 0;
  for (const range of ranges) {
    if (range.from < end || range.to > fileSize) throw new BadZip('de bestanden erin liggen door elkaar heen');
    end = range.to;
  }
}

function bad(error: unknown): BadZip {
  if (error instanceof BadZip) return error;
  const message = error instanceof Error ? error.message : '';
  if (/encrypt/i.test(message)) return new BadZip('het is versleuteld');
  if (/absolute path|relative path|invalid characters/i.test(message)) return new BadZip('er staan namen in die naar een andere plek leiden');
  if (/end of central directory|signature|not a zip/i.test(message)) return new BadZip('het is geen zipbestand, of het is afgebroken');
  return new BadZip('het bestand is beschadigd');
}
