import { Document, isMap, isPair, isScalar, isSeq, Lexer, visit, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Json } from './entry.ts';
import { shapeOf } from './file-text.ts';
import { limits, parseYaml, readHeader, toJson } from './front-matter.ts';

/** Thrown when a header cannot be changed without risk; the text was not touched. `line` counts in the file. */
export class HeaderRefusal extends Error {
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.name = 'HeaderRefusal';
    this.line = line;
  }
}

/**
 * Sets top-level keys in the front matter of a file; `null` removes a key. Only the lines of those keys change: comments, order,
 * unknown keys, quotes, line endings and the byte-order mark stay. A file without front matter gets one above its text.
 * The result is parsed again and compared before it is given back. Throws {@link HeaderRefusal}.
 */
export function setKeys(text: string, changes: Record<string, Json>): string {
  let out = text;
  for (const [key, value] of Object.entries(changes)) out = editHeader(out, key, value, (yaml, eol) => setKey(yaml, key, value, eol));
  return out;
}

/** Adds one record at the end of a list (`oordelen`, `fasehistorie`); what stands there already is not touched. Throws {@link HeaderRefusal}. */
export function appendRecord(text: string, key: string, record: { [key: string]: Json }): string {
  const shape = shapeOf(text);
  const yaml = shape.front ? text.slice(shape.front.from, shape.front.to) : '';
  const now = readHeader(yaml).values.get(key)?.value;
  if (now !== undefined && now !== null && !Array.isArray(now)) throw new HeaderRefusal(`“${key}” is geen lijst`, 1);
  const wanted = [...(now ?? []), record];
  return editHeader(text, key, wanted, (front, eol) => appendItem(front, key, record, eol) ?? setKey(front, key, wanted, eol));
}

/** Changes the YAML of a file for one key, and proves that nothing but that key became `value`. Throws {@link HeaderRefusal}. */
export function editHeader(text: string, key: string, value: Json, edit: (yaml: string, eol: string) => string): string {
  const shape = shapeOf(text);
  if (shape.unclosed) throw new HeaderRefusal('de kop wordt niet afgesloten met drie streepjes', 1);
  const yaml = shape.front ? text.slice(shape.front.from, shape.front.to) : '';
  const before = readHeader(yaml);
  const fault = before.faults[0];
  if (fault) throw new HeaderRefusal(fault.message, fault.line + 1);
  if (value === null && !before.values.has(key)) return text;
  const changed = edit(yaml, shape.eol);
  prove(yaml, changed, key, value);
  if (shape.front) return text.slice(0, shape.front.from) + changed + text.slice(shape.front.to);
  return `${text.slice(0, shape.bom)}---${shape.eol}${changed}---${shape.eol}${text.slice(shape.bom)}`;
}

/** A file without the remarks (`# …`) in its header; every value stays. Throws {@link HeaderRefusal}. */
export function withoutHeaderRemarks(text: string): string {
  const shape = shapeOf(text);
  if (!shape.front) return text;
  const yaml = text.slice(shape.front.from, shape.front.to);
  if (!yaml.includes('#')) return text;
  const bare = linesWithoutRemarks(yaml);
  const [before, after] = [readHeader(yaml), readHeader(bare)];
  const [was, now] = [plain(before.values), plain(after.values)];
  const fault = before.faults[0] ?? after.faults[0];
  if (fault || was.size !== now.size || [...was].some(([key, value]) => now.get(key) !== value))
    throw new HeaderRefusal(fault?.message ?? 'de opmerkingen in de kop zijn niet los te maken', (fault?.line ?? 0) + 1);
  return text.slice(0, shape.front.from) + bare + text.slice(shape.front.to);
}

/** A line that was only a remark goes whole. */
function linesWithoutRemarks(yaml: string): string {
  let out = '';
  let content = false;
  let skipEnd = false;
  for (const token of new Lexer().lex(yaml)) {
    const sign = token.length === 1 && '\u0002\u0018\u001f'.includes(token);
    if (!sign && !content && token.startsWith('#')) {
      out = out.replace(/[ \t]+$/, '');
      skipEnd = out === '' || out.endsWith('\n');
    } else if (!sign) {
      out += skipEnd ? token.replace(/^\r?\n/, '') : token;
      skipEnd = false;
    }
    content = token === '\u001f';
  }
  return out;
}

