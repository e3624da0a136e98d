import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  Paragraph,
  TextRun,
  type IParagraphOptions,
  type ParagraphChild,
  type Table,
} from 'docx';
import { blockText, type Block, type ListItem, type Span } from '../../../domain/bundle/text-blocks.ts';
import { docxTable, pageWidth } from './docx-table.ts';
import { cleanText } from './office-zip.ts';
import type { Picture } from './product.ts';

/** Where a block stands: how deep in lists, and in what look. */
interface Place {
  /** Twips from the left edge of the text. */
  left: number;
  level: number;
  style?: string;
}

const step = 360;
const headings = [HeadingLevel.HEADING_3, HeadingLevel.HEADING_4, HeadingLevel.HEADING_5, HeadingLevel.HEADING_6] as const;

/** Turns the text of write-ups into that of one Word document, and remembers what belongs to the document as a whole. */
export class DocxText {
  readonly #pictures: ReadonlyMap<string, Picture>;
  readonly #notes: Paragraph[][] = [];
  readonly #starts = new Set<number>();
  readonly #tallest: number;
  #lists = 0;

  /** `tallest`: height no picture goes over, in pixels of 1/96 inch. */
  constructor(pictures: ReadonlyMap<string, Picture>, tallest = 380) {
    this.#pictures = pictures;
    this.#tallest = tallest;
  }

