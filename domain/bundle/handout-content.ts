import type { Verdict } from '../cards/judgement.ts';
import type { Json } from '../entries/entry.ts';
import { sentencesOf } from './sentences.ts';
import { sourceLine } from './source-line.ts';
import { blockText, spanText, type Block, type ListItem, type Span } from './text-blocks.ts';

/** What a hand-out is made from: a write-up as products get it. */
export interface HandoutSource {
  title: string;
  kindName: string;
  summary: string;
  organisation?: string;
  date?: string;
  contact?: string;
  sources?: readonly { title: string; makers?: string; year?: string }[];
  fields: Readonly<Record<string, Json>>;
  facts: readonly { key: string; label: string; value: string }[];
  parts: readonly { id?: string; item?: string; heading: string; blocks: readonly Block[] }[];
  stage?: { name: string; since?: string };
  verdicts: readonly { item: string; name: string; verdict: Verdict; on?: string }[];
}

/** One practice on two pages. */
export interface HandoutContent {
  title: string;
  /** Kind, organisation, year. */
  kicker: string;
  /** The practice in a sentence or two. */
  lead: string;
  /** The burning issue: how its Waarom begins. */
  issue: string;
  parts: { heading: string; blocks: Block[]; /** Something was left out. */ cut: boolean }[];
  success: string[];
  obstacles: string[];
  /** What must be arranged: the pieces of the text under such a heading. */
  conditions: string[];
  facts: { label: string; value: string }[];
  contact?: string;
  /** Who made it, what and when; one line for each. */
  sources: string[];
  stage?: string;
  /** Part A of the checklist: `4 van 7 ja`, with the date of the newest judgement. */
  weighed?: { yes: number; of: number; on?: string };
}

/** So many words of every part, from all of it to the least that still says something. */
export const handoutBudgets = [2000, 320, 240, 180, 130, 95, 70, 45] as const;

const wordsIn = (text: string): number => text.match(/\S+/g)?.length ?? 0;

/** A practice for two pages, with at most `budget` words of each part; whole sentences, items and rows, never half ones. */
export function handoutContent(source: HandoutSource, budget: number, ofItems: number): HandoutContent {
  const why = source.parts.find(({ id, item }) => id === 'waarom' || item === 'checklist.B1');
  const issue = issueOf(why?.blocks ?? []);
  const used = new Set(['succesfactoren', 'knelpunten']);
  const judged = source.verdicts.filter(({ item }) => item.startsWith('checklist.A'));
  const newest = judged
    .flatMap(({ on }) => on ?? [])
    .sort()
    .at(-1);
  return {
    title: source.title,
    kicker: [capital(source.kindName), source.organisation, source.date?.slice(0, 4)].filter(Boolean).join(' · '),
    lead: source.summary,
    issue,
    parts: source.parts
      .filter(({ blocks }) => blocks.length > 0)
      .map((part) => ({ heading: part.heading, ...shortened(part === why ? withoutIssue(part.blocks, issue) : part.blocks, budget) }))
      // A part of which nothing fits is still named: what is not here must be looked for elsewhere.
      .map((part) => (part.blocks.length === 0 && part.cut ? { ...part, blocks: [sentence('Dit deel staat in de leesversie.')], cut: false } : part))
      .filter(({ blocks }) => blocks.length > 0),
    success: listOf(source.fields['succesfactoren']),
    obstacles: listOf(source.fields['knelpunten']),
    conditions: conditionsIn(source.parts),
    facts: source.facts.filter(({ key }) => !used.has(key)).map(({ label, value }) => ({ label, value })),
    ...(source.contact === undefined ? {} : { contact: source.contact }),
    sources: (source.sources ?? []).map(sourceLine),
    ...(source.stage ? { stage: source.stage.name } : {}),
    ...(judged.length > 0
      ? {
          weighed: {
            yes: judged.filter(({ verdict }) => verdict === 'ja').length,
            of: Math.max(ofItems, judged.length),
            ...(newest ? { on: newest } : {}),
          },
        }
      : {}),
  };
}

