import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { BundleReport, CallContext, Parsed, Service } from '../../domain/api/contract.ts';
import { Failure } from '../../domain/api/failures.ts';
import { manifestVersion, type Manifest } from '../../domain/bundle/manifest.ts';
import type { ReaderData, ReaderEntry } from '../../domain/bundle/reader-data.ts';
import { bodyOf } from '../../domain/entries/file-text.ts';
import type { Vocabulary } from '../../domain/entries/vocabulary.ts';
import { toSearchDocument } from '../../domain/search/document.ts';
import { readAttachment } from '../library/attachments.ts';
import { localDate } from '../library/stage-record.ts';
import { readText } from '../library/file-reading.ts';
import type { OpenLibrary } from '../library/open-library.ts';
import { renderInput } from '../library/render-input.ts';
import type { Session } from '../library/session.ts';
import type { Shelved } from '../library/shelf.ts';
import type { TextRenderer } from '../library/text-renderer.ts';
import { attachmentsOf, readAttachmentFile, selectEntries } from './bundle-contents.ts';
import { inlinePictures, readerPage } from './reader-page.ts';
import { writeZip, type ZipEntry } from './zip-file.ts';

export interface BundlesOptions {
  session: Session;
  renderer: TextRenderer;
  /** Folder with the built reader. */
  reader: string;
  clock: () => Date;
  appVersion: string;
}

/** Choosing what goes along and making the bundle. */
export function createBundlesService(options: BundlesOptions): Omit<Service<'bundles'>, 'bundles.gate'> {
  const { session, clock } = options;
  return {
    'bundles.check': async ({ ids, audience }) => {
      const library = session.library();
      const { ready, leftOut } = selectEntries(library, ids, audience, localDate(clock()));
      return { ready: ready.map((held) => library.shelf.summary(held)), leftOut, warnings: ready.flatMap((held) => warningsFor(library, held)) };
    },
    'bundles.export': async (order, context) => makeBundle(options, session.library(), order, context),
  };
}

function warningsFor(library: OpenLibrary, held: Shelved): string[] {
  const { title, parts } = library.shelf.summary(held);
  const gone = parts.filter((part) => part.state === 'ontbreekt').map((part) => part.heading);
  return gone.length > 0 && gone.length < parts.length ? [`${title}: ${gone.join(' en ')} ontbreekt in de tekst.`] : [];
}

interface Made {
  entry: ReaderEntry;
  files: { path: string; bytes: Uint8Array | undefined; from: string }[];
}

async function makeBundle(
  options: BundlesOptions,
  library: OpenLibrary,
  order: Parsed<'bundles.export'>,
  context: CallContext<'bundles.export'>,
): Promise<BundleReport> {
  const now = options.clock();
  const out = resolve(order.out);
  const { ready, leftOut } = selectEntries(library, order.ids, order.audience, localDate(now));
  if (ready.length === 0) throw new Failure('export.nothing');
  const total = ready.length * 2 + 2;
  const step = async (done: number, label: string): Promise<void> => {
    await turn();
    if (context.signal.aborted) throw new Failure('cancelled');
    context.report({ done, total, label });
  };
  const made: Made[] = [];
  for (const held of ready) {
    await step(made.length, held.read.summary.title);
    made.push(await gather(options, library, held, new Set(ready.map((other) => other.id))));
  }
  await step(ready.length, 'Leesversie');
  const cards = usedCards(library.vocabulary, made);
  const page = Buffer.from(await readerPage(readerData(library, order, made, cards, now), options.reader), 'utf8');
  const hashes: Record<string, string> = {};
  const hashed = (path: string, read: () => Promise<Uint8Array>): ZipEntry => ({
    path,
    read: async () => {
      const bytes = await read();
      hashes[path] = createHash('sha256').update(bytes).digest('hex');
      return bytes;
    },
  });
  const files = new Map(made.flatMap(({ files: own }) => own).map((file) => [file.path, file]));
  const entries: ZipEntry[] = [
    hashed('index.html', async () => page),
    ...[...files.values()].map((file) => hashed(file.path, async () => file.bytes ?? readAttachmentFile(library, file.from))),
    { path: 'manifest.json', read: async () => Buffer.from(JSON.stringify(manifestOf(options, order, made, cards, hashes, now), null, 2)) },
  ];
  const bytes = await writeZip(out, entries, {
    made: now,
    replace: order.replace ?? false,
    added: async (index) =>
      step(ready.length + Math.min(ready.length + 1, Math.round((index / entries.length) * ready.length) + 1), entries[index]?.path ?? ''),
  });
  return { path: out, bytes, entries: made.length, files: entries.length, leftOut, warnings: ready.flatMap((held) => warningsFor(library, held)) };
}

