import { HeadingLevel, Paragraph, TextRun, type Table } from 'docx';
import { longDate } from '../../../domain/bundle/long-date.ts';
import { preparationsOf, timetableOf, type Timetable } from '../../../domain/bundle/timetable.ts';
import { findItem } from '../../../domain/cards/card.ts';
import type { Json } from '../../../domain/entries/entry.ts';
import { DocxText } from './docx-blocks.ts';
import { docxFile } from './docx-file.ts';
import { gridTable, pageWidth } from './docx-table.ts';
import { practicesIn } from './file-names.ts';
import { cleanText } from './office-zip.ts';
import type { ProductContext, ProductEntry, ProductFile, ProductInput } from './product.ts';

type Blocks = (Paragraph | Table)[];

/** The programme for who takes part, and the draaiboek for who leads. Without a session there is nothing to make. */
export async function programmeFiles(input: ProductInput, { step }: ProductContext): Promise<ProductFile[]> {
  const { session } = input;
  if (!session) return [];
  await step(0, 2, 'programma');
  const programme = { name: 'programma.docx', bytes: await programmeOf(session, input) };
  await step(1, 2, 'draaiboek');
  const script = { name: 'draaiboek.docx', bytes: await scriptOf(session, input) };
  await step(2, 2, '');
  return [programme, script];
}

async function programmeOf(session: ProductEntry, input: ProductInput): Promise<Uint8Array> {
  const text = new DocxText(input.pictures);
  const timetable = timetableOf(session);
  const practices = practicesIn(input);
  return file(`Programma – ${session.title}`, input, text, [
    ...opening(session, input),
    ...(timetable.parts.length === 0 ? [] : [heading('Programma'), planTable(timetable, input), plain(timetable.sum, 'Gegevens')]),
    ...listed('Vooraf doen', preparationsOf(session)),
    ...(practices.length === 0 ? [] : [heading('Praktijken van vandaag'), ...practices.map(shortly)]),
    ...(session.contact === undefined ? [] : [labelled('Contact', session.contact)]),
  ]);
}

/** When, what and how long; the werkvorm beside it when it comes along in the bundle. */
function planTable({ parts }: Timetable, input: ProductInput): Table {
  const known = new Map(input.chapters.flatMap(({ entries }) => entries.map(({ id, title }): [string, string] => [id, title])));
  const methodOf = (method: string | undefined): string => (method === undefined ? '' : (known.get(method) ?? ''));
  const withMethod = parts.some(({ method }) => methodOf(method) !== '');
  const rows = parts.map(({ name, time, minutes, method }) => [
    time ?? '',
    name,
    ...(withMethod ? [methodOf(method)] : []),
    minutes === undefined ? '' : String(minutes),
  ]);
  const widths = withMethod ? [1700, pageWidth - 5400, 2400, 1300] : [1700, pageWidth - 3000, 1300];
  return gridTable(
    widths,
    ['Tijd', 'Onderdeel', ...(withMethod ? ['Werkvorm'] : []), 'Minuten'],
    rows.map((row) => row.map(cell)),
  );
}

async function scriptOf(session: ProductEntry, input: ProductInput): Promise<Uint8Array> {
  const text = new DocxText(input.pictures);
  const timetable = timetableOf(session);
  const part = (id: string): Blocks => {
    const found = session.parts.filter((one) => one.id === id && one.blocks.length > 0);
    return found.flatMap(({ heading: title, blocks }) => [heading(id === 'programma' ? 'Zo gaat het' : title), ...text.blocks(blocks)]);
  };
  const named = new Set(['doel', 'voorbereiding', 'programma', 'opvolging']);
  const others = session.parts.filter(({ id, blocks }) => !(id !== undefined && named.has(id)) && blocks.length > 0);
  return file(`Draaiboek – ${session.title}`, input, text, [
    ...opening(session, input),
    ...part('doel'),
    ...schedule(timetable),
    ...materials(timetable),
    ...listed('Vooropdrachten van de deelnemers', preparationsOf(session)),
    ...part('voorbereiding'),
    ...part('programma'),
    ...methods(timetable, input, text),
    ...others.flatMap(({ heading: title, blocks }) => [...(title === '' ? [] : [heading(title)]), ...text.blocks(blocks)]),
    ...part('opvolging'),
    ...lookingBack(input),
  ]);
}

const file = (title: string, input: ProductInput, text: DocxText, children: Blocks): Promise<Uint8Array> =>
  docxFile({ title, made: input.made, style: input.style, logo: input.logo, text, children: [title1(title), ...children] });

