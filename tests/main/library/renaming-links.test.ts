import fc from 'fast-check';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bodyOf } from '../../../domain/entries/file-text.ts';
import { linksInText } from '../../../domain/entries/text-links.ts';
import type { OpenLibrary } from '../../../main/library/open-library.ts';
import { openServices } from '../../helpers/open-services.ts';

/** Few names, so that titles, file names and ids get in each other's way. */
const names = ['Ouderkamer', 'Rustplek', 'Koffie & thee', 'C# les', 'Lezen, samen', 'rustplek', 'Een [stuk]'];
const fileNames = ['ouderkamer', 'rustplek', 'Koffie & thee', 'lezen-samen', 'c-les', 'map/ouderkamer', 'map/rustplek', 'map/diep/Een'];
const target = fc.oneof(fc.constantFrom(...names), fc.constantFrom(...fileNames), fc.constantFrom('id0', 'id1', 'id2', 'id3'));
const link = fc.record({
  target,
  form: fc.constantFrom(
    '[[T]]',
    '[[T|naam]]',
    '[[T#Hoe]]',
    '[[T#Hoe\\|naam]]',
    '![[T]]',
    '[x](T.md)',
    '[x](<T.md#hoe>)',
    '[x](../T.md)',
    '`[[T]]`',
    '\n[1]: T.md\n',
  ),
});
const file = fc.record({
  title: fc.option(fc.constantFrom(...names), { nil: undefined }),
  id: fc.boolean(),
  links: fc.array(link, { maxLength: 5 }),
  fields: fc.array(target, { maxLength: 3 }),
  quoted: fc.boolean(),
  eol: fc.constantFrom('\n', '\r\n'),
  bom: fc.constantFrom('', '\uFEFF'),
});
const library = fc
  .tuple(fc.shuffledSubarray(fileNames, { minLength: 3, maxLength: 6 }), fc.array(file, { minLength: 6, maxLength: 6 }))
  .map(([paths, all]) => Object.fromEntries(paths.map((path, n) => [`${path}.md`, textOf(all[n]!, n)])));
const renames = fc.array(
  fc.record({
    which: fc.nat(5),
    title: fc.constantFrom(...names),
    file: fc.option(fc.constantFrom('rustplek', 'nieuw', 'ouderkamer'), { nil: undefined }),
  }),
  { minLength: 1, maxLength: 3 },
);

type File = typeof file extends fc.Arbitrary<infer T> ? T : never;

function textOf({ title, id, links, fields, quoted, eol, bom }: File, n: number): string {
  const values = fields.map((one) => `  - ${quoted ? JSON.stringify(`[[${one}]]`) : JSON.stringify(one)} # bij ${n}\n`).join('');
  const header = [id ? `id: id${n}\n` : '', title ? `titel: ${JSON.stringify(title)}\n` : '', values ? `verwant:\n${values}` : ''].join('');
  const body = links
    .map((one) => `Zie ${one.form.replace('T', () => (one.form.includes('](T') ? one.target.replaceAll(' ', '%20') : one.target))} dus.\n`)
    .join('');
  return bom + `---\n${header}soort: praktijk\n---\n${body}`.replaceAll('\n', eol);
}

/** Where every link leads, by file and place: the path of the write-up, or nothing. */
function leadings(open: OpenLibrary): Map<string, (string | undefined)[]> {
  return new Map(
    open.shelf.all().map(({ read }) => {
      const { path } = read.summary;
      const to = (written: string): string | undefined => open.shelf.resolve(written, path)?.read.summary.path;
      return [path, [...read.textLinks.map((one) => to(one.target)), ...read.fieldLinks.map((one) => to(one.id))]];
    }),
  );
}

async function bytesIn(dir: string): Promise<Record<string, string>> {
  const paths = (await readdir(dir, { recursive: true })).filter((path) => path.endsWith('.md')).sort();
  return Object.fromEntries(await Promise.all(paths.map(async (path) => [path, await readFile(join(dir, path), 'utf8')] as const)));
}

it(
  'no link that led somewhere leads elsewhere or nowhere after any renaming, and taking back restores every byte',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(library, renames, async (files, steps) => {
        const { services, dir, call } = await openServices(files);
        const open = services.session.library();
        const start = await bytesIn(dir);
        for (const { which, title, file: name } of steps) {
          const all = open.shelf.all();
          const held = all[which % all.length]!;
          const before = leadings(open);
          const from = held.read.summary.path;
          const { path: to } = await call('entries.rename', { id: held.id, title, ...(name === undefined ? {} : { file: name }) });
          await call('library.rescan', {});
          const moved = (path: string | undefined): string | undefined => (path === from ? to : path);
          const after = leadings(open);
          for (const [path, leads] of before) {
            const now = after.get(moved(path) ?? '') ?? [];
            for (const [n, led] of leads.entries()) if (led !== undefined) expect([path, n, now[n]]).toEqual([path, n, moved(led)]);
          }
        }
        while ((await call('undo.state', {})).undo) await call('undo.back', {});
        expect(await bytesIn(dir)).toEqual(start);
        await services.close();
      }),
      { numRuns: 60 },
    );
  },
);

it('counts the links of a text the same whatever stands around them', () => {
  const text =
    '\uFEFF---\r\nid: a\r\n---\r\nZie [[Een]].\r\n```\r\n[[Twee]]\r\n```\r\n![f](<x y.bijlagen/a (1).png>) <img src="x.bijlagen/b.png">\r\n[1]: x.md "Naam"\r\n';
  expect(linksInText(bodyOf(text), 4).map(({ target: to, kind, line }) => `${line} ${kind} ${to}`)).toEqual([
    '4 wikilink Een',
    '8 bijlage x y.bijlagen/a (1).png',
    '8 bijlage x.bijlagen/b.png',
    '9 bestand x.md',
  ]);
});
