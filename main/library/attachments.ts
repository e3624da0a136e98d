import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

const types: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.svg': 'image/svg+xml',
};

/** Largest picture that is shown, bytes. */
const largest = 50 * 1024 * 1024;

/**
 * A picture out of the kennismap, for showing. Gives undefined for anything else: other types, paths that lead out of the folder (also through
 * a link), folders that start with a dot, files that are not there.
 */
export async function readAttachment(root: string, path: string): Promise<{ bytes: Uint8Array; type: string } | undefined> {
  const type = types[extname(path).toLowerCase()];
  const parts = path.split('/');
  if (!type || /[\0\\:]/.test(path) || parts.some((part) => part === '' || part.startsWith('.'))) return undefined;
  try {
    const base = await realpath(root);
    const file = await realpath(join(base, ...parts));
    if (!file.startsWith(base + sep)) return undefined;
    const found = await stat(file);
    if (!found.isFile() || found.size > largest) return undefined;
    return { bytes: await readFile(file), type };
  } catch {
    return undefined;
  }
}
