import type { Output, Parsed } from '../../domain/api/contract.ts';
import { Failure } from '../../domain/api/failures.ts';
import type { Json } from '../../domain/entries/entry.ts';
import { wordsOf } from '../../domain/entries/field-checks.ts';
import { replaceBody } from '../../domain/entries/file-text.ts';
import { appendRecord, setKeys } from '../../domain/entries/front-matter-edit.ts';
import { linkValue } from '../../domain/entries/read-entry.ts';
import { rewriteLinks } from '../../domain/entries/text-links.ts';
import { growing, unitedList } from '../../domain/entries/uniting.ts';
import { copyAttachment, takenOver } from './attachment-copies.ts';
import { readDetail } from './entries-service.ts';
import { inTurn, noteChange, shelved, writeEntry, type Saved } from './entry-writing.ts';
import { checkFields } from './field-refusals.ts';
import { putInTrash } from './history/trash.ts';
import { backOut } from './history/undo-service.ts';
import type { Change } from './history/undo-stack.ts';
import type { OpenLibrary } from './open-library.ts';
import { isTaken } from './path-look.ts';
import { planMove, planRename, planText, textKey, type FilePlan, type NewName } from './rename-plan.ts';
import { relinked } from './renaming.ts';
import type { Shelved } from './shelf.ts';
import { localDate } from './stage-record.ts';

/** Two write-ups beside each other, the text of the other as it would stand in the one that stays. */
export async function compareForMerge(library: OpenLibrary, keepId: string, otherId: string): Promise<Output<'relations.compare'>> {
  const { keep, other } = pairOf(library, keepId, otherId);
  const detail = await readDetail(library, otherId);
  const files = await takenOver(library, other.read.summary.path, keep.read.summary.path);
  const plan = planMove(library.shelf, other, keep, files);
  return { keep: await readDetail(library, keepId), other: detail, body: rewriteLinks(detail.body, (link) => plan.text.get(textKey(link))) };
}

/** Makes one of two; see the contract. When a part fails everything is put back. */
export async function mergeEntries(library: OpenLibrary, asked: Parsed<'relations.merge'>, now: Date): Promise<Saved> {
  const { keep, other } = pairOf(library, asked.keep, asked.other);
  const fields = Object.fromEntries(Object.entries(asked.fields).filter(([key]) => !growing.includes(key)));
  checkFields(library, keep.read.summary.kind, newIn(fields, [keep.read.fields, other.read.fields]));
  const theirs = await library.readFile(other.read.summary.path);
  if (theirs.revision !== asked.otherRevision)
    throw new Failure('entry.conflict', { id: asked.other, title: other.read.summary.title, revision: theirs.revision });
  const { path } = keep.read.summary;
  const title = typeof fields['titel'] === 'string' ? fields['titel'] : keep.read.summary.title;
  const name: NewName = { title, path, instead: other, files: await takenOver(library, other.read.summary.path, path) };
  const plans = planRename(library.shelf, keep, name).filter((plan) => plan.held !== keep);
  await checkWritable(library, plans);
  const changes: Change[] = [];
  try {
    const saved = await carryOut(library, { asked: { ...asked, fields }, keep, other, name, plans, changes, now });
    noteChange(library, 'samengevoegd', saved.id, changes);
    return saved;
  } catch (error) {
    await backOut(library, changes, now);
    throw error;
  }
}

/** What neither of the two says already; a value that stands in a file, right or wrong, may stay. */
function newIn(fields: Record<string, Json>, held: readonly Record<string, Json>[]): Record<string, Json> {
  const known = (key: string): Set<string> =>
    new Set(held.flatMap((one) => [one[key] ?? null, ...listIn(one[key])]).map((value) => JSON.stringify(value)));
  const isKnown = (key: string, value: Json): boolean =>
    known(key).has(JSON.stringify(value)) || (Array.isArray(value) && value.every((one) => known(key).has(JSON.stringify(one))));
  return Object.fromEntries(Object.entries(fields).filter(([key, value]) => key === 'id' || !isKnown(key, value)));
}

