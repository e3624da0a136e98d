import { headingTable } from '../../domain/entries/sections.ts';
import type { OpenLibrary } from './open-library.ts';
import type { Shelved } from './shelf.ts';
import type { RenderInput } from './text-renderer.ts';

/** What the renderer needs for the text of one entry; `along` leaves only links to those entries. */
export function renderInput(library: OpenLibrary, held: Shelved, body: string, along?: ReadonlySet<string>): RenderInput {
  const { path, kind } = held.read.summary;
  const headings: RenderInput['headings'] = {};
  for (const [key, section] of headingTable(library.vocabulary.kinds.find((k) => k.id === kind)))
    headings[key] = { part: section.id, ...(section.item === undefined ? {} : { item: section.item }) };
  const targets = Object.entries(library.shelf.targets(held)).filter(([, to]) => along === undefined || along.has(to.id));
  return { path, body, headings, targets: Object.fromEntries(targets) };
}
