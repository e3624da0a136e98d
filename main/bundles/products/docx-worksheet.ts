import { AlignmentType, HeadingLevel, HeightRule, Paragraph, Table, TableCell, TableRow, TextRun, WidthType, type ParagraphChild } from 'docx';
import { clipped } from '../../../domain/bundle/handout-content.ts';
import {
  emptyElements,
  proposedElements,
  takes,
  worksheetQuestions,
  type WorksheetAnswer,
  type WorksheetQuestion,
} from '../../../domain/bundle/worksheet-questions.ts';
import { DocxText } from './docx-blocks.ts';
import { Controls } from './docx-controls.ts';
import { docxFile } from './docx-file.ts';
import { gridTable, pageWidth, tableLines } from './docx-table.ts';
import { cleanText } from './office-zip.ts';
import type { ProductEntry, ProductInput } from './product.ts';
import { controlTag, hints, sheetLabels, worksheetLine, worksheetProperties } from './worksheet-marks.ts';

/** Signs of the title at the head of the sheet; whoever fills it in needs the page for the questions. */
const mostTitle = 160;

const marks = Array.from({ length: 11 }, (_, mark) => String(mark));

/** The worksheet with one practice: Word fills it in, and Oogst reads back what was filled in. */
export async function docxWorksheet(entry: ProductEntry, input: ProductInput): Promise<Uint8Array> {
  const text = new DocxText(input.pictures);
  const controls = new Controls();
  const questions = worksheetQuestions(input.worksheet, input.cards);
  return docxFile({
    title: `Werkblad – ${entry.title}`,
    made: input.made,
    style: input.style,
    logo: input.logo,
    text,
    properties: worksheetProperties(entry, input),
    children: [
      new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(cleanText(`Werkblad – ${clipped(entry.title, mostTitle)}`))] }),
      ...(entry.summary === '' ? [] : [new Paragraph({ style: 'Kernzin', children: [new TextRun(cleanText(entry.summary))] })]),
      new Paragraph(
        'Klik in een vak en typ, kies een cijfer en vink aan. Bewaar het bestand en stuur het terug aan wie je dit werkblad gaf. Laat namen van leerlingen en collega’s weg.',
      ),
      gridTable(
        [pageWidth / 2, pageWidth / 2],
        [],
        [
          [
            [labelled(`${sheetLabels.team}: `, controls.text({ tag: controlTag.team, title: 'Team' }))],
            [labelled(`${sheetLabels.role}: `, controls.text({ tag: controlTag.role, title: 'Rol' }))],
          ],
        ],
      ),
      ...questions.flatMap((question, at) => questionBlocks(question, at + 1, entry, controls)),
      new Paragraph({ style: 'Voet', children: [new TextRun(cleanText(worksheetLine(entry, input)))] }),
    ],
  });
}

const labelled = (label: string, control: ParagraphChild): Paragraph =>
  new Paragraph({ style: 'Tabel', children: [new TextRun({ text: label, bold: true }), control] });

function questionBlocks(question: WorksheetQuestion, number: number, entry: ProductEntry, controls: Controls): (Paragraph | Table)[] {
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(cleanText(`${number}. ${question.name}`))] }),
    new Paragraph({ keepNext: true, children: [new TextRun(cleanText(question.prompt))] }),
    ...question.answers.flatMap((answer) => answerBlocks(answer, question, entry, controls)),
  ];
}

function answerBlocks(answer: WorksheetAnswer, { id }: WorksheetQuestion, entry: ProductEntry, controls: Controls): (Paragraph | Table)[] {
  const name = { tag: controlTag.answer(id, answer.key), title: answer.label };
  const label = new TextRun({ text: `${answer.label}: `, bold: true });
  switch (answer.form) {
    case 'cijfer':
      return [
        new Paragraph({ keepNext: true, children: [label, controls.choice(name, marks, hints.mark)] }),
        markLine(),
        new Paragraph({ style: 'Na-tabel' }),
      ];
    case 'tekst':
      return [
        new Paragraph({ keepNext: true, spacing: { after: 40 }, children: [label] }),
        answerBox(answer.lines, controls.text(name)),
        new Paragraph({ style: 'Na-tabel' }),
      ];
    case 'elementen':
      return [elementsTable(entry, id, controls), new Paragraph({ style: 'Na-tabel' })];
  }
}

/** The line from 0 to 10, for who fills it in with a pen. */
function markLine(): Table {
  const width = Math.floor(pageWidth / marks.length);
  const cell = (mark: string): Paragraph[] => [new Paragraph({ style: 'Tabel', alignment: AlignmentType.CENTER, children: [new TextRun(mark)] })];
  return gridTable(
    marks.map(() => width),
    [],
    [marks.map(cell)],
  );
}

function answerBox(lines: number, control: ParagraphChild): Table {
  const cell = new TableCell({
    width: { size: pageWidth, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 120, right: 120 },
    children: [new Paragraph({ spacing: { after: 0 }, children: [control] })],
  });
  return new Table({
    width: { size: pageWidth, type: WidthType.DXA },
    columnWidths: [pageWidth],
    borders: tableLines,
    rows: [new TableRow({ cantSplit: true, height: { value: 340 * lines, rule: HeightRule.ATLEAST }, children: [cell] })],
  });
}

function elementsTable(entry: ProductEntry, id: string, controls: Controls): Table {
  const elements = [...proposedElements(entry), ...Array.from({ length: emptyElements }, () => '')];
  const [narrow, medium] = [900, 1300];
  const wide = Math.floor((pageWidth - 2 * narrow - medium) / 2);
  const cell = (child: ParagraphChild, centred: boolean): Paragraph[] => [
    new Paragraph({ style: 'Tabel', alignment: centred ? AlignmentType.CENTER : AlignmentType.LEFT, children: [child] }),
  ];
  return gridTable(
    [wide, narrow, narrow, medium, wide],
    [sheetLabels.element, 'Ja', 'Nee', 'Misschien', 'Waarom'],
    elements.map((element, at) => [
      cell(controls.text({ tag: controlTag.element(id, at + 1, 'text'), title: `Onderdeel ${at + 1}` }, element), false),
      ...takes.map((take) => cell(controls.box({ tag: controlTag.element(id, at + 1, take), title: `Onderdeel ${at + 1}: ${take}` }), true)),
      cell(controls.text({ tag: controlTag.element(id, at + 1, 'why'), title: `Onderdeel ${at + 1}: waarom` }), false),
    ]),
    { centred: [1, 2, 3] },
  );
}