function pairOf(library: OpenLibrary, keepId: string, otherId: string): { keep: Shelved; other: Shelved } {
  const [keep, other] = [shelved(library, keepId), shelved(library, otherId)];
  if (keep === other) throw new Failure('relation.same', { title: keep.read.summary.title });
  return { keep, other };
}

async function checkWritable(library: OpenLibrary, plans: readonly FilePlan[]): Promise<void> {
  for (const { held } of plans) {
    const { path, title } = held.read.summary;
    const { locked } = await library.readFile(path);
    if (locked !== undefined) throw new Failure('relation.stuck', { title, reason: locked });
  }
}

interface Merging {
  asked: Parsed<'relations.merge'>;
  keep: Shelved;
  other: Shelved;
  name: NewName;
  /** Of the files that are neither of the two. */
  plans: readonly FilePlan[];
  /** Grows as things are done. */
  changes: Change[];
  now: Date;
}

async function carryOut(library: OpenLibrary, merging: Merging): Promise<Saved> {
  const { asked, keep, other, name, plans, changes, now } = merging;
  for (const [from, to] of name.files ?? []) {
    if (await isTaken(library.path(to))) continue;
    await inTurn(library, () => copyAttachment(library, { from, to }));
    changes.push({ what: 'copied', id: keep.id, from, to });
  }
  const written = await writeEntry(library, keep.id, { edit: (text) => unitedText(library, text, merging), basedOn: asked.keepRevision });
  const { saved } = written;
  changes.push({ what: 'text', id: saved.id, before: written.before, after: written.after });
  for (const plan of plans) {
    const edit = (text: string): string => once(library, relinked(text, plan), plan, [keep.id, other.id]);
    const { saved: there, before, after } = await writeEntry(library, plan.held.id, { edit, withoutId: true });
    if (before !== after) changes.push({ what: 'text', id: there.id, before, after });
  }
  const into = { id: saved.id, title: name.title };
  const { key } = await inTurn(library, () => putInTrash(library, other.id, now, into));
  changes.push({ what: 'trashed', id: other.id, key, into });
  return saved;
}

/** The text of the one that stays: what was chosen, everything from the lists that only grow, its links, and what it came from. */
function unitedText(library: OpenLibrary, text: string, { asked, keep, other, name, now }: Merging): string {
  const { path } = keep.read.summary;
  const read = (of: string) => library.read({ path, changed: keep.changed }, { text: of, revision: '', problems: [] });
  let out = setKeys(replaceBody(text, asked.body), asked.fields);
  for (const key of growing) {
    const held = listIn(read(out).fields[key]);
    for (const record of unitedList(held, listIn(other.read.fields[key])).slice(held.length))
      if (record !== null && typeof record === 'object' && !Array.isArray(record)) out = appendRecord(out, key, record);
  }
  const plan = planText(library.shelf, keep, name, read(out));
  out = once(library, relinked(out, plan), { ...plan, fields: linkFieldsOf(library) }, [keep.id, other.id], true);
  return appendRecord(out, 'samengevoegd_uit', { id: other.id, titel: other.read.summary.title, op: localDate(now) });
}

const listIn = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);

const linkFieldsOf = (library: OpenLibrary): FilePlan['fields'] =>
  new Map(library.vocabulary.fields.filter(({ type }) => type === 'verwijzing' || type === 'verwijzingen').map(({ key }) => [key, new Map()]));

/** A file that pointed at both points at the one that is left once; that one itself not at all. */
function once(library: OpenLibrary, text: string, { held, fields }: FilePlan, pair: readonly string[], self = false): string {
  const { path } = held.read.summary;
  const { fields: values } = library.read({ path, changed: held.changed }, { text, revision: '', problems: [] });
  let out = text;
  for (const key of fields.keys()) {
    const all = wordsOf(values[key]);
    const seen = new Set<string>();
    const left = all.filter((value) => {
      const found = library.shelf.resolve(linkValue(value), path)?.id;
      const leads = found !== undefined && pair.includes(found) ? 'een van de twee' : (found ?? value);
      if (seen.has(leads) || (self && leads === 'een van de twee')) return false;
      seen.add(leads);
      return true;
    });
    if (left.length < all.length) out = setKeys(out, { [key]: left.length === 0 ? null : Array.isArray(values[key]) ? left : (left[0] ?? null) });
  }
  return out;
}
