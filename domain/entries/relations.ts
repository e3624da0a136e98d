import { z } from 'zod';

/** How write-ups hang together, as it is asked and answered. */

/** A write-up that names another without a link, with the words around the name. */
export const Naming = z.object({ id: z.string(), title: z.string(), before: z.string(), text: z.string(), after: z.string() });
export type Naming = z.infer<typeof Naming>;

/** A write-up about the same: the words that say so, and the items of cards both are tagged with. */
export const Relative = z.object({ id: z.string(), title: z.string(), kind: z.string(), words: z.array(z.string()), shared: z.array(z.string()) });
export type Relative = z.infer<typeof Relative>;

/** What another title or file name brings along. */
export const RenamePlan = z.object({
  /** Path the file has then. */
  path: z.string(),
  /** The file gets another name. */
  moves: z.boolean(),
  /** Other write-ups with links that are written anew, and how many of them. */
  files: z.array(z.object({ id: z.string(), title: z.string(), links: z.number().int() })),
  /** Links in files that cannot be written; then nothing is renamed. */
  stuck: z.array(z.object({ title: z.string(), reason: z.string() })),
});
export type RenamePlan = z.infer<typeof RenamePlan>;
