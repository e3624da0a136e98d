import { sentencesOf } from './sentences.ts';
import { blockText, spanText, type Block, type Span } from './text-blocks.ts';

/** A heading with what stands under it. */
export interface PaperSection {
  title: string;
  blocks: readonly Block[];
}

export interface PaperRoom {
  /** Room for the sections, in points. */
  height: number;
  width: number;
  /** Sizes of letters to try, the best to read first. */
  sizes: readonly number[];
  /** Height of a picture on paper, in points; 0 when it is not shown. */
  picture(path: string): number;
}

export interface PaperFit<Section extends PaperSection> {
  size: number;
  sections: Section[];
  /** Something had to stay away. */
  shortened: boolean;
}

/**
 * Makes texts fit on paper: first with smaller letters, then without the ends of the longest parts. Only whole blocks, items and sentences go. Heights
 * are reckoned on the large side, for no two programs set a text the same.
 */
export function fitOnPaper<Section extends PaperSection>(sections: readonly Section[], room: PaperRoom): PaperFit<Section> {
  const smallest = room.sizes.at(-1) ?? 9;
  const size = room.sizes.find((one) => heightOf(sections, one, room) <= room.height);
  if (size !== undefined) return { size, sections: [...sections], shortened: false };
  const kept = sections.map((section) => ({ ...section, blocks: [...section.blocks] }));
  for (let turn = 0; turn < 5000 && heightOf(kept, smallest, room) > room.height; turn++) {
    const [longest] = [...kept].sort((a, b) => sectionHeight(b, smallest, room) - sectionHeight(a, smallest, room));
    if (!longest || !shorten(longest.blocks)) break;
  }
  return { size: smallest, sections: kept, shortened: true };
}

/** Takes the last piece off; false when nothing can go any more. */
function shorten(blocks: Block[]): boolean {
  const last = blocks.pop();
  if (!last) return false;
  const less = shorter(last);
  if (less) blocks.push(less);
  // A heading with nothing under it, or a sentence that announces what is gone, goes too.
  while (blocks.at(-1)?.type === 'heading') blocks.pop();
  return true;
}

function shorter(block: Block): Block | undefined {
  if (block.type === 'list') return block.items.length > 1 ? { ...block, items: block.items.slice(0, -1) } : undefined;
  if (block.type === 'table') return block.rows.length > 1 ? { ...block, rows: block.rows.slice(0, -1) } : undefined;
  if (block.type === 'quote') return block.blocks.length > 1 ? { ...block, blocks: block.blocks.slice(0, -1) } : undefined;
  if (block.type !== 'paragraph') return undefined;
  const sentences = sentencesOf(spanText(block.spans));
  return sentences.length > 1 ? { ...block, spans: [{ type: 'text', text: sentences.slice(0, -1).join(' ') }] } : undefined;
}

const heightOf = (sections: readonly PaperSection[], size: number, room: PaperRoom): number =>
  sections.reduce((sum, section) => sum + sectionHeight(section, size, room), 0);

const lineHeight = (size: number): number => size * 1.36;

function sectionHeight({ title, blocks }: PaperSection, size: number, room: PaperRoom): number {
  const heading = title === '' ? 0 : lineHeight(size + 3) + 13;
  return heading + blocksHeight(blocks, size, room.width, room);
}

const blocksHeight = (blocks: readonly Block[], size: number, width: number, room: PaperRoom): number =>
  blocks.reduce((sum, block) => sum + blockHeight(block, size, width, room), 0);

function blockHeight(block: Block, size: number, width: number, room: PaperRoom): number {
  switch (block.type) {
    case 'heading':
      return linesIn(spanText(block.spans), size + 1, width) * lineHeight(size + 1) + 9;
    case 'paragraph':
      return (
        linesIn(spanText(block.spans), size, width) * lineHeight(size) +
        size * 0.45 +
        notesHeight(block.spans, width) +
        spanPictures(block.spans, room)
      );
    case 'list':
      return block.items.reduce((sum, item) => sum + Math.max(lineHeight(size), blocksHeight(item.blocks, size, width - 18, room)), 0);
    case 'quote':
      return blocksHeight(block.blocks, size, width - 20, room);
    case 'code':
      return block.text.split('\n').reduce((sum, line) => sum + linesIn(line, size + 1, width), 0) * lineHeight(size) + 6;
    case 'table':
      return [block.header, ...block.rows].reduce((sum, row) => sum + rowHeight(row, size, width, room), 0) + 12;
    case 'picture':
      return room.picture(block.path) || linesIn(block.alt, size, width) * lineHeight(size);
    case 'rule':
      return lineHeight(size);
  }
}

/** Signs of a common letter are less than half as wide as high. */
const linesIn = (text: string, size: number, width: number): number => Math.max(1, Math.ceil(text.length / Math.max(8, width / (size * 0.485))));

function rowHeight(row: readonly (readonly Span[])[], size: number, width: number, room: PaperRoom): number {
  const texts = row.map((cell) => spanText(cell));
  const all = texts.reduce((sum, text) => sum + Math.sqrt(20 + text.length), 0);
  const lines = texts.map((text) => linesIn(text, size - 1, (Math.sqrt(20 + text.length) / all) * width * 0.8 - 10));
  return Math.max(1, ...lines) * (size - 1) * 1.25 + 6 + row.reduce((sum, cell) => sum + notesHeight(cell, width) + spanPictures(cell, room), 0);
}

function notesHeight(spans: readonly Span[], width: number): number {
  return spans.reduce((sum, span) => sum + (span.type === 'note' ? linesIn(blockText(span.blocks), 9, width) * 13 : 0), 0);
}

const spanPictures = (spans: readonly Span[], room: PaperRoom): number =>
  spans.reduce((sum, span) => sum + (span.type === 'picture' ? room.picture(span.path) : 0), 0);