/** What the reader is given. Guidance beside a section is for who writes; it stays in the house. */
function readerData(library: OpenLibrary, order: Parsed<'bundles.export'>, made: readonly Made[], cards: readonly string[], now: Date): ReaderData {
  const { vocabulary } = library;
  return {
    title: order.title,
    made: now.toISOString(),
    audience: order.audience,
    cards: vocabulary.cards.filter((card) => cards.includes(card.id)),
    kinds: vocabulary.kinds.map((kind) => ({ ...kind, sections: kind.sections.map((section) => ({ ...section, prompt: section.heading })) })),
    fields: vocabulary.fields,
    synonyms: library.synonyms,
    entries: made.map(({ entry }) => entry),
  };
}

async function gather(options: BundlesOptions, library: OpenLibrary, held: Shelved, along: ReadonlySet<string>): Promise<Made> {
  const summary = library.shelf.summary(held);
  const content = await readText(library.path(summary.path));
  if (content.revision === '') throw new Failure('entry.missing', { id: summary.title });
  const body = bodyOf(content.text);
  const rendered = await options.renderer.render(renderInput(library, held, body, along));
  const attachments = await attachmentsOf(library, summary.path, content.text);
  const file = `stukken/${summary.path}`;
  return {
    entry: {
      summary: { ...summary, problems: 0 },
      text: await inlinePictures(rendered, (path) => readAttachment(library.root, path)),
      search: toSearchDocument({ summary, fields: held.read.fields, body, vocabulary: library.vocabulary }),
      stages: held.read.stages,
      links: library.shelf.links(held).filter((link) => along.has(link.id)),
      backlinks: library.shelf.backlinks(held).filter((link) => along.has(link.id)),
      file,
    },
    files: [
      { path: file, bytes: await readAttachmentFile(library, summary.path), from: summary.path },
      ...attachments.map((one) => ({ path: `stukken/${one.path}`, bytes: undefined, from: one.path })),
    ],
  };
}

function usedCards(v: Vocabulary, made: readonly Made[]): string[] {
  const used = new Set<string>();
  for (const { entry } of made) {
    for (const item of Object.keys(entry.summary.verdicts)) used.add(item.split('.')[0] ?? '');
    if (entry.summary.stage !== undefined || entry.stages.length > 0) for (const card of v.cards) if (card.field === 'fase') used.add(card.id);
    for (const part of entry.summary.parts) if (part.item !== undefined) used.add(part.item.split('.')[0] ?? '');
  }
  return v.cards.map((card) => card.id).filter((id) => used.has(id));
}

function manifestOf(
  options: BundlesOptions,
  order: Parsed<'bundles.export'>,
  made: readonly Made[],
  cards: string[],
  files: Record<string, string>,
  now: Date,
): Manifest {
  return {
    schema: 'oogst-bundel',
    version: manifestVersion,
    title: order.title,
    made: now.toISOString(),
    app: options.appVersion,
    audience: order.audience,
    entries: made.map(({ entry, files: own }) => ({
      id: entry.summary.id,
      kind: entry.summary.kind,
      title: entry.summary.title,
      path: entry.file,
      attachments: own.map((file) => file.path).filter((path) => path !== entry.file),
    })),
    cards,
    files: Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
