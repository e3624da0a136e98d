import { setImmediate as turn } from 'node:timers/promises';
import type { BundlePreview, CallContext, Parsed, Service } from '../../domain/api/contract.ts';
import { Failure } from '../../domain/api/failures.ts';
import { practiceSlides, type Slide } from '../../domain/bundle/slide-content.ts';
import type { OpenLibrary } from '../library/open-library.ts';
import type { Session } from '../library/session.ts';
import type { Shelved } from '../library/shelf.ts';
import { localDate } from '../library/stage-record.ts';
import type { TextRenderer } from '../library/text-renderer.ts';
import { accentOnDark, readableAccent } from '../../domain/bundle/house-style.ts';
import { readText } from '../library/file-reading.ts';
import { copyOf, outgoing, type Going } from './outgoing.ts';
import { readerEntry } from './reader-contents.ts';
import { houseOf } from './reader-product.ts';
import { sourceFiles } from './source-files.ts';
import { foundIn, selectEntries } from './bundle-contents.ts';
import { sessionOf } from './bundle-session.ts';
import { houseStyle } from './house-styles.ts';
import { readProductInput } from './product-input.ts';
import { practicesIn } from './products/file-names.ts';
import { overviewTable } from './products/overview-file.ts';
import type { ProductContext, ProductInput, Products } from './products/product.ts';

export interface PreviewOptions {
  session: Session;
  renderer: TextRenderer;
  products: Products;
  clock: () => Date;
}

type Order = Parsed<'bundles.preview'>;

/** A booklet of everything takes too long to look at while choosing; so many write-ups show how it gets. */
const mostShown = 8;

/** What a product will look like, for the draft as it is now. Writes nothing. */
export function createPreviewService(options: PreviewOptions): Pick<Service<'bundles'>, 'bundles.preview'> {
  return {
    'bundles.preview': async (order, context) => preview(options, options.session.library(), order, context),
  };
}

async function preview(options: PreviewOptions, library: OpenLibrary, order: Order, context: CallContext<'bundles.preview'>): Promise<BundlePreview> {
  const made = options.clock();
  const today = localDate(made);
  const asked = foundIn(library, order);
  const { ready } = selectEntries(
    library,
    asked.flatMap(({ items }) => items.flat()),
    order.audience,
    today,
  );
  if (ready.length === 0) throw new Failure('export.nothing');
  const practices = ready.filter(({ read }) => read.summary.kind === 'praktijk');
  const going = { audience: order.audience, today };
  if (order.product === 'reader') return readerPreview(options, library, ready, { order, ...going });
  const single = ['handout', 'werkblad', 'poster', 'dias'].includes(order.product);
  if (single && practices.length === 0) throw new Failure('bundle.no-practice');
  const at = Math.min(order.at ?? 0, Math.max(0, practices.length - 1));
  const shown = single ? practices.slice(at, at + 1) : ready.slice(0, order.product === 'boekje' ? mostShown : undefined);
  const taken = new Set(shown.map(({ id }) => id));
  const { session } = sessionOf(library, { ...order, asked: ready.map(({ id }) => id), today });
  if (order.product === 'programma' && !session) throw new Failure('bundle.no-session');
  const step = async (): Promise<void> => {
    await turn();
    if (context.signal.aborted) throw new Failure('cancelled');
  };
  if (order.product === 'bron') return { form: 'tabel', of: 1, rows: await sourceRows(library, ready, going, step) };
  const input = await readProductInput(
    library,
    options.renderer,
    {
      title: order.title,
      subtitle: order.subtitle,
      audience: order.audience,
      worksheet: order.worksheet ?? 'vijf',
      chapters: chaptersWith(library, asked, taken),
      session,
      made,
      logo: undefined,
      ...(await houseStyle(library, order.style)),
    },
    step,
  );
  return { ...(await drawn(options, input, order, { signal: context.signal, step })), of: single ? practices.length : 1 };
}

