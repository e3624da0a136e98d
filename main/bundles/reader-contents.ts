import type { RenderedSection } from '../../domain/api/contract.ts';
import { blocksOf, type Block } from '../../domain/bundle/text-blocks.ts';
import { proposedElements } from '../../domain/bundle/worksheet-questions.ts';
import { factsOf } from '../../domain/bundle/entry-facts.ts';
import type { ReaderData, ReaderEntry, ReaderProgramme } from '../../domain/bundle/reader-data.ts';
import { sessionPlan, type PlannedSession } from '../../domain/bundle/session-plan.ts';
import type { StageStep } from '../../domain/entries/entry.ts';
import { toSearchDocument } from '../../domain/search/document.ts';
import { readAttachment } from '../library/attachments.ts';
import type { OpenLibrary } from '../library/open-library.ts';
import { renderInput } from '../library/render-input.ts';
import type { Shelved } from '../library/shelf.ts';
import type { TextRenderer } from '../library/text-renderer.ts';
import { withoutMetadata } from './picture-data.ts';
import { methodsOf, sourcesOf } from './product-input.ts';
import { alongFor } from './bundle-contents.ts';
import type { Going, Outgoing } from './outgoing.ts';
import { inlinePictures } from './reader-page.ts';

/** One write-up for the offline reader. */
export async function readerEntry(
  library: OpenLibrary,
  renderer: TextRenderer,
  held: Shelved,
  { body, fields }: Pick<Outgoing, 'body' | 'fields'>,
  { along, ...going }: Going & { along: ReadonlySet<string> },
): Promise<ReaderEntry> {
  const summary = library.shelf.summary(held);
  // What the page does not show is not searched in either.
  const rendered = await renderer.render(renderInput(library, held, body, alongFor(library, { ids: along, ...going })));
  const parts = rendered.sections.map(partOf);
  return {
    // When the file was last touched tells about this computer, and differs in every copy.
    summary: { ...summary, problems: 0, changed: 0 },
    text: await inlinePictures(rendered, async (path) => {
      const found = await readAttachment(library.root, path);
      return found && { ...found, bytes: withoutMetadata(found.bytes) };
    }),
    search: toSearchDocument({ summary: { ...summary, changed: 0 }, fields: searched(fields, held), body, vocabulary: library.vocabulary }),
    stages: going.audience === 'intern' ? held.read.stages : held.read.stages.map(withoutRemark),
    elements: proposedElements({ fields, parts }),
    facts: factsOf(fields, summary.kind, library.vocabulary),
    sources: sourcesOf(held, { library, ...going }),
    ...(typeof fields['contact'] === 'string' && fields['contact'].trim() !== '' ? { contact: fields['contact'].trim() } : {}),
    ...(summary.kind === 'sessie' ? { programme: programmeIn(held, { fields, parts }, { library, along, ...going }) } : {}),
    links: library.shelf.links(held).filter((link) => along.has(link.id)),
    backlinks: library.shelf.backlinks(held).filter((link) => along.has(link.id)),
    file: `stukken/${summary.path}`,
  };
}

/** The programme of a session; a way of working that comes along can be opened. */
function programmeIn(
  held: Shelved,
  session: PlannedSession,
  { library, along, ...going }: Going & { library: OpenLibrary; along: ReadonlySet<string> },
): ReaderProgramme {
  const methods = methodsOf(held, { library, ...going });
  const { parts, total } = sessionPlan(session);
  const rows = parts.map(({ name, time, minutes, materials, method }) => {
    const title = method === undefined ? undefined : methods.get(method);
    const id = method === undefined ? undefined : library.shelf.resolve(method, held.read.summary.path)?.id;
    return {
      name,
      materials,
      ...(time === undefined ? {} : { time }),
      ...(minutes === undefined ? {} : { minutes }),
      ...(title === undefined ? {} : { method: { title, ...(id !== undefined && along.has(id) ? { id } : {}) } }),
    };
  });
  return { rows, total };
}

const partOf = ({ part, item, heading, nodes }: RenderedSection): { id?: string; item?: string; heading: string; blocks: Block[] } => ({
  heading,
  blocks: blocksOf(nodes),
  ...(part === undefined ? {} : { id: part }),
  ...(item === undefined ? {} : { item }),
});

/** Remarks at a stage are for the house. */
const withoutRemark = ({ stage, methods, since }: StageStep): StageStep => ({ stage, methods, ...(since === undefined ? {} : { since }) });

/** What may be searched: no keys that Oogst does not know, as nobody sees them. */
function searched(fields: Shelved['read']['fields'], { read }: Shelved): Shelved['read']['fields'] {
  const own = new Set([...read.unknown, 'oordelen']);
  return Object.fromEntries(Object.entries(fields).filter(([key]) => !own.has(key)));
}

/** What the reader is given. Guidance beside a section is for who writes; it stays in the house. */
export function readerData(
  library: OpenLibrary,
  about: Pick<ReaderData, 'title' | 'audience' | 'bundle' | 'session' | 'worksheet' | 'house'> & { made: Date; cards: readonly string[] },
  entries: ReaderEntry[],
): ReaderData {
  const { vocabulary } = library;
  return {
    title: about.title,
    made: about.made.toISOString(),
    audience: about.audience,
    ...(about.bundle === undefined ? {} : { bundle: about.bundle }),
    ...(about.session === undefined ? {} : { session: about.session }),
    ...(about.worksheet === undefined ? {} : { worksheet: about.worksheet }),
    ...(about.house === undefined ? {} : { house: about.house }),
    cards: vocabulary.cards.filter((card) => about.cards.includes(card.id)),
    // What is asked of a writer is for the house only.
    kinds: vocabulary.kinds.map((kind) => ({
      ...kind,
      sections: kind.sections.map((section) => ({ ...section, prompt: section.heading, questions: [] })),
    })),
    fields: vocabulary.fields,
    synonyms: library.synonyms,
    entries,
  };
}

/** Ids of the cards the write-ups are judged or tagged with, in the order of the vocabulary. */
export function usedCards(library: OpenLibrary, entries: readonly ReaderEntry[]): string[] {
  const { cards } = library.vocabulary;
  const used = new Set<string>();
  for (const { summary, stages } of entries) {
    for (const item of Object.keys(summary.verdicts)) used.add(item.split('.')[0] ?? '');
    if (summary.stage !== undefined || stages.length > 0) for (const card of cards) if (card.field === 'fase') used.add(card.id);
    for (const part of summary.parts) if (part.item !== undefined) used.add(part.item.split('.')[0] ?? '');
  }
  return cards.map((card) => card.id).filter((id) => used.has(id));
}
