import { z } from 'zod';

/** How write-ups hang together, as it is asked and answered. */

/** A write-up that names another without a link, with the words around the name. */
export const Naming = z.object({ id: z.string(), title: z.string(), before: z.string(), text: z.string(), after: z.string() });
export type Naming = z.infer<typeof Naming>;

/** A write-up about the same: the words that say so, and the items of cards both are tagged with. */
export const Relative = z.object({ id: z.string(), title: z.string(), kind: z.string(), words: z.array(z.string()), shared: z.array(z.string()) });
export type Relative = z.infer<typeof Relative>;
