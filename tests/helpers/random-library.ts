import fc from 'fast-check';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OpenLibrary } from '../../main/library/open-library.ts';

/** Few names, so that titles, file names and ids get in each other's way. */
export const names = ['Ouderkamer', 'Rustplek', 'Koffie & thee', 'C# les', 'Lezen, samen', 'rustplek', 'Een [stuk]'];
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
/** Files that point at each other in every way, with names that get in each other's way. */
export const library = fc
  .tuple(fc.shuffledSubarray(fileNames, { minLength: 3, maxLength: 6 }), fc.array(file, { minLength: 6, maxLength: 6 }))
  .map(([paths, all]) => Object.fromEntries(paths.map((path, n) => [`${path}.md`, textOf(all[n]!, n)])));
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
export function leadings(open: OpenLibrary): Map<string, (string | undefined)[]> {
  return new Map(
    open.shelf.all().map(({ read }) => {
      const { path } = read.summary;
      const to = (written: string): string | undefined => open.shelf.resolve(written, path)?.read.summary.path;
      return [path, [...read.textLinks.map((one) => to(one.target)), ...read.fieldLinks.map((one) => to(one.id))]];
    }),
  );
}

/** Every write-up in a folder as it stands there. */
export async function bytesIn(dir: string): Promise<Record<string, string>> {
  const paths = (await readdir(dir, { recursive: true })).filter((path) => path.endsWith('.md')).sort();
  return Object.fromEntries(await Promise.all(paths.map(async (path) => [path, await readFile(join(dir, path), 'utf8')] as const)));
}
