import { ulid } from 'ulid';
import type { Parsed, Service } from '../../domain/api/contract.ts';
import { Failure } from '../../domain/api/failures.ts';
import { findItem, fullItemId } from '../../domain/cards/card.ts';
import { judgedItems } from '../../domain/entries/vocabulary.ts';
import type { EntryDetail, Json } from '../../domain/entries/entry.ts';
import { bodyOf, replaceBody } from '../../domain/entries/file-text.ts';
import { appendRecord, setKeys } from '../../domain/entries/front-matter-edit.ts';
import { fileNameFor } from '../../domain/entries/naming.ts';
import { newEntryText } from '../../domain/entries/new-entry.ts';
import { sectionsOf } from '../../domain/entries/sections.ts';
import { changeEntry, createFile, noteChange, shelved, type Saved } from './entry-writing.ts';
import { checkFields } from './field-refusals.ts';
import { createManyService } from './many-service.ts';
import { type OpenLibrary } from './open-library.ts';
import { renameEntry } from './renaming.ts';
import { renderInput } from './render-input.ts';
import type { Session } from './session.ts';
import type { Shelved } from './shelf.ts';
import { localDate, stageRecord, withoutEmpty } from './stage-record.ts';
import { readTemplates, usableTemplate } from './templates.ts';
import type { TextRenderer } from './text-renderer.ts';

export interface EntriesOptions {
  session: Session;
  renderer: TextRenderer;
  clock: () => Date;
  /** Role written with a judgement when the caller gives none. */
  judge: () => Promise<string>;
}

/** Reading and changing write-ups of the open kennismap. */
export function createEntriesService({ session, renderer, clock, judge }: EntriesOptions): Service<'entries'> {
  const today = (): string => localDate(clock());
  return {
    'entries.read': ({ id }) => readDetail(session.library(), id),
    'entries.titles': async () =>
      session
        .library()
        .shelf.all()
        .map(({ id, read: { summary } }) => ({ id, title: summary.title, kind: summary.kind, keywords: summary.keywords })),
    'entries.render': async ({ id }) => {
      const library = session.library();
      const held = shelved(library, id);
      const content = await library.readFile(held.read.summary.path);
      return renderer.render(renderInput(library, held, bodyOf(content.text)));
    },
    'entries.create': async (input) => createEntry(session.library(), input, today(), clock),
    'entries.templates': async () => (await readTemplates(session.library())).map(({ fields: _fields, body: _body, ...template }) => template),
    'entries.rename': async ({ id, title, file }) => renameEntry(session.library(), id, { title, file }, clock()),
    'entries.saveBody': async ({ id, basedOn, body }) =>
      changeEntry(session.library(), id, 'tekst', { edit: (text) => replaceBody(text, body), basedOn }),
    'entries.setFields': async (input) => setFields(session.library(), input, clock()),
    'entries.judge': async ({ id, item, verdict, evidence, passage, by }) => {
      const library = session.library();
      if (!findItem(library.vocabulary.cards, item)) throw new Failure('entry.unknown-item', { item });
      const { kind } = shelved(library, id).read.summary;
      const judged = judgedItems(library.vocabulary, kind);
      if (!judged.some((one) => one.id === fullItemId(item)))
        throw new Failure('entry.unjudged-item', { item, kind, choices: judged.map((one) => one.id.replace(/^checklist\./, '')).join(', ') });
      const record = withoutEmpty({
        item: fullItemId(item).replace(/^checklist\./, ''),
        oordeel: verdict,
        onderbouwing: evidence?.trim(),
        passage: passage?.trim(),
        door: by?.trim() || (await judge()),
        op: today(),
      });
      return changeEntry(library, id, 'oordeel', { edit: (text) => appendRecord(text, 'oordelen', record) });
    },
    'entries.stage': async ({ id, ...named }) => {
      const library = session.library();
      const record = stageRecord(library, named, today());
      return changeEntry(library, id, 'fase', { edit: (text) => appendRecord(setKeys(text, { fase: named.stage }), 'fasehistorie', record) });
    },
    ...createManyService(session, clock),
  };
}

