import { canStand, pathAfter, relativePath, renamedWith, splitTarget, targetAfter } from '../../domain/entries/link-targets.ts';
import { linkKey } from '../../domain/entries/naming.ts';
import { resolvePath, type TextLink } from '../../domain/entries/text-links.ts';
import { Shelf, type Shelved } from './shelf.ts';

/** Where a link leads now and how it must be written to lead there afterwards. */
type Targets = Map<string, string>;

/** The links of one file that must be written differently. */
export interface FilePlan {
  held: Shelved;
  /** New targets in the text, by kind and target. */
  text: Targets;
  /** New values per field, by value. */
  fields: Map<string, Targets>;
}

/** How a link in the text is found again in a plan. */
export const textKey = ({ kind, target }: Pick<TextLink, 'kind' | 'target'>): string => `${kind} ${target}`;

/** What a write-up is going to be called, and what it takes the place of. */
export interface NewName {
  title: string;
  path: string;
  /** Another write-up that goes; what led to it leads here. */
  instead?: Shelved | undefined;
  /** Files that stand elsewhere afterwards, by the path they have now. */
  files?: ReadonlyMap<string, string> | undefined;
}

/**
 * Which links must be written differently when a write-up gets another title or file name, so that every link leads where it led: those to it, those
 * its new name would otherwise draw away from another, and those that pass through its folder with attachments. Looks at what is on the shelf only.
 */
export function planRename(shelf: Shelf, entry: Shelved, name: NewName): FilePlan[] {
  const after = shelfAfter(shelf, entry, name);
  return shelf
    .all()
    .filter((held) => held !== name.instead)
    .map((held) => planFile(held, held.read, lookFrom(held.read.summary.path, { shelf, entry, name, after })))
    .filter((plan) => plan.text.size + plan.fields.size > 0);
}

/** The same for one file with links that are not on the shelf yet. */
export function planText(shelf: Shelf, entry: Shelved, name: NewName, read: LinksRead): FilePlan {
  return planFile(entry, read, lookFrom(entry.read.summary.path, { shelf, entry, name, after: shelfAfter(shelf, entry, name) }));
}

/** How the links of a text must be written when it moves into another file, with nothing else changed; `files` are the files that go along. */
export function planMove(shelf: Shelf, from: Shelved, to: Shelved, files: ReadonlyMap<string, string>): FilePlan {
  const { title, path } = to.read.summary;
  const look = lookFrom(from.read.summary.path, { shelf, entry: to, name: { title, path, files }, after: shelf });
  return planFile(from, from.read, { ...look, fromAfter: path });
}

type LinksRead = Pick<Shelved['read'], 'textLinks' | 'fieldLinks'>;

interface Look extends NewName {
  from: string;
  fromAfter: string;
  renamed: ReturnType<typeof renamedWith>;
  leads(target: string): { was: Shelved; path: string } | undefined;
  after: Shelf;
  entry: Shelved;
}

interface Situation {
  shelf: Shelf;
  entry: Shelved;
  name: NewName;
  after: Shelf;
}

function lookFrom(from: string, { shelf, entry, name, after }: Situation): Look {
  const renamed = renamedWith(entry.read.summary.path, name.path);
  return {
    ...name,
    from,
    fromAfter: pathAfter(from, renamed),
    renamed,
    // The same file under its new name, for what led to it.
    leads: (target) => {
      const to = shelf.resolve(target, from);
      return to && { was: to, path: to === name.instead ? name.path : pathAfter(to.read.summary.path, renamed) };
    },
    after,
    entry,
  };
}

