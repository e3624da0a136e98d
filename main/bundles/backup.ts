import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { Failure } from '../../domain/api/failures.ts';
import { isTemporary, writeFileSafely } from '../library/atomic-write.ts';
import { diskFailure, diskReason, errorCode } from '../library/disk-failure.ts';
import { BadZip, nameToRead, openZipSafely, readMember, type ZipLimits, type ZipMember } from '../library/zip-reading.ts';

/** The list in a backup of what is in it. */
export const listName = 'oogst-reservekopie.json';

export const BackupList = z.object({
  reservekopie: z.literal(1),
  naam: z.string(),
  gemaakt: z.string(),
  oogst: z.string(),
  /** SHA-256 in lower-case hex of every other file. */
  bestanden: z.array(
    z.object({
      pad: z.string(),
      bytes: z.number().int(),
      sha256: z.string(),
      /** What the file is called in the zip, when its own name cannot be there. */
      in_zip: z.string().optional(),
    }),
  ),
});
export type BackupList = z.infer<typeof BackupList>;

/** A kennismap with films in it may be large; these only keep a hostile zip from filling the disk. */
const limits: ZipLimits = { entries: 200_000, each: 1024 ** 3, all: 20 * 1024 ** 3, ratio: 1000, localNames: process.platform !== 'win32' };

/** Every file of a kennismap that belongs in a backup, from its root: all but `.git`, our temporary files and what is no plain file. */
export async function filesToBackUp(root: string): Promise<string[]> {
  const out: string[] = [];
  const walk = async (folder: string): Promise<void> => {
    for (const item of await readdir(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? item.name : `${folder}/${item.name}`;
      if (item.isDirectory() && item.name !== '.git') await walk(path);
      else if (item.isFile() && !isTemporary(item.name)) out.push(path);
    }
  };
  await walk('');
  return out.sort();
}

/** Folder in the zip for files whose own name cannot be there. */
const otherNames = 'oogst-andere-namen';

/**
 * What a file of a kennismap is called in the zip: as it is, unless a zip reader takes the name for a path to elsewhere (`a:b.md`, `a\\b.md`) or it is one
 * of ours. `index` tells it from others.
 */
export function nameInZip(path: string, index: number): string {
  const ours = path === listName || path === otherNames || path.startsWith(`${otherNames}/`);
  return ours || /\\|^[a-z]:/i.test(path) ? `${otherNames}/${index}` : path;
}

/** SHA-256 of a file, lower-case hex. */
export async function checksumOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file)) hash.update(part as Buffer);
  return hash.digest('hex');
}

/**
 * Reads a backup to its last byte and holds every file against the list in it. `each` gets every file that is good; it may be left out to only check.
 * Fails with `backup.unusable`.
 */
export async function readBackup(
  path: string,
  each: (file: string, bytes: Buffer, index: number, total: number) => Promise<void>,
): Promise<BackupList> {
  try {
    if (!(await stat(path)).isFile()) throw new BadZip('het is geen bestand');
    const { zip, members } = await openZipSafely(path, limits);
    try {
      const list = await listIn(members, (member) => readMember(zip, member));
      const wanted = new Map(list.bestanden.map((file) => [file.in_zip ?? file.pad, file]));
      const files = members.filter((member) => member.path !== listName);
      if (files.length !== wanted.size) throw new BadZip('er ontbreken bestanden, of er zijn er te veel');
      checkOtherNames(list);
      for (const [index, member] of files.entries()) {
        const bytes = await readMember(zip, member);
        const listed = wanted.get(member.path);
        if (listed?.sha256 !== createHash('sha256').update(bytes).digest('hex')) throw new BadZip(`${listed?.pad ?? member.path} is veranderd`);
        await each(listed.pad, bytes, index, files.length);
      }
      return list;
    } finally {
      zip.close();
    }
  } catch (error) {
    if (error instanceof BadZip) throw new Failure('backup.unusable', { path, reason: error.message });
    if (error instanceof Failure || errorCode(error) === '') throw error;
    throw new Failure('backup.unusable', { path, reason: diskReason(error) });
  }
}

