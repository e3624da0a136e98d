import { conflictNames } from '../../domain/entries/conflict-copies.ts';
import { idFromPath, linkKey } from '../../domain/entries/naming.ts';
import type { EntryLink, EntrySummary, Problem } from '../../domain/entries/entry.ts';
import { problem } from '../../domain/entries/problem-rules.ts';
import type { ReadEntry } from '../../domain/entries/read-entry.ts';
import { resolvePath, type TextLink } from '../../domain/entries/text-links.ts';
import { IdOwners } from './id-owners.ts';
import { keysOf } from './link-keys.ts';

/** One file on the shelf. */
export interface Shelved {
  readonly read: ReadEntry;
  /** Id in the file itself. */
  ownId: string | undefined;
  /** Id it is known by here; differs from the file's own only when another file has the same. */
  id: string;
  revision: string;
  size: number;
  changed: number;
  /** When the file system last touched the file, milliseconds since 1970; also changes where a program puts the old time of change back. */
  touched?: number | undefined;
  locked?: string | undefined;
}

/** The entries of an open library in memory, and how they hang together. Knows nothing of disks. */
export class Shelf {
  readonly #byPath = new Map<string, Shelved>();
  readonly #byId = new Map<string, string>();
  readonly #owners = new IdOwners();
  #byKey: Map<string, string> | undefined;
  #backlinks: Map<string, { from: string; field: string }[]> | undefined;
  #ordered: Shelved[] | undefined;

  get size(): number {
    return this.#byPath.size;
  }

