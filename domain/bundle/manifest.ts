import { z } from 'zod';
import { Sharing } from '../entries/entry.ts';

/** `manifest.json` at the root of a bundle: what is in it and how to check that it arrived whole. */

export const manifestVersion = 1;

export const ManifestEntry = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  /** Path in the zip, under `stukken/`. */
  path: z.string(),
  attachments: z.array(z.string()),
});

export const Manifest = z.object({
  schema: z.literal('oogst-bundel'),
  version: z.literal(manifestVersion),
  title: z.string(),
  /** Moment of making, ISO 8601. */
  made: z.string(),
  /** Version of the app that made it. */
  app: z.string(),
  audience: Sharing,
  /** In the order of the bundle. */
  entries: z.array(ManifestEntry),
  /** Ids of the cards the entries are judged or tagged with. */
  cards: z.array(z.string()),
  /** SHA-256, lower-case hex, of every file in the zip but this one; key is the path in the zip. */
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
});
export type Manifest = z.infer<typeof Manifest>;

/** Why an entry stays out of a bundle. */
export const LeftOutReason = z.enum(['vertrouwelijk', 'toestemming', 'delen', 'onleesbaar', 'ontbreekt', 'conflictkopie']);
export type LeftOutReason = z.infer<typeof LeftOutReason>;

export const LeftOut = z.object({ id: z.string(), title: z.string(), reason: LeftOutReason, message: z.string() });
export type LeftOut = z.infer<typeof LeftOut>;
