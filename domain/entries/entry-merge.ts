import type { Json } from './entry.ts';
import { bodyOf, replaceBody, shapeOf } from './file-text.ts';
import { mergeFields, type FieldPart } from './field-merge.ts';
import { setKeys } from './front-matter-edit.ts';
import { readHeader } from './front-matter.ts';
import { mergedText, mergeTexts, type Clash, type MergePart } from './text-merge.ts';

/** Two versions of one file held against the one they came from: the text per paragraph, the header per field. */
export interface EntryMerge {
  body: MergePart[];
  fields: FieldPart[];
  /** A header of one of them cannot be read and they differ; then only the texts are compared. */
  unreadableHeader: boolean;
}

/** Compares three whole files. Never fails. */
export function mergeEntries(base: string, mine: string, theirs: string): EntryMerge {
  const headers = [base, mine, theirs].map(headerOf);
  const unreadable = headers.some((header) => header === undefined) && new Set([base, mine, theirs].map(frontOf)).size > 1;
  const [b = {}, m = {}, t = {}] = headers;
  return {
    body: mergeTexts(bodyOf(base), bodyOf(mine), bodyOf(theirs)),
    fields: unreadable ? [] : mergeFields(b, m, t),
    unreadableHeader: unreadable,
  };
}

/** Whether nothing needs to be chosen. */
export const isSettled = (merge: EntryMerge): boolean =>
  !merge.unreadableHeader && merge.body.every((part) => part.kind !== 'clash') && merge.fields.every((part) => part.kind !== 'clash');

/** Choices for what clashes; texts by the number of the clash, fields by key (null: no such field). */
export interface MergeChoices {
  text(clash: Clash, index: number): string;
  field(part: Extract<FieldPart, { kind: 'clash' }>): Json;
}

/** Puts the outcome into their file: only what differs from it changes. Throws {@link HeaderRefusal} when its header cannot be changed. */
export function mergedFile(theirs: string, merge: EntryMerge, choices: MergeChoices): string {
  const changes: Record<string, Json> = {};
  const now = headerOf(theirs) ?? {};
  for (const part of merge.fields) {
    const value = part.kind === 'clash' ? choices.field(part) : (part.value ?? null);
    const held = Object.hasOwn(now, part.key) ? (now[part.key] ?? null) : null;
    if (JSON.stringify(value) !== JSON.stringify(held)) changes[part.key] = value;
  }
  const body = mergedText(merge.body, choices.text);
  const text = body === bodyOf(theirs) ? theirs : replaceBody(theirs, body);
  return Object.keys(changes).length === 0 ? text : setKeys(text, changes);
}

/** The front matter of a file as an object without a prototype, or undefined when it cannot be read. */
function headerOf(text: string): Record<string, Json> | undefined {
  const shape = shapeOf(text);
  const header = readHeader(frontOf(text));
  if (header.faults.length > 0 || shape.unclosed) return undefined;
  const out = Object.create(null) as Record<string, Json>;
  for (const [key, { value }] of header.values) out[key] = value;
  return out;
}

function frontOf(text: string): string {
  const { front } = shapeOf(text);
  return front ? text.slice(front.from, front.to) : '';
}
