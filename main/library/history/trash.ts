import { randomBytes } from 'node:crypto';
import { readdir, readFile, rm, rmdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { Failure } from '../../../domain/api/failures.ts';
import { renameSafely, writeFileSafely } from '../atomic-write.ts';
import { diskFailure } from '../disk-failure.ts';
import { attachmentsFolder } from '../entry-moving.ts';
import { makeFolders } from '../folder-making.ts';
import { adoptFile, shelved, type Saved } from '../entry-writing.ts';
import type { OpenLibrary } from '../open-library.ts';
import { ownerOf } from '../shelf.ts';
import { hiddenFolders } from '../folder-scan.ts';
import { folderAt, isTaken } from '../path-look.ts';

/** Where the prullenbak lies in the kennismap; colleagues have it too. */
const bin = '.oogst/prullenbak';

const Note = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.string(),
  path: z.string(),
  at: z.string(),
  attachments: z.boolean(),
  /** The write-up it was merged into. */
  into: z.object({ id: z.string(), title: z.string() }).optional(),
});

/** Something in the prullenbak. `key` is its folder there. */
export type Trashed = z.infer<typeof Note> & { key: string };

/**
 * Moves a write-up with its attachments to the prullenbak. The note about where it came from is written first and each move is one rename, so that
 * after a crash {@link mendTrash} can always finish. Fails with `entry.missing`, `entry.unwritable` or `disk.*`.
 */
export async function putInTrash(library: OpenLibrary, id: string, now: Date, into?: Trashed['into']): Promise<Trashed> {
  const held = shelved(library, id);
  const { path, title, kind } = held.read.summary;
  const file = await library.ownPath(path);
  const content = await library.readFile(path);
  if (content.revision === '') throw new Failure('entry.missing', { id: title });
  if (library.readOnly) throw new Failure('entry.unwritable', { path, reason: 'de kennismap is alleen-lezen' });
  if (content.locked === undefined) await library.history.keep(ownerOf(held), content.text, 'weggegooid');
  const key = `${now.toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-')}-${randomBytes(3).toString('hex')}`;
  const attachments = (await folderAt(library.path(attachmentsFolder(path)))) === 'folder';
  const note = { id, title, kind, path, at: now.toISOString(), attachments, ...(into ? { into } : {}) };
  try {
    await makeFolders(library.root, `${bin}/${key}`);
    await writeFileSafely(library.path(notePath(key)), `${JSON.stringify(note, null, 2)}\n`);
    if (attachments) await renameSafely(library.path(attachmentsFolder(path)), library.path(inBin(key, attachmentsFolder(path))));
    await renameSafely(file, library.path(inBin(key, path)));
  } catch (error) {
    await bringBack(library, { ...note, key }).catch(() => undefined);
    throw diskFailure(error, path);
  }
  library.announce([id, ...library.drop(path)], 'saved');
  return { ...note, key };
}

/** Puts something back where it was, or beside it when the place is taken. Fails with `trash.missing` or `disk.*`. */
export async function restoreFromTrash(library: OpenLibrary, key: string): Promise<Saved> {
  const item = (await listTrash(library)).find((one) => one.key === key);
  if (!item) throw new Failure('trash.missing');
  let path: string;
  try {
    path = await bringBack(library, item);
  } catch (error) {
    throw diskFailure(error, item.path);
  }
  return adoptFile(library, path, 'saved');
}

/** What is in the prullenbak, newest first. Folders that are not ours are passed over. */
export async function listTrash(library: OpenLibrary): Promise<Trashed[]> {
  const out: Trashed[] = [];
  for (const key of await readdir(library.path(bin)).catch(() => [])) {
    const note = await readNote(library, key);
    if (note && (await isTaken(library.path(inBin(key, note.path))))) out.push({ ...note, key });
  }
  return out.sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** Removes something from the prullenbak for good. */
export async function removeFromTrash(library: OpenLibrary, key: string): Promise<Trashed> {
  const item = (await listTrash(library)).find((one) => one.key === key);
  if (!item) throw new Failure('trash.missing');
  try {
    await rm(await library.ownPath(`${bin}/${key}`), { recursive: true });
  } catch (error) {
    throw diskFailure(error, item.path);
  }
  return item;
}

/** Finishes what a crash left half: a write-up that never left gets its attachments back, and what is empty goes. */
export async function mendTrash(library: OpenLibrary): Promise<void> {
  for (const key of await readdir(library.path(bin)).catch(() => [])) {
    const note = await readNote(library, key);
    if (!note || (await isTaken(library.path(inBin(key, note.path))))) continue;
    await bringBack(library, { ...note, key }).catch(() => undefined);
  }
}

async function bringBack(library: OpenLibrary, item: Trashed): Promise<string> {
  await library.ownPath(notePath(item.key));
  const from = { file: inBin(item.key, item.path), attachments: inBin(item.key, attachmentsFolder(item.path)) };
  const held = { file: await isTaken(library.path(from.file)), attachments: await isTaken(library.path(from.attachments)) };
  const numbered = (n: number): string => (n === 1 ? item.path : numberedPath(item.path, n));
  let n = 1;
  while (held.file && (await isTaken(library.path(numbered(n))))) n++;
  const path = numbered(n);
  await makeFolders(library.root, dirname(path));
  // The text points into the folder with attachments by its name, so that name comes back whenever it is free.
  let attachments = attachmentsFolder(item.path);
  for (let m = 2; held.attachments && (await isTaken(library.path(attachments))); m++) attachments = attachmentsFolder(numbered(m));
  if (held.attachments) await renameSafely(library.path(from.attachments), library.path(attachments));
  if (held.file) await renameSafely(library.path(from.file), library.path(path));
  await rm(library.path(notePath(item.key)), { force: true });
  await rmdir(library.path(`${bin}/${item.key}`)).catch(() => undefined);
  return path;
}

/** A path with a number behind the name, which is cut where it would become longer than disks know. */
function numberedPath(path: string, n: number): string {
  const at = path.lastIndexOf('/') + 1;
  const [, name = '', ending = ''] = /^(.*?)(\.(?:md|markdown))?$/is.exec(path.slice(at)) ?? [];
  const stem = Array.from(name);
  while (Buffer.byteLength(`${stem.join('')}-${n}${ending}`) > 255) stem.pop();
  return `${path.slice(0, at)}${stem.join('')}-${n}${ending}`;
}

async function readNote(library: OpenLibrary, key: string): Promise<z.infer<typeof Note> | undefined> {
  try {
    const parsed = Note.safeParse(JSON.parse(await readFile(library.path(notePath(key)), 'utf8')));
    // A note is only believed when it leads to a place inside the kennismap.
    return parsed.success && isInside(parsed.data.path) ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

const isInside = (path: string): boolean =>
  !/[\0\\]|^[a-z]:/i.test(path) &&
  path.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !hiddenFolders.has(part.toLowerCase()));
const notePath = (key: string): string => `${bin}/${key}/weggegooid.json`;
/** The file in the prullenbak keeps its name; the folders it was in are in the note. */
const inBin = (key: string, path: string): string => `${bin}/${key}/${path.slice(path.lastIndexOf('/') + 1)}`;
