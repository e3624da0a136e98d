import { nameless } from '../../domain/bundle/nameless.ts';
import { headingTable } from '../../domain/entries/sections.ts';
import type { OpenLibrary } from './open-library.ts';
import type { Shelved } from './shelf.ts';
import type { RenderInput } from './text-renderer.ts';

/** The write-ups a text goes along with. */
export interface Along {
  ids: ReadonlySet<string>;
  /** What a write-up that does not go along is called; undefined when even its name stays in the house. */
  nameOf(id: string): string | undefined;
}

/** What the renderer needs for the text of one entry; `along` leaves only links to those entries. */
export function renderInput(library: OpenLibrary, held: Shelved, body: string, along?: Along): RenderInput {
  const { path, kind } = held.read.summary;
  const headings: RenderInput['headings'] = {};
  for (const [key, section] of headingTable(library.vocabulary.kinds.find((k) => k.id === kind)))
    headings[key] = { part: section.id, ...(section.item === undefined ? {} : { item: section.item }) };
  const all = Object.entries(library.shelf.targets(held));
  const targets = all.filter(([, to]) => along === undefined || along.ids.has(to.id));
  const labels = along ? all.filter(([, to]) => !along.ids.has(to.id)).map(([target, to]) => [target, along.nameOf(to.id) ?? nameless]) : [];
  return {
    path,
    body,
    headings,
    targets: Object.fromEntries(targets),
    ...(labels.length > 0 ? { labels: Object.fromEntries(labels) as Record<string, string> } : {}),
  };
}
