import { hunksOf } from '../markup/differences.ts';

/** The outer shape of a file: byte-order mark, front matter between its fences, and the text under it. Offsets are UTF-16 units in the text. */
export interface FileShape {
  /** 1 when the text begins with a byte-order mark, else 0. */
  bom: 0 | 1;
  /** Line ending to use for new lines: the one the file uses first. */
  eol: '\n' | '\r\n';
  /** YAML between the fences, without them. */
  front?: { from: number; to: number };
  /** Where the body begins. */
  body: number;
  /** A fence is opened and looks like front matter, but never closed. */
  unclosed: boolean;
}

/**
 * Finds the parts of a file. Only a first line of exactly three dashes opens front matter (`---js` and the like do not), and only a line of
 * three dashes or dots closes it. Never fails.
 */
export function shapeOf(text: string): FileShape {
  const bom = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const newline = text.indexOf('\n');
  const eol = newline > 0 && text.charCodeAt(newline - 1) === 13 ? '\r\n' : '\n';
  const none: FileShape = { bom, eol, body: bom, unclosed: false };
  const first = /^---[ \t]*\r?\n/.exec(text.slice(bom, bom + 200));
  if (!first) return none;
  const from = bom + first[0].length;
  for (let at = from; at <= text.length;) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? text.length : end);
    if (/^(---|\.\.\.)[ \t]*\r?$/.test(line)) return { bom, eol, front: { from, to: at }, body: end < 0 ? text.length : end + 1, unclosed: false };
    if (end < 0) break;
    at = end + 1;
  }
  return { ...none, unclosed: /^[\p{L}_][\p{L}\p{N}_ -]*:(\s|$)/u.test(text.slice(from, from + 200)) };
}

/** Number of the line (from 1) in which an offset stands. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/** Puts another text under the front matter. Lines that stay keep their own endings, wherever they stand; new lines get that of the file. */
export function replaceBody(text: string, body: string): string {
  const shape = shapeOf(text);
  const old = linesOf(text.slice(shape.body));
  const lines = linesOf(body);
  const kept: Line[] = [];
  let at = 0;
  for (const { from, to, start, end } of hunksOf(old.map(keyOf), lines.map(keyOf))) {
    kept.push(...old.slice(at, from), ...rewritten(old.slice(from, to), lines.slice(start, end), shape.eol));
    at = to;
  }
  kept.push(...old.slice(at));
  const head = text.slice(0, shape.body);
  // Behind a closing fence without a line end the text would become part of the fence.
  const apart = shape.front && body !== '' && !head.endsWith('\n') ? shape.eol : '';
  return head + apart + kept.map((line) => line.text + line.end).join('');
}

/** A line without an ending, the last, is not the same as one with. */
const keyOf = (line: Line): string => (line.end === '' ? '' : '\n') + line.text;

/** Lines that came in the place of others; as many as there were are the same lines with other words. */
function rewritten(old: readonly Line[], lines: readonly Line[], eol: string): Line[] {
  const own = old.length === lines.length;
  return lines.map(({ text, end }, n) => ({ text, end: end === '' ? '' : (own && old[n]?.end) || eol }));
}

interface Line {
  text: string;
  /** Empty only behind the last line. */
  end: string;
}

function linesOf(text: string): Line[] {
  const parts = text.split(/(\r\n|\r|\n)/);
  return Array.from({ length: (parts.length + 1) / 2 }, (_, n) => ({ text: parts[2 * n] ?? '', end: parts[2 * n + 1] ?? '' }));
}

/** The text under the front matter with plain line endings, for reading and editing. */
export function bodyOf(text: string): string {
  const body = text.slice(shapeOf(text).body);
  return body.includes('\r') ? body.replace(/\r\n?/g, '\n') : body;
}
