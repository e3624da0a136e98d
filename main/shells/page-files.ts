import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** The path of an address as segments, decoded once; undefined for everything that could mean something else than it says. */
export function segmentsOf(target: string): string[] | undefined {
  const [raw = ''] = target.split(/[?#]/);
  if (!raw.startsWith('/') || raw.startsWith('//') || /%2f|%5c/i.test(raw)) return undefined;
  let path;
  try {
    path = decodeURIComponent(raw);
  } catch {
    return undefined;
  }
  // eslint-disable-next-line no-control-regex -- a zero byte is exactly what is looked for
  if (/[\0\\:]/.test(path)) return undefined;
  const segments = path.slice(1).split('/');
  return segments.some((segment) => segment === '..' || segment === '.') ? undefined : segments;
}

/** A file of the built window, or undefined: never outside its folder, also not through a link. */
export async function readPageFile(folder: string, segments: readonly string[]): Promise<{ bytes: Uint8Array; type: string } | undefined> {
  const name = segments.join('/') === '' ? 'index.html' : join(...segments);
  const type = types[extname(name).toLowerCase()];
  if (!type) return undefined;
  try {
    const base = await realpath(folder);
    const file = await realpath(join(base, name));
    if (!file.startsWith(base + sep) || !(await stat(file)).isFile()) return undefined;
    return { bytes: await readFile(file), type };
  } catch {
    return undefined;
  }
}
