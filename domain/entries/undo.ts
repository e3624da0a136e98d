import { z } from 'zod';

/** Names of what can be undone; the window has a sentence for each. */
export const StepLabel = z.enum(['tekst', 'kenmerken', 'oordeel', 'fase', 'titel', 'nieuw', 'weggegooid', 'teruggehaald', 'versie', 'samengevoegd']);
export type StepLabel = z.infer<typeof StepLabel>;

/** A step as it is named to the user. */
export const StepName = z.object({ label: StepLabel, id: z.string(), title: z.string() });
export type StepName = z.infer<typeof StepName>;

/** What would be taken back or done again now. */
export const UndoState = z.object({ undo: StepName.optional(), redo: StepName.optional() });
export type UndoState = z.infer<typeof UndoState>;
