import { z } from 'zod';
import { Sharing } from '../entries/entry.ts';
import type { KeptBundle } from './kept-bundle.ts';

/** What was handed out, when and to whom: one line of JSON for each export, only ever added to. */

/** Where it stands, from the root of the kennismap. */
export const exportLogPath = '.oogst/verspreid.jsonl';

/** A larger file cannot be ours; characters. */
export const longestLog = 50 * 1024 * 1024;

const list = <T extends z.ZodType>(one: T) => z.array(one).catch([]).default([]);

export const ExportRecord = z.object({
  /** Moment of handing out, ISO 8601. */
  at: z.string().min(1).max(40),
  /** Id of the kept bundle it was made from. */
  bundle: z.string().max(100).optional().catch(undefined),
  title: z.string().max(300),
  audience: Sharing,
  /** Ids of the write-ups that went along. */
  entries: list(z.string()),
  /** Attachments that went along, by their path in the kennismap. */
  attachments: list(z.string()),
  products: list(z.string()),
  /** Findings of the gate somebody let pass. Without the passage: that would carry on what was left out. */
  accepted: list(z.object({ rule: z.string(), entry: z.string(), reason: z.string(), by: z.string(), at: z.string() })),
  /** Name of the file that was made. */
  file: z.string().max(500).optional().catch(undefined),
});
export type ExportRecord = z.infer<typeof ExportRecord>;

/** Reads the log, oldest first. A line that cannot be read (half written, from a newer version) is passed over. Never throws. */
export function readExportLog(text: string): ExportRecord[] {
  const records: ExportRecord[] = [];
  for (const line of text.replace(/^\ufeff/, '').split(/\r?\n/)) {
    if (line.trim() === '') continue;
    try {
      const read = ExportRecord.safeParse(JSON.parse(line));
      if (read.success) records.push(read.data);
    } catch {
      // The other lines are none the worse for it.
    }
  }
  return records;
}

/** The log with one more line; what stands there stays as it is, also what cannot be read. */
export function withExport(text: string, record: ExportRecord): string {
  const before = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  return `${before}${JSON.stringify(record)}\n`;
}

/** A bundle something went along in, or will go along in when it is made again. */
export const Holder = z.object({
  title: z.string(),
  audience: Sharing,
  /** Id of the kept bundle. */
  bundle: z.string().optional(),
  /** Moment of handing out; absent for a kept bundle in which it stands now. */
  at: z.string().optional(),
});
export type Holder = z.infer<typeof Holder>;

/** What to look for: a write-up, an attachment, or both. */
export interface Sought {
  entry?: string | undefined;
  attachment?: string | undefined;
}

/** Tells in which bundles something is. */
export type ContainedIn = (sought: Sought) => Holder[];

/**
 * Which bundles contain what: handed out ones by the log, the latest first, and then the kept ones that name it. A picture looked for by its path is in
 * every bundle with the write-ups it belongs to as well, since `owners` says whose it is.
 */
export function containedIn(
  log: readonly ExportRecord[],
  kept: readonly KeptBundle[],
  owners: (attachment: string) => readonly string[],
): ContainedIn {
  return ({ entry, attachment }) => {
    const entries = new Set([
      ...(entry === undefined ? [] : [entry]),
      ...(entry === undefined && attachment !== undefined ? owners(attachment) : []),
    ]);
    const went = log.filter((one) => (attachment === undefined ? one.entries.some((id) => entries.has(id)) : one.attachments.includes(attachment)));
    const stands = kept.filter(({ chapters }) => chapters.some(({ items }) => items.some((item) => 'entry' in item && entries.has(item.entry))));
    return [
      ...[...went].reverse().map(({ title, audience, bundle, at }) => ({ title, audience, at, ...(bundle === undefined ? {} : { bundle }) })),
      ...stands.map(({ title, audience, id }) => ({ title, audience, bundle: id })),
    ];
  };
}
