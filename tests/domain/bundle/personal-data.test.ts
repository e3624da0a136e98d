import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../helpers/project.ts';
import { countPlanted } from './planted-set.ts';
import { plantedTable } from './planted-table.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

describe('the planted set', async () => {
  const counted = await countPlanted();
  if (process.env['OOGST_POORT_TABEL'] === '1') await writeFile(join(root, 'docs/poort.md'), plantedTable(counted));

  test('is large enough to say something', () => {
    expect(sum(counted.planted.map((one) => one.all))).toBeGreaterThanOrEqual(60);
    expect(sum(counted.alike.map((one) => one.all))).toBeGreaterThanOrEqual(200);
  });

  test.each(['bsn', 'e-mail', 'iban', 'telefoon'])('is found whole where it is a %s', (rule) => {
    const { all, found } = counted.planted.find((one) => one.rule === rule) ?? { all: 0, found: -1 };
    expect(found, counted.missed.join('\n')).toBe(all);
  });

  test('is found for at least 95 in a hundred', () => {
    const all = sum(counted.planted.map((one) => one.all));
    expect(sum(counted.planted.map((one) => one.found)) / all, counted.missed.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  test('blocks at most two in a hundred look-alikes', () => {
    const all = sum(counted.alike.map((one) => one.all));
    expect(sum(counted.alike.map((one) => one.blocking)) / all, counted.alarms.join('\n')).toBeLessThanOrEqual(0.02);
  });

  test('is counted in the table of the documentation as it stands', async () => {
    const { readFile } = await import('node:fs/promises');
    expect(await readFile(join(root, 'docs/poort.md'), 'utf8')).toBe(plantedTable(counted));
  });
});