const capital = (word: string): string => word.charAt(0).toLocaleUpperCase('nl') + word.slice(1);
const listOf = (value: Json | undefined): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string' && one.trim() !== '') : [];

/** The first sentence or two of the first paragraph. */
function issueOf(blocks: readonly Block[]): string {
  const first = blocks.find((block) => block.type === 'paragraph');
  if (first?.type !== 'paragraph') return '';
  const sentences = sentencesOf(spanText(first.spans));
  const out: string[] = [];
  for (const sentence of sentences) {
    if (out.length > 0 && wordsIn([...out, sentence].join(' ')) > 35) break;
    out.push(sentence);
  }
  return out.join(' ');
}

/** Without the sentences that stand above already, when nothing but plain words would go with them. */
function withoutIssue(blocks: readonly Block[], issue: string): Block[] {
  const at = blocks.findIndex((block) => block.type === 'paragraph');
  const first = blocks[at];
  if (issue === '' || first?.type !== 'paragraph') return [...blocks];
  if (spanText(first.spans).trim() === issue) return blocks.filter((_, index) => index !== at);
  const [span] = first.spans;
  if (span?.type !== 'text' || !span.text.startsWith(issue)) return [...blocks];
  const rest = { ...span, text: span.text.slice(issue.length).trimStart() };
  return blocks.map((block, index) => (index === at ? { ...first, spans: [rest, ...first.spans.slice(1)] } : block));
}

const sentence = (text: string): Block => ({ type: 'paragraph', spans: [{ type: 'text', text }] });

/** As much as fits in so many words. A picture that is too much is passed over, a table gives the rows that fit; the first other text that does not fit ends it. */
export function shortened(blocks: readonly Block[], budget: number): { blocks: Block[]; cut: boolean } {
  const out: Block[] = [];
  let left = budget;
  let cut = false;
  for (const [at, block] of blocks.entries()) {
    const size = sizeOf(block);
    if (size <= left) {
      out.push(block);
      left -= size;
      continue;
    }
    cut = true;
    if (block.type === 'picture') continue;
    // What follows a table may say what it means: it gets its share of the room.
    const room = block.type === 'table' && at < blocks.length - 1 ? left / 2 : left;
    const pieces = pieceOf(block, room);
    out.push(...pieces);
    left -= pieces.reduce((sum, piece) => sum + sizeOf(piece), 0);
    if (block.type !== 'table') break;
  }
  // A heading with nothing under it says nothing.
  while (cut && out.at(-1)?.type === 'heading') out.pop();
  return { blocks: out, cut };
}

const sizeOf = (block: Block): number => wordsIn(blockText([block])) + (block.type === 'picture' ? 60 : 0);

function pieceOf(block: Block, left: number): Block[] {
  if (block.type === 'table') return rowsOf(block, left);
  if (block.type === 'paragraph') {
    const kept: string[] = [];
    for (const next of sentencesOf(spanText(block.spans))) {
      if (wordsIn([...kept, next].join(' ')) > left) break;
      kept.push(next);
    }
    return kept.length === 0 ? [] : [sentence(kept.join(' '))];
  }
  if (block.type !== 'list') return [];
  const items: ListItem[] = [];
  let room = left;
  for (const item of block.items) {
    room -= wordsIn(blockText(item.blocks));
    if (room < 0) break;
    items.push(item);
  }
  return items.length === 0 ? [] : [{ ...block, items }];
}

/** The first rows of a table, with a sentence on how many more there are. */
function rowsOf(table: Extract<Block, { type: 'table' }>, left: number): Block[] {
  const wordsInRow = (row: readonly (readonly Span[])[]): number => row.reduce((sum, cell) => sum + wordsIn(spanText(cell)) + 1, 0);
  let room = left - 10 - wordsInRow(table.header);
  const fitting = table.rows.findIndex((row) => {
    room -= wordsInRow(row);
    return room < 0;
  });
  const rows = table.rows.slice(0, Math.max(0, fitting));
  const more = table.rows.length - rows.length;
  const told = more === 1 ? '1 rij; die staat' : `${more} rijen; die staan`;
  if (rows.length > 0) return [{ ...table, rows }, sentence(`… en nog ${told} in de leesversie.`)];
  return left < 10 ? [] : [sentence(`Hier hoort een tabel van ${told} in de leesversie.`)];
}

