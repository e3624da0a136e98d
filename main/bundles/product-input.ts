import type { RenderedText } from '../../domain/api/contract.ts';
import { factsOf } from '../../domain/bundle/entry-facts.ts';
import type { HouseStyle } from '../../domain/bundle/house-style.ts';
import type { Worksheet } from '../../domain/bundle/products.ts';
import { programmeOf } from '../../domain/bundle/programme.ts';
import { staysInside } from '../../domain/bundle/sharing.ts';
import { blocksOf, type Block, type Span } from '../../domain/bundle/text-blocks.ts';
import { verdictOn } from '../../domain/cards/judgement.ts';
import type { Json, Sharing } from '../../domain/entries/entry.ts';
import { judgedItems } from '../../domain/entries/vocabulary.ts';
import { kindOf, stagesOf } from '../../domain/entries/vocabulary-views.ts';
import { readAttachment } from '../library/attachments.ts';
import { readText } from '../library/file-reading.ts';
import type { OpenLibrary } from '../library/open-library.ts';
import { renderInput } from '../library/render-input.ts';
import type { Shelved } from '../library/shelf.ts';
import { localDate } from '../library/stage-record.ts';
import type { TextRenderer } from '../library/text-renderer.ts';
import { alongFor } from './bundle-contents.ts';
import { outgoing, type Going } from './outgoing.ts';
import { withoutMetadata } from './picture-data.ts';
import { pictureSize } from './picture-size.ts';
import type { Picture, ProductEntry, ProductInput, ProductPart } from './products/product.ts';

export interface ProductOrder {
  title: string;
  subtitle?: string | undefined;
  audience: Sharing;
  style: HouseStyle;
  logo?: Picture | undefined;
  worksheet: Worksheet;
  chapters: readonly { title: string; entries: readonly Shelved[] }[];
  session?: Shelved | undefined;
  made: Date;
  /** `JJJJ-MM-DD` by which consent is judged; the day of making when absent. */
  today?: string;
}

/** Reads the chosen write-ups once, for all products. `step` is called before each with its title and may throw to stop. */
export async function readProductInput(
  library: OpenLibrary,
  renderer: TextRenderer,
  order: ProductOrder,
  step: (title: string) => Promise<void>,
): Promise<ProductInput> {
  const { title, audience, style, worksheet, made } = order;
  const along = new Set([...order.chapters.flatMap((chapter) => chapter.entries), ...(order.session ? [order.session] : [])].map(({ id }) => id));
  const reading: Reading = { library, renderer, along, audience, today: order.today ?? localDate(made) };
  const chapters: { title: string; entries: ProductEntry[] }[] = [];
  for (const chapter of order.chapters) {
    const entries: ProductEntry[] = [];
    for (const held of chapter.entries) {
      await step(held.read.summary.title);
      entries.push(await readProductEntry(held, reading));
    }
    chapters.push({ title: chapter.title, entries });
  }
  const session = order.session && (await readProductEntry(order.session, reading));
  const texts = [...chapters.flatMap(({ entries }) => entries), ...(session ? [session] : [])];
  return {
    title,
    date: localDate(made),
    made,
    audience,
    style,
    worksheet,
    chapters,
    cards: library.vocabulary.cards,
    pictures: await readPictures(library, texts),
    ...(order.subtitle === undefined ? {} : { subtitle: order.subtitle }),
    ...(order.logo ? { logo: order.logo } : {}),
    ...(session && order.session ? { session, methods: methodsOf(order.session, reading) } : {}),
  };
}

/** What says whether something may be named. */
interface Naming extends Going {
  library: OpenLibrary;
}

interface Reading extends Naming {
  renderer: TextRenderer;
  along: ReadonlySet<string>;
}

