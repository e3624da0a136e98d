import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { BundleReport, CallContext } from '../../domain/api/contract.ts';
import { Failure } from '../../domain/api/failures.ts';
import { nameListOf } from '../../domain/bundle/class-list.ts';
import { weighFindings, type Finding } from '../../domain/bundle/gate-finding.ts';
import { needsSession, productFolder, productIds, type ProductId } from '../../domain/bundle/products.ts';
import { readText } from '../library/file-reading.ts';
import type { OpenLibrary } from '../library/open-library.ts';
import type { Shelved } from '../library/shelf.ts';
import { localDate } from '../library/stage-record.ts';
import { aboutSession, sessionOf } from './bundle-session.ts';
import { refuseInside } from './bundle-place.ts';
import type { Chosen, MakingOptions, Order, Packed } from './chosen.ts';
import { foundIn, selectEntries } from './bundle-contents.ts';
import { gateFindings } from './gate-service.ts';
import { houseStyle } from './house-styles.ts';
import { MakingSteps, type Stretch } from './making-steps.ts';
import { noteExport } from './noting-export.ts';
import { manifestOf } from './manifest-of.ts';
import { outgoing } from './outgoing.ts';
import { readProductInput } from './product-input.ts';
import type { ProductFile } from './products/product.ts';
import { readerEntry, usedCards } from './reader-contents.ts';
import { pageOf } from './reader-product.ts';
import { sourceFiles, sourceProduct } from './source-files.ts';
import { writeZip, type ZipEntry } from './zip-file.ts';

/** Makes the whole bundle under a temporary name; calling off or a fault leaves nothing under the final one. Fails with `export.*`, `bundle.*`. */
export async function makeBundle(
  options: MakingOptions,
  library: OpenLibrary,
  order: Order,
  context: CallContext<'bundles.export'>,
): Promise<BundleReport> {
  await refuseInside(library, resolve(order.out));
  const made = order.date === undefined ? options.clock() : new Date(`${order.date}T12:00:00Z`);
  const wanted = productIds.filter((id) => order.products?.includes(id));
  const [gate, reading, setting, zipping] = [{ share: 100 }, { share: 100 }, { share: 50 }, { share: 100 }];
  const making = wanted.map((id): Stretch & { id: ProductId } => ({ id, share: 150 }));
  const steps = new MakingSteps([gate, reading, setting, ...making, zipping], context);
  const chosen = await choose(library, order, { made, now: options.clock() }, (done, total, label) => steps.at(gate, done, total, label));
  steps.over(gate);
  const packed = await packAll(options, library, chosen, (done, total, label) => steps.at(reading, done, total, label));
  steps.over(reading);
  const page = await pageOf(options, library, chosen, packed);
  const products = new Map<ProductId, ProductFile[]>();
  let set = 0;
  const input = await readProductInput(library, options.renderer, productOrder(chosen), (title) =>
    steps.at(setting, set++, packed.length + 1, title),
  );
  steps.over(setting);
  for (const stretch of making) {
    const { id } = stretch;
    const step = (done: number, total: number, label: string): Promise<void> => steps.at(stretch, done, total, label);
    if (id === 'reader')
      products.set(id, [{ name: 'index.html', bytes: Buffer.from(await pageOf(options, library, chosen, packed, '../../'), 'utf8') }]);
    else if (id === 'bron')
      products.set(id, await sourceProduct(library, packed, manifestOf(options, chosen, packed, { cards: input.cards.map((card) => card.id) })));
    else products.set(id, (await options.products[id]?.(input, { signal: context.signal, step })) ?? []);
    steps.over(stretch);
  }
  const report = await zipAll(options, library, chosen, { packed, page, products }, (done, total, label) => steps.at(zipping, done, total, label));
  const logged = await noteExport(library, chosen, packed, report);
  options.emit?.('bundles.changed', {});
  return logged === undefined ? report : { ...report, warnings: [...report.warnings, logged] };
}

type Step = (done: number, total: number, label: string) => Promise<void>;

/** Says of the first few why they stay. */
const nothingLeft = (leftOut: readonly { title: string; message: string }[]): Failure =>
  new Failure('export.nothing', {
    reasons: leftOut
      .slice(0, 3)
      .map(({ title, message }) => `${title}: ${message}`)
      .join(' '),
  });

