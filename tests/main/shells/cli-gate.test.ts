import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandLine } from '../../helpers/command-line.ts';
import { temporaryFolder } from '../../helpers/temporary.ts';

const oogst = commandLine();
const gate = async (...argv: string[]): Promise<{ code: number; out: string }> => {
  const { code, out } = await oogst('gate', ...argv);
  return { code, out };
};

const files = {
  'a.md': '---\nid: a\nsoort: praktijk\ntitel: Ouders aan tafel\n---\n## Waarom\nDe ouders van Sanne kwamen.\n',
  'b.md': '---\nid: b\nsoort: vraag\ntitel: Wat nu?\n---\n## De vraag\nHet BSN is 111222333.\n',
};

describe('oogst gate', () => {
  test('ends with 0 when nothing blocks, 1 when something does, 2 when used wrong', async () => {
    const dir = await temporaryFolder(files);
    expect((await gate(dir, '--query', 'soort:praktijk')).code).toBe(0);
    expect((await gate(dir)).code).toBe(1);
    expect((await gate(dir, '--audience', 'buren')).code).toBe(2);
    expect((await gate(dir, '--names', join(dir, 'weg.txt'))).code).toBe(2);
    expect((await gate()).code).toBe(2);
  });

  test('uses a list of names and tells where each thing stands', async () => {
    const dir = await temporaryFolder(files);
    const list = join(await temporaryFolder(), 'klas.txt');
    await writeFile(list, '\ufeffVries, Sanne de\r\n');
    const { code, out } = await gate(dir, '--query', 'soort:praktijk', '--names', list, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      checked: 1,
      blocking: 1,
      open: expect.arrayContaining([expect.objectContaining({ rule: 'naam', place: 'Waarom', passage: 'Sanne' })]),
    });
    expect((await gate(dir)).out).toContain('blokkeert: Wat nu? › De vraag: Dit is een burgerservicenummer');
  });
});