/** Words in all of a hand-out: enough to tell that it will not fit, without setting it. */
export function handoutWords(content: HandoutContent): number {
  const { title, lead, issue, parts, success, obstacles, conditions, facts } = content;
  const lines = [title, lead, issue, ...success, ...obstacles, ...conditions, ...facts.map(({ value }) => value)];
  return wordsIn([...lines, ...parts.flatMap(({ heading, blocks }) => [heading, blockText(blocks)])].join('\n'));
}

/** A hand-out that fits however much there is of everything: short lists of short lines, and little or nothing of the parts. */
export function sparing(content: HandoutContent, signs: number): HandoutContent {
  const few = (lines: readonly string[]): string[] => [
    ...lines.slice(0, 4).map((line) => clipped(line, signs)),
    ...(lines.length > 4 ? [`… en nog ${lines.length - 4} in de leesversie`] : []),
  ];
  const [moreParts, moreFacts] = [content.parts.length - 5, content.facts.length - 6];
  return {
    ...content,
    title: clipped(content.title, 2 * signs),
    kicker: clipped(content.kicker, signs),
    lead: clipped(content.lead, 3 * signs),
    issue: clipped(content.issue, 2 * signs),
    parts: [
      ...content.parts.slice(0, 5).map((part) => {
        const blocks = part.blocks.filter(({ type }) => type === 'paragraph').slice(0, 1);
        return { heading: clipped(part.heading, signs), blocks: blockText(blocks).length > 4 * signs ? [] : blocks, cut: true };
      }),
      ...(moreParts > 0
        ? [
            {
              heading: '',
              blocks: [sentence(`Er ${moreParts === 1 ? 'is nog 1 deel' : `zijn nog ${moreParts} delen`} in de leesversie.`)],
              cut: false,
            },
          ]
        : []),
    ],
    success: few(content.success),
    obstacles: few(content.obstacles),
    conditions: few(content.conditions),
    facts: [
      ...content.facts.slice(0, 6).map(({ label, value }) => ({ label: clipped(label, signs), value: clipped(value, signs) })),
      ...(moreFacts > 0 ? [{ label: 'En verder', value: `nog ${moreFacts} ${moreFacts === 1 ? 'kenmerk' : 'kenmerken'} in de leesversie` }] : []),
    ],
    ...(content.contact === undefined ? {} : { contact: clipped(content.contact, signs) }),
    sources: few(content.sources),
    ...(content.stage === undefined ? {} : { stage: clipped(content.stage, signs) }),
  };
}

const graphemes = new Intl.Segmenter('nl', { granularity: 'grapheme' });

/** The beginning of a text, on whole words where it has them. */
export function clipped(text: string, signs: number): string {
  const letters = [...graphemes.segment(text)].map(({ segment }) => segment);
  if (letters.length <= signs) return text;
  const start = letters.slice(0, signs - 1).join('');
  const space = start.lastIndexOf(' ');
  return `${(space > signs / 2 ? start.slice(0, space) : start).replace(/[\s,;:.–-]+$/, '')}…`;
}

/** Items and paragraphs under a heading about preconditions. */
function conditionsIn(parts: HandoutSource['parts']): string[] {
  const out: string[] = [];
  for (const { blocks } of parts) {
    let within = false;
    for (const block of blocks) {
      if (block.type === 'heading') within = /randvoorwaarden|wat (er )?nodig (is|was)/i.test(spanText(block.spans));
      else if (within && block.type === 'list') out.push(...block.items.map((item) => blockText(item.blocks)));
      else if (within && block.type === 'paragraph') out.push(spanText(block.spans));
    }
  }
  return out.slice(0, 6);
}
