import { createHash } from 'node:crypto';
import { lstat, readFile } from 'node:fs/promises';
import { isProgram, lastTaken, placeOf, stateOf, type ImportEntry, type Origins } from '../../domain/bundle/bundle-import.ts';
import type { ManifestEntry } from '../../domain/bundle/manifest.ts';
import { isMarkdown } from '../library/folder-scan.ts';
import type { OpenLibrary } from '../library/open-library.ts';
import type { BundleFile } from './bundle-file.ts';

/** How every write-up of a bundle stands against the kennismap. */
export async function lookAt(library: OpenLibrary, bundle: BundleFile, origins: Origins): Promise<ImportEntry[]> {
  const out: ImportEntry[] = [];
  for (const entry of bundle.manifest.entries) out.push(await lookAtOne(library, bundle, origins, entry));
  return out;
}

async function lookAtOne(library: OpenLibrary, { manifest }: BundleFile, origins: Origins, entry: ManifestEntry): Promise<ImportEntry> {
  const { id, title, kind } = entry;
  const path = placeOf(entry.path);
  const none = { fresh: 0, same: 0, other: 0 };
  if (path === undefined || !isMarkdown(path))
    return { id, title, kind, path: entry.path, state: 'geweigerd', reason: 'dit bestand mag daar niet komen', attachments: none };
  const theirs = manifest.files[entry.path] ?? '';
  const atPath = library.shelf.at(path);
  // Somebody's file at the same place is only the same write-up when its bytes say so.
  const held = library.shelf.find(id) ?? (atPath?.revision === theirs ? atPath : undefined);
  const attachments = { ...none };
  for (const file of entry.attachments) attachments[await standingOf(library, file, manifest.files[file] ?? '')]++;
  const ours = held && { id: held.id, title: held.read.summary.title, path: held.read.summary.path };
  return { id, title, kind, path, state: stateOf(theirs, held?.revision, lastTaken(origins, id)), attachments, ...(ours ? { ours } : {}) };
}

/** Whether an attachment is here already. */
async function standingOf(library: OpenLibrary, file: string, hash: string): Promise<'fresh' | 'same' | 'other'> {
  const path = placeOf(file);
  if (path === undefined || isProgram(path)) return 'other';
  const target = library.path(path);
  const found = await lstat(target).catch(() => undefined);
  if (!found) return 'fresh';
  if (!found.isFile()) return 'other';
  return createHash('sha256')
    .update(await readFile(target))
    .digest('hex') === hash
    ? 'same'
    : 'other';
}