  paths(): string[] {
    return [...this.#byPath.keys()];
  }

  at(path: string): Shelved | undefined {
    return this.#byPath.get(path);
  }

  find(id: string): Shelved | undefined {
    const path = this.#byId.get(id);
    return path === undefined ? undefined : this.#byPath.get(path);
  }

  /** Whether one of the files is so; in no order, and no further than the first. */
  some(test: (held: Shelved) => boolean): boolean {
    for (const held of this.#byPath.values()) if (test(held)) return true;
    return false;
  }

  /** Every file, in the order of the paths. */
  all(): Shelved[] {
    this.#ordered ??= this.paths()
      .sort()
      .flatMap((path) => this.#byPath.get(path) ?? []);
    return this.#ordered;
  }

  /** Adds or replaces a file. Gives the ids that came, went or changed. */
  put(path: string, held: Omit<Shelved, 'id'>): { came: string[]; gone: string[] } {
    const before = this.#take(path);
    this.#byPath.set(path, Object.assign(held, { id: '' }));
    const own = held.ownId;
    if (own !== undefined) this.#owners.add(own, path);
    return this.#settle(path, before);
  }

  /**
   * Puts files on an empty shelf that stood on one together before, each under the id it had then: one at a time every id would be given out anew.
   * Gives false, and puts nothing, when an id stands there twice.
   */
  restore(files: readonly { path: string; entry: Shelved }[]): boolean {
    if (this.size > 0 || new Set(files.map(({ entry }) => entry.id)).size < files.length) return false;
    for (const { path, entry } of files) {
      this.#byPath.set(path, entry);
      this.#byId.set(entry.id, path);
      if (entry.ownId !== undefined) this.#owners.add(entry.ownId, path);
    }
    return true;
  }

  remove(path: string): { came: string[]; gone: string[] } {
    if (!this.#byPath.has(path)) return { came: [], gone: [] };
    return this.#settle(path, this.#take(path));
  }

  /** The summary as shown: with its id here, and every problem counted. */
  summary(shelved: Shelved): EntrySummary {
    const original = this.originalOf(shelved);
    return {
      ...shelved.read.summary,
      id: shelved.id,
      problems: shelved.read.problems.length + this.linkProblems(shelved).length,
      ...(original ? { copyOf: original.id } : {}),
    };
  }

  problems(shelved: Shelved): Problem[] {
    return [...shelved.read.problems, ...this.linkProblems(shelved)].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  }

  /** What is wrong between this file and the others: ids that are used twice, links to nowhere. */
  linkProblems(shelved: Shelved): Problem[] {
    const { read } = shelved;
    const out: Problem[] = [];
    const original = this.originalOf(shelved);
    const twins = this.#twins(read).filter((path) => !this.#isCopy(path));
    if (original) out.push(problem('conflictkopie', {}, { detail: original.read.summary.path }));
    else if (twins.length > 0) out.push(problem('dubbele-id', { field: 'id' }, { value: read.ownId ?? '', detail: twins.join(', ') }));
    for (const link of read.fieldLinks)
      if (!this.resolve(link.id, read.summary.path))
        out.push(problem('verwijzing-stuk', { line: link.line, field: link.field }, { value: link.id, detail: link.label }));
    for (const link of read.textLinks)
      // A picture from the folder with attachments is no write-up.
      if (link.kind === 'wikilink' && !/\.bijlagen\//i.test(link.target) && !this.resolve(link.target, read.summary.path))
        out.push(problem('koppeling-stuk', { line: link.line }, { value: link.target }));
    return out;
  }

  /**
   * The write-up a file is a conflict copy of: by its name and the same id together, or, where neither has an id, by a name that can mean nothing
   * else. The name alone never makes a copy.
   */
  originalOf({ read }: Shelved): Shelved | undefined {
    const path = this.#originalPath(read.summary.path, read.ownId);
    return path === undefined ? undefined : this.#byPath.get(path);
  }

  /** Conflict copies of a write-up. */
  copiesOf(shelved: Shelved): EntryLink[] {
    const { path } = shelved.read.summary;
    const near = shelved.ownId === undefined ? this.#besides(path) : this.#twins(shelved.read);
    return near.flatMap((other) => {
      const held = this.#byPath.get(other);
      return held && this.originalOf(held) === shelved ? this.#asLink(held.id, 'conflictkopie') : [];
    });
  }

  links(shelved: Shelved): EntryLink[] {
    return this.#outgoing(shelved).flatMap(({ to, field }) => this.#asLink(to, field));
  }

  backlinks(shelved: Shelved): EntryLink[] {
    return (this.#pointing().get(shelved.id) ?? []).flatMap(({ from, field }) => this.#asLink(from, field));
  }

  /** The entry a link means: by id, then by path from the file it stands in, then by title or file name. */
  resolve(target: string, from: string): Shelved | undefined {
    const direct = this.find(target) ?? this.find(/^[^#]+(?=#)/.exec(target)?.[0] ?? '');
    if (direct) return direct;
    const path = resolvePath(from, target);
    const near = path === undefined ? undefined : (this.#byPath.get(path) ?? this.#byPath.get(`${path}.md`));
    if (near) return near;
    const known = this.#names().get(linkKey(target));
    return known === undefined ? undefined : this.#byPath.get(known);
  }

  /** Where the links in the text of a file lead, as written. */
  targets(shelved: Shelved): Record<string, { id: string; title: string }> {
    const out: Record<string, { id: string; title: string }> = {};
    const seen: TextLink[] = shelved.read.textLinks;
    for (const link of seen) {
      const to = this.resolve(link.target, shelved.read.summary.path);
      if (to && link.target !== '__proto__') out[link.target] = { id: to.id, title: to.read.summary.title };
    }
    return out;
  }

  /** Other files with the same own id. */
  #twins(read: ReadEntry): string[] {
    return read.ownId === undefined ? [] : this.#owners.of(read.ownId).filter((path) => path !== read.summary.path);
  }

  /** Other files in the same folder whose name begins the same. */
  #besides(path: string): string[] {
    const start = path.replace(/\.[^./]*$/, '');
    return this.paths().filter((other) => other !== path && other.startsWith(start) && !other.slice(start.length).includes('/'));
  }

  #isCopy(path: string): boolean {
    return this.#originalPath(path, this.#byPath.get(path)?.ownId) !== undefined;
  }

  #originalPath(path: string, ownId: string | undefined): string | undefined {
    if (ownId !== undefined && this.#owners.of(ownId).length < 2) return undefined;
    return conflictNames(path).find(({ original, sure }) => {
      const held = this.#byPath.get(original);
      return held !== undefined && held.ownId === ownId && (ownId !== undefined || sure);
    })?.original;
  }

  #take(path: string): Shelved | undefined {
    const held = this.#byPath.get(path);
    if (!held) return undefined;
    this.#byPath.delete(path);
    const own = held.ownId;
    if (own !== undefined) this.#owners.remove(own, path);
    return held;
  }

  /** Gives ids again to every file that shares an own id with the one that changed. */
  #settle(path: string, before: Shelved | undefined): { came: string[]; gone: string[] } {
    this.#byKey = undefined;
    this.#backlinks = undefined;
    this.#ordered = undefined;
    const ownNow = this.#byPath.get(path)?.ownId;
    const touched = new Set([path, ...this.#owners.of(before?.ownId), ...this.#owners.of(ownNow)]);
    // By path, not by going through every id: that would make the first look at a large folder slower with every file.
    const gone = [before?.id, ...[...touched].map((p) => this.#byPath.get(p)?.id)].filter((id) => id !== undefined).filter((id) => id !== '');
    for (const id of gone) this.#byId.delete(id);
    const came: string[] = [];
    for (const p of touched) {
      const held = this.#byPath.get(p);
      if (!held) continue;
      const own = held.ownId;
      const first = own === undefined ? undefined : this.#firstOwner(own);
      held.id = own !== undefined && first === p && !this.#byId.has(own) ? own : this.#freeId(idFromPath(p));
      this.#byId.set(held.id, p);
      came.push(held.id);
    }
    return { came, gone: gone.filter((id) => !came.includes(id)) };
  }

  #freeId(id: string): string {
    let free = id;
    for (let n = 2; this.#byId.has(free); n++) free = `${id}-${n}`;
    return free;
  }

  /** The file that keeps an id that several have: never a conflict copy while the original is there. */
  #firstOwner(own: string): string | undefined {
    const paths = this.#owners.of(own).toSorted();
    return paths.find((path) => !this.#isCopy(path)) ?? paths[0];
  }

  #outgoing(shelved: Shelved): { to: string; field: string }[] {
    const out = new Map<string, { to: string; field: string }>();
    const { path } = shelved.read.summary;
    for (const link of shelved.read.fieldLinks) {
      const to = this.resolve(link.id, path);
      if (to) out.set(`${link.field} ${to.id}`, { to: to.id, field: link.field });
    }
    for (const link of shelved.read.textLinks) {
      if (link.kind === 'bijlage') continue;
      const to = this.resolve(link.target, path);
      if (to && to.id !== shelved.id) out.set(`tekst ${to.id}`, { to: to.id, field: 'tekst' });
    }
    return [...out.values()];
  }

  #asLink(id: string, field: string): EntryLink[] {
    const held = this.find(id);
    return held ? [{ id, title: held.read.summary.title, kind: held.read.summary.kind, field }] : [];
  }

  /** Paths by what a link may call them. Apart from the backlinks, which are much more work: a look asks for this after every file. */
  #names(): Map<string, string> {
    if (this.#byKey) return this.#byKey;
    const byKey = (this.#byKey = new Map<string, string>());
    // Later keys never displace earlier ones, so a title wins over a file name of another entry.
    const put = (key: string, path: string): void => void (byKey.has(key) || byKey.set(key, path));
    const files = this.all().map(({ read }) => ({ path: read.summary.path, keys: keysOf(read) }));
    for (const { path, keys } of files) put(keys.title, path);
    for (const { path, keys } of files) put(keys.path, path);
    for (const { path, keys } of files) put(keys.file, path);
    return byKey;
  }

  #pointing(): Map<string, { from: string; field: string }[]> {
    if (this.#backlinks) return this.#backlinks;
    const backlinks = (this.#backlinks = new Map<string, { from: string; field: string }[]>());
    for (const held of this.all())
      for (const { to, field } of this.#outgoing(held)) {
        const there = backlinks.get(to);
        if (there) there.push({ from: held.id, field });
        else backlinks.set(to, [{ from: held.id, field }]);
      }
    return backlinks;
  }
}

/** The write-up as its versions know it. */
export const ownerOf = ({ id, read: { summary } }: Pick<Shelved, 'id' | 'read'>): { id: string; path: string; title: string } => ({
  id,
  path: summary.path,
  title: summary.title,
});
