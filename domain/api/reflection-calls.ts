import { z } from 'zod';
import { ReflectionAnswer } from '../bundle/reflection.ts';
import { takes } from '../bundle/worksheet-questions.ts';
import { isDate } from '../entries/field-checks.ts';
import { call, Step } from './call.ts';
import { Id, Path } from './messages.ts';

/** What can be asked about what readers did with a practice. */

const Take = z.enum(takes);

export const PracticeFigures = z.object({
  practice: z.string(),
  title: z.string(),
  count: z.number().int(),
  marks: z.number().int(),
  average: z.number().optional(),
  taking: z.number().int(),
  elements: z.array(
    z.object({
      text: z.string(),
      ja: z.number().int(),
      nee: z.number().int(),
      misschien: z.number().int(),
      reasons: z.array(z.object({ take: Take, why: z.string() })),
    }),
  ),
  steps: z.array(z.object({ id: z.string(), text: z.string(), team: z.string() })),
  records: z.array(z.object({ id: z.string(), title: z.string(), team: z.string(), date: z.string(), mark: z.number().optional() })),
});
export type PracticeFigures = z.infer<typeof PracticeFigures>;

/** One answer in a file: `nieuw` comes in, `er-al` came in before, `onbekend` is about a practice the kennismap does not have. */
export const ReflectionLine = z.object({
  id: z.string(),
  practice: z.string(),
  title: z.string(),
  state: z.enum(['nieuw', 'er-al', 'onbekend']),
  mark: z.number().optional(),
  step: z.string().optional(),
  /** Title of another reflection of this team on this practice. */
  alike: z.string().optional(),
});

export const ReflectionsRead = z.object({
  dryRun: z.boolean(),
  files: z.array(
    z.object({
      path: z.string(),
      name: z.string(),
      /** Why nothing of it can be used, in Dutch. */
      fault: z.string().optional(),
      bundle: z.string().optional(),
      team: z.string().optional(),
      role: z.string().optional(),
      answers: z.array(ReflectionLine),
    }),
  ),
  /** Write-ups that were made. */
  made: z.array(z.object({ id: z.string(), title: z.string(), path: z.string() })),
  /** The step that takes them back together. */
  step: z.string().optional(),
});
export type ReflectionsRead = z.infer<typeof ReflectionsRead>;

export const reflectionCalls = {
  /** What the reflections come to, per practice: of one practice, of one session, or of all. */
  'reflections.figures': call(z.strictObject({ practice: Id.optional(), session: Id.optional() }), z.array(PracticeFigures)),
  /** Brings in reflection files and filled in worksheets, or all of them in a folder. What came in before stays as it is. */
  'reflections.import': call(
    z.strictObject({
      sources: z.array(Path).min(1).max(500),
      only: z.array(z.string().max(100)).max(5000).optional(),
      dryRun: z.boolean().optional(),
    }),
    ReflectionsRead,
    Step,
  ),
  /** A reflection somebody types in. */
  'reflections.add': call(
    z.strictObject({
      answer: ReflectionAnswer,
      session: Id.optional(),
      team: z.string().trim().max(300).optional(),
      role: z.string().trim().max(300).optional(),
      date: z.string().refine(isDate).optional(),
    }),
    z.object({ id: z.string(), title: z.string(), path: z.string() }),
  ),
} as const;
