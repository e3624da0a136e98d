import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { plantedProject, root } from '../helpers/project.ts';

function check(folder: string, project: string): Promise<string> {
  return new Promise((done) => {
    execFile(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-b', project], { cwd: folder }, (_error, out) => done(out));
  });
}

const fine = {
  'domain/fine.ts': 'export const y = 1;\n',
  'main/fine.ts': 'export const y = 1;\n',
  'preload/fine.ts': 'export const y = 1;\n',
  'renderer/fine.ts': 'export const y = 1;\n',
};

describe('the types of each folder', () => {
  test('let through what is allowed', async () => {
    const folder = await plantedProject({
      ...fine,
      'main/uses.ts': "import { cwd } from 'node:process';\nimport { y } from '../domain/fine.ts';\nexport const x = [cwd(), y];\n",
    });
    for (const project of ['domain', 'main', 'preload', 'renderer']) expect(await check(folder, project)).toBe('');
  });

  test.each([
    ['Node in domain', 'domain', "import { cwd } from 'node:process';\nexport const x = cwd();\n"],
    ['the page in domain', 'domain', 'export const x = document.title;\n'],
    ['the page in main', 'main', 'export const x = document.title;\n'],
    ['the window in main', 'main', "export { y } from '../renderer/fine.ts';\n"],
    ['main in the window', 'renderer', "export { y } from '../main/fine.ts';\n"],
    ['main in the window, as a type only', 'renderer', "import type { y } from '../main/fine.ts';\nexport type X = typeof y;\n"],
    ['Node in the window', 'renderer', 'export const x = process.cwd();\n'],
    ['main in the preload script', 'preload', "export { y } from '../main/fine.ts';\n"],
    ['an enum', 'domain', 'export enum X {\n  A,\n}\n'],
  ])('report %s', async (_what, project, text) => {
    const folder = await plantedProject({ ...fine, [`${project}/planted.ts`]: text });
    expect(await check(folder, project)).toContain(`${project}/planted.ts`);
  });
});
