import type { Service } from '../../domain/api/contract.ts';
import { Failure } from '../../domain/api/failures.ts';
import { wordsOf } from '../../domain/entries/field-checks.ts';
import { bodyOf } from '../../domain/entries/file-text.ts';
import { setKeys } from '../../domain/entries/front-matter-edit.ts';
import type { Field } from '../../domain/entries/kind.ts';
import { findMention, linkMention } from '../../domain/entries/mentions.ts';
import { linkValue } from '../../domain/entries/read-entry.ts';
import type { Naming, RenamePlan } from '../../domain/entries/relations.ts';
import { mentionQuery } from '../../domain/search/text-marks.ts';
import { changeEntry, shelved } from './entry-writing.ts';
import { kinOf } from './kin.ts';
import type { OpenLibrary } from './open-library.ts';
import { compareForMerge, mergeEntries } from './merging.ts';
import { lookAtRename, type Renaming } from './renaming.ts';
import type { Session } from './session.ts';
import type { Shelved } from './shelf.ts';

/** Files looked into for a name, and names shown. */
const mentions = { looked: 40, shown: 8 };

/** Making and following links between write-ups. */
export function createRelationsService(session: Session, clock: () => Date): Service<'relations'> {
  return {
    ...typedLinks(session),
    'relations.mentions': async ({ id }) => mentionsOf(session.library(), id),
    'relations.linkMention': async ({ id, to }) => {
      const library = session.library();
      const held = shelved(library, id);
      const { title } = shelved(library, to).read.summary;
      return changeEntry(library, id, 'koppeling', {
        edit: (text) => {
          const linked = linkMention(text, title, targetFor(library, held, to));
          if (linked === undefined) throw new Failure('relation.not-named', { title: held.read.summary.title, name: title });
          return linked;
        },
      });
    },
    'relations.renamePlan': async ({ id, title, file }) => renamePlan(session.library(), id, { title, file }),
    'relations.compare': async ({ keep, other }) => compareForMerge(session.library(), keep, other),
    'relations.merge': async (asked) => mergeEntries(session.library(), asked, clock()),
    'relations.kin': async ({ id, limit }) => kinOf(session.library(), id, limit ?? 5),
  };
}

/** Links that say what they are, in the header. */
function typedLinks(session: Session): Pick<Service<'relations'>, 'relations.link' | 'relations.unlink'> {
  return {
    'relations.link': async ({ id, field: key, to }) => {
      const library = session.library();
      const held = shelved(library, id);
      const target = shelved(library, to);
      const field = linkField(library, held, key);
      if (field.kinds && !field.kinds.includes(target.read.summary.kind))
        throw new Failure('entry.bad-field', { key, reason: `“${target.read.summary.title}” is geen ${field.kinds.join(' of ')}` });
      if (target.id === held.id) throw new Failure('entry.bad-field', { key, reason: 'een stuk verwijst niet naar zichzelf' });
      return changeEntry(library, id, 'koppeling', {
        edit: (text) => {
          const now = valuesIn(library, held, text, key);
          if (now.some((value) => leadsTo(library, held, value, to))) return text;
          return setKeys(text, { [key]: field.type === 'verwijzing' ? to : [...now, to] });
        },
      });
    },
    'relations.unlink': async ({ id, field: key, to }) => {
      const library = session.library();
      const held = shelved(library, id);
      const field = linkField(library, held, key);
      return changeEntry(library, id, 'koppeling', {
        edit: (text) => {
          const now = valuesIn(library, held, text, key);
          const left = now.filter((value) => !leadsTo(library, held, value, to));
          if (left.length === now.length) return text;
          return setKeys(text, { [key]: left.length === 0 ? null : field.type === 'verwijzing' ? (left[0] ?? null) : left });
        },
      });
    },
  };
}

async function renamePlan(library: OpenLibrary, id: string, renaming: Renaming): Promise<RenamePlan> {
  const held = shelved(library, id);
  const { path, plans, stuck } = await lookAtRename(library, held, renaming);
  const files = plans
    .filter((plan) => plan.held !== held)
    .map(({ held: other, text, fields }) => ({
      id: other.id,
      title: other.read.summary.title,
      links: text.size + [...fields.values()].reduce((sum, targets) => sum + targets.size, 0),
    }));
  return { path, moves: path !== held.read.summary.path, files, stuck };
}

/** The field, when it holds links and belongs to the kind. */
function linkField(library: OpenLibrary, held: Shelved, key: string): Field {
  const field = library.vocabulary.fields.find((one) => one.key === key);
  const kind = library.vocabulary.kinds.find((one) => one.id === held.read.summary.kind);
  if (!field || (field.type !== 'verwijzing' && field.type !== 'verwijzingen'))
    throw new Failure('entry.bad-field', { key, reason: 'dit kenmerk houdt geen koppelingen' });
  // What stands there already may always go; that is why the kind only matters when it does not know the field and neither does the file.
  if (kind && !kind.fields.includes(key) && !(key in held.read.fields))
    throw new Failure('entry.bad-field', { key, reason: `dat hoort niet bij de soort ${kind.name.toLowerCase()}` });
  return field;
}

/** The values of a field as the file has them now. */
function valuesIn(library: OpenLibrary, held: Shelved, text: string, key: string): string[] {
  const { path } = held.read.summary;
  return wordsOf(library.read({ path, changed: held.changed }, { text, revision: '', problems: [] }).fields[key]);
}

function leadsTo(library: OpenLibrary, held: Shelved, value: string, to: string): boolean {
  const target = linkValue(value);
  const found = library.shelf.resolve(target, held.read.summary.path);
  return found ? found.id === to : target === to || value === to;
}

/** How a wikilink names a write-up: by its title when that leads there and can stand between brackets, else by its id. */
export function targetFor(library: OpenLibrary, from: Shelved, to: string): string {
  const { title } = shelved(library, to).read.summary;
  const plain = !/[[\]|#\n]/.test(title) && title.length <= 200;
  return plain && library.shelf.resolve(title, from.read.summary.path)?.id === to ? title : to;
}

async function mentionsOf(library: OpenLibrary, id: string): Promise<Naming[]> {
  const held = shelved(library, id);
  const { title } = held.read.summary;
  const query = mentionQuery(title);
  if (query === undefined) return [];
  const linked = new Set([id, ...library.shelf.backlinks(held).map((link) => link.id)]);
  const { hits } = library.engine.search(query, { limit: mentions.looked + linked.size, facets: [] });
  const out: Naming[] = [];
  for (const hit of hits.filter((one) => !linked.has(one.id)).slice(0, mentions.looked)) {
    const other = library.shelf.find(hit.id);
    if (!other) continue;
    const found = findMention(bodyOf((await library.readFile(other.read.summary.path)).text), title);
    if (found) out.push({ id: other.id, title: other.read.summary.title, before: found.before, text: found.text, after: found.after });
    if (out.length === mentions.shown) break;
  }
  return out;
}
