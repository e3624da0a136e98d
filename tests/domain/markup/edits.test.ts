import { diffArrays } from 'diff';
import { describe, expect, it } from 'vitest';
import { closeText, type EditedBlock } from '../../../domain/markup/close.ts';
import { keysOf, openText, type OpenText } from '../../../domain/markup/open.ts';
import { settledBlocks } from '../../../domain/markup/settled.ts';
import { seeded, type Chance } from '../../bench/seeded.ts';
import { randomEdit } from './random-edit.ts';
import { samples } from './samples.ts';

const keys = (blocks: readonly EditedBlock[]): string[] => settledBlocks(blocks.map(({ node }) => node)).map((node) => JSON.stringify(node));

/** Four samples under each other, as a text of more than one hand. */
function mixture(chance: Chance): OpenText {
  const parts = Array.from({ length: 4 }, () => chance.pick(samples)[1].replaceAll('\r\n', '\n').trimEnd());
  return openText(`${parts.join('\n\n')}\n`);
}

/** Lines of the old text that did not survive. */
function linesGone(before: string, after: string): number {
  return diffArrays(before.split('\n'), after.split('\n')).reduce((sum, part) => sum + (part.removed ? part.count : 0), 0);
}

interface Failed {
  before: string;
  after: string;
  wanted: string[];
  found: string[];
}

function tried(count: number, seed: number, size: 'small' | 'large', times = 1): { failed: Failed[]; gone: number } {
  const chance = seeded(seed);
  const failed: Failed[] = [];
  let gone = 0;
  for (let n = 0; n < count; n++) {
    const opened = mixture(chance);
    let edited = randomEdit(opened.blocks, chance, size);
    for (let more = 1; more < times; more++) edited = randomEdit(edited, chance, size);
    const after = closeText(opened, edited);
    const [wanted, found] = [keys(edited), keysOf(after, '')];
    if (JSON.stringify(wanted) !== JSON.stringify(found))
      failed.push({ before: opened.text, after, wanted: wanted.filter((k) => !found.includes(k)), found: found.filter((k) => !wanted.includes(k)) });
    gone += linesGone(opened.text, after);
  }
  return { failed, gone: gone / count };
}

describe('a text that is edited', () => {
  it('means exactly what was edited, after 1,000 random changes of words, and loses fewer than 1.5 lines to each', () => {
    const { failed, gone } = tried(1000, 7, 'small');
    expect(failed.slice(0, 3)).toEqual([]);
    expect(failed.length).toBe(0);
    expect(gone).toBeLessThan(1.5);
  }, 120_000);

  it('means exactly what was edited, after 1,000 random changes of any sort', () => {
    const { failed, gone } = tried(1000, 20, 'large');
    expect(failed.slice(0, 3)).toEqual([]);
    expect(failed.length).toBe(0);
    expect(gone).toBeLessThan(2.5);
  }, 120_000);

  it('means exactly what was edited, after four changes of any sort between two saves', () => {
    const { failed } = tried(200, 33, 'large', 4);
    expect(failed.slice(0, 3)).toEqual([]);
  }, 120_000);
});
