import { z } from 'zod';
import { Verdict } from '../cards/judgement.ts';
import { FieldChange, ManyReport, StageChange } from '../entries/many-changes.ts';
import { EntryDetail, Json, Problem } from '../entries/entry.ts';
import { Template } from '../entries/template.ts';
import { PictureAbout } from '../entries/pictures.ts';
import { Vocabulary } from '../entries/vocabulary.ts';
import { StepName, StepTurned, UndoState } from '../entries/undo.ts';
import { Version } from '../entries/version.ts';
import { FacetValue, SearchPage, SimilarPage, Sort } from '../search/answer.ts';
import { bundleCalls } from './bundle-calls.ts';
import { importCalls } from './import-calls.ts';
import { call, Nothing, Step } from './call.ts';
import { relationCalls } from './relation-calls.ts';
import { FieldsInput, NewEntryInput, ValuesInUse } from './form-messages.ts';
import { consentCalls } from './consent-calls.ts';
import { reflectionCalls } from './reflection-calls.ts';
import { searchesCalls } from './searches-calls.ts';
import {
  Abilities,
  BackupContents,
  BackupReport,
  BackupRestored,
  Draft,
  DraftPart,
  FolderList,
  Id,
  LibraryState,
  Overview,
  Path,
  Person,
  RenderedText,
  Saved,
  Settings,
  SettingsChange,
  Trashed,
} from './messages.ts';

export * from './messages.ts';
export { BundlePreview, BundleReport } from './bundle-calls.ts';

/** The only list of what can be asked and what can happen. A new call touches two places: here and its handler. */

const Revision = z.string().regex(/^[0-9a-f]{64}$/);

