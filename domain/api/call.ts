import { z } from 'zod';

/** The parts of which every list of calls is made. */

export const Nothing = z.strictObject({});

/** How far something is. */
export const Step = z.object({ done: z.number().int(), total: z.number().int(), label: z.string().optional() });

/** One call: what goes in, what comes out, and what is told on the way. */
export const call = <I extends z.ZodType, O extends z.ZodType, P extends z.ZodType = z.ZodNever>(input: I, output: O, progress?: P) => ({
  input,
  output,
  progress: (progress ?? z.never()) as P,
});
