import type { HeaderValue } from './front-matter.ts';

/** Longer headers are for the parser. */
const most = { signs: 16_384, lines: 300 };

const keyLine = /^([A-Za-z][\w-]*):(?: +(\S(?:.*\S)?))? *$/;
const item = /^( *)- +(\S(?:.*\S)?) *$/;
const keyword = /^(?:null|true|false)$/i;
const date = /^\d{4}-\d{2}-\d{2}$/;
/** Begins as a word, or is a code such as an id: digits with letters that make it no number. */
const word = /^(?:\p{L}|(?!0[xo]|[\d.eE+_-]+$)\d)/u;

/**
 * Reads a header of the plainest sort: a key per line with words, words between quotes, a date, or a list of those. Nearly all headers are, and this is
 * many times faster than a parser of all of YAML. Gives nothing for every other header, also where only one line is not plain; the parser then reads
 * it, and what is given here is exactly what the parser would give.
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
      const value = given.startsWith('[') ? flowList(given) : scalar(given);
      if (value === undefined) return undefined;
      values.set(key, { value, line });
    } else {
      const list = blockList(lines, at + 1);
      if (!list) return undefined;
      values.set(key, { value: list, line });
      at += list.length;
    }
  }
  return values.size === 0 ? undefined : values;
}

/** A word or more, quoted or not; nothing when it might mean something else. */
function scalar(text: string): string | undefined {
  const quoted = /^(?:"([^"\\]*)"|'([^']*)')$/.exec(text);
  if (quoted) return quoted[1] ?? quoted[2] ?? '';
  if (date.test(text)) return text;
  return word.test(text) && !keyword.test(text) && !/:(?:\s|$)|\s#/.test(text) ? text : undefined;
}

function flowList(text: string): string[] | undefined {
  if (!text.endsWith(']')) return undefined;
  const inner = text.slice(1, -1).trim();
  if (inner === '') return [];
  const out: string[] = [];
  for (const one of inner.split(',')) {
    const value = /[[\]{}:#]/.test(one) ? undefined : scalar(one.trim());
    if (value === undefined || one.trim() !== one.trim().replace(/(?!^)["'](?!$)/g, '')) return undefined;
    out.push(value);
  }
  return out;
}

/** `- een` on lines of their own with the same indent, at least one. */
function blockList(lines: readonly string[], from: number): string[] | undefined {
  const out: string[] = [];
  let indent: string | undefined;
  for (const line of lines.slice(from)) {
    const found = item.exec(line);
    if (!found) break;
    const value = scalar(found[2] ?? '');
    if (value === undefined || (indent !== undefined && found[1] !== indent)) return undefined;
    indent = found[1];
    out.push(value);
  }
  return out.length === 0 ? undefined : out;
}
