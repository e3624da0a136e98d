import { lstat, readdir, readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { BundleChapter } from '../../domain/bundle/kept-bundle.ts';
import type { LeftOut } from '../../domain/bundle/manifest.ts';
import { staysInside } from '../../domain/bundle/sharing.ts';
import type { Sharing } from '../../domain/entries/entry.ts';
import { resolvePath } from '../../domain/entries/text-links.ts';
import { attachmentsFolder } from '../library/entry-moving.ts';
import type { OpenLibrary } from '../library/open-library.ts';
import type { Along } from '../library/render-input.ts';
import type { Shelved } from '../library/shelf.ts';

/** A file that goes along, by its path in the kennismap. */
export interface Attachment {
  path: string;
  bytes: number;
}

/** What somebody asks to go along: chapters with write-ups and queries, or only ids. */
export interface Asked {
  ids: readonly string[];
  chapters?: readonly BundleChapter[] | undefined;
}

/** What every item of the chapters stands for now; a query for what it finds, best first, or by title when it only filters. */
export function foundIn(library: OpenLibrary, { ids, chapters }: Asked): { title: string; items: string[][] }[] {
  const asked = chapters ?? [{ title: '', items: ids.map((entry) => ({ entry })) }];
  const found = (query: string): string[] => library.engine.search(query, { limit: library.engine.size, bare: true }).hits.map((hit) => hit.id);
  return asked.map(({ title, items }) => ({ title, items: items.map((item) => ('entry' in item ? [item.entry] : found(item.query))) }));
}

/** The ids that are asked for, each once, in their order. */
export const askedIds = (library: OpenLibrary, asked: Asked): string[] => [...new Set(foundIn(library, asked).flatMap(({ items }) => items.flat()))];

/** How links in a text that goes out lead: to what goes along, and by name to the rest, unless even the name stays in the house. */
export function alongFor(library: OpenLibrary, out: { ids: ReadonlySet<string>; audience: Sharing; today: string }): Along {
  return {
    ids: out.ids,
    nameOf: (id) => {
      const held = library.shelf.find(id);
      return held && !staysInside(library.shelf.summary(held), held.read.fields, out.audience, out.today) ? held.read.summary.title : undefined;
    },
  };
}

/** Splits the asked entries into those that may go along, in the asked order, and those that stay; the same rule for every way of asking. */
export function selectEntries(
  library: OpenLibrary,
  ids: readonly string[],
  audience: Sharing,
  today: string,
): { ready: Shelved[]; leftOut: LeftOut[] } {
  const ready: Shelved[] = [];
  const leftOut: LeftOut[] = [];
  for (const id of new Set(ids)) {
    const held = library.shelf.find(id);
    if (!held) {
      leftOut.push({ id, title: id, reason: 'ontbreekt', message: 'dit stuk is er niet (meer)' });
      continue;
    }
    const stays = staysInside(library.shelf.summary(held), held.read.fields, audience, today);
    if (stays) leftOut.push(stays);
    else if (held.revision === '')
      leftOut.push({ id, title: held.read.summary.title, reason: 'onleesbaar', message: 'het bestand kan niet worden gelezen' });
    else ready.push(held);
  }
  return { ready, leftOut };
}

/** Attachments of one entry: its own folder, and the files in the kennismap its text links to. Write-ups are never attachments. */
export async function attachmentsOf(library: OpenLibrary, path: string, body: string): Promise<Attachment[]> {
  const found = new Map<string, Attachment>();
  for (const file of await filesUnder(library, attachmentsFolder(path))) found.set(file.path, file);
  for (const target of linkedFiles(body)) {
    const to = resolvePath(path, target);
    if (to === undefined || /\.(md|markdown)$/i.test(to) || found.has(to) || to.split('/').some((part) => part.startsWith('.'))) continue;
    const file = await insideFile(library, to);
    if (file) found.set(to, file);
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Reads an attachment that {@link attachmentsOf} gave. */
export const readAttachmentFile = (library: OpenLibrary, path: string): Promise<Buffer> => readFile(library.path(path));

function linkedFiles(body: string): string[] {
  const out: string[] = [];
  for (const found of body.matchAll(/\]\(<?([^()<>\n]{1,500}?)>?(?:\s+"[^"\n]{0,300}")?\)/g)) out.push((found[1] ?? '').trim());
  for (const found of body.matchAll(/^ {0,3}\[[^\]\n]{1,200}\]:[ \t]+<?(\S{1,500}?)>?(?:[ \t]|$)/gm)) out.push(found[1] ?? '');
  return out.filter((target) => target !== '' && !/^([a-z][a-z0-9+.-]*:|#|\/\/)/i.test(target));
}

async function filesUnder(library: OpenLibrary, folder: string): Promise<Attachment[]> {
  const out: Attachment[] = [];
  const items = await readdir(library.path(folder), { withFileTypes: true }).catch(() => []);
  for (const item of items) {
    const path = `${folder}/${item.name}`;
    if (item.name.startsWith('.') || item.name.startsWith('~$')) continue;
    if (item.isDirectory()) out.push(...(await filesUnder(library, path)));
    else if (item.isFile()) {
      const file = await insideFile(library, path);
      if (file) out.push(file);
    }
  }
  return out;
}

/** A file that really lies in the kennismap, links followed. */
async function insideFile(library: OpenLibrary, path: string): Promise<Attachment | undefined> {
  try {
    const file = await realpath(join(library.root, ...path.split('/')));
    const found = await lstat(file);
    return found.isFile() && file.startsWith(library.root + sep) ? { path, bytes: found.size } : undefined;
  } catch {
    return undefined;
  }
}