async function setFields(library: OpenLibrary, { id, fields, was, asTyped }: Parsed<'entries.setFields'>, now: Date): Promise<Saved> {
  const held = shelved(library, id);
  checkFields(library, held.read.summary.kind, fields, asTyped);
  const edit = (text: string): string => {
    if (was) checkUnchanged(library, held, text, was, fields);
    return setKeys(text, fields);
  };
  const { titel: title } = fields;
  // A title that is a name: links go along with it.
  if (typeof title === 'string' && title.trim() !== '' && title !== held.read.summary.title)
    return renameEntry(library, id, { title, edit, keepFile: true, label: 'kenmerken' }, now);
  return changeEntry(library, id, 'kenmerken', { edit });
}

/** Everything about one write-up, as it stands on disk now. Fails with `entry.missing`. */
export async function readDetail(library: OpenLibrary, id: string): Promise<EntryDetail> {
  const held = shelved(library, id);
  const { path, kind } = held.read.summary;
  const content = await library.readFile(path);
  if (content.revision === '') throw new Failure('entry.missing', { id: held.read.summary.title });
  // Newer on disk than on the shelf: the watcher has not come by yet.
  const read = content.revision === held.revision ? held.read : library.read({ path, changed: held.changed }, content);
  const body = bodyOf(content.text);
  const locked = content.locked ?? (library.readOnly ? 'de kennismap is alleen-lezen' : undefined);
  return {
    ...library.shelf.summary({ ...held, read }),
    fields: read.fields,
    unknown: read.unknown,
    judgements: read.judgements,
    stages: read.stages,
    body,
    source: content.text,
    sections: sectionsOf(
      body,
      library.vocabulary.kinds.find((k) => k.id === kind),
      read.bodyLine,
    ),
    links: library.shelf.links(held),
    backlinks: library.shelf.backlinks(held),
    copies: library.shelf.copiesOf(held),
    problemList: library.shelf.problems({ ...held, read }),
    revision: content.revision,
    ...(locked === undefined ? {} : { locked }),
  };
}

async function createEntry(
  library: OpenLibrary,
  { kind: kindId, title, fields = {}, template: chosen, body }: Parsed<'entries.create'>,
  today: string,
  clock: () => Date,
): Promise<Saved> {
  const kind = library.vocabulary.kinds.find((k) => k.id === kindId);
  if (!kind) throw new Failure('entry.unknown-kind', { kind: kindId, choices: library.vocabulary.kinds.map((k) => k.id).join(', ') });
  checkFields(library, kindId, fields);
  const template = chosen === undefined ? undefined : await usableTemplate(library, chosen, kindId);
  const fresh = newEntryText(kind, { id: ulid(clock().getTime()), title: title.trim(), today, fields, template });
  const text = body === undefined ? fresh : replaceBody(fresh, body);
  const name = fileNameFor(title);
  for (let n = 1; ; n++) {
    const path = `${kind.folder}/${n === 1 ? name : `${name}-${n}`}.md`;
    if (taken(library, path)) continue;
    try {
      const saved = await createFile(library, path, text);
      noteChange(library, 'nieuw', saved.id, [{ what: 'made', id: saved.id, path: saved.path }]);
      return saved;
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'entry.name-taken' || n > 200) throw error;
    }
  }
}

/** Whether a file of that name is known, also one that differs in capitals only. */
const taken = (library: OpenLibrary, path: string): boolean => library.shelf.paths().some((known) => known.toLowerCase() === path.toLowerCase());

/** A field that was changed outside since the form was opened is not overwritten unseen. */
function checkUnchanged(library: OpenLibrary, held: Shelved, text: string, was: Record<string, Json>, wanted: Record<string, Json>): void {
  const { path, title } = held.read.summary;
  const now = library.read({ path, changed: held.changed }, { text, revision: '', problems: [] }).fields;
  for (const [key, before] of Object.entries(was)) {
    const value = (Object.hasOwn(now, key) ? now[key] : null) ?? null;
    const same = (other: Json | undefined): boolean => JSON.stringify(other ?? null) === JSON.stringify(value);
    if (same(before) || same(wanted[key])) continue;
    const label = library.vocabulary.fields.find((field) => field.key === key)?.label ?? key;
    throw new Failure('entry.field-conflict', { title, key, label, now: typeof value === 'string' ? value : JSON.stringify(value) });
  }
}
