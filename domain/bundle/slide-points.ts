import { sentencesOf } from './sentences.ts';
import { fitsOnSlides } from './slide-tables.ts';
import { blockText, spanText, type Block, type Span } from './text-blocks.ts';

interface Line {
  text: string;
  level: 0 | 1;
  strong?: true;
}

/** Something to show of a text: lines with the whole text they stand for, a table or a picture. */
export type Point =
  | { type: 'tekst'; lines: Line[]; full: string }
  | { type: 'tabel'; header: string[]; rows: string[][] }
  | { type: 'beeld'; path: string; alt: string };

/** Signs a line on a slide may have; a longer sentence stays with the speaker. */
const longest = 170;

/**
 * What of a text goes on slides: of a paragraph the first sentences that are short enough, of a list every item, of a table the table. Sentences stay whole;
 * what is not shown is in `full`.
 */
export function pointsOf(blocks: readonly Block[]): Point[] {
  const points: Point[] = [];
  let behind = '';
  const tell = (lines: Line[], full: string): void => {
    // What has no line of its own goes along with the line before it, or else with the next.
    const last = points.at(-1);
    if (lines.length > 0) points.push({ type: 'tekst', lines, full: [behind, full].filter((text) => text !== '').join('\n\n') });
    else if (last?.type === 'tekst') last.full = `${last.full}\n\n${full}`;
    else behind = [behind, full].filter((text) => text !== '').join('\n\n');
    if (lines.length > 0) behind = '';
  };
  for (const block of blocks) readBlock(block, points, tell);
  if (behind !== '') points.push({ type: 'tekst', lines: leastOf(behind), full: behind });
  return points;
}

type Tell = (lines: Line[], full: string) => void;

function readBlock(block: Block, points: Point[], tell: Tell): void {
  switch (block.type) {
    case 'heading':
      return tell([{ text: spanText(block.spans), level: 0, strong: true }], spanText(block.spans));
    case 'paragraph':
      tell(leadOf(spanText(block.spans), 0), spanText(block.spans));
      return pictures(block.spans, points);
    case 'quote':
      return tell(
        leadOf(blockText(block.blocks), 0).map((line) => ({ ...line, text: quoted(line.text) })),
        blockText(block.blocks),
      );
    case 'list':
      for (const item of block.items) {
        const [head, ...rest] = item.blocks;
        const text = head ? blockText([head]) : '';
        const lines = text === '' ? [] : leadOf(text, 0);
        const under = rest.flatMap((one) => (one.type === 'list' ? one.items.flatMap((sub) => leadOf(blockText(sub.blocks.slice(0, 1)), 1)) : []));
        tell(lines.length > 0 ? [...lines, ...under] : [], blockText(item.blocks));
        for (const one of rest) if (one.type === 'table' || one.type === 'picture') readBlock(one, points, tell);
      }
      return;
    case 'table':
      return table(block, points, tell);
    case 'picture':
      points.push({ type: 'beeld', path: block.path, alt: block.alt });
      return;
    case 'code':
      return tell([], block.text);
    case 'rule':
      return;
  }
}

/** The first sentences that fit on a line or two together; a paragraph of nothing but long sentences has none. */
function leadOf(text: string, level: 0 | 1): Line[] {
  const sentences = sentencesOf(text);
  const from = sentences.findIndex((sentence) => sentence.length <= longest);
  if (from < 0) return [];
  let lead = sentences[from] ?? '';
  for (const next of sentences.slice(from + 1)) {
    if (lead.length + 1 + next.length > longest) break;
    lead = `${lead} ${next}`;
  }
  return [{ text: closed(lead), level }];
}

/** A quotation that goes on behind what is shown, closed where it stops. */
function closed(text: string): string {
  if ((text.match(/"/g)?.length ?? 0) % 2 === 1) return `${text}"`;
  for (const [open, close] of ['“”', '„”', '‘’'] as const)
    if (text.lastIndexOf(open ?? '') > text.lastIndexOf(close ?? '') && text.includes(open ?? '')) return `${text}${close ?? ''}`;
  return text;
}

/** For a text in which no sentence is short: its shortest, or where to find it when even that is no line for a slide. */
function leastOf(text: string): Line[] {
  const [shortest] = sentencesOf(text).sort((a, b) => a.length - b.length);
  if (shortest === undefined) return [];
  return [{ text: shortest.length <= 2.5 * longest ? shortest : 'Dit deel staat bij de notities.', level: 0 }];
}

const quoted = (text: string): string => (/^["“„‘']/.test(text) ? text : `“${text.replace(/["”]$/, '')}”`);

function table(block: Extract<Block, { type: 'table' }>, points: Point[], tell: Tell): void {
  const header = block.header.map((cell) => spanText(cell));
  const rows = block.rows.map((row) => row.map((cell) => spanText(cell)));
  if (fitsOnSlides([header, ...rows].flat())) points.push({ type: 'tabel', header, rows });
  else tell([], blockText([block]));
}

function pictures(spans: readonly Span[], points: Point[]): void {
  for (const span of spans) if (span.type === 'picture') points.push({ type: 'beeld', path: span.path, alt: span.alt });
}
