import { z } from 'zod';
import { Holder } from '../bundle/export-log.ts';
import { Acceptance, Finding } from '../bundle/gate-finding.ts';
import { HouseStyle } from '../bundle/house-style.ts';
import { BundleChapter, KeptBundle } from '../bundle/kept-bundle.ts';
import { LeftOut } from '../bundle/manifest.ts';
import type { ReaderEntry } from '../bundle/reader-data.ts';
import { ProductId, Worksheet } from '../bundle/products.ts';
import { EntrySummary, Sharing } from '../entries/entry.ts';
import { call, Nothing, Step } from './call.ts';
import { Id, Path, SharedFault } from './messages.ts';

/** What can be asked about handing out: bundles, the gate, the look of the house. */

/** What a bundle is about: write-ups in their order, or chapters with write-ups and queries under them; chapters go before `ids`. */
const contents = {
  ids: z.array(Id).max(5000),
  chapters: z.array(BundleChapter).max(200).optional(),
};

export const BundleOrder = z.strictObject({
  title: z.string().min(1).max(200),
  ...contents,
  subtitle: z.string().max(300).optional(),
  audience: Sharing,
  /** What to make beside the offline reader and the texts that are always in it. */
  products: z.array(ProductId).optional(),
  worksheet: Worksheet.optional(),
  /** Id of a house style. */
  style: z.string().max(100).optional(),
  /** Id of the session the bundle is for. */
  session: Id.optional(),
  /** Id of the kept bundle it is made from. */
  bundle: z.string().max(64).optional(),
  /** Findings of the gate somebody let pass. */
  accepted: z.record(z.string().max(100), Acceptance).optional(),
  /** A class list for the gate: for this once, kept nowhere. */
  names: z.array(z.string().max(500)).max(5000).optional(),
  /** What the gate stops: leave it out and say so (the default), or fail with `bundle.blocked`. */
  blocked: z.enum(['leave-out', 'refuse']).optional(),
  /** `JJJJ-MM-DD` that counts as the day of making: the same input then gives the same bytes. */
  date: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  /** Full path of the zip to make. */
  out: Path,
  /** Replace a file that stands there already; otherwise that fails with `export.target`. */
  replace: z.boolean().optional(),
});
export const BundleReport = z.object({
  path: z.string(),
  bytes: z.number().int(),
  entries: z.number().int(),
  files: z.number().int(),
  leftOut: z.array(LeftOut),
  warnings: z.array(z.string()),
  /** What was made beside the reader and the texts, with the number of files. */
  products: z.array(z.object({ id: ProductId, files: z.number().int() })),
  /** Address to download from, where the shell can. */
  download: z.string().optional(),
});
export type BundleReport = z.infer<typeof BundleReport>;

/** A product as it will be: pages, slides, rows, or a write-up as the reader shows it. */
export const BundlePreview = z.object({
  form: z.enum(['pdf', 'dias', 'tabel', 'lezer']),
  /** How many write-ups it can be looked at for. */
  of: z.number().int(),
  files: z.array(z.object({ name: z.string(), data: z.string() })).optional(),
  slides: z
    .array(
      z.object({
        title: z.string(),
        lines: z.array(z.object({ text: z.string(), level: z.number().int(), strong: z.boolean() })),
        rows: z.array(z.array(z.string())),
      }),
    )
    .optional(),
  rows: z.array(z.array(z.string())).optional(),
  reader: z
    .object({
      entry: z.custom<ReaderEntry>((value) => typeof value === 'object' && value !== null),
      /** What the reader begins with: the titles in their order. */
      titles: z.array(z.string()),
      /** Address of the logo, name and colour (light, dark) of the house. */
      house: z.object({ name: z.string(), logo: z.string().optional(), accent: z.array(z.string()) }).optional(),
    })
    .optional(),
});
export type BundlePreview = z.infer<typeof BundlePreview>;

export const bundleCalls = {
  /** What would go along and what not, without making anything. */
  'bundles.check': call(
    z.strictObject({ ...contents, audience: Sharing }),
    z.object({
      ready: z.array(EntrySummary),
      leftOut: z.array(LeftOut),
      warnings: z.array(z.string()),
      /** What each item of the chapters stands for now, in their order. */
      found: z.array(z.array(z.array(z.string()))),
    }),
  ),
  /** Looks for personal data and loose ends. `names` is a pasted class list: for this once, kept nowhere. */
  'bundles.gate': call(
    z.strictObject({
      ...contents,
      audience: Sharing,
      /** The session the bundle is for; its programme goes along, so it is looked at too. */
      session: Id.optional(),
      names: z.array(z.string().max(500)).max(5000).optional(),
      accepted: z.record(z.string().max(100), Acceptance).optional(),
    }),
    z.object({ checked: z.number().int(), open: z.array(Finding), accepted: z.array(Finding), blocking: z.number().int(), sentence: z.string() }),
    Step,
  ),
  /** In which bundles a write-up went along, the latest first; each is a dated activity of spreading. */
  'bundles.handedOut': call(z.strictObject({ entry: Id }), z.array(Holder.extend({ at: z.string() }))),
  /** What one product will look like now; `at` is which practice, for what is made per practice. */
  'bundles.preview': call(
    BundleOrder.pick({ title: true, subtitle: true, ids: true, chapters: true, audience: true, worksheet: true, style: true, session: true }).extend({
      product: ProductId,
      at: z.number().int().min(0).max(5000).optional(),
    }),
    BundlePreview,
  ),
  'bundles.export': call(BundleOrder, BundleReport, Step),
  /** Bundles kept in the kennismap, the last changed first. */
  'bundles.list': call(Nothing, z.object({ bundles: z.array(KeptBundle), faults: z.array(SharedFault) })),
  /** Keeps a bundle; without `id` a new one. `since` is the `changed` it was opened with: when somebody changed it since, fails with `bundle.changed`. */
  'bundles.keep': call(
    z.strictObject({ bundle: KeptBundle.omit({ changed: true }).extend({ id: KeptBundle.shape.id.optional() }), since: z.string().optional() }),
    KeptBundle,
  ),
  'bundles.remove': call(z.strictObject({ id: KeptBundle.shape.id }), KeptBundle),
  /** House styles; `picture` is the logo as an address for an image. */
  'styles.list': call(Nothing, z.object({ styles: z.array(HouseStyle.extend({ picture: z.string().optional() })), faults: z.array(SharedFault) })),
  /** Keeps a style. `logo` is the picture in base64; empty takes it away, absent leaves it. */
  'styles.save': call(z.strictObject({ style: HouseStyle.omit({ logo: true }), logo: z.string().max(3_000_000).optional() }), HouseStyle),
  'styles.remove': call(z.strictObject({ id: HouseStyle.shape.id }), Nothing),
} as const;