async function readProductEntry(held: Shelved, reading: Reading): Promise<ProductEntry> {
  const { library, renderer } = reading;
  const summary = library.shelf.summary(held);
  const { read } = held;
  const { text } = await readText(library.path(summary.path));
  const { body, fields } = outgoing(library, held, text, reading);
  const rendered = await renderer.render(renderInput(library, held, body, alongFor(library, { ids: reading.along, ...reading })));
  const stage = stagesOf(library.vocabulary).find(({ value }) => value === summary.stage);
  const since = read.stages.findLast((step) => step.stage === summary.stage)?.since;
  const { contact } = fields;
  return {
    id: summary.id,
    kind: summary.kind,
    kindName: kindOf(library.vocabulary, summary.kind).name,
    title: summary.title,
    summary: summary.summary,
    facts: factsOf(fields, summary.kind, library.vocabulary),
    parts: partsIn(rendered),
    verdicts: judgedItems(library.vocabulary, summary.kind).flatMap(({ id, item }) => {
      const found = verdictOn(read.judgements, id);
      return found ? [{ item: id, name: item.name, verdict: found.verdict, ...(found.on === undefined ? {} : { on: found.on }) }] : [];
    }),
    sources: sourcesOf(held, reading),
    fields,
    ...(summary.organisation === undefined ? {} : { organisation: summary.organisation }),
    ...(summary.date === undefined ? {} : { date: summary.date }),
    ...(typeof contact === 'string' && contact.trim() !== '' ? { contact: contact.trim() } : {}),
    ...(stage ? { stage: { name: stage.item.name, ...(since === undefined ? {} : { since }) } } : {}),
  };
}

function partsIn(rendered: RenderedText): ProductPart[] {
  if (rendered.plain !== undefined) {
    const pieces = rendered.plain.split(/\n{2,}/).filter((piece) => piece.trim() !== '');
    return [{ heading: '', blocks: pieces.map((text): Block => ({ type: 'paragraph', spans: [{ type: 'text', text: text.trim() }] })) }];
  }
  return rendered.sections.map((section) => ({
    heading: section.heading,
    blocks: blocksOf(section.nodes),
    ...(section.part === undefined ? {} : { id: section.part }),
    ...(section.item === undefined ? {} : { item: section.item }),
  }));
}

/** The titles of the ways of working a programme names, by what it calls them; one that stays in the house has none. */
export function methodsOf(session: Shelved, { library, audience, today }: Naming): Map<string, string> {
  const out = new Map<string, string>();
  for (const { method } of programmeOf(session.read.fields).parts) {
    const held = method === undefined ? undefined : library.shelf.resolve(method, session.read.summary.path);
    if (method === undefined || !held || staysInside(library.shelf.summary(held), held.read.fields, audience, today)) continue;
    out.set(method, held.read.summary.title);
  }
  return out;
}

/** The publications a write-up cites; one that stays in the house is not named either. */
export function sourcesOf({ read }: Shelved, { library, audience, today }: Naming): ProductEntry['sources'] {
  const ids = Array.isArray(read.fields['bronnen']) ? read.fields['bronnen'] : [];
  return ids.flatMap((id) => {
    const held = typeof id === 'string' ? library.shelf.resolve(id, read.summary.path) : undefined;
    if (!held || staysInside(library.shelf.summary(held), held.read.fields, audience, today)) return [];
    const { fields } = held.read;
    const word = (value: Json | undefined): string => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '');
    const makers = Array.isArray(fields['makers']) ? fields['makers'].map(word).filter(Boolean).join(', ') : word(fields['makers']);
    const [year, link] = [word(fields['jaar']), word(fields['link'])];
    return [
      { title: held.read.summary.title, ...(makers ? { makers } : {}), ...(year ? { year } : {}), ...(/^https?:\/\//i.test(link) ? { link } : {}) },
    ];
  });
}

/** Pictures of the texts without what they tell about their maker; those paper cannot show are left to their description. */
async function readPictures(library: OpenLibrary, entries: readonly ProductEntry[]): Promise<Map<string, Picture>> {
  const out = new Map<string, Picture>();
  for (const path of new Set(entries.flatMap(({ parts }) => parts.flatMap(({ blocks }) => picturesIn(blocks))))) {
    const found = await readAttachment(library.root, path);
    const size = found && pictureSize(found.bytes);
    if (found && size) out.set(path, { bytes: withoutMetadata(found.bytes), ...size });
  }
  return out;
}

/** Paths of the pictures in blocks, in the order of the text. */
export function picturesIn(blocks: readonly Block[]): string[] {
  const inSpans = (spans: readonly Span[]): string[] =>
    spans.flatMap((span) => (span.type === 'picture' ? [span.path] : span.type === 'note' ? picturesIn(span.blocks) : []));
  return blocks.flatMap((block) => {
    switch (block.type) {
      case 'picture':
        return [block.path];
      case 'heading':
      case 'paragraph':
        return inSpans(block.spans);
      case 'list':
        return block.items.flatMap((item) => picturesIn(item.blocks));
      case 'quote':
        return picturesIn(block.blocks);
      case 'table':
        return [block.header, ...block.rows].flatMap((row) => row.flatMap(inSpans));
      default:
        return [];
    }
  });
}
