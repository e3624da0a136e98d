import { z } from 'zod';
import { BundleLook, BundleTaken, ImportChoice } from '../bundle/bundle-import.ts';
import { Json } from '../entries/entry.ts';
import { call, Step } from './call.ts';
import { Id, ImportReport, Path } from './messages.ts';

/** What can be asked about bringing in what others made. */

const Parts = z.object({ body: z.string(), fields: z.record(z.string(), Json) });

export const importCalls = {
  /** Brings in folders or files of Markdown made by others. */
  'import.folder': call(z.strictObject({ sources: z.array(Path).min(1).max(100), dryRun: z.boolean().optional() }), ImportReport, Step),
  /** Zip files in a folder, the newest first. */
  'import.bundles': call(
    z.strictObject({ dir: Path }),
    z.array(z.object({ path: z.string(), name: z.string(), bytes: z.number(), changed: z.number() })),
  ),
  /** Reads a bundle to its last byte and says how it stands against the kennismap. Writes nothing. */
  'import.look': call(z.strictObject({ path: Path }), BundleLook, Step),
  /** One write-up of a bundle beside ours. */
  'import.compare': call(z.strictObject({ path: Path, id: Id }), z.object({ ours: Parts, theirs: Parts }), Step),
  /** Takes over what is new and what was chosen, by the id in the bundle. `hash` is that of the look. */
  'import.take': call(
    z.strictObject({ path: Path, hash: z.string().max(64).optional(), choices: z.record(z.string().max(500), ImportChoice).optional() }),
    BundleTaken,
    Step,
  ),
} as const;
