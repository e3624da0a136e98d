import { z } from 'zod';
import { takes } from './worksheet-questions.ts';

/**
 * What somebody filled in on a worksheet, as the form in the reader saves it (`*.json`) and as a worksheet in Word is read back. It comes from outside:
 * everything in it has a limit, and unknown keys are left where they are.
 */

/** A file is never near this size, characters; a larger one is not looked into. */
export const longestReflection = 4 * 1024 * 1024;

const Line = z.string().trim().min(1).max(300);
const Text = z.string().trim().min(1).max(5000);
const Moment = z.iso.datetime({ offset: true });
/** Ids end up in links and file names, so no signs that mean something there. */
const EntryId = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._ -]{0,199}$/u);

/** What was left empty does not count, whether it is missing, null or blank. */
const given = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === null || (typeof value === 'string' && value.trim() === '') ? undefined : value), schema.optional());

export const ReflectionElement = z.object({ text: Line, take: z.enum(takes), why: given(Text) });

export const ReflectionAnswer = z.object({
  practice: EntryId,
  mark: given(z.number().min(0).max(10)),
  strong: given(Text),
  develop: given(Text),
  appeals: given(Text),
  elements: given(z.array(ReflectionElement).max(100)),
  translate: given(Text),
  needs: given(Text),
  steps: given(Text),
});
export type ReflectionAnswer = z.infer<typeof ReflectionAnswer>;

export const ReflectionFile = z.object({
  schema: z.literal('oogst-reflectie'),
  version: z.literal(1),
  /** `made`: moment the bundle was made. */
  bundle: z.object({ id: given(z.string().max(100)), title: z.string().max(300), made: Moment }),
  /** Id of the session it was filled in at. */
  session: given(EntryId),
  team: given(Line),
  role: given(Line),
  answers: z.array(ReflectionAnswer).min(1).max(500),
  /** Moment of saving. */
  saved: Moment,
});
export type ReflectionFile = z.infer<typeof ReflectionFile>;

/** Whether an answer says anything. */
export const isAnswered = (answer: ReflectionAnswer): boolean => Object.entries(answer).some(([key, value]) => key !== 'practice' && hasSome(value));

const hasSome = (value: unknown): boolean => value !== undefined && !(Array.isArray(value) && value.length === 0);

/** Whether a text may be a reflection file: enough to choose a way of reading it. */
export const looksLikeReflection = (start: string): boolean => /^\ufeff?\s*\{/.test(start) && start.includes('"oogst-reflectie"');

/** Reads the text of a reflection file; in Dutch why not, when it cannot be used. Never throws. */
export function readReflection(text: string): ReflectionFile | { fault: string } {
  if (text.length > longestReflection) return { fault: 'het bestand is te groot' };
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { fault: 'het is geen geldige JSON' };
  }
  return checkReflection(data);
}

/** Holds a reflection, also one that was read from a worksheet, against the schema. Never throws. */
export function checkReflection(data: unknown): ReflectionFile | { fault: string } {
  if (typeof data !== 'object' || data === null || !('schema' in data) || data.schema !== 'oogst-reflectie')
    return { fault: 'het is geen reflectiebestand van Oogst' };
  if ('version' in data && typeof data.version === 'number' && data.version > 1) return { fault: 'het is gemaakt met een nieuwere versie van Oogst' };
  const read = ReflectionFile.safeParse(data);
  if (!read.success) return { fault: `er staat iets in dat er niet hoort (${read.error.issues[0]?.path.join('.') ?? ''})` };
  const answers = read.data.answers.filter(isAnswered);
  return answers.length === 0 ? { fault: 'er is niets ingevuld' } : { ...read.data, answers };
}
