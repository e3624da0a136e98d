import { Failure } from '../../domain/api/failures.ts';
import { attachmentsFolder } from '../../domain/entries/attachment-links.ts';
import { shapeOf } from '../../domain/entries/file-text.ts';
import { setKeys } from '../../domain/entries/front-matter-edit.ts';
import { replaceValues } from '../../domain/entries/front-matter-values.ts';
import { fileNameFor } from '../../domain/entries/naming.ts';
import { linkValue } from '../../domain/entries/read-entry.ts';
import { rewriteLinks } from '../../domain/entries/text-links.ts';
import type { StepLabel } from '../../domain/entries/undo.ts';
import { moveFile, moveFolder } from './entry-moving.ts';
import { inTurn, noteChange, shelved, writeEntry, type Saved } from './entry-writing.ts';
import { backOut } from './history/undo-service.ts';
import type { Change } from './history/undo-stack.ts';
import type { OpenLibrary } from './open-library.ts';
import { folderAt, isTaken } from './path-look.ts';
import { planRename, textKey, type FilePlan } from './rename-plan.ts';
import type { Shelved } from './shelf.ts';

/** Another name for a write-up. */
export interface Renaming {
  title: string;
  /** Name of the file without its ending; without it the file follows when its name was made from the old title. */
  file?: string | undefined;
  /** The file keeps its name whatever the title. */
  keepFile?: boolean;
  /** What else changes in the text of the write-up itself. */
  edit?: (text: string) => string;
  /** What the step is called; `titel` without it. */
  label?: StepLabel;
}

/** What a renaming comes to. */
export interface RenameOutcome {
  path: string;
  plans: FilePlan[];
  /** Files with a link that cannot be written, with why. */
  stuck: { title: string; reason: string }[];
}

/** Looks ahead: the path, the files that change along, and those that cannot. */
export async function lookAtRename(library: OpenLibrary, held: Shelved, { title, file, keepFile }: Renaming): Promise<RenameOutcome> {
  const { path } = held.read.summary;
  const name = keepFile ? undefined : await fileName(library, held, title.trim(), file);
  const to = name ?? path;
  const plans = planRename(library.shelf, held, { title: title.trim(), path: to });
  const stuck: RenameOutcome['stuck'] = [];
  for (const { held: other } of plans) {
    const { locked } = await library.readFile(other.read.summary.path);
    const reason = locked ?? (library.readOnly ? 'de kennismap is alleen-lezen' : undefined);
    if (reason !== undefined) stuck.push({ title: other.read.summary.title, reason });
  }
  return { path: to, plans, stuck };
}

/**
 * Gives a write-up another title, and its file another name, with everything that points at it: links by title, path and id, in texts and in headers,
 * and its folder with attachments. One step to undo; when a part fails everything is put back. Fails with `relation.stuck` when a link could not follow.
 */
export async function renameEntry(library: OpenLibrary, id: string, renaming: Renaming, now: Date): Promise<Saved> {
  const held = shelved(library, id);
  const { path, plans, stuck } = await lookAtRename(library, held, renaming);
  const [first] = stuck;
  if (first) throw new Failure('relation.stuck', { title: first.title, reason: first.reason });
  const changes: Change[] = [];
  try {
    const saved = await carryOut(library, held, { renaming, path, plans, changes });
    if (changes.length > 0) noteChange(library, renaming.label ?? 'titel', saved.id, changes);
    return saved;
  } catch (error) {
    await backOut(library, changes, now);
    // Somebody took the name or moved the file just now; then only the title changes.
    const taken = error instanceof Failure && error.code === 'entry.name-taken';
    if (taken && !renaming.keepFile) return renameEntry(library, id, { ...renaming, keepFile: true }, now);
    throw error;
  }
}

interface Carrying {
  renaming: Renaming;
  path: string;
  plans: readonly FilePlan[];
  /** Grows as things are done. */
  changes: Change[];
}