function chaptersWith(library: OpenLibrary, asked: ReturnType<typeof foundIn>, going: Set<string>): { title: string; entries: Shelved[] }[] {
  const taken = new Set<string>();
  const chapters = asked.map(({ title, items }) => ({
    title,
    entries: items.flat().flatMap((id) => {
      const held = going.has(id) && !taken.has(id) ? library.shelf.find(id) : undefined;
      taken.add(id);
      return held ? [held] : [];
    }),
  }));
  return chapters.filter(({ entries }) => entries.length > 0);
}

/** One write-up as the reader shows it, and the titles it begins with. */
async function readerPreview(
  { renderer }: PreviewOptions,
  library: OpenLibrary,
  ready: readonly Shelved[],
  { order, ...going }: Going & { order: Order },
): Promise<BundlePreview> {
  const held = ready[Math.min(order.at ?? 0, ready.length - 1)];
  if (!held) throw new Failure('export.nothing');
  const along = new Set(ready.map(({ id }) => id));
  const { text } = await readText(library.path(held.read.summary.path));
  const look = await houseStyle(library, order.style);
  const { house } = houseOf(look);
  return {
    form: 'lezer',
    of: ready.length,
    reader: {
      entry: await readerEntry(library, renderer, held, outgoing(library, held, text, going), { along, ...going }),
      titles: ready.map(({ read }) => read.summary.title),
      ...(house ? { house: { ...house, accent: [readableAccent(look.style.accent), accentOnDark(look.style.accent)] } } : {}),
    },
  };
}

/** A bundle of a whole kennismap has thousands of files; so many show what it is. */
const mostRows = 200;

/** The files somebody goes on with, and what each is. */
async function sourceRows(library: OpenLibrary, ready: readonly Shelved[], going: Going, step: () => Promise<void>): Promise<string[][]> {
  const rows = [
    ['Bestand', 'Wat het is'],
    ['LEESMIJ.txt', 'uitleg voor wie Oogst niet heeft'],
    ['manifest.json', 'wat erin zit, met een controlegetal per bestand'],
    ['kaarten/, soorten/, velden.json, schema/', 'de kaarten, soorten en gegevens, voor programma’s'],
  ];
  for (const held of ready) {
    if (rows.length > mostRows) break;
    await step();
    const { path, title } = held.read.summary;
    const { text } = await readText(library.path(path));
    const copy = copyOf(outgoing(library, held, text, going));
    // The gate tells of those that have none.
    if ('fault' in copy) continue;
    for (const file of await sourceFiles(library, held, text, { copy: copy.text, inside: going.audience === 'intern' }))
      rows.push([file.path, file.path === `stukken/${path}` ? title : `bijlage bij ${title}`]);
  }
  return rows;
}

type Drawn = Omit<BundlePreview, 'of'>;

async function drawn({ products }: PreviewOptions, input: ProductInput, { product }: Order, context: ProductContext): Promise<Drawn> {
  if (product === 'overzicht') return { form: 'tabel', rows: overviewTable(input).slice(0, 50) };
  if (product === 'dias') {
    const [practice] = practicesIn(input);
    return { form: 'dias', slides: practice ? practiceSlides(practice, input.cards, input.worksheet).map(bare) : [] };
  }
  const files = (await products[product]?.(input, context)) ?? [];
  const pdfs = files.filter(({ name }) => name.endsWith('.pdf'));
  return { form: 'pdf', files: pdfs.map(({ name, bytes }) => ({ name, data: Buffer.from(bytes).toString('base64') })) };
}

/** A slide without what the speaker has on paper. */
function bare(slide: Slide): { title: string; lines: { text: string; level: number; strong: boolean }[]; rows: string[][] } {
  switch (slide.type) {
    case 'titel':
      return { title: slide.title, lines: slide.lines.map((text) => ({ text, level: 0, strong: false })), rows: [] };
    case 'punten':
      return { title: slide.title, lines: slide.lines.map(({ text, level, strong }) => ({ text, level, strong: strong ?? false })), rows: [] };
    case 'tabel':
      return { title: slide.title, lines: [], rows: [slide.header, ...slide.rows] };
    case 'beeld':
      return { title: slide.title, lines: [{ text: `[${slide.alt}]`, level: 0, strong: false }], rows: [] };
  }
}
