import { z } from 'zod';

/** Names of what can be undone; the window has a sentence for each. */
export const StepLabel = z.enum([
  'tekst',
  'kenmerken',
  'oordeel',
  'fase',
  'titel',
  'nieuw',
  'weggegooid',
  'teruggehaald',
  'versie',
  'samengevoegd',
  'koppeling',
  'veel',
  'bundel',
  'reflecties',
]);
export type StepLabel = z.infer<typeof StepLabel>;

/** A step as it is named to the user; `count` is how many write-ups it is about, when that is more than one. */
export const StepName = z.object({ label: StepLabel, id: z.string(), title: z.string(), count: z.number().int().optional() });
export type StepName = z.infer<typeof StepName>;

/** A step that was taken back or done again. Of several write-ups those that could not follow are named; the others did. */
export const StepTurned = StepName.extend({ refused: z.array(z.object({ title: z.string(), reason: z.string() })) });
export type StepTurned = z.infer<typeof StepTurned>;

/** What would be taken back or done again now; `at` is when it was done, in milliseconds, later than that of every step before it. */
export const UndoState = z.object({ undo: StepName.extend({ at: z.number() }).optional(), redo: StepName.optional() });
export type UndoState = z.infer<typeof UndoState>;
