import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { shapeOf } from '../../../domain/entries/file-text.ts';
import { root } from '../../helpers/project.ts';

const folder = join(root, 'tests/fixtures/markup');

/** The text under the front matter of each sample, by name. */
export const samples: [name: string, body: string][] = readdirSync(folder)
  .sort()
  .map((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    return [name, text.slice(shapeOf(text).body)];
  });
