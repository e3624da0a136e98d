import { HeadingLevel, Paragraph, TextRun, type Table } from 'docx';
import { handoutBudgets, handoutContent, type HandoutContent } from '../../../domain/bundle/handout-content.ts';
import { longDate } from '../../../domain/bundle/long-date.ts';
import { paperHeight, type Paper } from '../../../domain/bundle/paper-height.ts';
import { findItem } from '../../../domain/cards/card.ts';
import { DocxText } from './docx-blocks.ts';
import { docxFile } from './docx-file.ts';
import { gridTable, pageWidth } from './docx-table.ts';
import { cleanText } from './office-zip.ts';
import type { Picture, ProductEntry, ProductInput } from './product.ts';

/** Points of a page, less what no text can use. */
const pageHeight = 715;
/** Pixels; on a hand-out a picture may not take the place of the text. */
const tallest = 200;
const sizes = [10.5, 10, 9.5, 9] as const;

/** The hand-out of one practice: everything about it on at most two pages, to change and to print. */
export async function docxHandout(entry: ProductEntry, input: ProductInput): Promise<Uint8Array> {
  const { size, content } = fitted(entry, input);
  const text = new DocxText(input.pictures, tallest);
  const cut = content.parts.some((part) => part.cut);
  return docxFile({
    title: entry.title,
    made: input.made,
    style: input.style,
    logo: input.logo,
    text,
    size,
    children: [
      new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(cleanText(entry.title))] }),
      ...(content.lead === '' ? [] : [plain(content.lead, 'Kernzin')]),
      ...headLines(entry, content).map(labelled),
      ...content.parts.flatMap(({ heading: title, blocks }) => [...(title === '' ? [] : [heading(title)]), ...text.blocks(blocks)]),
      ...(cut ? [plain('Dit is een ingekorte versie. Het hele stuk staat in de bundel.', 'Gegevens')] : []),
      ...factors(content),
      ...listed('Randvoorwaarden', content.conditions),
      ...verdicts(entry, input, content),
      ...tailLines(content).map(labelled),
    ],
  });
}

/** As large as it can be read on two pages, and as much of the text as they hold: smaller letters first, then fewer words. */
function fitted(entry: ProductEntry, input: ProductInput): { size: number; content: HandoutContent } {
  const paper: Paper = { width: pageWidth / 20, picture: (path) => pictureHeight(input.pictures.get(path)) };
  const items = findItem(input.cards, 'checklist.A1')?.part.items.length ?? 0;
  let least: { size: number; content: HandoutContent } = { size: sizes[3], content: handoutContent(entry, handoutBudgets[0], items) };
  for (const [at, budget] of handoutBudgets.entries()) {
    const content = at === 0 ? least.content : handoutContent(entry, budget, items);
    const sections = content.parts.map(({ heading: title, blocks }) => ({ title, blocks }));
    const room = 2 * pageHeight - 60 - aroundHeight(entry, content);
    const size = (at === 0 ? sizes : [sizes[3]]).find((one) => paperHeight(sections, one, paper) <= room);
    if (size !== undefined) return { size, content };
    least = { size: sizes[3], content };
  }
  return least;
}

const pictureHeight = (picture: Picture | undefined): number =>
  picture ? Math.min(tallest, picture.height, (picture.height / picture.width) * (pageWidth / 15)) * 0.75 + 8 : 0;

/** What stands around the text, in points. */
function aroundHeight(entry: ProductEntry, content: HandoutContent): number {
  const lines = [content.lead, ...headLines(entry, content), ...tailLines(content), ...content.conditions];
  const columns = [content.success, content.obstacles].map((column) => column.reduce((sum, word) => sum + Math.ceil(word.length / 45) * 14, 0));
  return (
    lines.reduce((sum, line) => sum + 16 * Math.ceil((line.length + 1) / 95), 0) +
    (Math.max(...columns) === 0 ? 0 : Math.max(...columns) + 45) +
    (content.conditions.length === 0 ? 0 : 35) +
    (entry.verdicts.length === 0 ? 0 : 45 + Math.ceil(entry.verdicts.length / 2) * 30)
  );
}

