import { z } from 'zod';
import { Verdict } from '../cards/judgement.ts';
import { LeftOut } from '../bundle/manifest.ts';
import { EntryDetail, EntrySummary, Json, Problem, Sharing } from '../entries/entry.ts';
import { Vocabulary } from '../entries/vocabulary.ts';
import { SearchPage, Sort } from '../search/answer.ts';

/** The only list of what can be asked and what can happen. A new call touches two places: here and its handler. */

const Nothing = z.strictObject({});
const Id = z.string().min(1).max(400);
const Path = z.string().min(1).max(4000);
const Step = z.object({ done: z.number().int(), total: z.number().int(), label: z.string().optional() });

const call = <I extends z.ZodType, O extends z.ZodType, P extends z.ZodType = z.ZodNever>(input: I, output: O, progress?: P) => ({
  input,
  output,
  progress: (progress ?? z.never()) as P,
});

/** State of the open kennismap. `unavailable`: it was open but the folder cannot be reached now. */
export const LibraryState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none') }),
  z.object({ state: z.literal('loading'), dir: z.string(), name: z.string(), done: z.number().int(), total: z.number().int() }),
  z.object({ state: z.literal('ready'), dir: z.string(), name: z.string(), entries: z.number().int(), readOnly: z.boolean(), example: z.boolean() }),
  z.object({ state: z.literal('unavailable'), dir: z.string(), name: z.string(), reason: z.string() }),
]);
export type LibraryState = z.infer<typeof LibraryState>;

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
});
export type Settings = z.infer<typeof Settings>;
const SettingsChange = z.strictObject({
  theme: Settings.shape.theme.unwrap().optional(),
  contrast: Settings.shape.contrast.unwrap().optional(),
  judge: z.string().max(80).optional(),
  panes: z.record(z.string(), z.number()).optional(),
  exportDir: z.string().optional(),
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

const Saved = z.object({ id: z.string(), path: z.string(), revision: z.string() });

/** Counts and lists of the Overzicht. Rows are summaries; the window draws them. */
export const Overview = z.object({
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

const BundleOrder = z.strictObject({
  title: z.string().min(1).max(200),
  /** Entries in the order of the bundle. */
  ids: z.array(Id).max(5000),
  audience: Sharing,
  /** Full path of the zip to make. */
  out: Path,
  /** Replace a file that stands there already; otherwise that fails with `export.target`. */
  replace: z.boolean().optional(),
});
export const BundleReport = z.object({
  path: z.string(),
  bytes: z.number().int(),
  entries: z.number().int(),
  files: z.number().int(),
  leftOut: z.array(LeftOut),
  warnings: z.array(z.string()),
  /** Address to download from, where the shell can. */
  download: z.string().optional(),
});
export type BundleReport = z.infer<typeof BundleReport>;

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

const FolderList = z.object({
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

export const calls = {
  'library.state': call(Nothing, LibraryState),
  /** Opens a folder; `create` makes it when missing. Answers when the first scan is under way; the rest comes as events. */
  'library.open': call(z.strictObject({ dir: Path, create: z.boolean().optional() }), LibraryState),
  /** Copies the example into a new or empty folder and opens it. Without `dir` a folder in the user's documents is chosen. */
  'library.example': call(z.strictObject({ dir: Path.optional() }), LibraryState),
  'library.close': call(Nothing, LibraryState),
  /** Looks at the disk again, now. */
  'library.rescan': call(Nothing, LibraryState),
  'library.problems': call(Nothing, z.array(z.object({ id: z.string(), path: z.string(), problem: Problem }))),
  'vocabulary.read': call(Nothing, Vocabulary),

  'entries.read': call(z.strictObject({ id: Id }), EntryDetail),
  /** The text as a safe tree, per section. */
  'entries.render': call(z.strictObject({ id: Id }), RenderedText),
  /** All entries, small: for the quick switcher and for pickers. */
  'entries.titles': call(Nothing, z.array(z.object({ id: z.string(), title: z.string(), kind: z.string(), keywords: z.array(z.string()) }))),
  'entries.create': call(
    z.strictObject({ kind: z.string().max(60), title: z.string().min(1).max(200), fields: z.record(z.string(), Json).optional() }),
    Saved,
  ),
  /** Gives a new title; the file (and its attachments folder) follows when its name was made from the old title. */
  'entries.rename': call(z.strictObject({ id: Id, title: z.string().min(1).max(200) }), Saved),
  /** Replaces the text under the front matter. Fails with `entry.conflict` when the file changed since `basedOn`. */
  'entries.saveBody': call(z.strictObject({ id: Id, basedOn: z.string(), body: z.string().max(20_000_000) }), Saved),
  /** Sets fields; null removes one. */
  'entries.setFields': call(z.strictObject({ id: Id, fields: z.record(z.string().max(80), Json) }), Saved),
  'entries.judge': call(
    z.strictObject({
      id: Id,
      item: z.string().max(80),
      verdict: Verdict,
      evidence: z.string().max(4000).optional(),
      passage: z.string().max(1000).optional(),
      by: z.string().max(80).optional(),
    }),
    Saved,
  ),
  'entries.stage': call(
    z.strictObject({
      id: Id,
      stage: z.string().max(60),
      since: z
        .string()
        .regex(/^\d{4}-\d{2}-\d{2}$/)
        .optional(),
      methods: z.array(z.string().max(200)).max(30).optional(),
      note: z.string().max(2000).optional(),
    }),
    Saved,
  ),

  'search.query': call(
    z.strictObject({
      query: z.string().max(5000),
      limit: z.number().int().min(0).max(5000).optional(),
      offset: z.number().int().min(0).optional(),
      sort: Sort.optional(),
      facets: z.boolean().optional(),
    }),
    SearchPage,
  ),
  'overview.read': call(Nothing, Overview),

  /** What would go along and what not, without making anything. */
  'bundles.check': call(
    z.strictObject({ ids: z.array(Id).max(5000), audience: Sharing }),
    z.object({ ready: z.array(EntrySummary), leftOut: z.array(LeftOut), warnings: z.array(z.string()) }),
  ),
  'bundles.export': call(BundleOrder, BundleReport, Step),
  /** Brings in folders or files of Markdown made by others. */
  'import.folder': call(z.strictObject({ sources: z.array(Path).min(1).max(100), dryRun: z.boolean().optional() }), ImportReport, Step),

  'settings.read': call(Nothing, Settings),
  'settings.change': call(SettingsChange, Settings),
  'settings.forget': call(z.strictObject({ dir: z.string() }), Settings),

  'folders.list': call(z.strictObject({ dir: z.string().max(4000).optional() }), FolderList),
  'folders.make': call(z.strictObject({ dir: Path, name: z.string().min(1).max(120) }), z.object({ path: z.string() })),
  'shell.abilities': call(Nothing, Abilities),
  'shell.pickFolder': call(z.strictObject({ title: z.string().max(200) }), z.object({ path: z.string().nullable() })),
  'shell.reveal': call(z.strictObject({ path: Path }), Nothing),
} as const;

export const events = {
  'library.state': LibraryState,
  /** Entries that were added, changed or removed, whoever did it. An empty list means: everything may have changed. */
  'entries.changed': z.object({ ids: z.array(z.string()), reason: z.enum(['saved', 'outside', 'scan']) }),
  'vocabulary.changed': Nothing,
  'settings.changed': Settings,
  /** One quiet sentence for the user (the worker was restarted, a settings file was set aside). */
  notice: z.object({ text: z.string() }),
} as const;

export type Method = keyof typeof calls;
export type EventName = keyof typeof events;
export type Input<M extends Method> = z.input<(typeof calls)[M]['input']>;
export type Parsed<M extends Method> = z.output<(typeof calls)[M]['input']>;
export type Output<M extends Method> = z.output<(typeof calls)[M]['output']>;
export type Progress<M extends Method> = z.output<(typeof calls)[M]['progress']>;
export type EventPayload<E extends EventName> = z.output<(typeof events)[E]>;

/** Handed to every handler: the signal of its call, and a way to say how far it is. */
export interface CallContext<M extends Method> {
  readonly signal: AbortSignal;
  report(step: Progress<M>): void;
}
export type Handler<M extends Method> = (input: Parsed<M>, context: CallContext<M>) => Promise<Output<M>>;
export type Handlers = { [M in Method]: Handler<M> };
/** The handlers of one service: all calls with the given prefixes. */
export type Service<Prefix extends string> = { [M in Extract<Method, `${Prefix}.${string}`>]: Handler<M> };
/** How a service says that something happened. */
export type Emit = <E extends EventName>(name: E, payload: EventPayload<E>) => void;

export const methods = Object.keys(calls) as Method[];
