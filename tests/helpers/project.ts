import { cp, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { temporaryFolder } from './temporary.ts';

/** Folder of the project. */
export const root = resolve(import.meta.dirname, '../..');

const left = new Set(['node_modules', 'out', 'dist', '.git']);

/** Paths of the project's own files, with `/`, from its root. */
export async function projectFiles(folder = root): Promise<string[]> {
  const items = await readdir(folder, { withFileTypes: true });
  const lists = items
    .filter((item) => !left.has(item.name))
    .map(async (item) => {
      const path = join(folder, item.name);
      if (item.isDirectory()) return projectFiles(path);
      return item.isFile() ? [relative(root, path).split(sep).join('/')] : [];
    });
  return (await Promise.all(lists)).flat();
}

/** A folder set up as the project is, with these files only: what is forbidden can be planted there and nowhere else. */
export async function plantedProject(files: Record<string, string>): Promise<string> {
  const dir = await temporaryFolder();
  await symlink(join(root, 'node_modules'), join(dir, 'node_modules'), 'junction');
  for (const path of [
    'tsconfig.base.json',
    'tsconfig.json',
    '.dependency-cruiser.mjs',
    ...['domain', 'main', 'preload', 'renderer'].map((name) => `${name}/tsconfig.json`),
  ])
    await cp(join(root, path), join(dir, path));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), text);
  }
  return dir;
}