async function carryOut(library: OpenLibrary, held: Shelved, { renaming, path, plans, changes }: Carrying): Promise<Saved> {
  const from = held.read.summary.path;
  const own = plans.find((plan) => plan.held === held);
  const wrote = async (id: string, edit: (text: string) => string, withoutId: boolean): Promise<Saved> => {
    const { saved, before, after } = await writeEntry(library, id, { edit, withoutId });
    if (before !== after) changes.push({ what: 'text', id: saved.id, before, after });
    return saved;
  };
  // Under another path a write-up without an id would become another one; it keeps the id it is known by.
  const id = path === from || held.ownId !== undefined || 'id' in held.read.fields ? {} : { id: held.id };
  const titled = (text: string): string => setKeys(renaming.edit?.(text) ?? text, { titel: renaming.title.trim(), ...id });
  let saved = await wrote(held.id, (text) => relinked(titled(text), own), false);
  if (path !== from) saved = await moveAll(library, saved, path, changes);
  for (const plan of plans) if (plan !== own) await wrote(plan.held.id, (text) => relinked(text, plan), true);
  return saved;
}

/** The folder with attachments first: a file without them shows nothing, attachments without a file are found again. */
async function moveAll(library: OpenLibrary, saved: Saved, to: string, changes: Change[]): Promise<Saved> {
  const [from, folder] = [attachmentsFolder(saved.path), attachmentsFolder(to)];
  if (from !== folder && (await folderAt(library.path(from))) === 'folder') {
    await inTurn(library, () => moveFolder(library, from, folder));
    changes.push({ what: 'folder', id: saved.id, from, to: folder });
  }
  const moved = await inTurn(library, () => moveFile(library, saved.path, to));
  changes.push({ what: 'moved', id: moved.id, from: saved.path, to: moved.path });
  return moved;
}

/** The text of a file with the links of its plan written anew. */
export function relinked(text: string, plan: FilePlan | undefined): string {
  if (!plan) return text;
  let out = text;
  for (const [key, targets] of plan.fields) out = replaceValues(out, key, (value) => newValue(value, targets));
  const { body } = shapeOf(out);
  return out.slice(0, body) + rewriteLinks(out.slice(body), (link) => plan.text.get(textKey(link)));
}

/** A value of a field: one target, bare or between brackets, or several with commas. */
function newValue(value: string, targets: ReadonlyMap<string, string>): string | undefined {
  const whole = targets.get(linkValue(value));
  const label = /^\[\[[^\]|]*(\|[^\]]*)?\]\]$/.exec(value);
  if (whole !== undefined) return label ? `[[${whole}${label[1] ?? ''}]]` : whole;
  const parts = value.split(',').map((part) => {
    const next = targets.get(linkValue(part.trim()));
    return next === undefined ? part : part.replace(part.trim(), () => next);
  });
  const joined = parts.join(',');
  return joined === value ? undefined : joined;
}

/** The path the file gets; undefined when it keeps its own. */
async function fileName(library: OpenLibrary, held: Shelved, title: string, wanted: string | undefined): Promise<string | undefined> {
  const { path, title: oldTitle } = held.read.summary;
  const at = path.lastIndexOf('/') + 1;
  const [folder, file] = [path.slice(0, at), path.slice(at)];
  const ending = /\.(md|markdown)$/i.exec(file)?.[0] ?? '.md';
  const name = wanted === undefined ? fileNameFor(title) : fileNameFor(wanted);
  // A name that somebody chose stays; one that was made from the old title follows the new.
  const follows = new RegExp(`^${fileNameFor(oldTitle)}(-\\d+)?\\.md$`).test(file) && name !== fileNameFor(oldTitle);
  if (wanted === undefined ? !follows : `${name}${ending}` === file) return undefined;
  for (let n = 1; ; n++) {
    const to = `${folder}${n === 1 ? name : `${name}-${n}`}${ending}`;
    const known = library.shelf.paths().some((other) => other !== path && other.toLowerCase() === to.toLowerCase());
    if (!known && (to === path || !(await isTaken(library.path(attachmentsFolder(to)))))) return to === path ? undefined : to;
  }
}
