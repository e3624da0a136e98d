import { lstat, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Failure } from '../../domain/api/failures.ts';
import { isTemporary } from '../library/atomic-write.ts';
import { diskReason } from '../library/disk-failure.ts';
import { hiddenFolders, isMarkdown } from '../library/folder-scan.ts';

/** A file to bring in. */
export interface SourceFile {
  /** Full path. */
  from: string;
  /** Path in the kennismap, with `/`. */
  to: string;
  markdown: boolean;
}

export interface SourceList {
  files: SourceFile[];
  skipped: { from: string; reason: string }[];
}

/** Files that programs leave behind and nobody wants along. */
const clutter = /^(\.DS_Store|Thumbs\.db|desktop\.ini|\.sync.*|~\$.*)$/i;

/**
 * Lists everything under a source. A folder keeps its structure under its own name when several sources come in, else its content comes at the
 * root. Every folder is read but `.git`, `.obsidian` and `.oogst`; links are not followed. Fails with `import.source`.
 */
export async function listSource(source: string, under: string): Promise<SourceList> {
  const from = resolve(source);
  const list: SourceList = { files: [], skipped: [] };
  try {
    const found = await stat(from);
    if (found.isFile()) {
      list.files.push({ from, to: under === '' ? basename(from) : `${under}/${basename(from)}`, markdown: isMarkdown(from) });
      if (isMarkdown(from)) await companions(from, under, list);
      return list;
    }
    await readdir(from);
  } catch (error) {
    throw new Failure('import.source', { path: from, reason: diskReason(error) });
  }
  await walk(from, under, list);
  list.files.sort((a, b) => (a.to < b.to ? -1 : 1));
  return list;
}

/** The attachments folder beside a single file comes along. */
async function companions(file: string, under: string, list: SourceList): Promise<void> {
  const name = `${basename(file).replace(/\.(md|markdown)$/i, '')}.bijlagen`;
  const folder = join(dirname(file), name);
  if ((await lstat(folder).catch(() => undefined))?.isDirectory()) await walk(folder, under === '' ? name : `${under}/${name}`, list);
}

async function walk(folder: string, under: string, list: SourceList): Promise<void> {
  let items;
  try {
    items = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    list.skipped.push({ from: folder, reason: diskReason(error) });
    return;
  }
  for (const item of items) {
    const from = join(folder, item.name);
    const to = under === '' ? item.name : `${under}/${item.name}`;
    if (item.isSymbolicLink()) list.skipped.push({ from, reason: 'een koppeling naar een andere plek; die wordt niet gevolgd' });
    else if (item.isDirectory()) {
      if (!hiddenFolders.has(item.name)) await walk(from, to, list);
    } else if (!item.isFile()) list.skipped.push({ from, reason: 'geen gewoon bestand' });
    else if (!clutter.test(item.name) && !isTemporary(item.name)) list.files.push({ from, to, markdown: isMarkdown(item.name) });
  }
}
