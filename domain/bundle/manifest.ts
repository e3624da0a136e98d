import { z } from 'zod';
import { Sharing } from '../entries/entry.ts';

/** `manifest.json` at the root of a bundle: what is in it and how to check that it arrived whole. */

/** Version of the form; a bundle of version 1 says less and is read all the same. */
export const manifestVersion = 2;

export const ManifestEntry = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  /** Path in the zip, under `stukken/`. */
  path: z.string(),
  attachments: z.array(z.string()),
});

export type ManifestEntry = z.infer<typeof ManifestEntry>;

export const Manifest = z.object({
  schema: z.literal('oogst-bundel'),
  version: z.union([z.literal(1), z.literal(manifestVersion)]),
  /** Id of the kept bundle it was made from. */
  id: z.string().optional(),
  title: z.string(),
  /** Moment of making, ISO 8601. */
  made: z.string(),
  /** Version of the app that made it. */
  app: z.string(),
  audience: Sharing,
  /** In the order of the bundle. */
  entries: z.array(ManifestEntry),
  /** Headings over the entries, with the ids under them; absent when there are none. */
  chapters: z.array(z.object({ title: z.string(), entries: z.array(z.string()) })).optional(),
  /** Id of the session the bundle is for. */
  session: z.string().optional(),
  /** What was made, and the files of each. */
  products: z.array(z.object({ id: z.string(), files: z.array(z.string()) })).optional(),
  /** How many entries go along with which consent; `geen` is nothing filled in. */
  consent: z.record(z.string(), z.number().int()).optional(),
  /** What somebody let pass at the gate, and why; never the passage itself. */
  accepted: z.array(z.object({ rule: z.string(), entry: z.string(), reason: z.string(), by: z.string(), at: z.string() })).optional(),
  /** Ids of the cards the entries are judged or tagged with. */
  cards: z.array(z.string()),
  /** SHA-256, lower-case hex, of every file in the zip but this one; key is the path in the zip. */
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
});
export type Manifest = z.infer<typeof Manifest>;

/** Why an entry stays out of a bundle. */
export const LeftOutReason = z.enum(['vertrouwelijk', 'toestemming', 'delen', 'onleesbaar', 'ontbreekt', 'conflictkopie', 'poort']);
export type LeftOutReason = z.infer<typeof LeftOutReason>;

export const LeftOut = z.object({ id: z.string(), title: z.string(), reason: LeftOutReason, message: z.string() });
export type LeftOut = z.infer<typeof LeftOut>;
