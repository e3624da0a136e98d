import { bareCopy, changedCopy, ofTheHouse, withoutComments, withoutHouseRemarks } from '../../domain/bundle/bare-copy.ts';
import { fieldsWithoutKeptNames, withoutKeptNames, type KeptName } from '../../domain/bundle/nameless.ts';
import { staysInside } from '../../domain/bundle/sharing.ts';
import { attachmentsFolder } from '../../domain/entries/attachment-links.ts';
import type { Json, Sharing } from '../../domain/entries/entry.ts';
import { bodyOf } from '../../domain/entries/file-text.ts';
import { HeaderRefusal } from '../../domain/entries/front-matter-edit.ts';
import { linkKey } from '../../domain/entries/naming.ts';
import { resolvePath } from '../../domain/entries/text-links.ts';
import type { OpenLibrary } from '../library/open-library.ts';
import type { Shelved } from '../library/shelf.ts';

/** For whom a bundle is, and the day (`JJJJ-MM-DD`) by which consent is judged. */
export interface Going {
  audience: Sharing;
  today: string;
}

/** A write-up as others may know it: what every product is made from, whatever it looks like. */
export interface Outgoing {
  /** Without remarks and without the names of what stays in the house. */
  body: string;
  /** Header values; outside the house without those about how it works. */
  fields: Record<string, Json>;
  /**
   * The file as it goes out: within the house as it is but for names that stay there, outside it a bare copy. Throws HeaderRefusal when the header is
   * such that nothing can be taken out of it.
   */
  copy(): string;
}

/** What of a write-up goes out; `text` is that of its file. */
export function outgoing(library: OpenLibrary, held: Shelved, text: string, going: Going): Outgoing {
  const keptName = keptNames(library, held, going);
  const changed = fieldsWithoutKeptNames(held.read.fields, library.vocabulary.fields, keptName);
  const inside = going.audience === 'intern';
  const named = withoutKeptNames(bodyOf(text), keptName);
  const body = withoutComments(named);
  const fields = Object.fromEntries(
    Object.entries({ ...held.read.fields, ...changed }).filter(([key, value]) => value !== null && (inside || !ofTheHouse.includes(key))),
  );
  const { fields: all, unknown } = held.read;
  return {
    body,
    fields: inside ? fields : withoutHouseRemarks(fields),
    copy: () => (inside ? changedCopy(text, changed, named) : bareCopy(text, { fields: all, unknown, changed, body })),
  };
}

/** The file as it goes out, or why there is none, in Dutch. */
export function copyOf({ copy }: Outgoing): { text: string } | { fault: string } {
  try {
    return { text: copy() };
  } catch (error) {
    if (error instanceof HeaderRefusal) return { fault: error.message };
    throw error;
  }
}

/** Which links of a write-up name something that stays in the house: a write-up, or a file in its folder with attachments. */
export function keptNames(library: OpenLibrary, held: Shelved, { audience, today }: Going): KeptName {
  const known = new Map<string, string | undefined>();
  const { path } = held.read.summary;
  const titleOf = (target: string): string | undefined => {
    const to = library.shelf.resolve(target, path) ?? ownerOfFile(library, path, target);
    const stays = to && to !== held ? staysInside(library.shelf.summary(to), to.read.fields, audience, today) : undefined;
    // A conflict copy has no name of its own.
    return stays && stays.reason !== 'conflictkopie' ? stays.title : undefined;
  };
  return ({ target }) => {
    if (!known.has(target)) known.set(target, titleOf(target));
    return known.get(target);
  };
}

/** The write-up in whose folder with attachments a file lies; a wikilink may be meant from the root. */
function ownerOfFile(library: OpenLibrary, from: string, target: string): Shelved | undefined {
  const folder = /\.bijlagen(?=\/)/i.exec(target);
  if (!folder) return undefined;
  for (const seen of [target, `/${target}`]) {
    const path = resolvePath(from, seen.slice(0, seen.indexOf(folder[0]) + folder[0].length));
    const owner = path === undefined ? undefined : library.shelf.resolve(`/${path.replace(/\.bijlagen$/i, '')}`, from);
    if (owner && linkKey(attachmentsFolder(owner.read.summary.path)) === linkKey(path ?? '')) return owner;
  }
  return undefined;
}
