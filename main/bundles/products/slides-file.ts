import PptxGenJS from 'pptxgenjs';
import { readableAccent, type HouseStyle } from '../../../domain/bundle/house-style.ts';
import { clipped } from '../../../domain/bundle/handout-content.ts';
import type { Slide, SlideLine } from '../../../domain/bundle/slide-content.ts';
import { columnShares } from '../../../domain/bundle/slide-tables.ts';
import { cleanText, rezipOffice } from './office-zip.ts';
import type { Picture } from './product.ts';
import { tidySlides } from './slides-tidying.ts';

export interface Deck {
  title: string;
  made: Date;
  style: HouseStyle;
  logo?: Picture | undefined;
  pictures: ReadonlyMap<string, Picture>;
  slides: readonly Slide[];
}

type Page = ReturnType<PptxGenJS['addSlide']>;
type MasterObjects = NonNullable<PptxGenJS.SlideMasterProps['objects']>;

const fonts = { schreefloos: 'Calibri', schreef: 'Cambria' } as const;
/** Inches, on a slide of 13.33 by 7.5. */
const body = { x: 0.7, y: 1.65, w: 11.93, h: 4.95 };
const grey = '595959';
const black = '222222';

/** The bytes of a PowerPoint presentation in the look of the house: its titles and texts stand in the places of the master. */
export async function slidesFile(deck: Deck): Promise<Uint8Array> {
  const file = new PptxGenJS();
  const font = fonts[deck.style.font];
  file.layout = 'LAYOUT_WIDE';
  file.title = cleanText(deck.title);
  file.author = '';
  file.company = '';
  file.theme = { headFontFace: font, bodyFontFace: font };
  defineMasters(file, deck);
  for (const slide of deck.slides) addSlide(file, slide, deck);
  const made = await file.write({ outputType: 'uint8array', compression: false });
  if (!(made instanceof Uint8Array)) throw new TypeError('a presentation is bytes');
  return rezipOffice(made, { title: deck.title, made: deck.made }, tidySlides);
}

function defineMasters(file: PptxGenJS, { style, title, logo }: Deck): void {
  const accent = accentOf(style);
  const place = (name: string, type: 'title' | 'body', at: object): MasterObjects[number] => ({
    placeholder: { options: { name, type, margin: 0, align: 'left', ...at } as PptxGenJS.PlaceholderProps, text: '' },
  });
  const footer: MasterObjects = [
    { rect: { x: 0, y: 0, w: '100%', h: 0.22, fill: { color: accent } } },
    {
      text: {
        text: cleanText(clipped(`${style.name} · ${title}`, 105)),
        options: { x: 0.7, y: 6.98, w: 9.5, h: 0.3, margin: 0, fontSize: 11, color: grey, lang: 'nl-NL' },
      },
    },
    ...(logo ? [{ image: logoAt(logo, 10.4, 6.82, 1.6, 0.5) }] : []),
  ];
  const heading = place('title', 'title', { x: 0.7, y: 0.5, w: 11.93, h: 0.95, fontSize: 30, bold: true, color: accent, valign: 'middle' });
  const slideNumber = { x: 12.2, y: 6.98, w: 0.6, h: 0.3, fontSize: 11, color: grey };
  const white = { background: { color: 'FFFFFF' }, slideNumber };
  file.defineSlideMaster({
    title: 'Titel',
    background: { color: accent },
    objects: [
      ...coverBand(style, logo),
      place('title', 'title', { x: 0.9, y: 0.7, w: 11.5, h: 2.7, fontSize: 40, bold: true, color: 'FFFFFF', valign: 'bottom' }),
      place('body', 'body', { x: 0.9, y: 3.65, w: 11.5, h: 2.65, fontSize: 24, color: 'FFFFFF', valign: 'top' }),
    ],
  });
  file.defineSlideMaster({
    ...white,
    title: 'Inhoud',
    objects: [...footer, heading, place('body', 'body', { ...body, fontSize: 24, color: black, valign: 'top' })],
  });
  file.defineSlideMaster({ ...white, title: 'Alleen titel', objects: [...footer, heading] });
}

/** Name and logo of the house under a title, on white, for a logo is made for that. */
function coverBand(style: HouseStyle, logo: Picture | undefined): MasterObjects {
  const name = { x: 0.9, y: 6.75, w: 8.5, h: 0.5, margin: 0, fontSize: 16, color: black, valign: 'middle', lang: 'nl-NL' } as const;
  return [
    { rect: { x: 0, y: 6.5, w: '100%', h: 1, fill: { color: 'FFFFFF' } } },
    { text: { text: cleanText(clipped(style.name, 75)), options: name } },
    ...(logo ? [{ image: logoAt(logo, 9.4, 6.65, 3, 0.7) }] : []),
  ];
}

