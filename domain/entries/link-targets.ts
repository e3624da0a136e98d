import { attachmentsFolder } from './attachment-links.ts';
import { linkKey } from './naming.ts';
import { resolvePath } from './text-links.ts';

/** A file or a folder that gets another name in the same folder; paths from the library's root. */
export interface Renamed {
  from: string;
  to: string;
  folder: boolean;
}

/** What gets another name when the file of a write-up does. */
export const renamedWith = (from: string, to: string): Renamed[] =>
  from === to
    ? []
    : [
        { from, to, folder: false },
        { from: attachmentsFolder(from), to: attachmentsFolder(to), folder: true },
      ];

/** Where a file stands after a renaming; what lies in a folder that gets another name goes along. */
export function pathAfter(path: string, renamed: readonly Renamed[]): string {
  for (const { from, to, folder } of renamed) {
    if (path === from) return to;
    if (folder && path.startsWith(`${from}/`)) return to + path.slice(from.length);
  }
  return path;
}

/**
 * The target of a link after a file or folder on its way got another name, written in the same manner; undefined when it does not pass there.
 * `from` is the file the link stands in. A wikilink may leave the ending out and may be meant from the root.
 */
export function targetAfter(target: string, from: string, renamed: readonly Renamed[], wikilink: boolean): string | undefined {
  const cut = /[#?]/.exec(target)?.index ?? target.length;
  const parts = target.slice(0, cut).split('/');
  for (const seen of wikilink ? [target, `/${target}`] : [target]) {
    const path = resolvePath(from, seen);
    if (path === undefined) continue;
    for (const one of renamed) {
      const bare = wikilink && !one.folder && `${path}.md` === one.from;
      const depth = path === one.from || bare ? 0 : one.folder && path.startsWith(`${one.from}/`) ? levels(path) - levels(one.from) : undefined;
      const at = depth === undefined ? -1 : parts.length - 1 - depth;
      if (at < 0) continue;
      const name = baseName(one.to);
      const next = parts.with(at, bare ? name.replace(/\.md$/i, '') : wikilink ? name : encoded(name));
      return next.join('/') + target.slice(cut);
    }
  }
  return undefined;
}

/** Path to a file as a Markdown link in another file writes it. */
export function relativePath(from: string, to: string): string {
  const [here, there] = [from.split('/').slice(0, -1), to.split('/')];
  let common = 0;
  while (common < here.length && common < there.length - 1 && here[common] === there[common]) common++;
  return [...here.slice(common).map(() => '..'), ...there.slice(common).map(encoded)].join('/');
}

/** Splits the part behind `#` off a target, unless the whole of it is a title. */
export function splitTarget(target: string, title: string): { name: string; rest: string } {
  const at = target.indexOf('#');
  if (at < 0 || target.trim().toLowerCase() === title.trim().toLowerCase()) return { name: target, rest: '' };
  return { name: target.slice(0, at), rest: target.slice(at) };
}

/** Whether a name can stand between the brackets of a wikilink, or in a field, without meaning something else there. */
export const canStand = (name: string): boolean => name !== '' && name.length <= 250 && !/[[\]|#,\n\r]/.test(name) && linkKey(name) !== '';

const levels = (path: string): number => path.split('/').length;
const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const encoded = (name: string): string => name.replace(/[%#?]/g, (sign) => encodeURIComponent(sign));