/** Names in the list were not looked at with those in the zip. */
function checkOtherNames({ bestanden }: BackupList): void {
  for (const { pad, in_zip } of bestanden) {
    const reason = in_zip === undefined ? undefined : nameToRead(pad, limits);
    if (reason !== undefined) throw new BadZip(`“${pad.slice(0, 120)}” ${reason}`);
  }
  if (new Set(bestanden.map(({ pad }) => pad)).size < bestanden.length) throw new BadZip('er staan bestanden twee keer in');
}

async function listIn(members: readonly ZipMember[], read: (member: ZipMember) => Promise<Buffer>): Promise<BackupList> {
  const member = members.find((one) => one.path === listName);
  if (!member || member.size > 100 * 1024 * 1024) throw new BadZip('er zit geen lijst van bestanden in');
  try {
    return BackupList.parse(JSON.parse((await read(member)).toString('utf8')));
  } catch (error) {
    if (error instanceof BadZip) throw error;
    throw new BadZip('de lijst van bestanden is niet te lezen');
  }
}

/**
 * Puts a backup in a folder that does not exist yet: first whole beside it, under another name, then in one rename to its place. A folder that is
 * there (only with `replace`) is renamed and kept. Fails with `backup.unusable`, `backup.target` or `disk.*`; then nothing has changed.
 */
export async function restoreBackup(
  path: string,
  dir: string,
  options: { replace: boolean; now: Date; step(index: number, total: number, file: string): void },
): Promise<{ files: number; aside?: string }> {
  const taken = await whatIsAt(dir);
  if (taken === 'other') throw new Failure('backup.target', { dir, reason: 'dat is een bestand, geen map' });
  if (taken === 'full' && !options.replace) throw new Failure('backup.target', { dir, reason: 'die map is niet leeg' });
  const staging = `${dir}.terugzetten-${randomBytes(4).toString('hex')}`;
  try {
    await mkdir(staging, { recursive: true });
    let files = 0;
    await readBackup(path, async (file, bytes, index, total) => {
      options.step(index, total, file);
      const target = join(staging, ...file.split('/'));
      await mkdir(dirname(target), { recursive: true });
      await writeFileSafely(target, bytes, { fresh: true });
      files++;
    });
    const aside = taken === 'full' ? await freeName(`${dir} (voor terugzetten ${stamp(options.now)})`) : undefined;
    if (aside !== undefined) await rename(dir, aside);
    else if (taken === 'empty') await rm(dir, { recursive: true });
    try {
      await rename(staging, dir);
    } catch (error) {
      if (aside !== undefined) await rename(aside, dir);
      throw error;
    }
    return { files, ...(aside === undefined ? {} : { aside }) };
  } catch (error) {
    await rm(staging, { recursive: true, force: true }).catch(() => undefined);
    if (error instanceof Failure) throw error;
    if (['EPERM', 'EBUSY', 'EACCES'].includes(errorCode(error)))
      throw new Failure('backup.target', { dir, reason: 'een ander programma gebruikt die map, of je mag er niet schrijven' });
    throw errorCode(error) === '' ? error : diskFailure(error, basename(dir));
  }
}

async function whatIsAt(dir: string): Promise<'nothing' | 'empty' | 'full' | 'other'> {
  const found = await lstat(dir).catch(() => undefined);
  if (!found) return 'nothing';
  if (!found.isDirectory()) return 'other';
  return (await readdir(dir)).length === 0 ? 'empty' : 'full';
}

async function freeName(wanted: string): Promise<string> {
  for (let n = 1; ; n++) {
    const name = n === 1 ? wanted : `${wanted} ${n}`;
    if ((await whatIsAt(name)) === 'nothing') return name;
  }
}

const stamp = (now: Date): string => now.toISOString().slice(0, 16).replace('T', ' ').replace(':', '');

/** What goes in the zip for one file. */
export const fileBytes = async (root: string, path: string): Promise<Buffer> => readFile(join(root, ...path.split('/')));
