import type { Json } from './entry.ts';
import type { HeaderValue } from './front-matter.ts';

/** Longer headers are for the parser. */
const most = { signs: 16_384, lines: 300 };

const keyLine = /^([A-Za-z][\w-]*):(?: +(\S(?:.*\S)?))? *$/;
const item = /^( *)-( +)(\S(?:.*\S)?) *$/;
const inner = /^( *)(\S(?:.*\S)?) *$/;
const keyword = /^(?:null|true|false)$/i;
/** Names that would reach into an object's prototype. */
const dangerous = /^(?:__proto__|constructor|prototype)$/;
const date = /^\d{4}-\d{2}-\d{2}$/;
const whole = /^(?:0|[1-9]\d{0,14})$/;
/** Begins as a word, or is a code such as an id: digits with letters that make it no number. */
const word = /^(?:\p{L}|(?!0[xo]|[\d.eE+_-]+$)\d)/u;

/**
 * Reads a header of the plainest sort: a key per line with words, words between quotes, a whole number, yes or no, a date, or a list of those or of small
 * tables of those (judgements, stages). Nearly all headers are, and this is many times faster than a parser of all of YAML. Gives nothing for every other
 * header, also where only one line is not plain; the parser then reads it, and what is given here is exactly what the parser would give.
 */
export function readPlainHeader(yaml: string): Map<string, HeaderValue> | undefined {
  // oxlint-disable-next-line no-control-regex
  if (yaml.length > most.signs || /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u00a0\u2028\u2029\ufeff]|\r(?!\n)/.test(yaml)) return undefined;
  const lines = yaml.split(/\r?\n/);
  if (lines.length > most.lines) return undefined;
  const values = new Map<string, HeaderValue>();
  for (let at = 0; at < lines.length; at++) {
    const text = lines[at] ?? '';
    if (text === '') continue;
    const [, key, given] = keyLine.exec(text) ?? [];
    if (key === undefined || keyword.test(key) || values.has(key)) return undefined;
    const line = at + 1;
    if (given !== undefined) {
      const value = valueOf(given);
      if (value === undefined) return undefined;
      values.set(key, typeof value === 'number' || typeof value === 'boolean' ? { value, source: given, line } : { value, line });
    } else {
      const list = blockList(lines, at + 1);
      if (!list) return undefined;
      values.set(key, { value: list.value, line });
      at = list.next - 1;
    }
  }
  return values.size === 0 ? undefined : values;
}

/** What stands behind a key on the same line. */
function valueOf(given: string): Json | undefined {
  if (given.startsWith('[')) return flowList(given);
  return given.startsWith('{') ? flowTable(given) : typed(given);
}

/** A whole number, yes or no, or words. */
function typed(text: string): string | number | boolean | undefined {
  if (whole.test(text)) return Number(text);
  return text === 'true' || text === 'false' ? text === 'true' : scalar(text);
}

/** A word or more, quoted or not; nothing when it might mean something else. */
function scalar(text: string): string | undefined {
  const quoted = /^(?:"((?:[^"\\]|\\["\\])*)"|'([^']*)')$/.exec(text);
  if (quoted) return quoted[1]?.replace(/\\(["\\])/g, '$1') ?? quoted[2] ?? '';
  if (date.test(text)) return text;
  return word.test(text) && !keyword.test(text) && !/:(?:\s|$)|\s#/.test(text) ? text : undefined;
}

function flowList(text: string): string[] | undefined {
  if (!text.endsWith(']')) return undefined;
  const between = text.slice(1, -1).trim();
  if (between === '') return [];
  const out: string[] = [];
  for (const one of between.split(',')) {
    const value = /[[\]{}:#]/.test(one) ? undefined : scalar(one.trim());
    if (value === undefined || one.trim() !== one.trim().replace(/(?!^)["'](?!$)/g, '')) return undefined;
    out.push(value);
  }
  return out;
}

/** `{ sleutel: waarde, sleutel: "waarde" }` on one line. */
function flowTable(text: string): Table | undefined {
  const pair = / *([A-Za-z][\w-]*): +("[^"\\]*"|'[^']*'|[^\s"'[\]{},:#](?:[^"'[\]{},:#]*[^\s"'[\]{},:#])?) *([,}])/y;
  pair.lastIndex = 1;
  const out: Table = {};
  for (;;) {
    const [, key = '', given = '', then] = pair.exec(text) ?? [];
    if (then === undefined || !put(out, key, typed(given))) return undefined;
    if (then === '}') return pair.lastIndex === text.length ? out : undefined;
  }
}

type Table = { [key: string]: Json };

/** Adds a value under a key; false when the one or the other is not plain. */
function put(table: Table, key: string, value: Json | undefined): boolean {
  if (key === '' || value === undefined || keyword.test(key) || dangerous.test(key) || Object.hasOwn(table, key)) return false;
  table[key] = value;
  return true;
}

interface Read<T> {
  value: T;
  /** The line after it. */
  next: number;
}

/** `- een`, or `- sleutel: waarde` with more keys below it, on lines of their own with the same indent, at least one. `least` is the least indent. */
function blockList(lines: readonly string[], from: number, least = 0): Read<Json[]> | undefined {
  const out: Json[] = [];
  let indent: number | undefined;
  let at = from;
  for (let found = item.exec(lines[at] ?? ''); found; found = item.exec(lines[at] ?? '')) {
    const [, before = '', space = '', text = ''] = found;
    if (before.length < least) break;
    if (indent !== undefined && before.length !== indent) return undefined;
    indent = before.length;
    const value = text.startsWith('{') ? flowTable(text) : scalar(text);
    const read = value === undefined ? blockTable(lines, at, text, before.length + 1 + space.length) : { value, next: at + 1 };
    if (!read) return undefined;
    out.push(read.value);
    at = read.next;
  }
  return out.length === 0 ? undefined : { value: out, next: at };
}

/** A table that is an item of a list: `text` is its first line, whose key stands at `indent`, and the others are below it. */
function blockTable(lines: readonly string[], from: number, text: string, indent: number): Read<Table> | undefined {
  const out: Table = {};
  let at = from;
  for (let line: string | undefined = text; line !== undefined;) {
    const [, key = '', given] = keyLine.exec(line) ?? [];
    const list: Read<Json> | undefined = given === undefined ? blockList(lines, at + 1, indent) : undefined;
    if (!put(out, key, given === undefined ? list?.value : valueOf(given))) return undefined;
    at = list?.next ?? at + 1;
    const [, before = '', next] = inner.exec(lines[at] ?? '') ?? [];
    line = before.length === indent ? next : undefined;
    if (line === undefined && before.length > indent) return undefined;
  }
  return { value: out, next: at };
}