const accentOf = (style: HouseStyle): string => readableAccent(style.accent).slice(1).toUpperCase();

const dataOf = ({ bytes, type }: Picture): string =>
  `${type};base64,${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')}`;

function logoAt(
  logo: Picture,
  right: number,
  y: number,
  width: number,
  height: number,
): { data: string; x: number; y: number; w: number; h: number } {
  const scale = Math.min(width / logo.width, height / logo.height);
  const [w, h] = [logo.width * scale, logo.height * scale];
  return { data: dataOf(logo), x: right + width - w, y: y + (height - h) / 2, w, h };
}

function addSlide(file: PptxGenJS, slide: Slide, deck: Deck): void {
  const masters = { titel: 'Titel', punten: 'Inhoud', tabel: 'Alleen titel', beeld: 'Alleen titel' } as const;
  const page = file.addSlide({ masterName: masters[slide.type] });
  page.addText(cleanText(slide.title), {
    placeholder: 'title',
    lang: 'nl-NL',
    fit: 'shrink',
    ...smaller(slide.title, slide.type === 'titel' ? 40 : 30),
  });
  switch (slide.type) {
    case 'titel':
      page.addText(
        texts(
          slide.lines.map((text): SlideLine => ({ text, level: 0 })),
          false,
        ),
        { placeholder: 'body', lang: 'nl-NL', fit: 'shrink', ...(slide.lines.join('').length > 200 ? { fontSize: 20 } : {}) },
      );
      break;
    case 'punten':
      page.addText(texts(slide.lines, true), { placeholder: 'body', lang: 'nl-NL', fit: 'shrink' });
      break;
    case 'tabel':
      addTable(page, slide, deck.style);
      break;
    case 'beeld':
      addPicture(page, slide, deck.pictures.get(slide.path));
  }
  page.addNotes(cleanText(slide.notes === '' ? slide.title : slide.notes));
}

/** A long title in smaller letters, so that it stays within its two lines. */
function smaller(title: string, size: number): { fontSize?: number } {
  const room = size === 40 ? 90 : 75;
  return title.length <= room ? {} : { fontSize: Math.max(18, Math.floor(size * Math.sqrt(room / title.length))) };
}

function texts(lines: readonly SlideLine[], bullets: boolean): PptxGenJS.TextProps[] {
  const shown = lines.length > 0 ? lines : [{ text: ' ', level: 0 as const }];
  return shown.map(({ text, level, strong }) => ({
    text: cleanText(text),
    options: {
      lang: 'nl-NL',
      breakLine: true,
      paraSpaceAfter: 6,
      ...(strong ? { bold: true } : bullets ? { bullet: { indent: 18 } } : {}),
      ...(level > 0 ? { indentLevel: level } : {}),
    },
  }));
}

function addTable(page: Page, { header, rows, below }: Extract<Slide, { type: 'tabel' }>, style: HouseStyle): void {
  const cell = (text: string, options: PptxGenJS.TableCellProps): PptxGenJS.TableCell => ({
    text: cleanText(text),
    options: { lang: 'nl-NL', ...options },
  });
  const head = header.map((text) => cell(text, { bold: true, color: 'FFFFFF', fill: { color: accentOf(style) } }));
  page.addTable([head, ...rows.map((row) => row.map((text) => cell(text, { color: black })))], {
    ...{ x: body.x, y: body.y, w: body.w },
    colW: columnShares(header, rows).map((share) => share * body.w),
    fontSize: 18,
    valign: 'middle',
    border: { type: 'solid', pt: 1, color: 'BBBBBB' },
    margin: [0.06, 0.1, 0.06, 0.1],
  });
  if (below !== undefined)
    page.addText(cleanText(below), { x: body.x, y: 6.25, w: body.w, h: 0.4, margin: 0, fontSize: 18, italic: true, color: grey, lang: 'nl-NL' });
}

function addPicture(page: Page, { alt }: Extract<Slide, { type: 'beeld' }>, picture: Picture | undefined): void {
  if (!picture) {
    page.addText(cleanText(alt === '' ? '[afbeelding]' : `[afbeelding: ${alt}]`), {
      ...body,
      fontSize: 20,
      italic: true,
      color: grey,
      lang: 'nl-NL',
    });
    return;
  }
  const scale = Math.min(body.w / picture.width, body.h / picture.height, 1 / 96);
  const [w, h] = [picture.width * scale, picture.height * scale];
  page.addImage({ data: dataOf(picture), x: body.x + (body.w - w) / 2, y: body.y + (body.h - h) / 2, w, h, altText: cleanText(alt) });
}