  /** Contents of the footnotes, by number from one. */
  get notes(): Record<string, { children: Paragraph[] }> {
    return Object.fromEntries(this.#notes.map((children, at) => [String(at + 1), { children }]));
  }

  /** Numbers lists begin with; each needs a numbering of its own. */
  get starts(): number[] {
    return [...this.#starts].sort((a, b) => a - b);
  }

  blocks(blocks: readonly Block[]): (Paragraph | Table)[] {
    return this.#blocks(blocks, { left: 0, level: 0 });
  }

  #blocks(blocks: readonly Block[], place: Place): (Paragraph | Table)[] {
    return blocks.flatMap((block) => this.#block(block, place));
  }

  #block(block: Block, place: Place): (Paragraph | Table)[] {
    const look: IParagraphOptions = {
      ...(place.style === undefined ? {} : { style: place.style }),
      ...(place.left > 0 ? { indent: { left: place.left } } : {}),
    };
    switch (block.type) {
      case 'heading':
        return [new Paragraph({ heading: headings[Math.min(block.level, 6) - 3] ?? HeadingLevel.HEADING_3, children: this.spans(block.spans) })];
      case 'paragraph':
        return [new Paragraph({ ...look, children: this.spans(block.spans) })];
      case 'list':
        return this.#list(block, place);
      case 'quote':
        return this.#blocks(block.blocks, { ...place, left: place.left + step, style: 'Citaat' });
      case 'code':
        return [new Paragraph({ ...look, style: 'Code', children: lines(block.text) })];
      case 'table':
        return [docxTable(block, (spans) => this.spans(spans)), new Paragraph({ style: 'Na-tabel' })];
      case 'picture':
        return [this.#picture(block, look)];
      case 'rule':
        return [new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: 'BBBBBB', space: 1 } } })];
    }
  }

  #list(list: Extract<Block, { type: 'list' }>, place: Place): (Paragraph | Table)[] {
    const instance = ++this.#lists;
    const start = Number.isSafeInteger(list.start) && list.start >= 0 ? list.start : 1;
    if (list.ordered) this.#starts.add(start);
    const level = Math.min(place.level, 5);
    return list.items.flatMap((item) =>
      this.#item(item, { ...place, level, left: place.left + step }, list.ordered ? { start, instance } : undefined),
    );
  }

  #item(item: ListItem, place: Place, ordered: { start: number; instance: number } | undefined): (Paragraph | Table)[] {
    const [head, ...rest] = item.blocks;
    const spans = head?.type === 'paragraph' ? head.spans : [];
    const indent = { left: place.left, hanging: step };
    const style = place.style ?? 'ListParagraph';
    const first =
      item.checked === undefined
        ? new Paragraph({
            style,
            indent,
            numbering: {
              reference: ordered ? `nummers-${ordered.start}` : 'punten',
              level: place.level,
              ...(ordered ? { instance: ordered.instance } : {}),
            },
            children: this.spans(spans),
          })
        : new Paragraph({ style, indent, children: [new TextRun(`${item.checked ? '☒' : '☐'}\t`), ...this.spans(spans)] });
    const others = head === undefined || head.type === 'paragraph' ? rest : item.blocks;
    return [first, ...this.#blocks(others, { ...place, level: place.level + 1 })];
  }

  /** The pieces of a line. */
  spans(spans: readonly Span[]): ParagraphChild[] {
    return spans.map((span): ParagraphChild => {
      if (span.type === 'break') return new TextRun({ break: 1 });
      if (span.type === 'picture') return this.#inline(span);
      if (span.type === 'note') return this.#note(span.blocks);
      const { text, strong, emphasis, strike, code, href } = span;
      const run = {
        text: cleanText(text),
        ...(strong ? { bold: true } : {}),
        ...(emphasis ? { italics: true } : {}),
        ...(strike ? { strike: true } : {}),
        ...(code ? { font: 'Consolas' } : {}),
      };
      return href === undefined
        ? new TextRun(run)
        : new ExternalHyperlink({ link: safeLink(href), children: [new TextRun({ ...run, style: 'Hyperlink' })] });
    });
  }

  /** A note is set below the page; what paper has no room for there, a table or a picture, is told in words. */
  #note(blocks: readonly Block[]): ParagraphChild {
    const children = blocks.map((block) =>
      block.type === 'paragraph'
        ? new Paragraph({ style: 'FootnoteText', children: this.spans(block.spans.filter((span) => span.type !== 'note')) })
        : new Paragraph({ style: 'FootnoteText', children: lines(blockText([block])) }),
    );
    this.#notes.push(children.length > 0 ? children : [new Paragraph({ style: 'FootnoteText' })]);
    return new FootnoteReferenceRun(this.#notes.length);
  }

  #inline({ path, alt }: { path: string; alt: string }): ParagraphChild {
    const picture = this.#pictures.get(path);
    return picture ? pictureRun(picture, alt, 240, 120) : new TextRun({ text: told(alt), italics: true });
  }

  #picture({ path, alt }: { path: string; alt: string }, look: IParagraphOptions): Paragraph {
    const picture = this.#pictures.get(path);
    if (!picture) return new Paragraph({ ...look, children: [new TextRun({ text: told(alt), italics: true })] });
    return new Paragraph({
      ...look,
      keepLines: true,
      alignment: AlignmentType.LEFT,
      children: [pictureRun(picture, alt, pageWidth / 15, this.#tallest)],
    });
  }
}

const told = (alt: string): string => (alt === '' ? '[afbeelding]' : `[afbeelding: ${cleanText(alt)}]`);

/** Lines under each other in one paragraph. */
export function lines(text: string): TextRun[] {
  return cleanText(text)
    .split('\n')
    .map((line, at) => new TextRun({ text: line, ...(at > 0 ? { break: 1 } : {}) }));
}

/** A picture that fits; `width` and `height` in pixels of 1/96 inch. */
export function pictureRun(picture: Picture, alt: string, width: number, height: number): ImageRun {
  const scale = Math.min(1, width / picture.width, height / picture.height);
  return new ImageRun({
    type: picture.type === 'image/png' ? 'png' : 'jpg',
    data: picture.bytes,
    transformation: { width: Math.max(1, Math.round(picture.width * scale)), height: Math.max(1, Math.round(picture.height * scale)) },
    altText: { name: 'afbeelding', title: '', description: cleanText(alt) },
  });
}

/** An address Office can open; it calls a file damaged over one it cannot read. */
function safeLink(href: string): string {
  try {
    return new URL(href).href;
  } catch {
    return 'about:blank';
  }
}