const heading = (title: string): Paragraph => new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(cleanText(title))] });
const plain = (text: string, style: string): Paragraph => new Paragraph({ style, children: [new TextRun(cleanText(text))] });
const point = (text: string, style: string): Paragraph =>
  new Paragraph({ style, numbering: { reference: 'punten', level: 0 }, children: [new TextRun(cleanText(text))] });

/** A line `Label: words`, the label in bold. */
function labelled(line: string): Paragraph {
  const at = line.indexOf(': ');
  const label = new TextRun({ text: cleanText(line.slice(0, at + 1)), bold: true });
  return new Paragraph({ style: 'Gegevens', children: [label, new TextRun(cleanText(line.slice(at + 1)))] });
}

function headLines(entry: ProductEntry, { issue, stage }: HandoutContent): string[] {
  const about = [entry.organisation, entry.date === undefined ? undefined : longDate(entry.date)].filter((one) => one !== undefined);
  const since = entry.stage?.since === undefined ? '' : ` (sinds ${longDate(entry.stage.since)})`;
  return [
    ...(issue === '' ? [] : [`Brandende kwestie: ${clipped(issue)}`]),
    ...(about.length === 0 ? [] : [`Waar en wanneer: ${about.join(', ')}`]),
    ...(stage === undefined ? [] : [`Fase in de kenniscyclus: ${stage}${since}`]),
  ];
}

/** A sentence of half a page would push everything else off the paper. */
const clipped = (text: string): string => (text.length <= 600 ? text : `${text.slice(0, text.lastIndexOf(' ', 600))} …`);

function tailLines(content: HandoutContent): string[] {
  return [
    ...content.facts.map(({ label, value }) => `${label}: ${value}`),
    ...(content.contact === undefined ? [] : [`Meer weten: ${content.contact}`]),
    ...(content.sources.length === 0 ? [] : [`Bronnen: ${content.sources.join('; ')}`]),
  ];
}

function listed(title: string, items: readonly string[]): Paragraph[] {
  return items.length === 0 ? [] : [heading(title), ...items.map((item) => point(item, 'ListParagraph'))];
}

function factors({ success, obstacles }: HandoutContent): (Paragraph | Table)[] {
  if (success.length + obstacles.length === 0) return [];
  const columns = [
    { title: 'Wat hielp', words: success },
    { title: 'Wat zat tegen', words: obstacles },
  ].filter(({ words }) => words.length > 0);
  return [
    new Paragraph({ style: 'Na-tabel' }),
    gridTable(
      columns.map(() => pageWidth / columns.length),
      columns.map(({ title }) => title),
      [columns.map(({ words }) => words.map((word) => point(word, 'Tabel')))],
    ),
    new Paragraph({ style: 'Na-tabel' }),
  ];
}

const said = { ja: 'ja', deels: 'deels', nee: 'nee', 'niet-te-beoordelen': 'niet te beoordelen' } as const;

/** How the practice was weighed and when: two criteria to a row, for a short page. */
function verdicts(entry: ProductEntry, input: ProductInput, { weighed }: HandoutContent): (Paragraph | Table)[] {
  if (entry.verdicts.length === 0) return [];
  const cells = entry.verdicts.map(({ item, name, verdict, on }) => {
    const label = new TextRun(cleanText(`${findItem(input.cards, item)?.item.name ?? name}: `));
    const outcome = new TextRun({ text: `${said[verdict]}${on === undefined ? '' : ` (${longDate(on)})`}`, bold: true });
    return [new Paragraph({ style: 'Tabel', children: [label, outcome] })];
  });
  const rows = Array.from({ length: Math.ceil(cells.length / 2) }, (_, at) => [cells[at * 2] ?? [], cells[at * 2 + 1] ?? []]);
  return [
    heading(weighed ? `Weging: ${weighed.yes} van ${weighed.of} ja` : 'Weging'),
    gridTable([pageWidth / 2, pageWidth / 2], [], rows),
    new Paragraph({ style: 'Na-tabel' }),
  ];
}