/** The shelf as it will be. Its files are copies: a shelf writes the ids it gives in them. */
function shelfAfter(shelf: Shelf, entry: Shelved, { title, path, instead }: NewName): Shelf {
  const after = new Shelf();
  const renamed = renamedWith(entry.read.summary.path, path);
  for (const held of shelf.all()) {
    if (held === instead) continue;
    if (held !== entry) {
      const there = pathAfter(held.read.summary.path, renamed);
      const read = there === held.read.summary.path ? held.read : { ...held.read, summary: { ...held.read.summary, path: there } };
      after.put(there, { ...held, read });
      continue;
    }
    // At its first save a file without an id gets the one it was known by.
    const ownId = held.ownId ?? ('id' in held.read.fields ? undefined : held.id);
    const read = { ...held.read, ...(ownId === undefined ? {} : { ownId }), summary: { ...held.read.summary, title, path } };
    after.put(path, { ...held, ownId, read });
  }
  return after;
}

function planFile(held: Shelved, { textLinks, fieldLinks }: LinksRead, look: Look): FilePlan {
  const plan: FilePlan = { held, text: new Map(), fields: new Map() };
  for (const link of textLinks) {
    const leads = link.kind !== 'bijlage' && look.leads(link.target) !== undefined;
    const target = leads && link.kind !== 'bijlage' ? newTarget(link.target, link.kind, look) : passing(link, look);
    if (target !== undefined && target !== link.target) plan.text.set(textKey(link), target);
  }
  for (const { field, id } of fieldLinks) {
    const target = newTarget(id, 'veld', look);
    if (target !== undefined) plan.fields.set(field, (plan.fields.get(field) ?? new Map<string, string>()).set(id, target));
  }
  return plan;
}

/** A link to a file that is no write-up: through a folder that gets another name, to a file that stands elsewhere, or from another place. */
function passing({ target, kind }: TextLink, { from, fromAfter, renamed, files }: Look): string | undefined {
  const wikilink = kind === 'wikilink';
  const renamedTo = targetAfter(target, from, renamed, wikilink);
  if (renamedTo !== undefined) return renamedTo;
  const cut = /[#?]/.exec(target)?.index ?? target.length;
  for (const seen of wikilink ? [target, `/${target}`] : [target]) {
    const now = resolvePath(from, seen);
    const then = now === undefined ? undefined : files?.get(now);
    if (then !== undefined) return relativePath(fromAfter, then) + target.slice(cut);
    if (!wikilink && now !== undefined && !target.startsWith('/') && folderOf(from) !== folderOf(fromAfter))
      return relativePath(fromAfter, now) + target.slice(cut);
  }
  return undefined;
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** How a link must be written to lead where it led; undefined when it may stay as it is, or led nowhere. */
function newTarget(target: string, kind: 'wikilink' | 'bestand' | 'veld', look: Look): string | undefined {
  const led = look.leads(target);
  if (!led) return undefined;
  const reaches = (written: string): boolean => look.after.resolve(written, look.fromAfter)?.read.summary.path === led.path;
  if (reaches(target)) return undefined;
  return candidates(target, kind, led, look).find(reaches) ?? look.after.at(led.path)?.id;
}

/** Ways to write a link to where it led, the one most like what stands there first. */
function candidates(target: string, kind: 'wikilink' | 'bestand' | 'veld', led: { was: Shelved; path: string }, look: Look): string[] {
  const { was } = led;
  const stays = was === look.entry || was === look.instead;
  const oldTitle = was.read.summary.title;
  const { name, rest } = splitTarget(target, oldTitle);
  const moved = targetAfter(target, look.from, stays || led.path !== was.read.summary.path ? look.renamed : [], kind !== 'bestand');
  if (kind === 'bestand') return [...(moved === undefined ? [] : [moved]), relativePath(look.fromAfter, led.path) + rest];
  const title = stays ? look.title : oldTitle;
  const byTitle = linkKey(name) === linkKey(oldTitle);
  const file = led.path.replace(/\.md$/i, '');
  const id = look.after.at(led.path)?.id ?? '';
  const names = [
    ...(name === was.id ? [id] : []),
    ...(byTitle ? [title] : []),
    ...(moved === undefined ? [] : [moved.slice(0, moved.length - rest.length)]),
    title,
    file,
    id,
  ];
  return [...new Set(names)].filter((one) => one === id || canStand(one)).map((one) => one + rest);
}
