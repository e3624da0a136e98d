import { mkdir, readdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join, parse, resolve } from 'node:path';
import type { Service } from '../../domain/api/contract.ts';
import { Failure } from '../../domain/api/failures.ts';
import { diskFailure, errorCode } from '../library/disk-failure.ts';
import { isMarkdown } from '../library/folder-scan.ts';

const collator = new Intl.Collator('nl', { numeric: true });

/** Looking for a folder, for shells that have no folder dialog of their own. */
export function createFoldersService(): Service<'folders'> {
  return {
    'folders.list': async ({ dir }) => {
      const here = resolve(dir ?? homedir());
      const items = await readdir(here, { withFileTypes: true }).catch((error: unknown) => Promise.reject(unreadable(error, here)));
      const folders = items
        .filter((item) => item.isDirectory() && !/^[.$~]/.test(item.name))
        .map((item) => ({ name: item.name, path: join(here, item.name) }));
      const parent = dirname(here);
      return {
        dir: here,
        ...(parent === here ? {} : { parent }),
        folders: folders.sort((a, b) => collator.compare(a.name, b.name)),
        texts: items.filter((item) => item.isFile() && isMarkdown(item.name)).length,
        places: await places(here),
      };
    },
    'folders.make': async ({ dir, name }) => {
      const clean = name.trim();
      if (/[\\/:*?"<>|\0]/.test(clean) || /^\.*$/.test(clean) || /[. ]$/.test(clean))
        throw new Failure('entry.bad-field', { key: 'naam', reason: 'zo mag een map niet heten' });
      const path = join(resolve(dir), clean);
      try {
        await mkdir(path);
      } catch (error) {
        if (errorCode(error) === 'EEXIST') throw new Failure('entry.name-taken', { path });
        throw diskFailure(error, path);
      }
      return { path };
    },
  };
}

function unreadable(error: unknown, dir: string): Failure {
  const code = errorCode(error);
  if (code === 'ENOENT') return new Failure('library.missing', { dir });
  if (code === 'ENOTDIR') return new Failure('library.not-a-folder', { dir });
  return new Failure('library.unreadable', { dir });
}

async function places(here: string): Promise<{ name: string; path: string }[]> {
  const home = homedir();
  const wanted = [home, ...['Documenten', 'Documents', 'OneDrive', 'Bureaublad', 'Desktop'].map((name) => join(home, name))];
  const roots = process.platform === 'win32' ? 'C D E F G H Z'.split(' ').map((letter) => `${letter}:\\`) : [parse(here).root];
  const there = await Promise.all(
    [...wanted, ...roots].map(async (path) => ((await stat(path).catch(() => undefined))?.isDirectory() ? [path] : [])),
  );
  return there
    .flat()
    .map((path) => ({ path, name: path === home ? 'Thuismap' : basename(path) || (process.platform === 'win32' ? `Schijf ${path}` : 'Computer') }));
}
