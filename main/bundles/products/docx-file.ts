import {
  AlignmentType,
  Document,
  Footer,
  Header,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  TabStopType,
  TextRun,
  type ILevelsOptions,
  type IParagraphStyleOptions,
  type IStylesOptions,
  type Table,
} from 'docx';
import { readableAccent, type HouseStyle } from '../../../domain/bundle/house-style.ts';
import { pictureRun, type DocxText } from './docx-blocks.ts';
import { pageWidth } from './docx-table.ts';
import { cleanText, rezipOffice } from './office-zip.ts';
import type { Picture } from './product.ts';

export interface DocxPages {
  /** Of the document, for who is read to and in the footer. */
  title: string;
  made: Date;
  style: HouseStyle;
  logo?: Picture | undefined;
  text: DocxText;
  children: readonly (Paragraph | Table)[];
  /** Size of the letters in points. */
  size?: number;
  /** Kept with the file, not shown on its pages. */
  properties?: Readonly<Record<string, string>>;
}

/** The bytes of a Word document in the look of the house. */
export async function docxFile(pages: DocxPages): Promise<Uint8Array> {
  const { title, made, style, text, children, size = 10.5 } = pages;
  const file = new Document({
    title: cleanText(title),
    styles: styles(style, size),
    numbering: { config: [...numberings(text.starts)] },
    footnotes: text.notes,
    customProperties: Object.entries(pages.properties ?? {}).map(([name, value]) => ({ name, value: cleanText(value) })),
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1134, bottom: 1134, left: 1134, right: 1134, header: 567, footer: 567 } },
        },
        ...(pages.logo ? { headers: { default: header(pages.logo, style) } } : {}),
        footers: { default: footer(title, style) },
        children: [...children],
      },
    ],
  });
  return rezipOffice(new Uint8Array(await Packer.toBuffer(file)), { title, made });
}

const fonts = { schreefloos: 'Calibri', schreef: 'Cambria' } as const;

function styles(style: HouseStyle, size: number): IStylesOptions {
  const font = fonts[style.font];
  const color = readableAccent(style.accent).slice(1).toUpperCase();
  const heading = (points: number, before: number, after: number) => ({
    run: { font, size: points * 2, bold: true, color },
    paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
  });
  return {
    default: {
      document: {
        run: { font, size: size * 2, language: { value: 'nl-NL', eastAsia: 'nl-NL', bidirectional: 'ar-SA' } },
        paragraph: { spacing: { after: size * 9, line: 264, lineRule: LineRuleType.AUTO } },
      },
      heading1: heading(size + 8, 0, 100),
      heading2: heading(size + 3, 200, 60),
      heading3: heading(size + 1, 140, 40),
      heading4: heading(size, 120, 40),
      heading5: heading(size, 100, 40),
      heading6: heading(size, 100, 40),
      listParagraph: { paragraph: { spacing: { after: 50 } } },
      hyperlink: { run: { color, underline: { type: 'single' } } },
      footnoteText: { run: { size: 18 }, paragraph: { spacing: { after: 0 } } },
    },
    paragraphStyles: paragraphStyles(color, size),
    characterStyles: [{ id: 'PlaceholderText', name: 'Placeholder Text', run: { color: '595959' } }],
  };
}

function paragraphStyles(color: string, size: number): IParagraphStyleOptions[] {
  const based = { basedOn: 'Normal', quickFormat: true };
  return [
    { ...based, id: 'Kernzin', name: 'Kernzin', run: { size: size * 2 + 3, italics: true }, paragraph: { spacing: { after: 140 } } },
    { ...based, id: 'Gegevens', name: 'Gegevens', run: { size: size * 2 - 2 }, paragraph: { spacing: { after: 30 } } },
    {
      ...based,
      id: 'Citaat',
      name: 'Citaat',
      run: { italics: true },
      paragraph: { border: { left: { style: 'single', size: 18, color, space: 8 } }, spacing: { after: 100 } },
    },
    {
      ...based,
      id: 'Code',
      name: 'Code',
      run: { font: 'Consolas', size: size * 2 - 3 },
      paragraph: { shading: { type: ShadingType.CLEAR, fill: 'F2F2F2', color: 'auto' } },
    },
    {
      ...based,
      id: 'Tabel',
      name: 'Tabel',
      run: { size: size * 2 - 2 },
      paragraph: { spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } },
    },
    {
      ...based,
      id: 'Tabel-smal',
      name: 'Tabel smal',
      run: { size: 15 },
      paragraph: { spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } },
    },
    { ...based, id: 'Na-tabel', name: 'Na tabel', run: { size: 8 }, paragraph: { spacing: { after: 60, line: 120, lineRule: LineRuleType.EXACT } } },
    { ...based, id: 'Voet', name: 'Voet', run: { size: 17, color: '595959' }, paragraph: { spacing: { after: 0 } } },
  ];
}

function* numberings(starts: readonly number[]): Generator<{ reference: string; levels: ILevelsOptions[] }> {
  const level = (at: number, format: ILevelsOptions['format'], text: string, start = 1): ILevelsOptions => ({
    level: at,
    ...(format ? { format } : {}),
    text,
    start,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 360 * (at + 1), hanging: 360 } } },
  });
  const levels = [0, 1, 2, 3, 4, 5];
  yield { reference: 'punten', levels: levels.map((at) => level(at, LevelFormat.BULLET, at % 2 === 0 ? '•' : '–')) };
  for (const start of starts)
    yield {
      reference: `nummers-${start}`,
      levels: levels.map((at) => level(at, at % 2 === 0 ? LevelFormat.DECIMAL : LevelFormat.LOWER_LETTER, `%${at + 1}.`, start)),
    };
}

function header(logo: Picture, style: HouseStyle): Header {
  return new Header({
    children: [
      new Paragraph({
        style: 'Voet',
        alignment: AlignmentType.RIGHT,
        spacing: { after: 140 },
        children: [pictureRun(logo, `Logo van ${style.name}`, 160, 38)],
      }),
    ],
  });
}

function footer(title: string, style: HouseStyle): Footer {
  const short = title.length > 70 ? `${title.slice(0, title.lastIndexOf(' ', 70))} …` : title;
  return new Footer({
    children: [
      new Paragraph({
        style: 'Voet',
        tabStops: [{ type: TabStopType.RIGHT, position: pageWidth }],
        children: [
          new TextRun(cleanText(`${style.name} · ${short}`)),
          new TextRun({ children: ['\tPagina ', PageNumber.CURRENT, ' van ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
}
