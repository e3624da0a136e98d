import { z } from 'zod';

/** Why a version was kept: first seen, saved by Oogst, changed by another program, put back, or as it was when it went to the prullenbak. */
export const VersionReason = z.enum(['gezien', 'opgeslagen', 'buiten', 'teruggezet', 'weggegooid']);
export type VersionReason = z.infer<typeof VersionReason>;

/** An earlier text of a write-up. */
export const Version = z.object({
  /** SHA-256 of the bytes of the file. */
  revision: z.string(),
  /** When it was kept, ISO 8601. */
  at: z.string(),
  /** Bytes. */
  size: z.number().int(),
  title: z.string(),
  why: VersionReason,
  /** Given by the user; named versions are never pruned. */
  name: z.string().optional(),
});
export type Version = z.infer<typeof Version>;
