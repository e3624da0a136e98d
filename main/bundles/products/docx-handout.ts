import { HeadingLevel, Paragraph, TextRun, type Table } from 'docx';
import { longDate } from '../../../domain/bundle/long-date.ts';
import { fitOnPaper, type PaperSection } from '../../../domain/bundle/paper-fit.ts';
import { sentencesOf } from '../../../domain/bundle/sentences.ts';
import { blockText } from '../../../domain/bundle/text-blocks.ts';
import { findItem } from '../../../domain/cards/card.ts';
import type { Json } from '../../../domain/entries/entry.ts';
import { DocxText } from './docx-blocks.ts';
import { docxFile } from './docx-file.ts';
import { gridTable, pageWidth } from './docx-table.ts';
import { cleanText } from './office-zip.ts';
import type { ProductEntry, ProductInput } from './product.ts';

/** Points; A4 with two centimetres around, less what no text can use. */
const page = { width: pageWidth / 20, height: 715 };
/** Pixels; on a hand-out a picture may not take the place of the text. */
const tallest = 200;
const sizes = [10.5, 10, 9.5, 9];
const order = ['waarom', 'hoe', 'wat', 'tips'];

/** The hand-out of one practice: everything about it on at most two pages, to change and to print. */
export async function docxHandout(entry: ProductEntry, input: ProductInput): Promise<Uint8Array> {
  const pictures = new Map([...input.pictures].filter(([path]) => path !== ''));
  const fixed = [...headLines(entry), ...tailLines(entry)];
  const room = {
    width: page.width,
    height:
      2 * page.height -
      60 -
      fixed.reduce((sum, line) => sum + 16 * Math.ceil((line.length + 1) / 95), 0) -
      verdictsHeight(entry) -
      factorsHeight(entry),
    sizes,
    picture: (path: string): number => {
      const found = pictures.get(path);
      return found ? Math.min(tallest, found.height, (found.height / found.width) * (page.width / 0.75)) * 0.75 + 8 : 0;
    },
  };
  const { size, sections, shortened } = fitOnPaper(sectionsOf(entry), room);
  const text = new DocxText(pictures, tallest);
  return docxFile({
    title: entry.title,
    made: input.made,
    style: input.style,
    logo: input.logo,
    text,
    size,
    children: [
      new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(cleanText(entry.title))] }),
      ...headLines(entry).map((line, at) => (at === 0 && line === entry.summary ? plain(line, 'Kernzin') : labelled(line))),
      ...sections.flatMap(({ title, blocks }) => [...(title === '' || blocks.length === 0 ? [] : [heading(title)]), ...text.blocks(blocks)]),
      ...(shortened ? [plain('Dit is een ingekorte versie. Het hele stuk staat in de bundel.', 'Gegevens')] : []),
      ...factors(entry),
      ...verdicts(entry, input),
      ...tailLines(entry).map(labelled),
    ],
  });
}

function sectionsOf(entry: ProductEntry): PaperSection[] {
  const place = ({ id }: { id?: string }): number => (id !== undefined && order.includes(id) ? order.indexOf(id) : order.length);
  return [...entry.parts]
    .filter(({ blocks }) => blocks.length > 0)
    .sort((a, b) => place(a) - place(b))
    .map(({ heading: title, blocks }) => ({ title, blocks }));
}

const heading = (title: string): Paragraph => new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(cleanText(title))] });
const plain = (text: string, style: string): Paragraph => new Paragraph({ style, children: [new TextRun(cleanText(text))] });

/** A line `Label: words`, the label in bold. */
function labelled(line: string): Paragraph {
  const at = line.indexOf(': ');
  return new Paragraph({
    style: 'Gegevens',
    children: [new TextRun({ text: cleanText(line.slice(0, at + 1)), bold: true }), new TextRun(cleanText(line.slice(at + 1)))],
  });
}

