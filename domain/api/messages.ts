import { z } from 'zod';
import { EntrySummary, Problem } from '../entries/entry.ts';
import { Sort } from '../search/answer.ts';

/** What goes over the link and what is answered, as schemas. Which call takes which stands in the contract. */

export const Path = z.string().min(1).max(4000);
export const Id = z.string().min(1).max(400);

/**
 * State of the open kennismap. `missing`: so many files went at once that they are kept on the list until the user confirms it. `unavailable`: it
 * was open but the folder cannot be reached now.
 */
export const LibraryState = z.discriminatedUnion('state', [
  /** With `reason` when a kennismap was to be opened and could not be, in Dutch. */
  z.object({ state: z.literal('none'), reason: z.string().optional() }),
  z.object({ state: z.literal('loading'), dir: z.string(), name: z.string(), done: z.number().int(), total: z.number().int() }),
  z.object({
    state: z.literal('ready'),
    dir: z.string(),
    name: z.string(),
    entries: z.number().int(),
    readOnly: z.boolean(),
    example: z.boolean(),
    missing: z.number().int(),
  }),
  z.object({ state: z.literal('unavailable'), dir: z.string(), name: z.string(), reason: z.string() }),
]);
export type LibraryState = z.infer<typeof LibraryState>;

/** Searches that are remembered per kennismap. */
export const mostSearches = 20;
const RecentSearches = z.record(z.string(), z.array(z.string().max(5000)).max(mostSearches));

/** Preferences and window state; everything has a default, nothing here is about content. */
export const Settings = z.object({
  theme: z.enum(['systeem', 'licht', 'donker']).default('systeem'),
  contrast: z.enum(['gewoon', 'hoog']).default('gewoon'),
  /** Role that is written with judgements (`door`). */
  judge: z.string().max(80).default('kenniscoördinator'),
  /** Folders of kennismappen, last used first. */
  recent: z
    .array(z.object({ dir: z.string(), name: z.string(), opened: z.string() }))
    .max(20)
    .default([]),
  /** Widths of panes and the like, by name. */
  panes: z.record(z.string(), z.number()).default({}),
  /** Where a bundle was last written to. */
  exportDir: z.string().default(''),
  /** What was searched for, newest first, per folder of a kennismap. */
  recentSearches: RecentSearches.default({}),
});
export type Settings = z.infer<typeof Settings>;
export const SettingsChange = z.strictObject({
  theme: Settings.shape.theme.unwrap().optional(),
  contrast: Settings.shape.contrast.unwrap().optional(),
  judge: z.string().max(80).optional(),
  panes: z.record(z.string(), z.number()).optional(),
  exportDir: z.string().optional(),
  /** Only the folders that are named change; an empty list forgets the folder. */
  recentSearches: RecentSearches.optional(),
});

/** What the runtime around the app can do; asked, never guessed. */
export const Abilities = z.object({
  shell: z.enum(['electron', 'browser', 'test']),
  version: z.string(),
  /** A folder dialog of the system (else the app shows its own). */
  pickFolder: z.boolean(),
  /** Showing a file in the file manager. */
  reveal: z.boolean(),
  /** Downloading a made bundle through the browser. */
  download: z.boolean(),
});
export type Abilities = z.infer<typeof Abilities>;

export const Saved = z.object({ id: z.string(), path: z.string(), revision: z.string() });

/** Counts and lists of the Overzicht. Rows are summaries; the window draws them. */
export const Overview = z.object({
  /** The folder is still being read: there is more than this. */
  reading: z.boolean(),
  practices: z.number().int(),
  stages: z.array(z.object({ stage: z.string(), name: z.string(), count: z.number().int() })),
  /** Praktijken without a stage. */
  unstaged: z.number().int(),
  items: z.array(z.object({ id: z.string(), short: z.string(), name: z.string() })),
  parts: z.array(z.object({ id: z.string(), short: z.string(), name: z.string() })),
  rows: z.array(EntrySummary),
  /** Per column (item or part id): how many praktijken are ja, or vol. */
  good: z.record(z.string(), z.number().int()),
  questions: z.array(z.object({ entry: EntrySummary, answers: z.number().int() })),
  due: z.array(z.object({ entry: EntrySummary, reason: z.string(), date: z.string() })),
  gaps: z.array(z.object({ title: z.string(), detail: z.string(), query: z.string() })),
  recent: z.array(EntrySummary),
});
export type Overview = z.infer<typeof Overview>;

/** A file in `.oogst` that cannot be used, and in Dutch why. */
export const SharedFault = z.object({ path: z.string(), reason: z.string() });
export type SharedFault = z.infer<typeof SharedFault>;

