import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { plantedProject, root } from '../helpers/project.ts';

interface Found {
  from: string;
  rule: { name: string };
}
interface Cruised {
  summary: { violations: Found[]; totalCruised: number };
}

function cruise(folder: string, paths: readonly string[]): Promise<Cruised['summary']> {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  return new Promise((done, failed) => {
    execFile(
      process.execPath,
      [program, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...paths],
      { cwd: folder, maxBuffer: 256 * 1024 * 1024 },
      (_error, out, complaints) => {
        try {
          done((JSON.parse(out) as Cruised).summary);
        } catch {
          failed(new Error(complaints));
        }
      },
    );
  });
}

const planted: [rule: string, path: string, text: string][] = [
  ['domain-is-pure', 'domain/search/planted.ts', "import { readFileSync } from 'node:fs';\nexport const x = readFileSync;\n"],
  ['domain-is-pure', 'domain/cards/planted.ts', "import { parse } from 'yaml';\nexport const x = parse;\n"],
  ['domain-is-pure', 'domain/api/planted.ts', "export { y } from '../../main/library/fine.ts';\n"],
  ['entries-parse', 'domain/entries/planted.ts', "import { useState } from 'react';\nexport const x = useState;\n"],
  ['services-know-no-shell', 'main/library/planted.ts', "import { WebSocket } from 'ws';\nexport const x = WebSocket;\n"],
  ['services-know-no-shell', 'main/settings/planted.ts', "export { y } from '../shells/web/fine.ts';\n"],
  ['services-know-no-shell', 'main/capture/planted.ts', "import { createServer } from 'node:http';\nexport const x = createServer;\n"],
  ['ports-carry-frames', 'main/ports/planted.ts', "export { y } from '../library/fine.ts';\n"],
  ['shells-stand-alone', 'main/shells/electron/planted.ts', "export { y } from '../web/fine.ts';\n"],
  ['electron-in-its-shell', 'main/shells/cli/planted.ts', "import { app } from 'electron';\nexport const x = app;\n"],
  ['preload-is-a-pipe', 'preload/planted.ts', "import { join } from 'node:path';\nexport const x = join;\n"],
  ['window-knows-domain-only', 'renderer/data/planted.ts', "export { y } from '../../main/library/fine.ts';\n"],
  ['window-knows-domain-only', 'renderer/kit/planted.ts', "export type { Y } from '../../main/library/fine.ts';\n"],
  ['window-has-no-node', 'renderer/data/node.ts', "import { join } from 'node:path';\nexport const x = join;\n"],
  ['features-stand-alone', 'renderer/features/a/planted.tsx', "export { y } from '../b/fine.ts';\n"],
  ['no-tests-in-the-product', 'main/bundles/planted.ts', "import { test } from 'vitest';\nexport const x = test;\n"],
  ['no-dead-ends', 'renderer/kit/lost.ts', "export { y } from './nowhere.ts';\n"],
];
const fine = 'export const y = 1;\nexport type Y = number;\n';

describe('the boundaries', () => {
  test('hold in the whole project, and the whole project was looked at', async () => {
    const { violations, totalCruised } = await cruise(root, ['domain', 'main', 'preload', 'renderer']);
    expect(violations.map(({ rule, from }) => `${rule.name}: ${from}`)).toEqual([]);
    expect(totalCruised).toBeGreaterThan(200);
  });

  test('are reported when they are crossed', async () => {
    const folder = await plantedProject({
      ...Object.fromEntries(planted.map(([, path, text]) => [path, text])),
      'main/library/fine.ts': fine,
      'main/shells/web/fine.ts': fine,
      'renderer/features/b/fine.ts': fine,
      'renderer/kit/one.ts': "export { b } from './two.ts';\nexport const a = 1;\n",
      'renderer/kit/two.ts': "export { a } from './one.ts';\nexport const b = 1;\n",
    });
    const { violations } = await cruise(folder, ['domain', 'main', 'preload', 'renderer']);
    const found = new Set(violations.map(({ rule, from }) => `${rule.name}: ${from}`));
    for (const [rule, path] of planted) expect(found).toContain(`${rule}: ${path}`);
    expect(found).toContain('no-circles: renderer/kit/one.ts');
    expect([...found].filter((one) => one.includes('fine.ts'))).toEqual([]);
  });

  test('each say why they are there', async () => {
    const text = await readFile(join(root, '.dependency-cruiser.mjs'), 'utf8');
    const { default: config } = (await import(/* @vite-ignore */ join(root, '.dependency-cruiser.mjs'))) as {
      default: { forbidden: { name: string; comment: string }[] };
    };
    expect(config.forbidden.filter((rule) => rule.comment.length < 20)).toEqual([]);
    expect(text).not.toContain("severity: 'warn'");
  });
});