/** The parsed header must be the old one with exactly this key changed. */
function prove(before: string, after: string, key: string, value: Json): void {
  const read = readHeader(after);
  const wanted = plain(readHeader(before).values);
  if (value === null) wanted.delete(key);
  else wanted.set(key, JSON.stringify(value));
  const got = plain(read.values);
  const same = got.size === wanted.size && [...wanted].every(([k, v]) => got.get(k) === v);
  if (read.faults.length > 0 || !same || after.length > limits.bytes)
    throw new HeaderRefusal(`“${key}” kan niet worden veranderd zonder iets anders te raken`, 1);
}

const plain = (values: ReadonlyMap<string, { value: Json }>): Map<string, string> =>
  new Map([...values].map(([k, v]) => [k, JSON.stringify(v.value)]));

function setKey(yaml: string, key: string, value: Json, eol: string): string {
  const document = parseYaml(yaml);
  const root = document.contents;
  if (isMap(root) && root.flow) return reprintFlow(yaml, root, key, value);
  const pair = isMap(root) ? (root.items.find((p) => isScalar(p.key) && p.key.value === key) as Pair<Node, Node | null> | undefined) : undefined;
  const margin = isMap(root) ? marginOf(yaml, root) : '';
  if (!pair) return value === null ? yaml : withNewline(yaml, eol) + margin + shifted(printPair(key, value, eol), margin);
  const from = pair.key.range?.[0] ?? 0;
  const to = contentEnd(yaml, pair.value) ?? pair.key.range?.[1] ?? from;
  if (value === null) return yaml.slice(0, from - margin.length) + yaml.slice(lineEnd(yaml, to));
  const old = pair.value;
  const tail = yaml.slice(to);
  if (isScalar(old) && old.source !== undefined && onOneLine(yaml, from, to) && isScalarValue(value)) {
    const start = old.range?.[0] ?? to;
    const typed = typeof value === 'string' && (old.type === 'QUOTE_DOUBLE' || old.type === 'QUOTE_SINGLE') ? old.type : undefined;
    const printed = printValue(value, typed);
    if (!printed.includes('\n') && start > from) return yaml.slice(0, start) + printed + tail;
  }
  const flow = isSeq(old) && old.flow === true && Array.isArray(value) && value.every(isScalarValue);
  const indent = isSeq(old) && !old.flow ? seqIndent(yaml, old) - margin.length : 2;
  const whole = flow ? `${yaml.slice(from, pair.key.range?.[1])}: ${printFlow(value)}` : shifted(printPair(key, value, eol, indent), margin);
  const printed = whole.replace(/\r?\n$/, '');
  const kept = isScalarValue(value) || flow ? tail : dropComment(tail);
  return yaml.slice(0, from) + printed + (kept === '' || /^[ \t]*(#|\r?\n)/.test(kept) ? kept : eol + kept);
}

/** Spaces before every key of a header that is indented as a whole. */
function marginOf(yaml: string, root: YAMLMap): string {
  const first = root.items[0]?.key;
  const start = isScalar(first) ? (first.range?.[0] ?? 0) : 0;
  return /^ *$/.exec(yaml.slice(yaml.lastIndexOf('\n', start - 1) + 1, start))?.[0] ?? '';
}

/** Printed lines below the first, moved in by a margin. */
const shifted = (printed: string, margin: string): string => printed.replace(/\n(?=[^\r\n])/g, `\n${margin}`);

/** A comment behind a value that becomes a list would end up behind its last item; it goes with the value it was about. */
const dropComment = (tail: string): string => tail.replace(/^[ \t]+#[^\r\n]*/, '');

function appendItem(yaml: string, key: string, record: { [key: string]: Json }, eol: string): string | undefined {
  const root = parseYaml(yaml).contents;
  const pair = isMap(root) && !root.flow ? root.items.find((p) => isScalar(p.key) && p.key.value === key) : undefined;
  const list = pair?.value;
  if (!isSeq(list) || list.flow || list.items.length === 0) return undefined;
  const end = contentEnd(yaml, list as Node);
  if (end === undefined) return undefined;
  const indent = seqIndent(yaml, list);
  const lines = stringify([record], 2).replace(/\n$/, '').split('\n');
  const at = lineEnd(yaml, end);
  const before = yaml.slice(0, at);
  return withNewline(before, eol) + lines.map((line) => ' '.repeat(indent) + line + eol).join('') + yaml.slice(at);
}

/** Column of the dashes of a block list. */
function seqIndent(yaml: string, list: YAMLSeq): number {
  const start = list.range?.[0] ?? 0;
  return start - (yaml.lastIndexOf('\n', start - 1) + 1);
}

/** Where the last sign of a value stands, comments and empty lines after it not included. */
function contentEnd(yaml: string, node: Node | null): number | undefined {
  if (!node) return undefined;
  if ((isMap(node) || isSeq(node)) && !node.flow) {
    const last = node.items.at(-1) as Node | Pair<Node, Node | null> | undefined;
    if (isPair(last)) return contentEnd(yaml, last.value as Node | null) ?? (last.key as Node).range?.[1];
    return contentEnd(yaml, (last ?? null) as Node | null) ?? node.range?.[1];
  }
  const end = node.range?.[1];
  if (end === undefined || !isScalar(node)) return end;
  if (node.type !== 'BLOCK_LITERAL' && node.type !== 'BLOCK_FOLDED') return end;
  return yaml.slice(0, end).trimEnd().length;
}

/** Position after the line in which an offset stands. */
function lineEnd(yaml: string, at: number): number {
  const end = yaml.indexOf('\n', at);
  return end < 0 ? yaml.length : end + 1;
}

const onOneLine = (yaml: string, from: number, to: number): boolean => !yaml.slice(from, to).includes('\n');
const isScalarValue = (value: Json): boolean => value === null || typeof value !== 'object';
const withNewline = (yaml: string, eol: string): string => (yaml === '' || yaml.endsWith('\n') ? yaml : yaml + eol);

function printPair(key: string, value: Json, eol: string, indent = 2): string {
  return stringify({ [key]: value }, indent).replace(/\n/g, eol);
}

/** Prints YAML that older readers understand as well: what they take for a date or a yes/no is quoted. */
function stringify(value: Json, seqIndentation: number): string {
  const document = new Document(value, { compat: 'yaml-1.1', version: '1.2' });
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'string' && /^\d{4}-\d{1,2}-\d{1,2}/.test(node.value)) node.type = 'QUOTE_SINGLE';
    },
  });
  return document.toString({ lineWidth: 0, indentSeq: seqIndentation > 0, flowCollectionPadding: false });
}

