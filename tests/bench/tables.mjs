import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './preparation.mjs';

const page = join(root, 'docs/zoeken.md');

/** Rows as a Markdown table; the first row is the head. */
export function table(rows) {
  const [head, ...rest] = rows;
  return [head, head.map((_, n) => (n === 0 ? '---' : '---:')), ...rest].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** A number as Dutch readers write it. */
export const dutch = (value, digits) => (value === undefined ? '–' : value.toFixed(digits).replace('.', ','));

/** Puts a piece in its place on the page about search, between the two marks of that name. */
export function writePiece(name, text) {
  if (!existsSync(page)) return;
  const [from, to] = [`<!-- meting:${name} -->`, `<!-- einde:${name} -->`];
  const held = readFileSync(page, 'utf8');
  const [start, end] = [held.indexOf(from), held.indexOf(to)];
  if (start < 0 || end < start) return;
  writeFileSync(page, `${held.slice(0, start + from.length)}\n\n${text}\n\n${held.slice(end)}`);
}

/** The value of `--name waarde`. */
export function option(name, otherwise) {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise);
}
