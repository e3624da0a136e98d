import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node, type YAMLMap } from 'yaml';
import type { Json } from './entry.ts';
import { readPlainHeader } from './plain-header.ts';

/** Limits on front matter (research/reliability, part C): beyond them the header is not read at all. */
export const limits = { bytes: 64 * 1024, keys: 500, depth: 32 };

/** One top-level key as it stands in the header. */
export interface HeaderValue {
  value: Json;
  /** The scalar as written, for values that YAML would read as a number (`0123`). */
  source?: string;
  /** Line in the YAML, from 1. */
  line: number;
}

export interface HeaderFault {
  message: string;
  /** Line in the YAML, from 1. */
  line: number;
}

export interface Header {
  values: Map<string, HeaderValue>;
  faults: HeaderFault[];
}

const options = {
  version: '1.2',
  schema: 'core',
  stringKeys: true,
  uniqueKeys: true,
  keepSourceTokens: false,
  logLevel: 'silent',
  strict: true,
} as const;

/** Parses YAML the one way this app does: strings as keys, no duplicate keys, dates left as text. Call only on text within {@link limits}. */
export function parseYaml(yaml: string, lines?: LineCounter): Document.Parsed {
  return parseDocument(yaml, lines ? { ...options, lineCounter: lines } : options);
}

/** Reads a header. Wrong content becomes a fault with its line; what can be read is still given. Never throws. */
export function readHeader(yaml: string): Header {
  const plain = readPlainHeader(yaml);
  return plain ? { values: plain, faults: [] } : parseHeader(yaml);
}

/** Reads any header, with a parser of all of YAML. */
export function parseHeader(yaml: string): Header {
  const values = new Map<string, HeaderValue>();
  const refused = tooMuch(yaml);
  if (refused) return { values, faults: [refused] };
  const lines = new LineCounter();
  const faults: HeaderFault[] = [];
  const document = parseYaml(yaml, lines);
  const root = document.contents;
  for (const error of document.errors) {
    // A quote that is never closed is only noticed at the end; the place to mend is the key it belongs to.
    const at = error.code === 'MISSING_CHAR' && isMap(root) ? lastKeyBefore(root, error.pos[0]) : error.pos[0];
    faults.push({ message: dutch(error.code), line: lines.linePos(at).line || 1 });
  }
  if (root === null) return { values, faults };
  if (!isMap(root)) {
    if (faults.length === 0) faults.push({ message: 'de kop is geen lijst van sleutels met waarden', line: 1 });
    return { values, faults };
  }
  for (const pair of root.items) {
    if (!isScalar(pair.key) || typeof pair.key.value !== 'string' || values.has(pair.key.value)) continue;
    const line = lines.linePos(pair.key.range?.[0] ?? 0).line || 1;
    const node = pair.value as Node | null;
    if (containsAlias(node)) {
      faults.push({ message: 'verwijzingen (& en *) worden in de kop niet gelezen', line });
      continue;
    }
    const plain = isScalar(node) && typeof node.value !== 'string' && node.source !== undefined ? { source: node.source } : {};
    values.set(pair.key.value, { value: toJson(node), line, ...plain });
  }
  return { values, faults };
}

/** The names that would reach into an object's prototype; kept in the file, never copied into objects. */
const dangerous = new Set(['__proto__', 'constructor', 'prototype']);

/** A YAML node as JSON. */
export function toJson(node: unknown): Json {
  if (isScalar(node)) {
    const value: unknown = node.value;
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number') return Number.isFinite(value) ? value : (node.source ?? String(value));
    return node.source ?? '';
  }
  if (isSeq(node)) return node.items.map((item) => (isPair(item) ? null : toJson(item)));
  if (isMap(node)) {
    const out: { [key: string]: Json } = {};
    for (const pair of node.items) {
      const key = isScalar(pair.key) ? String(pair.key.value) : '';
      if (key !== '' && !dangerous.has(key)) out[key] = toJson(pair.value);
    }
    return out;
  }
  return null;
}

function lastKeyBefore(map: YAMLMap, at: number): number {
  const starts = map.items.flatMap((pair) => (isScalar(pair.key) && pair.key.range ? [pair.key.range[0]] : []));
  return starts.filter((start) => start <= at).at(-1) ?? at;
}

function containsAlias(node: unknown): boolean {
  if (isAlias(node)) return true;
  if (isSeq(node)) return node.items.some(containsAlias);
  if (isMap(node)) return node.items.some((pair) => containsAlias(pair.value));
  return false;
}

/** Cheap look before parsing: the parser takes minutes on a kilobyte of the wrong signs. */
function tooMuch(yaml: string): HeaderFault | undefined {
  if (yaml.length > limits.bytes) return { message: `de kop is langer dan ${limits.bytes / 1024} kB`, line: 1 };
  let keys = 0;
  let depth = 0;
  let lineNumber = 0;
  for (const line of yaml.split('\n')) {
    lineNumber++;
    const indent = /^[ ]*/.exec(line)?.[0].length ?? 0;
    const dashes = (/^[ ]*((?:[-?][ \t]+)*)/.exec(line)?.[1]?.length ?? 0) / 2;
    if (/^[ ]*(?:[-?][ \t]+)*[^\s#].*:(\s|$)/.test(line)) keys++;
    for (let i = 0; i < line.length; i++) {
      const sign = line.charCodeAt(i);
      if (sign === 91 || sign === 123) depth++;
      else if ((sign === 93 || sign === 125) && depth > 0) depth--;
    }
    if (depth > limits.depth || indent / 2 + dashes > limits.depth * 2 || dashes > limits.depth)
      return { message: `de kop is dieper genest dan ${limits.depth} lagen`, line: lineNumber };
    if (keys > limits.keys) return { message: `de kop heeft meer dan ${limits.keys} sleutels`, line: lineNumber };
  }
  return undefined;
}

function dutch(code: string): string {
  const known: Record<string, string> = {
    DUPLICATE_KEY: 'deze sleutel staat er twee keer',
    TAB_AS_INDENT: 'een tab als inspringing; gebruik spaties',
    MISSING_CHAR: 'er ontbreekt een teken, bijvoorbeeld een aanhalingsteken of haakje',
    BAD_INDENT: 'de inspringing klopt niet',
    BLOCK_AS_IMPLICIT_KEY: 'er staat een dubbele punt in de waarde; zet de waarde tussen aanhalingstekens',
    MULTILINE_IMPLICIT_KEY: 'een sleutel loopt over meer regels',
    IMPOSSIBLE: 'dit is niet te lezen',
    MULTIPLE_DOCS: 'er staan meer koppen onder elkaar',
    BAD_DIRECTIVE: 'een regel die met % begint hoort hier niet',
    UNEXPECTED_TOKEN: 'hier staat iets onverwachts',
    NON_STRING_KEY: 'een sleutel is geen gewoon woord',
  };
  return known[code] ?? 'deze regel is niet te lezen';
}