export const calls = {
  'library.state': call(Nothing, LibraryState),
  /** Opens a folder; `create` makes it when missing. Answers when the first scan is under way; the rest comes as events. */
  'library.open': call(z.strictObject({ dir: Path, create: z.boolean().optional() }), LibraryState),
  /** Copies the example into a new or empty folder and opens it. Without `dir` a folder in the user's documents is chosen. */
  'library.example': call(z.strictObject({ dir: Path.optional() }), LibraryState),
  'library.close': call(Nothing, LibraryState),
  /** Looks at the disk again, now. */
  'library.rescan': call(Nothing, LibraryState),
  /** The user says that the files that are missing are really gone. */
  'library.confirmMissing': call(Nothing, LibraryState),
  'library.problems': call(Nothing, z.array(z.object({ id: z.string(), path: z.string(), problem: Problem }))),
  'vocabulary.read': call(Nothing, Vocabulary),
  /** Who occurs in the fields that hold people, per field, most met first. */
  'vocabulary.people': call(Nothing, z.array(Person)),
  /** The values that these fields have anywhere in the kennismap, most used first: for completion. */
  'vocabulary.values': call(z.strictObject({ keys: z.array(z.string().max(80)).min(1).max(100) }), ValuesInUse),

  'entries.read': call(z.strictObject({ id: Id }), EntryDetail),
  /** The text as a safe tree, per section. */
  'entries.render': call(z.strictObject({ id: Id }), RenderedText),
  /** All entries, small: for the quick switcher and for pickers. */
  'entries.titles': call(Nothing, z.array(z.object({ id: z.string(), title: z.string(), kind: z.string(), keywords: z.array(z.string()) }))),
  'entries.create': call(NewEntryInput, Saved),
  /** The templates in `.oogst/sjablonen`, as they are now. */
  'entries.templates': call(Nothing, z.array(Template)),
  /**
   * Gives a new title; the file and its attachments folder follow when its name was made from the old title, or get the name in `file`. Every link
   * that led somewhere goes on leading there. Fails with `relation.stuck` when a link is in a file that cannot be written.
   */
  'entries.rename': call(z.strictObject({ id: Id, title: z.string().min(1).max(200), file: z.string().min(1).max(120).optional() }), Saved),
  /** Replaces the text under the front matter. Fails with `entry.conflict` when the file changed since `basedOn`. */
  'entries.saveBody': call(z.strictObject({ id: Id, basedOn: z.string(), body: z.string().max(20_000_000) }), Saved),
  /** Sets fields; null removes one. With `was` fails with `entry.field-conflict` when a field has another value on disk by now. */
  'entries.setFields': call(FieldsInput, Saved),
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
  /** The values that write-ups have in these fields, most used first; `empty` counts those without. */
  'entries.valuesIn': call(
    z.strictObject({ ids: z.array(Id).max(5000), keys: z.array(z.string().max(80)).min(1).max(50) }),
    z.record(z.string(), z.object({ values: z.array(z.object({ value: z.string(), count: z.number().int() })), empty: z.number().int() })),
  ),
  /** Makes the same changes in many write-ups, as one step to undo. With `dryRun` nothing is written and the answer says what would happen. */
  'entries.changeMany': call(
    z.strictObject({
      ids: z.array(Id).min(1).max(5000),
      changes: z.record(z.string().max(80), FieldChange).optional(),
      stage: StageChange.optional(),
      dryRun: z.boolean().optional(),
    }),
    ManyReport,
    Step,
  ),

  /** Puts a picture (base64) beside a write-up and notes what is known of it; `address` is how the text refers to it. Fails with `picture.*`. */
  'pictures.add': call(
    z.strictObject({ id: Id, name: z.string().max(300), data: z.base64().max(30_000_000), about: PictureAbout }),
    z.object({ address: z.string(), saved: Saved }),
  ),
  /** Notes what is known of a picture in the text. */
  'pictures.describe': call(z.strictObject({ id: Id, address: z.string().max(1000), about: PictureAbout }), Saved),

  /** Earlier versions of a write-up, newest first. */
  'history.versions': call(z.strictObject({ id: Id }), z.array(Version)),
  /** The whole text of a version; fails with `history.gone`. */
  'history.version': call(z.strictObject({ id: Id, revision: Revision }), z.object({ text: z.string(), body: z.string() })),
  /** Puts a version back as it was, byte for byte; what stood there becomes a version itself. */
  'history.restore': call(z.strictObject({ id: Id, revision: Revision, basedOn: z.string() }), Saved),
  /** Names a version, so that it is never thinned out; an empty name takes it away. */
  'history.name': call(z.strictObject({ id: Id, revision: Revision, name: z.string().max(120) }), z.array(Version)),
  /** Forgets every version of a write-up, for when somebody asks to be erased. */
  'history.forget': call(z.strictObject({ id: Id }), Nothing),
  /** Write-ups that were here once and went outside Oogst. */
  'history.vanished': call(Nothing, z.array(z.object({ id: z.string(), title: z.string(), path: z.string(), at: z.string() }))),
  /** Writes vanished write-ups back where they were. */
  'history.recover': call(
    z.strictObject({ ids: z.array(Id).min(1).max(10_000) }),
    z.object({ done: z.array(Saved), failed: z.array(z.string()) }),
    Step,
  ),

  'undo.state': call(Nothing, UndoState),
  /** Takes back the last thing that was done, with `only` no other than that; fails with `history.nothing`, `history.later` or `entry.unsettled`. */
  'undo.back': call(z.strictObject({ only: StepName.pick({ label: true, id: true }).optional() }), StepTurned),
  /** Does again what was taken back. */
  'undo.forward': call(Nothing, StepTurned),

  'trash.list': call(Nothing, z.array(Trashed)),
  /** Moves write-ups with their attachments to the prullenbak. */
  'trash.put': call(z.strictObject({ ids: z.array(Id).min(1).max(5000) }), z.array(Trashed)),
  'trash.restore': call(z.strictObject({ key: z.string().max(60) }), Saved),
  /** Removes for good; with `versions` what was kept of earlier texts as well. */
  'trash.remove': call(z.strictObject({ keys: z.array(z.string().max(60)).min(1).max(5000), versions: z.boolean().optional() }), z.array(Trashed)),

  /** A copy of what is being typed, kept outside the kennismap until it is saved. */
  'drafts.keep': call(
    z.strictObject({
      id: Id,
      part: DraftPart.optional(),
      body: z.string().max(20_000_000),
      base: z.string().max(20_000_000),
      sending: z.string().max(20_000_000).optional(),
    }),
    Nothing,
  ),
  'drafts.drop': call(z.strictObject({ id: Id, part: DraftPart.optional() }), Nothing),
  /** What was typed and never saved, of the open kennismap. */
  'drafts.list': call(Nothing, z.array(Draft)),

  /** A conflict copy beside the write-up it is a copy of. */
  'conflicts.compare': call(z.strictObject({ id: Id }), z.object({ copy: EntryDetail, original: EntryDetail })),
  /** Writes the outcome in the original and moves the copy to the prullenbak, as one step. */
  'conflicts.merge': call(
    z.strictObject({
      copy: Id,
      copyRevision: z.string(),
      basedOn: z.string(),
      body: z.string().max(20_000_000),
      fields: z.record(z.string().max(80), Json),
    }),
    Saved,
  ),

  ...relationCalls,

  /** Writes the whole kennismap into one zip with a checksum per file. */
  'backup.make': call(z.strictObject({ out: Path, replace: z.boolean().optional() }), BackupReport, Step),
  /** Reads a backup to the end and says what is in it; fails with `backup.unusable`. */
  'backup.check': call(z.strictObject({ path: Path }), BackupContents, Step),
  /** Zip files directly in a folder, newest first: what may be a backup. */
  'backup.find': call(
    z.strictObject({ dir: Path }),
    z.array(z.object({ name: z.string(), path: z.string(), bytes: z.number(), changed: z.number() })),
  ),
  /** Puts a backup back into a new or empty folder, or with `replace` in the place of a folder that is kept aside. Opens it. */
  'backup.restore': call(z.strictObject({ path: Path, dir: Path, replace: z.boolean().optional() }), BackupRestored, Step),

  'search.query': call(
    z.strictObject({
      /** Of a longer one only the beginning is used, and that is said. */
      query: z.string().max(1_000_000),
      limit: z.number().int().min(0).max(5000).optional(),
      offset: z.number().int().min(0).optional(),
      sort: Sort.optional(),
      facets: z.boolean().optional(),
    }),
    SearchPage,
  ),
  /** Values that write-ups have for a filter, those that fit what is typed: links and `id` under the title of what they mean. At most 200. */
  'search.values': call(z.strictObject({ name: z.string().max(80), typed: z.string().max(200) }), z.array(FacetValue)),
  /** The write-ups most like one, with the words that say so. */
  'search.similar': call(z.strictObject({ id: Id, limit: z.number().int().min(0).max(100).optional() }), SimilarPage),
  'overview.read': call(Nothing, Overview),

  ...bundleCalls,
  ...importCalls,
  ...consentCalls,
  ...searchesCalls,
  ...reflectionCalls,

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
  /** The kept queries changed, here or by a colleague. */
  'searches.changed': Nothing,
  /** Kept bundles or house styles changed. */
  'bundles.changed': Nothing,
  /** The register of consent changed. */
  'consent.changed': Nothing,
  /** Something was done or taken back, so that another step is next. */
  'undo.changed': UndoState,
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
