import { z } from 'zod';
import { Sharing } from '../entries/entry.ts';
import { Acceptance } from './gate-finding.ts';
import { ProductId, Worksheet } from './products.ts';

/**
 * A bundle as it is kept in the kennismap (`.oogst/bundels/ID.json`), to be opened and made again next year. It says what to gather, not what was
 * handed out: that stands in the log of exports.
 */

/** One line of the contents: a write-up, or everything a query finds at the moment of making. */
export const BundleItem = z.union([z.strictObject({ entry: z.string().min(1).max(500) }), z.strictObject({ query: z.string().max(2000) })]);
export type BundleItem = z.infer<typeof BundleItem>;

export const BundleChapter = z.strictObject({ title: z.string().max(200), items: z.array(BundleItem).max(5000) });
export type BundleChapter = z.infer<typeof BundleChapter>;

export const KeptBundle = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9-]{1,64}$/),
  title: z.string().trim().min(1).max(200),
  subtitle: z.string().max(300).optional(),
  audience: Sharing,
  /** In order; the first may have an empty title. */
  chapters: z.array(BundleChapter).max(200),
  products: z.array(ProductId),
  worksheet: Worksheet,
  /** Id of a house style. */
  style: z.string().optional(),
  /** Id of the session the bundle is for. */
  session: z.string().max(500).optional(),
  /** Findings of the gate somebody let pass, by the id of the finding. Stays in the house. */
  accepted: z.record(z.string().max(100), Acceptance),
  /** Last change, ISO 8601. */
  changed: z.string(),
});
export type KeptBundle = z.infer<typeof KeptBundle>;
