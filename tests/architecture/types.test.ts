import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plantedProject, root } from '../helpers/project.ts';

/** What the compiler says of all folders at once; a folder with faults does not keep it from the others. */
function check(folder: string): Promise<string> {
  const projects = ['domain', 'main', 'preload', 'renderer'];
  return new Promise((done) => {
    execFile(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-b', ...projects], { cwd: folder }, (_error, out) => done(out));
  });
}

/** What is allowed. */
const fine = {
  'domain/fine.ts': 'export const y = 1;\n',
  'main/fine.ts': 'export const y = 1;\n',
  'main/uses.ts': "import { cwd } from 'node:process';\nimport { y } from '../domain/fine.ts';\nexport const x = [cwd(), y];\n",
  'main/other.ts': 'export const z = 1;\n',
  'preload/fine.ts': 'export const y = 1;\n',
  'renderer/fine.ts': 'export const y = 1;\n',
};

/** What is not. The compiler names a file of another folder once, so each that is planted reaches for one of its own. */
const planted = {
  'domain/with-node.ts': "import { cwd } from 'node:process';\nexport const x = cwd();\n",
  'domain/with-the-page.ts': 'export const x = document.title;\n',
  'domain/with-an-enum.ts': 'export enum X {\n  A,\n}\n',
  'main/with-the-page.ts': 'export const x = document.title;\n',
  'main/with-the-window.ts': "export { y } from '../renderer/fine.ts';\n",
  'renderer/with-main.ts': "export { y } from '../main/fine.ts';\n",
  'renderer/with-a-type-of-main.ts': "import type { z } from '../main/other.ts';\nexport type X = typeof z;\n",
  'renderer/with-node.ts': 'export const x = process.cwd();\n',
  'preload/with-main.ts': "export { y } from '../main/fine.ts';\n",
};

test('the types of each folder let through what is allowed, and report what is not in the file where it stands', async () => {
  const said = await check(await plantedProject({ ...fine, ...planted }));
  const reported = Array.from(said.matchAll(/^(\S+\.ts)\(/gm), ([, path]) => path ?? '');
  expect(new Set(reported)).toEqual(new Set(Object.keys(planted)));
});
