import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where the built program finds its parts. `out` is the folder with the built bundles. */
export interface Places {
  /** Cards, kinds, fields, example. */
  resources: string;
  /** Built reader of bundles. */
  reader: string;
  /** Built window. */
  window: string;
  worker: string;
  textWorker: string;
  printWorker: string;
  web: string;
  /** Settings of this user on this computer. */
  profile: string;
  version: string;
}

/** Places as seen from a built file in `out/main`. In a packaged app the resources lie beside the program instead of in the source tree. */
export function findPlaces(outMain: string, packagedResources?: string): Places {
  const root = resolve(outMain, '../..');
  const packaged = packagedResources === undefined ? undefined : join(packagedResources, 'resources');
  return {
    resources: packaged !== undefined && existsSync(packaged) ? packaged : join(root, 'resources'),
    reader: join(root, 'out/reader'),
    window: join(root, 'out/renderer'),
    worker: join(outMain, 'worker.js'),
    textWorker: join(outMain, 'text-worker.js'),
    printWorker: join(outMain, 'print-worker.js'),
    web: join(outMain, 'web.js'),
    profile: process.env['OOGST_PROFILE'] ?? defaultProfile(),
    version: versionIn(root),
  };
}

function defaultProfile(): string {
  if (process.platform === 'win32') return join(process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Oogst');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Oogst');
  return join(process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'oogst');
}

function versionIn(root: string): string {
  try {
    const read: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    return typeof read === 'object' && read !== null && 'version' in read && typeof read.version === 'string' ? read.version : '0';
  } catch {
    return '0';
  }
}
