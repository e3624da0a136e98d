import { z } from 'zod';
import { Judgement, Verdict } from '../cards/judgement.ts';

/** A write-up of any kind, as the rest of the app sees it. The file on disk stays the truth; this is what reading it gave. */

/** How sure we are that something in the file is wrong: `fout` breaks a check, the others inform. */
export const Level = z.enum(['fout', 'waarschuwing', 'tip']);
export type Level = z.infer<typeof Level>;

/** Wrong content, as data. `line` counts from 1 in the file; `field` is a front-matter key. */
export const Problem = z.object({
  rule: z.string(),
  level: Level,
  message: z.string(),
  line: z.number().int().positive().optional(),
  field: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;

/** Whether an expected section of the text is there. `dun`: fewer than 40 words. */
export const PartState = z.enum(['vol', 'dun', 'ontbreekt']);
export type PartState = z.infer<typeof PartState>;

export const Part = z.object({ id: z.string(), heading: z.string(), item: z.string().optional(), state: PartState, words: z.number().int() });
export type Part = z.infer<typeof Part>;

export const Sharing = z.enum(['intern', 'partners', 'openbaar']);
export type Sharing = z.infer<typeof Sharing>;

/** Any JSON value, as front matter gives it. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export const Json: z.ZodType<Json> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(Json), z.record(z.string(), Json)]),
);

/** One line of a list: enough to show a hit. */
export const EntrySummary = z.object({
  id: z.string(),
  /** From the library's root, with `/`. */
  path: z.string(),
  title: z.string(),
  kind: z.string(),
  summary: z.string(),
  status: z.string().optional(),
  stage: z.string().optional(),
  organisation: z.string().optional(),
  /** `JJJJ-MM-DD` when the file gives a date. */
  date: z.string().optional(),
  /** Current verdict per judged item (`checklist.A4`). */
  verdicts: z.record(z.string(), Verdict),
  parts: z.array(Part),
  sharing: Sharing,
  confidential: z.boolean(),
  keywords: z.array(z.string()),
  problems: z.number().int(),
  /** True for entries of the example library. */
  example: z.boolean(),
  /** Id of the write-up this is a conflict copy of, made by a sync program. */
  copyOf: z.string().optional(),
  /** Last change of the file, milliseconds since 1970. */
  changed: z.number(),
});
export type EntrySummary = z.infer<typeof EntrySummary>;

export const StageStep = z.object({
  stage: z.string(),
  since: z.string().optional(),
  methods: z.array(z.string()),
  note: z.string().optional(),
});
export type StageStep = z.infer<typeof StageStep>;

/** A link from or to another entry. `field` is the front-matter key, or `tekst` for a wikilink. */
export const EntryLink = z.object({ id: z.string(), title: z.string(), kind: z.string(), field: z.string() });
export type EntryLink = z.infer<typeof EntryLink>;

/** A section of the text: everything under one level-2 heading (or before the first). Lines count from 1 in the file. */
export const BodySection = z.object({
  heading: z.string(),
  /** Id of the kind's section it answers, when one fits. */
  part: z.string().optional(),
  item: z.string().optional(),
  line: z.number().int(),
});
export type BodySection = z.infer<typeof BodySection>;

/** The whole entry. */
export const EntryDetail = EntrySummary.extend({
  /** Front matter by canonical key; synonyms are read as the key they stand for. */
  fields: z.record(z.string(), Json),
  /** Keys no field knows; kept and shown. */
  unknown: z.array(z.string()),
  judgements: z.array(Judgement),
  stages: z.array(StageStep),
  /** The Markdown after the front matter, as it stands in the file (line endings as `\n`). */
  body: z.string(),
  /** Whole file as text, for the source view; absent when it is not text. */
  source: z.string().optional(),
  sections: z.array(BodySection),
  links: z.array(EntryLink),
  backlinks: z.array(EntryLink),
  /** Conflict copies of this write-up. */
  copies: z.array(EntryLink),
  problemList: z.array(Problem),
  /** Hash of the file; goes along with a save to notice a change from outside. */
  revision: z.string(),
  /** Why the file may not be changed, in Dutch; absent when it may. */
  locked: z.string().optional(),
});
export type EntryDetail = z.infer<typeof EntryDetail>;