const title1 = (text: string): Paragraph => new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(cleanText(text))] });
const heading = (text: string): Paragraph => new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(cleanText(text))] });
const plain = (text: string, style: string): Paragraph => new Paragraph({ style, children: [new TextRun(cleanText(text))] });
const cell = (text: string): Paragraph[] => [plain(text, 'Tabel')];
const labelled = (label: string, value: string): Paragraph =>
  new Paragraph({ style: 'Gegevens', children: [new TextRun({ text: `${label}: `, bold: true }), new TextRun(cleanText(value))] });

function opening(session: ProductEntry, input: ProductInput): Blocks {
  const place = word(session.fields['plaats']);
  const form = session.facts.find(({ key }) => key === 'vorm')?.value ?? '';
  const target = session.facts.find(({ key }) => key === 'doelgroep')?.value ?? '';
  const lines: [string, string][] = [
    ['Datum', longDate(session.date ?? input.date)],
    ['Plaats', place],
    ['Vorm', form],
    ['Voor', target],
  ];
  return [
    ...(session.summary === '' ? [] : [plain(session.summary, 'Kernzin')]),
    ...lines.filter(([, value]) => value !== '').map(([label, value]) => labelled(label, value)),
  ];
}

const word = (value: Json | undefined): string => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '');

function listed(title: string, items: readonly string[]): Blocks {
  if (items.length === 0) return [];
  return [
    heading(title),
    ...items.map(
      (item) => new Paragraph({ style: 'ListParagraph', numbering: { reference: 'punten', level: 0 }, children: [new TextRun(cleanText(item))] }),
    ),
  ];
}

const shortly = ({ title, summary, organisation }: ProductEntry): Paragraph =>
  new Paragraph({
    style: 'ListParagraph',
    numbering: { reference: 'punten', level: 0 },
    children: [
      new TextRun({ text: cleanText(organisation === undefined ? title : `${title} (${organisation})`), bold: true }),
      new TextRun(cleanText(summary === '' ? '' : `. ${summary}`)),
    ],
  });

/** The programme with room for who does what; names are filled in on the day, they are in no file of the kennismap. */
function schedule(timetable: Timetable): Blocks {
  if (timetable.parts.length === 0) return [];
  const columns = [1500, 1000, 3000, 2338, 1800];
  return [
    heading('Draaiboek'),
    gridTable(
      columns,
      ['Tijd', 'Minuten', 'Onderdeel', 'Materialen', 'Wie leidt, wie schrijft'],
      timetable.parts.map(({ name, time, minutes, materials: needed }) => [
        cell(time ?? ''),
        cell(minutes === undefined ? '' : String(minutes)),
        cell(name),
        cell(needed.join(', ')),
        cell(''),
      ]),
    ),
    plain(timetable.sum, 'Gegevens'),
  ];
}

function materials({ materials: all }: Timetable): Blocks {
  if (all.length === 0) return [];
  return [
    heading('Materialenlijst'),
    gridTable(
      [500, 3600, pageWidth - 4100],
      ['', 'Wat', 'Waarvoor'],
      all.map(({ name, parts }) => [cell('☐'), cell(name), cell(parts.join(', '))]),
    ),
  ];
}

/** How the werkvormen go that come along in the bundle. */
function methods({ parts }: Timetable, input: ProductInput, text: DocxText): Blocks {
  const used = new Set(parts.map(({ method }) => method));
  const found = input.chapters.flatMap(({ entries }) => entries.filter(({ id, kind }) => kind === 'werkvorm' && used.has(id)));
  return found.flatMap((method) => {
    const facts: [string, string][] = [
      ['Doel', word(method.fields['doel'])],
      ['Groepsgrootte', word(method.fields['groepsgrootte'])],
      ['Minuten', word(method.fields['minuten'])],
    ];
    return [
      heading(`Werkvorm: ${method.title}`),
      ...facts.filter(([, value]) => value !== '').map(([label, value]) => labelled(label, value)),
      ...method.parts.flatMap(({ blocks }) => text.blocks(blocks)),
    ];
  });
}

/** The questions of the checklist about the day itself, to answer together when it is over. */
function lookingBack({ cards }: ProductInput): Blocks {
  const part = findItem(cards, 'checklist.D1')?.part;
  if (!part) return [];
  const columns = [3000, 3838, 2800];
  return [
    heading('Terugkijken'),
    gridTable(
      columns,
      ['Leeromgeving', 'Vraag', 'Wat we zagen'],
      part.items.map(({ name, prompt }) => [cell(name), cell(prompt), cell('')]),
    ),
  ];
}
