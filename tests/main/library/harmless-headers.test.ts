import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isHarmless } from '../../../main/library/header-trial.ts';
import { openServices } from '../../helpers/open-services.ts';

describe('a header', () => {
  test.each([
    ['brackets that close nothing', ']'.repeat(16_000)],
    ['braces that close nothing', '}'.repeat(16_000)],
    ['lists in lists on one line', '- a: '.repeat(3000)],
    ['keys in lists on one line', 'x: - a: '.repeat(2000)],
  ])('of %s is tried out elsewhere first', (_, yaml) => expect(isHarmless(yaml)).toBe(false));

  test('as people write it is read at once', () => {
    const judged = Array.from({ length: 40 }, (_, n) => `  - { item: A${n % 7}, oordeel: ja, onderbouwing: "Zie: hier" }`).join('\n');
    expect(isHarmless(`id: x\ntitel: "Om 9:30: start"\noordelen:\n${judged}\n`)).toBe(true);
  });

  test('whose words hold signs that mean something elsewhere in YAML is read at once', () => {
    const judged = Array.from({ length: 70 }, (_, n) => `  - { item: A${n}, oordeel: ja, onderbouwing: "Een & ander: *goed*" }`).join('\n');
    expect(isHarmless(`titel: "R & D: wat nu ?"\nsamenvatting: 'Met [een] rij! & @allen'\n`)).toBe(true);
    expect(isHarmless(`titel: Een\noordelen:\n${judged}\n`)).toBe(true);
  });
});

describe('the prullenbak', () => {
  test.each(['.git/hooks/post-commit', '.obsidian/plugins/x/main.js', '.Git/config'])('puts nothing back at %s', async (path) => {
    const { call, dir } = await openServices({ 'een.md': '---\nid: een\ntitel: Een\nsoort: praktijk\n---\n\nTekst.\n' });
    const [one] = await call('trash.put', { ids: ['een'] });
    const note = join(dir, '.oogst/prullenbak', one?.key ?? '', 'weggegooid.json');
    await rename(join(dirname(note), 'een.md'), join(dirname(note), basename(path)));
    await mkdir(join(dir, '.git'), { recursive: true });
    await writeFile(note, JSON.stringify({ ...(JSON.parse(await readFile(note, 'utf8')) as object), path }));
    await call('trash.restore', { key: one?.key ?? '' }).catch(() => undefined);
    expect(await readdir(join(dir, '.git'))).toEqual([]);
    expect(await readdir(dir)).not.toContain('.obsidian');
  });
});
