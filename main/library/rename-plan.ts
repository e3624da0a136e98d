import { canStand, relativePath, renamedWith, splitTarget, targetAfter } from '../../domain/entries/link-targets.ts';
import { linkKey } from '../../domain/entries/naming.ts';
import type { TextLink } from '../../domain/entries/text-links.ts';
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

/** What a write-up is going to be called. */
export interface NewName {
  title: string;
  path: string;
}

/**
 * Which links must be written differently when a write-up gets another title or file name, so that every link leads where it led: those to it, those
 * its new name would otherwise draw away from another, and those that pass through its folder with attachments. Looks at what is on the shelf only.
 */
export function planRename(shelf: Shelf, entry: Shelved, name: NewName): FilePlan[] {
  const after = shelfAfter(shelf, entry, name);
  const was = entry.read.summary;
  const plans: FilePlan[] = [];
  for (const held of shelf.all()) {
    const from = held.read.summary.path;
    const look: Look = {
      from,
      fromAfter: held === entry ? name.path : from,
      renamed: renamedWith(was.path, name.path),
      // The same file under its new name, for what led to it.
      leads: (target) => {
        const to = shelf.resolve(target, from);
        return to && { was: to, path: to === entry ? name.path : to.read.summary.path };
      },
      after,
      ...name,
      entry,
    };
    const plan = planFile(held, look);
    if (plan.text.size + plan.fields.size > 0) plans.push(plan);
  }
  return plans;
}

interface Look extends NewName {
  from: string;
  fromAfter: string;
  renamed: ReturnType<typeof renamedWith>;
  leads(target: string): { was: Shelved; path: string } | undefined;
  after: Shelf;
  entry: Shelved;
}

/** The shelf as it will be. Its files are copies: a shelf writes the ids it gives in them. */
function shelfAfter(shelf: Shelf, entry: Shelved, { title, path }: NewName): Shelf {
  const after = new Shelf();
  for (const held of shelf.all()) {
    if (held !== entry) {
      after.put(held.read.summary.path, { ...held });
      continue;
    }
    // At its first save a file without an id gets the one it was known by.
    const ownId = held.ownId ?? ('id' in held.read.fields ? undefined : held.id);
    const read = { ...held.read, ...(ownId === undefined ? {} : { ownId }), summary: { ...held.read.summary, title, path } };
    after.put(path, { ...held, ownId, read });
  }
  return after;
}

function planFile(held: Shelved, look: Look): FilePlan {
  const plan: FilePlan = { held, text: new Map(), fields: new Map() };
  for (const link of held.read.textLinks) {
    const target = link.kind === 'bijlage' ? undefined : newTarget(link.target, link.kind, look);
    const passed = target ?? (look.leads(link.target) && link.kind !== 'bijlage' ? undefined : passing(link, look));
    if (passed !== undefined && passed !== link.target) plan.text.set(textKey(link), passed);
  }
  for (const { field, id } of held.read.fieldLinks) {
    const target = newTarget(id, 'veld', look);
    if (target !== undefined) plan.fields.set(field, (plan.fields.get(field) ?? new Map<string, string>()).set(id, target));
  }
  return plan;
}

const passing = ({ target, kind }: TextLink, { from, renamed }: Look): string | undefined => targetAfter(target, from, renamed, kind === 'wikilink');

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
  const oldTitle = was.read.summary.title;
  const { name, rest } = splitTarget(target, oldTitle);
  const moved = targetAfter(target, look.from, was === look.entry ? look.renamed : [], kind !== 'bestand');
  if (kind === 'bestand') return [...(moved === undefined ? [] : [moved]), relativePath(look.fromAfter, led.path) + rest];
  const title = was === look.entry ? look.title : oldTitle;
  const byTitle = linkKey(name) === linkKey(oldTitle);
  const file = led.path.replace(/\.md$/i, '');
  const id = look.after.at(led.path)?.id ?? '';
  const names = [...(byTitle ? [title] : []), ...(moved === undefined ? [] : [moved.slice(0, moved.length - rest.length)]), title, file, id];
  return [...new Set(names)].filter((one) => one === id || canStand(one)).map((one) => one + rest);
}
