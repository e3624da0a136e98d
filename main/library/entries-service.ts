import { ulid } from 'ulid';
import type { Service } from '../../domain/api/contract.ts';
import { Failure } from '../../domain/api/failures.ts';
import { findItem, fullItemId } from '../../domain/cards/card.ts';
import type { EntryDetail, Json } from '../../domain/entries/entry.ts';
import { bodyOf, replaceBody } from '../../domain/entries/file-text.ts';
import { appendRecord, setKeys } from '../../domain/entries/front-matter-edit.ts';
import { fileNameFor } from '../../domain/entries/naming.ts';
import { newEntryText } from '../../domain/entries/new-entry.ts';
import { sectionsOf } from '../../domain/entries/sections.ts';
import { attachmentsFolder, moveFile } from './entry-moving.ts';
import { changeEntry, createFile, inTurn, noteChange, shelved, writeEntry, type Saved } from './entry-writing.ts';
import { checkFields } from './field-refusals.ts';
import type { Change } from './history/undo-stack.ts';
import { createManyService } from './many-service.ts';
import { type OpenLibrary } from './open-library.ts';
import { folderAt } from './path-look.ts';
import { renderInput } from './render-input.ts';
import type { Session } from './session.ts';
import type { Shelved } from './shelf.ts';
import { localDate, stageRecord, withoutEmpty } from './stage-record.ts';
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
    'entries.create': async ({ kind, title, fields }) => createEntry(session.library(), kind, title, fields ?? {}, today(), clock),
    'entries.rename': async ({ id, title }) => renameEntry(session.library(), id, title),
    'entries.saveBody': async ({ id, basedOn, body }) =>
      changeEntry(session.library(), id, 'tekst', { edit: (text) => replaceBody(text, body), basedOn }),
    'entries.setFields': async ({ id, fields, was }) => setFields(session.library(), id, fields, was),
    'entries.judge': async ({ id, item, verdict, evidence, passage, by }) => {
      const library = session.library();
      if (!findItem(library.vocabulary.cards, item)) throw new Failure('entry.unknown-item', { item });
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

async function setFields(library: OpenLibrary, id: string, fields: Record<string, Json>, was: Record<string, Json> | undefined): Promise<Saved> {
  const held = shelved(library, id);
  checkFields(library, held.read.summary.kind, fields);
  return changeEntry(library, id, 'kenmerken', {
    edit: (text) => {
      if (was) checkUnchanged(library, held, text, was, fields);
      return setKeys(text, fields);
    },
  });
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
  kindId: string,
  title: string,
  fields: Record<string, Json>,
  today: string,
  clock: () => Date,
): Promise<Saved> {
  const kind = library.vocabulary.kinds.find((k) => k.id === kindId);
  if (!kind) throw new Failure('entry.unknown-kind', { kind: kindId, choices: library.vocabulary.kinds.map((k) => k.id).join(', ') });
  checkFields(library, kindId, fields);
  const text = newEntryText(kind, { id: ulid(clock().getTime()), title: title.trim(), today, fields });
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

/** Gives another title; the file follows when its name was made from the old one. One step to undo. */
async function renameEntry(library: OpenLibrary, id: string, title: string): Promise<Saved> {
  const was = shelved(library, id).read.summary;
  const { saved, before, after } = await writeEntry(library, id, { edit: (text) => setKeys(text, { titel: title.trim() }) });
  const oldName = fileNameFor(was.title);
  const file = was.path.slice(was.path.lastIndexOf('/') + 1);
  const changes: Change[] = before === after ? [] : [{ what: 'text', id: saved.id, before, after }];
  // A name that somebody chose stays; one that was made from the old title follows the new.
  const follows = new RegExp(`^${oldName}(-\\d+)?\\.md$`).test(file) && fileNameFor(title) !== oldName;
  const moved = follows ? await inTurn(library, () => renameFile(library, saved, fileNameFor(title))) : saved;
  if (moved.path !== saved.path) changes.push({ what: 'moved', id: saved.id, from: saved.path, to: moved.path });
  if (changes.length > 0) noteChange(library, 'titel', saved.id, changes);
  return moved;
}

async function renameFile(library: OpenLibrary, saved: Saved, name: string): Promise<Saved> {
  const folder = saved.path.slice(0, saved.path.lastIndexOf('/') + 1);
  let to = `${folder}${name}.md`;
  for (let n = 2; taken(library, to); n++) to = `${folder}${name}-${n}.md`;
  // The text points into the folder with attachments by its name; then the file keeps its name and only the title is new.
  if ((await folderAt(library.path(attachmentsFolder(saved.path)))) === 'folder') return saved;
  // Moved or changed by another program since: the name is then no longer ours to give.
  if ((await library.readFile(saved.path)).revision !== saved.revision) return saved;
  try {
    return await moveFile(library, saved.path, to);
  } catch (error) {
    // Somebody took the name or moved the file just now; the title is changed, the file keeps the name it has.
    if (error instanceof Failure && ['entry.name-taken', 'entry.missing'].includes(error.code)) return saved;
    throw error;
  }
}

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
