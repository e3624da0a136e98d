import { HeadingLevel, Paragraph, TextRun, type Table } from 'docx';
import { leafletPage, scriptPage, type PageColumn, type PagePiece, type ProgrammePage } from '../../../domain/bundle/programme-pages.ts';
import { DocxText } from './docx-blocks.ts';
import { docxFile } from './docx-file.ts';
import { gridTable, pageWidth } from './docx-table.ts';
import { cleanText } from './office-zip.ts';
import type { ProductContext, ProductFile, ProductInput } from './product.ts';

type Blocks = (Paragraph | Table)[];

/** The programme for who takes part, and the draaiboek for who leads. Without a session there is nothing to make. */
export async function programmeFiles(input: ProductInput, { step }: ProductContext): Promise<ProductFile[]> {
  const { session } = input;
  if (!session) return [];
  await step(0, 2, 'programma');
  const programme = { name: 'programma.docx', bytes: await docxPage(leafletPage({ ...input, session }), input) };
  await step(1, 2, 'draaiboek');
  const script = { name: 'draaiboek.docx', bytes: await docxPage(scriptPage({ ...input, session }), input) };
  await step(2, 2, '');
  return [programme, script];
}

async function docxPage({ title, pieces }: ProgrammePage, { pictures, made, style, logo }: ProductInput): Promise<Uint8Array> {
  const text = new DocxText(pictures);
  const head = new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(cleanText(title))] });
  return docxFile({ title, made, style, logo, text, children: [head, ...pieces.flatMap((piece) => blocksOf(piece, text))] });
}

function blocksOf(piece: PagePiece, text: DocxText): Blocks {
  switch (piece.type) {
    case 'kop':
      return [new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(cleanText(piece.text))] })];
    case 'kern':
      return [new Paragraph({ style: 'Kernzin', children: [new TextRun(cleanText(piece.text))] })];
    case 'zin':
      return [
        new Paragraph({ style: 'Gegevens', spacing: { before: 80 }, children: [new TextRun({ text: cleanText(piece.text), bold: piece.warning })] }),
      ];
    case 'gegeven':
      return [
        new Paragraph({
          style: 'Gegevens',
          children: [new TextRun({ text: `${cleanText(piece.label)}: `, bold: true }), new TextRun(cleanText(piece.value))],
        }),
      ];
    case 'lijst':
      return piece.items.map(point);
    case 'tabel':
      return [planTable(piece.columns, piece.rows)];
    case 'tekst':
      return text.blocks(piece.blocks);
  }
}

function point({ name, text }: { name: string; text: string }): Paragraph {
  const label = name === '' ? [] : [new TextRun({ text: `${cleanText(name)}${text === '' ? '' : ': '}`, bold: true })];
  return new Paragraph({ style: 'ListParagraph', numbering: { reference: 'punten', level: 0 }, children: [...label, new TextRun(cleanText(text))] });
}

function planTable(columns: readonly PageColumn[], rows: readonly (readonly string[])[]): Table {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  const cell = (text: string): Paragraph[] => [new Paragraph({ style: 'Tabel', children: [new TextRun(cleanText(text))] })];
  return gridTable(
    columns.map(({ share }) => Math.floor((share / all) * pageWidth)),
    columns.map(({ title }) => title),
    rows.map((row) => row.map((text, at) => cell(columns[at]?.box ? '☐' : text))),
  );
}
