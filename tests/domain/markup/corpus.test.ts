import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shapeOf } from '../../../domain/entries/file-text.ts';
import { closeText, type EditedBlock } from '../../../domain/markup/close.ts';
import { openText } from '../../../domain/markup/open.ts';
import { settledBlocks } from '../../../domain/markup/settled.ts';
import { seeded } from '../../bench/seeded.ts';
import { randomEdit } from './random-edit.ts';

/** A folder with Markdown of other people, which is not ours to keep in the project. */
const folder = process.env['OOGST_CORPUS'];
const keys = (blocks: readonly EditedBlock[]): string => JSON.stringify(settledBlocks(blocks.map(({ node }) => node)));

// Without the folder there is nothing to read.
describe.runIf(folder !== undefined)('a folder of Markdown by others', () => {
  const files = folder === undefined ? [] : readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'));
  const bodies = files.map((path) => {
    const text = readFileSync(join(folder ?? '', path), 'utf8');
    return { path, body: text.slice(shapeOf(text).body) };
  });

  it('is there', () => {
    expect(bodies.length).toBeGreaterThan(0);
  });

  it('is opened and closed without a change, and means what was edited after a random change', () => {
    const chance = seeded(3);
    const wrong: string[] = [];
    let [blocks, locked] = [0, 0];
    for (const { path, body } of bodies) {
      const opened = openText(body);
      blocks += opened.blocks.length;
      locked += opened.blocks.filter(({ node }) => node.type === 'locked').length;
      if (closeText(opened, structuredClone(opened.blocks)) !== body) wrong.push(`${path}: not the same`);
      const edited = randomEdit(opened.blocks, chance, 'large');
      if (keys(openText(closeText(opened, edited)).blocks) !== keys(edited)) wrong.push(`${path}: not what was edited`);
    }
    console.info(`${bodies.length} files, ${blocks} blocks, ${locked} locked`);
    expect(wrong).toEqual([]);
  }, 600_000);
});