function printValue(value: Json, quotes: 'QUOTE_DOUBLE' | 'QUOTE_SINGLE' | undefined): string {
  if (!quotes) return stringify(value, 2).replace(/\n$/, '');
  const document = new Document(value, { compat: 'yaml-1.1', version: '1.2' });
  if (isScalar(document.contents)) document.contents.type = quotes;
  return document.toString({ lineWidth: 0 }).replace(/\n$/, '');
}

/** One value as it stands in a list: in the quotes it had, and in `[…]` safe for commas and brackets. */
export const printItem = (value: string, quotes: 'QUOTE_DOUBLE' | 'QUOTE_SINGLE' | undefined, flow: boolean): string =>
  flow && !quotes ? printFlow([value]).slice(1, -1) : printValue(value, quotes);

function printFlow(values: readonly Json[]): string {
  const document = new Document([...values], { compat: 'yaml-1.1', version: '1.2' });
  if (isSeq(document.contents)) document.contents.flow = true;
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).replace(/\n$/, '');
}

/** A header written as one `{…}` has no lines per key; it is printed again as a whole. */
function reprintFlow(yaml: string, root: YAMLMap, key: string, value: Json): string {
  const document = parseYaml(yaml);
  if (value === null) document.delete(key);
  else document.set(key, document.createNode(value));
  const lines = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  return toJson(root) === null ? yaml : yaml.endsWith('\n') ? lines : lines.replace(/\n$/, '');
}