/** A query that is kept in the kennismap: what it finds now, and how many of those came since this user last looked. */
export const KeptSearch = z.object({
  id: z.string(),
  name: z.string(),
  query: z.string(),
  sort: Sort.optional(),
  /** `JJJJ-MM-DD`. */
  made: z.string(),
  by: z.string().optional(),
  total: z.number().int(),
  fresh: z.number().int(),
  /** When this user last looked. */
  since: z.string().optional(),
});
export type KeptSearch = z.infer<typeof KeptSearch>;

/** Something in the prullenbak; `key` is its folder there, `path` where it was. */
export const Trashed = z.object({
  key: z.string(),
  id: z.string(),
  title: z.string(),
  kind: z.string(),
  path: z.string(),
  at: z.string(),
  attachments: z.boolean(),
  /** The write-up it was merged into. */
  into: z.object({ id: z.string(), title: z.string() }).optional(),
});
export type Trashed = z.infer<typeof Trashed>;

/** Where in a write-up something was being typed: its text, the evidence of its weighing, its fields, or a reflection on it. */
export const DraftPart = z.enum(['tekst', 'weging', 'velden', 'reflectie']);
export type DraftPart = z.infer<typeof DraftPart>;

/**
 * What was typed and did not reach the file; `base` is what the file said then, and `sending` the text that was on its way to it, if one was. The body of
 * any other part than the text is JSON of that form.
 */
export const Draft = z.object({
  id: z.string(),
  part: DraftPart.default('tekst'),
  title: z.string(),
  body: z.string(),
  base: z.string(),
  sending: z.string().optional(),
  at: z.number(),
});
export type Draft = z.infer<typeof Draft>;

export const BackupReport = z.object({
  path: z.string(),
  bytes: z.number().int(),
  files: z.number().int(),
  /** Files that could not go along, with why. */
  left: z.array(z.object({ path: z.string(), reason: z.string() })).optional(),
  download: z.string().optional(),
});
export type BackupReport = z.infer<typeof BackupReport>;
export const BackupContents = z.object({ name: z.string(), made: z.string(), files: z.number().int(), bytes: z.number().int() });
export type BackupContents = z.infer<typeof BackupContents>;
export const BackupRestored = z.object({ dir: z.string(), files: z.number().int(), aside: z.string().optional() });
export type BackupRestored = z.infer<typeof BackupRestored>;

export const ImportReport = z.object({
  dryRun: z.boolean(),
  /** Write-ups brought in: where from, where to (from the library's root). */
  imported: z.array(z.object({ from: z.string(), path: z.string(), id: z.string(), problems: z.array(Problem) })),
  /** Other files that came along (pictures and so on). */
  attachments: z.number().int(),
  /** Already there with the same content. */
  same: z.array(z.object({ from: z.string(), path: z.string() })),
  skipped: z.array(z.object({ from: z.string(), reason: z.string() })),
  warnings: z.array(z.string()),
});
export type ImportReport = z.infer<typeof ImportReport>;

export const FolderList = z.object({
  dir: z.string(),
  parent: z.string().optional(),
  folders: z.array(z.object({ name: z.string(), path: z.string() })),
  /** Markdown files directly in it. */
  texts: z.number().int(),
  /** Starting points: home, documents, disks. */
  places: z.array(z.object({ name: z.string(), path: z.string() })),
});

/** Node of the safe tree a text is shown from; only elements and text, no raw HTML (built in `main/library/render`). */
export interface TextNode {
  type: 'text';
  value: string;
}
export interface ElementNode {
  type: 'element';
  tag: string;
  props: Record<string, string | number | boolean>;
  children: (ElementNode | TextNode)[];
}
const TextNode = z.object({ type: z.literal('text'), value: z.string() });
const ElementNode: z.ZodType<ElementNode> = z.lazy(() =>
  z.object({
    type: z.literal('element'),
    tag: z.string(),
    props: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    children: z.array(z.union([ElementNode, TextNode])),
  }),
);
/** A rendered section; `plain` instead of `nodes` when it could not be rendered in time. */
export const RenderedSection = z.object({
  heading: z.string(),
  part: z.string().optional(),
  item: z.string().optional(),
  nodes: z.array(z.union([ElementNode, TextNode])),
});
export type RenderedSection = z.infer<typeof RenderedSection>;
export const RenderedText = z.object({ sections: z.array(RenderedSection), plain: z.string().optional(), note: z.string().optional() });
export type RenderedText = z.infer<typeof RenderedText>;

/** Somebody in the open kennismap, by role, under the name of the filter that finds what they have. */
export const Person = z.object({ name: z.string(), filter: z.string(), label: z.string(), count: z.number().int() });
export type Person = z.infer<typeof Person>;
