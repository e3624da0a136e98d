import { candidates } from './candidates.ts';
import { maybe, sure, type Care } from './escapes.ts';
import { keysOf, sameKeys, type Block, type OpenText } from './open.ts';
import { settled, settledBlocks } from './settled.ts';
import { splicedBlock } from './splice.ts';
import { styleOf, type Style } from './style.ts';
import { attrText, type MarkupNode } from './tree.ts';

/** A block as it is after editing; with the id of the block it was made from, when there is one. */
export interface EditedBlock {
  id?: number | undefined;
  node: MarkupNode;
}

/** A block on its way back to text. */
interface Part {
  node: MarkupNode;
  key: string;
  /** The block it was, untouched or not. */
  block: Block | undefined;
  untouched: boolean;
}

interface Written {
  part: Part;
  /** What stands before it. */
  gap: string;
  text: string;
}

/**
 * The text of edited blocks. Untouched blocks are given back as they were written; of the others only the changed places are new. Each new piece
 * is proven: parsed again between its neighbours it means what was edited.
 */
export function closeText(before: OpenText, edited: readonly EditedBlock[]): string {
  const opened = withNewNotes(before, edited);
  const parts = partsOf(opened, edited);
  if (parts.length === opened.blocks.length && parts.every((part, k) => part.untouched && part.block?.id === k)) return opened.text;
  const blank = opened.eol + opened.eol;
  const out: Written[] = [];
  parts.forEach((part, k) => {
    const before = out.at(-1);
    const follows = before?.part.block !== undefined && part.block?.id === before.part.block.id + 1;
    const gap = !before ? opened.head : follows ? (before.part.block?.gap ?? blank) : blank;
    if (part.untouched && (!before || (follows && before.part.untouched && before.text === before.part.block?.source))) {
      out.push({ part, gap, text: part.block?.source ?? '' });
      return;
    }
    out.push(written(opened, part, before, parts[k + 1], gap));
  });
  const last = out.at(-1)?.part.block;
  const tail = last?.id === opened.blocks.length - 1 ? last.gap : (opened.blocks.at(-1)?.gap ?? opened.eol);
  return out.length === 0 ? opened.head.replace(/[^\uFEFF]/g, '') : out.map(({ gap, text }) => gap + text).join('') + tail;
}

/** A footnote that was added is known like those that were there: else a mark that points at it would be proven to be plain text. */
function withNewNotes(opened: OpenText, edited: readonly EditedBlock[]): OpenText {
  const added = edited
    .filter(({ id, node }) => node.type === 'footnoteDefinition' && opened.blocks[id ?? -1]?.node.type !== 'footnoteDefinition')
    .map(({ node }) => `[^${attrText(node, 'label')}]: x`);
  return added.length === 0 ? opened : { ...opened, definitions: [opened.definitions, ...added].filter(Boolean).join('\n\n') };
}

function partsOf(opened: OpenText, edited: readonly EditedBlock[]): Part[] {
  const seen = new Set<number>();
  return edited.flatMap(({ id, node }): Part[] => {
    const block = id === undefined || seen.has(id) ? undefined : opened.blocks[id];
    if (block && node === block.node) {
      seen.add(block.id);
      return [{ node, key: block.key, block, untouched: true }];
    }
    const [now] = settledBlocks([node]);
    if (!now) return [];
    if (block) seen.add(block.id);
    const key = JSON.stringify(now);
    return [{ node: now, key, block, untouched: key === block?.key }];
  });
}

/** Writes one block so that it means the same between its neighbours. */
function written(opened: OpenText, part: Part, before: Written | undefined, next: Part | undefined, gap: string): Written {
  const blank = opened.eol + opened.eol;
  const follows = part.block !== undefined && next?.block?.id === part.block.id + 1;
  const after =
    next?.untouched && next.block ? { text: (follows ? (part.block?.gap ?? blank) : blank) + next.block.source, key: next.key } : undefined;
  const gaps = before && gap !== blank ? [gap, blank] : [gap];
  let alone: string | undefined;
  let last = '';
  for (const text of proposals(opened, part)) {
    last = text;
    for (const lead of gaps) {
      const proven = (tried: string): boolean => {
        const whole = `${before ? before.text + lead : ''}${tried}${after?.text ?? ''}`;
        return sameKeys(keysOf(whole, opened.definitions), [...(before ? [before.part.key] : []), part.key, ...(after ? [after.key] : [])]);
      };
      if (proven(sure(text))) return { part, gap: lead, text: relaxed(text, proven) };
    }
    if (alone === undefined && sameKeys(keysOf(sure(text), opened.definitions), [part.key])) alone = sure(text);
  }
  const text = alone ?? sure(last);
  if (before && alone !== undefined) makeRoom(opened, before, blank + alone, part.key);
  return { part, gap: gaps.at(-1) ?? gap, text };
}

/** Writes the block before another way, when nothing can stand behind it as it is: a list behind a list, or behind indented code. */
function makeRoom(opened: OpenText, before: Written, text: string, key: string): void {
  for (const other of proposals(opened, { ...before.part, untouched: false })) {
    const tried = sure(other);
    if (!sameKeys(keysOf(tried + text, opened.definitions), [before.part.key, key])) continue;
    before.text = tried;
    return;
  }
}

function* proposals(opened: OpenText, part: Part): Generator<string> {
  const { block, node } = part;
  if (part.untouched && block) yield block.source;
  const parsed = block && opened.parsed[block.id];
  const style: Style = { ...opened.style, ...(parsed ? styleOf(opened.reading.source, [parsed]) : {}) };
  const ended = (text: string): string => text.replace(/\r?\n/g, opened.eol);
  const cares: Care[] = [0, 1, 2];
  for (const care of block && !part.untouched ? cares : []) {
    const text = block && splicedBlock(opened.reading, block.node, node, { style, care });
    if (text !== undefined) yield ended(text);
  }
  if (node.type === 'locked') yield attrText(node, 'source');
  else for (const text of candidates(settled(node), style)) yield ended(text);
}

/** Takes away every escape that proves needless, in halves, so that a long text takes few proofs. */
function relaxed(text: string, proven: (text: string) => boolean): string {
  const pieces = text.split(maybe);
  const kept = pieces.map((_, k) => k > 0);
  const joined = (): string => pieces.map((piece, k) => (kept[k] ? `\\${piece}` : piece)).join('');
  let tries = 200;
  const drop = (from: number, to: number): void => {
    if (from >= to || tries-- <= 0) return;
    kept.fill(false, from, to);
    if (proven(joined())) return;
    kept.fill(true, from, to);
    if (to - from === 1) return;
    const middle = (from + to) >> 1;
    drop(from, middle);
    drop(middle, to);
  };
  drop(1, pieces.length);
  return joined();
}