/** Who may go along, after the rules on sharing and after the gate. */
async function choose(library: OpenLibrary, order: Order, { made, now }: { made: Date; now: Date }, step: Step): Promise<Chosen> {
  // A day in the past must not bring consent back that has run out since.
  const today = localDate(made > now ? made : now);
  const asked = foundIn(library, order).map(({ title, items }) => ({ title, ids: items.flat() }));
  if (asked.every(({ ids }) => ids.length === 0)) throw new Failure('export.not-found');
  const { ready, leftOut } = selectEntries(
    library,
    asked.flatMap(({ ids }) => ids),
    order.audience,
    today,
  );
  const { session, stays } = sessionOf(library, { ...order, asked: asked.flatMap(({ ids }) => ids), today });
  if (stays && !leftOut.some(({ id }) => id === stays.id)) leftOut.push(stays);
  if (!session && order.session !== undefined && order.products?.some((id) => needsSession.has(id))) throw new Failure('bundle.no-session');
  const question = { audience: order.audience, today, names: order.names ? nameListOf(order.names) : undefined };
  // The programme tells what the session says, also of one that is not among the chosen.
  const checked = [...new Set([...ready, ...(session ? [session] : [])].map(({ id }) => id))];
  const found = await gateFindings(library, checked, question, step);
  const { accepted, blocking } = weighFindings(found, order.accepted ?? {});
  const stopped = new Map(blocking.map((finding) => [finding.entry, finding]));
  if (stopped.size > 0 && order.blocked === 'refuse') throw new Failure('bundle.blocked', { count: stopped.size });
  const going = new Map(ready.filter(({ id }) => !stopped.has(id)).map((held) => [held.id, held]));
  for (const held of new Set([...ready, ...(session ? [session] : [])])) {
    const finding = stopped.get(held.id);
    if (finding) leftOut.push({ id: held.id, title: held.read.summary.title, reason: 'poort', message: stoppedBy(finding) });
  }
  if (going.size === 0) throw nothingLeft(leftOut);
  const taken = new Set<string>();
  const chapters = asked.map(({ title, ids }) => ({
    title,
    entries: ids.flatMap((id) => {
      const held = taken.has(id) ? undefined : going.get(id);
      taken.add(id);
      return held ? [held] : [];
    }),
  }));
  return {
    order,
    made,
    today,
    chapters: chapters.filter(({ entries }) => entries.length > 0),
    session: session && stopped.has(session.id) ? undefined : session,
    look: await houseStyle(library, order.style),
    leftOut,
    accepted: accepted.filter(({ entry }) => going.has(entry) || entry === session?.id),
  };
}

const stoppedBy = ({ message, place }: Finding): string => `blijft bij de poort: ${message.replace(/\.$/, '')}${place === '' ? '' : ` (${place})`}`;

async function packAll(options: MakingOptions, library: OpenLibrary, chosen: Chosen, step: Step): Promise<Packed[]> {
  const going = chosen.chapters.flatMap(({ entries }) => entries);
  const along = new Set(going.map(({ id }) => id));
  const forWhom = { audience: chosen.order.audience, today: chosen.today };
  const packed: Packed[] = [];
  for (const held of going) {
    const { title, path } = held.read.summary;
    await step(packed.length, going.length, title);
    const content = await readText(library.path(path));
    if (content.revision === '') throw new Failure('entry.missing', { id: title });
    const out = outgoing(library, held, content.text, forWhom);
    packed.push({
      held,
      reader: await readerEntry(library, options.renderer, held, out, { along, ...forWhom }),
      files: await sourceFiles(library, held, content.text, { copy: out.copy(), inside: forWhom.audience === 'intern' }),
    });
  }
  return packed;
}

function productOrder({ order, made, today, chapters, session, look }: Chosen): Parameters<typeof readProductInput>[2] {
  const { title, subtitle, audience, worksheet } = order;
  return {
    title,
    subtitle,
    audience,
    worksheet: worksheet ?? 'vijf',
    chapters,
    session,
    made,
    today,
    logo: undefined,
    ...look,
  };
}

interface Contents {
  packed: readonly Packed[];
  page: string;
  products: ReadonlyMap<ProductId, ProductFile[]>;
}

async function zipAll(options: MakingOptions, library: OpenLibrary, chosen: Chosen, contents: Contents, step: Step): Promise<BundleReport> {
  const { packed, page, products } = contents;
  const hashes: Record<string, string> = {};
  const hashed = (path: string, read: () => Promise<Uint8Array>): ZipEntry => ({
    path,
    read: async () => {
      const bytes = await read();
      hashes[path] = createHash('sha256').update(bytes).digest('hex');
      return bytes;
    },
  });
  const sources = new Map(packed.flatMap(({ files }) => files).map((file) => [file.path, file]));
  const made = [...products].map(([id, files]) => ({ id, files: files.map(({ name, bytes }) => ({ path: productFolder(id) + name, bytes })) }));
  const cards = usedCards(
    library,
    packed.map(({ reader }) => reader),
  );
  const list = made.map(({ id, files }) => ({ id, files: files.map(({ path }) => path) }));
  const manifest = (): string => JSON.stringify(manifestOf(options, chosen, packed, { cards, files: hashes, products: list }), null, 2);
  const entries: ZipEntry[] = [
    hashed('index.html', async () => Buffer.from(page, 'utf8')),
    ...[...sources.values()].map(({ path, read }) => hashed(path, read)),
    ...made.flatMap(({ files }) => files.map(({ path, bytes }) => hashed(path, async () => bytes))),
    { path: 'manifest.json', read: async () => Buffer.from(manifest()) },
  ];
  const out = resolve(chosen.order.out);
  const bytes = await writeZip(out, entries, {
    made: chosen.made,
    replace: chosen.order.replace ?? false,
    added: (index) => step(index, entries.length, entries[index]?.path ?? ''),
  });
  return {
    path: out,
    bytes,
    entries: packed.length,
    files: entries.length,
    leftOut: chosen.leftOut,
    warnings: [...aboutSession(library, chosen), ...packed.flatMap(({ held }) => warningsFor(library, held))],
    products: made.map(({ id, files }) => ({ id, files: files.length })),
  };
}

const listing = new Intl.ListFormat('nl', { style: 'long', type: 'conjunction' });

/** What is thin about a write-up that goes along. */
export function warningsFor(library: OpenLibrary, held: Shelved): string[] {
  const { title, parts } = library.shelf.summary(held);
  const gone = parts.filter((part) => part.state === 'ontbreekt').map((part) => part.heading);
  return gone.length > 0 && gone.length < parts.length
    ? [`${title}: ${listing.format(gone)} ${gone.length === 1 ? 'ontbreekt' : 'ontbreken'} in de tekst.`]
    : [];
}
