import { createHash } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import type { ZipFile } from 'yauzl';
import { Failure } from '../../domain/api/failures.ts';
import { Manifest } from '../../domain/bundle/manifest.ts';
import { diskReason, errorCode } from '../library/disk-failure.ts';
import { BadZip, openZipSafely, readMember, type ZipLimits, type ZipMember } from '../library/zip-reading.ts';
import { checksumOf } from './backup.ts';

/** What a bundle may hold; far more than a study day needs. */
const limits: ZipLimits = { entries: 20_000, each: 200 * 1024 ** 2, all: 4 * 1024 ** 3, ratio: 100 };

/** A manifest is never this large, bytes. */
const largestManifest = 50 * 1024 ** 2;

/** A bundle that was found whole. */
export interface BundleFile {
  manifest: Manifest;
  /** SHA-256 of the zip, lower-case hex. */
  hash: string;
  /** Bytes of a file in it, held against the manifest once more. */
  read(path: string): Promise<Buffer>;
  close(): void;
}

/**
 * Opens a bundle and reads all of it once: the table of contents is judged before anything is read, and every file is held against its checksum in the
 * zip and in the manifest. Nothing is written. Fails with `import.bundle` and, in Dutch, what is wrong. `step` may throw to stop.
 */
export async function openBundle(path: string, step: (done: number, total: number) => Promise<void>): Promise<BundleFile> {
  try {
    if (!(await stat(path)).isFile()) throw new BadZip('het is geen bestand');
    await checkStart(path);
    const { zip, members } = await openZipSafely(path, limits);
    try {
      if (zip.comment !== '') throw new BadZip('er staat een bericht in dat er niet hoort');
      const manifest = await manifestIn(zip, members);
      const wanted = filesOf(manifest, members);
      const byPath = new Map(wanted.map((member) => [member.path, member]));
      for (const [index, member] of wanted.entries()) {
        await step(index, wanted.length);
        await checked(zip, member, manifest);
      }
      return {
        manifest,
        hash: await checksumOf(path),
        read: async (file) => {
          const member = byPath.get(file);
          if (!member) throw new Failure('import.bundle', { reason: `${file} zit er niet in` });
          return checked(zip, member, manifest).catch((error: unknown) => Promise.reject(told(error)));
        },
        close: () => zip.close(),
      };
    } catch (error) {
      zip.close();
      throw error;
    }
  } catch (error) {
    throw told(error);
  }
}

/** What a zip is judged by is not its name: something else may stand in front of it. */
async function checkStart(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    if (bytesRead < 4 || buffer.readUInt32LE(0) !== 0x04034b50) throw new BadZip('het is geen zipbestand, of er staat iets voor');
  } finally {
    await handle.close();
  }
}

async function manifestIn(zip: ZipFile, members: readonly ZipMember[]): Promise<Manifest> {
  const member = members.find((one) => one.path === 'manifest.json');
  if (!member || member.size > largestManifest) throw new BadZip('er zit geen manifest in; het is geen bundel van Oogst');
  let data: unknown;
  try {
    data = JSON.parse((await readMember(zip, member)).toString('utf8'));
  } catch (error) {
    if (error instanceof BadZip) throw error;
    throw new BadZip('het manifest is niet te lezen');
  }
  const read = Manifest.safeParse(data);
  if (read.success) return read.data;
  const version = typeof data === 'object' && data !== null && 'version' in data ? Number(data.version) : 0;
  throw new BadZip(version > 2 ? 'de bundel is gemaakt met een nieuwere Oogst' : 'het manifest klopt niet');
}

/** The files the manifest speaks of; all must be there, and no others. */
function filesOf(manifest: Manifest, members: readonly ZipMember[]): ZipMember[] {
  const there = new Map(members.map((member) => [member.path, member]));
  const missing = Object.keys(manifest.files).filter((path) => !there.has(path));
  const extra = members.filter(({ path }) => path !== 'manifest.json' && !Object.hasOwn(manifest.files, path));
  if (missing.length > 0) throw new BadZip(`er ontbreken bestanden: ${some(missing)}`);
  if (extra.length > 0) throw new BadZip(`er zitten bestanden in die er niet horen: ${some(extra.map(({ path }) => path))}`);
  const lost = manifest.entries.flatMap(({ path, attachments }) => [path, ...attachments]).filter((path) => !Object.hasOwn(manifest.files, path));
  if (lost.length > 0) throw new BadZip(`het manifest noemt stukken zonder bestand: ${some(lost)}`);
  return Object.keys(manifest.files).flatMap((path) => there.get(path) ?? []);
}

const some = (paths: readonly string[]): string => paths.slice(0, 3).join(', ') + (paths.length > 3 ? ` en nog ${paths.length - 3}` : '');

async function checked(zip: ZipFile, member: ZipMember, { files }: Manifest): Promise<Buffer> {
  const bytes = await readMember(zip, member);
  if (createHash('sha256').update(bytes).digest('hex') !== files[member.path])
    throw new BadZip(`${member.path} is veranderd sinds de bundel is gemaakt`);
  return bytes;
}

function told(error: unknown): unknown {
  if (error instanceof BadZip) return new Failure('import.bundle', { reason: error.message });
  return errorCode(error) === '' ? error : new Failure('import.bundle', { reason: diskReason(error) });
}
