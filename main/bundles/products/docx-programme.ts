import { HeadingLevel, Paragraph, TextRun, type Table } from 'docx';
import { longDate } from '../../../domain/bundle/long-date.ts';
import type { Programme, ProgrammePart } from '../../../domain/bundle/programme.ts';
import { sessionPlan } from '../../../domain/bundle/session-plan.ts';
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
  const programme = { name: 'programma.docx', bytes: await leafletOf(session, input) };
  await step(1, 2, 'draaiboek');
  const script = { name: 'draaiboek.docx', bytes: await scriptOf(session, input) };
  await step(2, 2, '');
  return [programme, script];
}

async function leafletOf(session: ProductEntry, input: ProductInput): Promise<Uint8Array> {
  const text = new DocxText(input.pictures);
  const plan = sessionPlan(session);
  const practices = practicesIn(input);
  return file(`Programma – ${session.title}`, input, text, [
    ...opening(session, input),
    ...(plan.parts.length === 0 ? [] : [heading('Programma'), planTable(plan, input), plain(sumOf(plan), 'Gegevens')]),
    ...listed('Vooraf doen', plan.preparations),
    ...(practices.length === 0 ? [] : [heading('Praktijken van vandaag'), ...practices.map(shortly)]),
    ...(session.contact === undefined ? [] : [labelled('Contact', session.contact)]),
  ]);
}

/** When, what and how long, and the werkvorm beside it. */
function planTable({ parts }: Programme, input: ProductInput): Table {
  const known = new Map(input.chapters.flatMap(({ entries }) => entries.map(({ id, title }): [string, string] => [id, title])));
  const methodOf = (method: string | undefined): string => (method === undefined ? '' : (known.get(method) ?? input.methods?.get(method) ?? ''));
  const columns = [
    { title: 'Tijd', width: 1700, cell: (part: ProgrammePart) => part.time ?? '' },
    { title: 'Onderdeel', width: 0, cell: (part: ProgrammePart) => part.name },
    { title: 'Werkvorm', width: 2400, cell: (part: ProgrammePart) => methodOf(part.method) },
    { title: 'Minuten', width: 1300, cell: (part: ProgrammePart) => (part.minutes === undefined ? '' : String(part.minutes)) },
  ].filter(({ cell: of }) => parts.some((part) => of(part) !== ''));
  return planned(columns, parts);
}

interface Column {
  title: string;
  /** Twips; 0 takes what is left. */
  width: number;
  cell(part: ProgrammePart): string;
}

function planned(columns: readonly Column[], parts: readonly ProgrammePart[]): Table {
  const left = pageWidth - columns.reduce((sum, { width }) => sum + width, 0);
  return gridTable(
    columns.map(({ width }) => (width === 0 ? left : width)),
    columns.map(({ title }) => title),
    parts.map((part) => columns.map((column) => cell(column.cell(part)))),
  );
}

const sumOf = ({ parts, total, available, note }: Programme): string => {
  const together = `${parts.length === 1 ? 'Het onderdeel duurt' : `De ${parts.length} onderdelen duren samen`} ${total} minuten`;
  if (note === undefined) return `${together}${available === total ? '; precies de tijd die er is' : ''}.`;
  return available === undefined || note.startsWith('Van ') ? `${together}. ${note}` : note;
};

async function scriptOf(session: ProductEntry, input: ProductInput): Promise<Uint8Array> {
  const text = new DocxText(input.pictures);
  const plan = sessionPlan(session);
  const part = (id: string): Blocks => {
    const found = session.parts.filter((one) => one.id === id && one.blocks.length > 0);
    return found.flatMap(({ heading: title, blocks }) => [heading(id === 'programma' ? 'Zo gaat het' : title), ...text.blocks(blocks)]);
  };
  const named = new Set(['doel', 'voorbereiding', 'programma', 'opvolging']);
  const others = session.parts.filter(({ id, blocks }) => !(id !== undefined && named.has(id)) && blocks.length > 0);
  return file(`Draaiboek – ${session.title}`, input, text, [
    ...opening(session, input),
    ...part('doel'),
    ...schedule(plan),
    ...materials(plan),
    ...listed('Vooropdrachten van de deelnemers', plan.preparations),
    ...part('voorbereiding'),
    ...part('programma'),
    ...methods(plan, input, text),
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
  const place = sessionPlan(session).place ?? '';
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
      new TextRun({
        text: cleanText(organisation === undefined || organisation.toLowerCase() === title.toLowerCase() ? title : `${title} (${organisation})`),
        bold: true,
      }),
      new TextRun(cleanText(summary === '' ? '' : `. ${summary}`)),
    ],
  });

/** The programme with room for who does what; names are filled in on the day, they are in no file of the kennismap. */
function schedule(plan: Programme): Blocks {
  if (plan.parts.length === 0) return [];
  const columns: Column[] = [
    { title: '', width: 450, cell: ({ number }) => String(number) },
    { title: 'Tijd', width: 1450, cell: ({ time }) => time ?? '' },
    { title: 'Minuten', width: 950, cell: ({ minutes }) => (minutes === undefined ? '' : String(minutes)) },
    { title: 'Onderdeel', width: 0, cell: ({ name }) => name },
    { title: 'Materialen', width: 2200, cell: ({ materials: needed }) => needed.join(', ') },
    { title: 'Wie leidt, wie schrijft', width: 1700, cell: () => '' },
  ];
  return [
    heading('Draaiboek'),
    planned(
      columns.filter(({ title, cell: of }) => title !== 'Tijd' || plan.parts.some((part) => of(part) !== '')),
      plan.parts,
    ),
    plain(sumOf(plan), 'Gegevens'),
  ];
}

function materials({ materials: all, parts }: Programme): Blocks {
  const named = new Map(parts.map(({ number, name }) => [number, name]));
  if (all.length === 0) return [];
  return [
    heading('Materialenlijst'),
    gridTable(
      [500, 3600, pageWidth - 4100],
      ['', 'Wat', 'Waarvoor'],
      all.map(({ name, parts: numbers }) => [cell('☐'), cell(name), cell(numbers.map((number) => named.get(number) ?? '').join(', '))]),
    ),
  ];
}

/** How the werkvormen go that come along in the bundle. */
function methods({ parts }: Programme, input: ProductInput, text: DocxText): Blocks {
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
