import { lstat } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { diskReason, errorCode } from './disk-failure.ts';
import { isTemporary } from './atomic-write.ts';

/** Folders that are never read for write-ups, at any depth. */
export const hiddenFolders: ReadonlySet<string> = new Set(['.git', '.obsidian', '.oogst']);

export const isMarkdown = (name: string): boolean => /\.(md|markdown)$/i.test(name) && !isTemporary(name);

/** A Markdown file as the disk lists it. */
export interface FoundFile {
  /** From the root, with `/`. */
  path: string;
  size: number;
  /** Milliseconds since 1970. */
  changed: number;
  /** When the file system last touched it, milliseconds since 1970. */
  touched?: number;
}

export interface Scan {
  files: FoundFile[];
  /** Every folder under the root, but the hidden ones. */
  folders: string[];
  /** Folders and files that could not be looked at, with the reason; nothing may be concluded about them or what is in them. */
  unread: { path: string; reason: string }[];
  /** Links that were not followed. */
  links: string[];
}

/**
 * Lists every Markdown file under a folder, without following links. Folders that cannot be read are reported, not fatal; only an unreadable
 * root throws (the file system's error).
 */
export async function scanFolder(root: string, signal?: AbortSignal): Promise<Scan> {
  const scan: Scan = { files: [], folders: [], unread: [], links: [] };
  let level = [''];
  while (level.length > 0) {
    const next: string[] = [];
    await inBatches(level, 16, async (folder) => {
      if (signal?.aborted) return;
      try {
        next.push(...(await scanOne(root, folder, scan)));
      } catch (error) {
        if (folder === '') throw error;
        if (errorCode(error) !== 'ENOENT') scan.unread.push({ path: folder, reason: diskReason(error) });
      }
    });
    level = next;
  }
  scan.files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return scan;
}

async function scanOne(root: string, folder: string, scan: Scan): Promise<string[]> {
  const folders: string[] = [];
  const files: string[] = [];
  for (const item of await readdir(join(root, folder), { withFileTypes: true })) {
    const path = folder === '' ? item.name : `${folder}/${item.name}`;
    if (item.isSymbolicLink()) scan.links.push(path);
    else if (item.isDirectory()) {
      if (!hiddenFolders.has(item.name)) folders.push(path);
    } else if (item.isFile() && isMarkdown(item.name)) files.push(path);
  }
  scan.folders.push(...folders);
  await lookAt(root, files, scan);
  return folders;
}

/** Looks at all files of a folder. With a promise per file this took three times as long, and it is most of the work of opening a large folder again. */
function lookAt(root: string, paths: readonly string[], scan: Scan): Promise<void> {
  if (paths.length === 0) return Promise.resolve();
  return new Promise((done) => {
    let left = paths.length;
    for (const path of paths)
      lstat(join(root, path), (error, found) => {
        // What cannot be looked at is not gone.
        if (error) {
          if (error.code !== 'ENOENT') scan.unread.push({ path, reason: diskReason(error) });
        } else if (found.isFile()) scan.files.push({ path, size: found.size, changed: found.mtimeMs, touched: found.ctimeMs });
        if (--left === 0) done();
      });
  });
}

/** Runs `act` on every item, at most `width` at a time. The first error stops the rest. */
export async function inBatches<T>(items: readonly T[], width: number, act: (item: T) => Promise<void>): Promise<void> {
  let at = 0;
  const run = async (): Promise<void> => {
    while (at < items.length) {
      const item = items[at++];
      if (item !== undefined) await act(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, run));
}
