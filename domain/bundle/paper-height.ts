import { blockText, spanText, type Block, type Span } from './text-blocks.ts';

/** A heading with what stands under it. */
export interface PaperSection {
  title: string;
  blocks: readonly Block[];
}

export interface Paper {
  /** Of the text, in points. */
  width: number;
  /** Height of a picture on paper, in points; 0 when it is not shown. */
  picture(path: string): number;
}

/**
 * How much paper texts take in letters of a size, in points. Reckoned on the large side, for no two programs set a text the same: what should fit,
 * fits in all of them.
 */
export const paperHeight = (sections: readonly PaperSection[], size: number, paper: Paper): number =>
  sections.reduce((sum, section) => sum + sectionHeight(section, size, paper), 0);

const lineHeight = (size: number): number => size * 1.36;

function sectionHeight({ title, blocks }: PaperSection, size: number, paper: Paper): number {
  const heading = title === '' ? 0 : lineHeight(size + 3) + 13;
  return heading + blocksHeight(blocks, size, paper.width, paper);
}

const blocksHeight = (blocks: readonly Block[], size: number, width: number, paper: Paper): number =>
  blocks.reduce((sum, block) => sum + blockHeight(block, size, width, paper), 0);

function blockHeight(block: Block, size: number, width: number, paper: Paper): number {
  switch (block.type) {
    case 'heading':
      return linesIn(spanText(block.spans), size + 1, width) * lineHeight(size + 1) + 9;
    case 'paragraph':
      return (
        linesIn(spanText(block.spans), size, width) * lineHeight(size) +
        size * 0.45 +
        notesHeight(block.spans, width) +
        spanPictures(block.spans, paper)
      );
    case 'list':
      return block.items.reduce((sum, item) => sum + Math.max(lineHeight(size), blocksHeight(item.blocks, size, width - 18, paper)), 0);
    case 'quote':
      return blocksHeight(block.blocks, size, width - 20, paper);
    case 'code':
      return block.text.split('\n').reduce((sum, line) => sum + linesIn(line, size + 1, width), 0) * lineHeight(size) + 6;
    case 'table':
      return [block.header, ...block.rows].reduce((sum, row) => sum + rowHeight(row, size, width, paper), 0) + 12;
    case 'picture':
      return paper.picture(block.path) || linesIn(block.alt, size, width) * lineHeight(size);
    case 'rule':
      return lineHeight(size);
  }
}

/** Signs of a common letter are less than half as wide as high. */
const linesIn = (text: string, size: number, width: number): number => Math.max(1, Math.ceil(text.length / Math.max(8, width / (size * 0.485))));

function rowHeight(row: readonly (readonly Span[])[], size: number, width: number, paper: Paper): number {
  const texts = row.map((cell) => spanText(cell));
  const all = texts.reduce((sum, text) => sum + Math.sqrt(20 + text.length), 0);
  const lines = texts.map((text) => linesIn(text, size - 1, (Math.sqrt(20 + text.length) / all) * width * 0.8 - 10));
  return Math.max(1, ...lines) * (size - 1) * 1.25 + 6 + row.reduce((sum, cell) => sum + notesHeight(cell, width) + spanPictures(cell, paper), 0);
}

function notesHeight(spans: readonly Span[], width: number): number {
  return spans.reduce((sum, span) => sum + (span.type === 'note' ? linesIn(blockText(span.blocks), 9, width) * 13 : 0), 0);
}

const spanPictures = (spans: readonly Span[], paper: Paper): number =>
  spans.reduce((sum, span) => sum + (span.type === 'picture' ? paper.picture(span.path) : 0), 0);