function headLines(entry: ProductEntry): string[] {
  const about = [entry.organisation, entry.date === undefined ? undefined : longDate(entry.date)].filter((one) => one !== undefined);
  const issue = burningIssue(entry);
  const since = entry.stage?.since === undefined ? '' : ` (sinds ${longDate(entry.stage.since)})`;
  return [
    ...(entry.summary === '' ? [] : [entry.summary]),
    ...(issue === '' ? [] : [`Brandende kwestie: ${issue}`]),
    ...(about.length === 0 ? [] : [`Waar en wanneer: ${about.join(', ')}`]),
    ...(entry.stage ? [`Fase in de kenniscyclus: ${entry.stage.name}${since}`] : []),
  ];
}

/** The question that asked for an answer: what the part about the reasons begins with. */
function burningIssue(entry: ProductEntry): string {
  const why = entry.parts.find(({ id, item }) => id === 'waarom' || item === 'checklist.B1');
  const [first = '', second = ''] = sentencesOf(blockText((why?.blocks ?? []).filter(({ type }) => type === 'paragraph').slice(0, 1)));
  if (first.length > 300) return '';
  return first.length + second.length < 160 ? `${first} ${second}`.trim() : first;
}

function tailLines(entry: ProductEntry): string[] {
  const known = new Set(['succesfactoren', 'knelpunten']);
  return [
    ...entry.facts.filter(({ key }) => !known.has(key)).map(({ label, value }) => `${label}: ${value}`),
    ...(entry.contact === undefined ? [] : [`Contact: ${entry.contact}`]),
    ...(entry.sources.length === 0
      ? []
      : [`Bronnen: ${entry.sources.map(({ title, makers, year }) => [makers, title, year].filter(Boolean).join(', ')).join('; ')}`]),
  ];
}

const words = (value: Json | undefined): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string' && one !== '') : [];

function factors({ fields }: ProductEntry): (Paragraph | Table)[] {
  const columns = [words(fields['succesfactoren']), words(fields['knelpunten'])] as const;
  if (columns.every((column) => column.length === 0)) return [];
  const cell = (lines: readonly string[]): Paragraph[] =>
    lines.map((line) => new Paragraph({ style: 'Tabel', numbering: { reference: 'punten', level: 0 }, children: [new TextRun(cleanText(line))] }));
  return [
    new Paragraph({ style: 'Na-tabel' }),
    gridTable([pageWidth / 2, pageWidth / 2], ['Succesfactoren', 'Knelpunten'], [columns.map(cell)]),
    new Paragraph({ style: 'Na-tabel' }),
  ];
}

function factorsHeight({ fields }: ProductEntry): number {
  const heights = [words(fields['succesfactoren']), words(fields['knelpunten'])].map((column) =>
    column.reduce((sum, word) => sum + Math.ceil(word.length / 45) * 14, 0),
  );
  return Math.max(...heights) === 0 ? 0 : Math.max(...heights) + 45;
}

const said = { ja: 'ja', deels: 'deels', nee: 'nee', 'niet-te-beoordelen': 'niet te beoordelen' } as const;

/** How the practice was weighed: two criteria to a row, for a short page. */
function verdicts(entry: ProductEntry, input: ProductInput): (Paragraph | Table)[] {
  if (entry.verdicts.length === 0) return [];
  const cells = entry.verdicts.map(({ item, name, verdict, on }) => {
    const title = findItem(input.cards, item)?.item.name ?? name;
    return [`${title}: `, `${said[verdict]}${on === undefined ? '' : ` (${longDate(on)})`}`] as const;
  });
  const cell = ([label, verdict]: readonly [string, string]): Paragraph[] => [
    new Paragraph({ style: 'Tabel', children: [new TextRun(cleanText(label)), new TextRun({ text: verdict, bold: true })] }),
  ];
  const rows = Array.from({ length: Math.ceil(cells.length / 2) }, (_, at) =>
    [cells[at * 2], cells[at * 2 + 1]].map((one) => (one ? cell(one) : [])),
  );
  return [heading('Weging'), gridTable([pageWidth / 2, pageWidth / 2], [], rows), new Paragraph({ style: 'Na-tabel' })];
}

const verdictsHeight = ({ verdicts: all }: ProductEntry): number => (all.length === 0 ? 0 : 45 + Math.ceil(all.length / 2) * 30);
