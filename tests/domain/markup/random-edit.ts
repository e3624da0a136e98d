import type { EditedBlock } from '../../../domain/markup/close.ts';
import { isList, isTextBlock, type MarkupNode } from '../../../domain/markup/tree.ts';
import type { Chance } from '../../bench/seeded.ts';

const words = [
  'woord',
  ' en nog iets',
  '*',
  '_x_',
  '[a]',
  '1. ',
  '# ',
  '<b>',
  '&amp;',
  '|',
  '~~',
  '`',
  '[[Een stuk]]',
  'é',
  ' - ',
  '\\',
  '!',
  '**',
  'https://x.nl',
  ' ',
  '> ',
];
const marks = [
  { type: 'bold' },
  { type: 'italic' },
  { type: 'strike' },
  { type: 'code' },
  { type: 'link', attrs: { href: 'https://voorbeeld.nl/a_b' } },
];
const text = (value: string): MarkupNode => ({ type: 'text', text: value });
const paragraph = (value: string): MarkupNode => ({ type: 'paragraph', content: [text(value)] });

/** Nodes of a kind, at any depth. */
function all(nodes: readonly MarkupNode[], wanted: (node: MarkupNode) => boolean): MarkupNode[] {
  return nodes.flatMap((node) => [...(wanted(node) ? [node] : []), ...all(node.content ?? [], wanted)]);
}

type Change = (blocks: EditedBlock[], chance: Chance) => boolean;
const one = (blocks: EditedBlock[], chance: Chance, wanted: (node: MarkupNode) => boolean): MarkupNode | undefined => {
  const found = all(
    blocks.map(({ node }) => node),
    wanted,
  );
  return found.length === 0 ? undefined : chance.pick(found);
};

const type: Change = (blocks, chance) => {
  const node = one(blocks, chance, (n) => isTextBlock(n) || n.type === 'codeBlock');
  if (!node) return false;
  const word = node.type === 'codeBlock' ? chance.pick(['x', '```', '\n', '  y']) : chance.pick(words);
  const run = chance.pick([...(node.content ?? []).filter((n) => n.type === 'text'), undefined]);
  if (!run) node.content = [...(node.content ?? []), text(word)];
  else {
    const signs = [...(run.text ?? '')];
    signs.splice(chance.below(signs.length + 1), 0, word);
    run.text = signs.join('');
  }
  return true;
};

const erase: Change = (blocks, chance) => {
  const run = one(blocks, chance, (n) => n.type === 'text' && [...(n.text ?? '')].length > 1);
  if (!run) return false;
  const signs = [...(run.text ?? '')];
  signs.splice(chance.below(signs.length), 1 + chance.below(Math.min(8, signs.length - 1)));
  run.text = signs.join('') || 'x';
  return true;
};

const mark: Change = (blocks, chance) => {
  const node = one(blocks, chance, (n) => isTextBlock(n) && (n.content ?? []).some((k) => k.type === 'text'));
  const run = node && chance.pick((node.content ?? []).filter((n) => n.type === 'text'));
  if (!node?.content || !run) return false;
  const signs = [...(run.text ?? '')];
  const from = chance.below(signs.length);
  const to = from + 1 + chance.below(signs.length - from);
  const chosen = chance.pick(marks);
  const has = run.marks?.some((m) => m.type === chosen.type);
  const changed = has ? run.marks?.filter((m) => m.type !== chosen.type) : [...(run.marks ?? []), chosen];
  const piece = (a: number, b: number, own: MarkupNode['marks']): MarkupNode[] =>
    a < b ? [{ ...text(signs.slice(a, b).join('')), ...(own ? { marks: own } : {}) }] : [];
  node.content.splice(node.content.indexOf(run), 1, ...piece(0, from, run.marks), ...piece(from, to, changed), ...piece(to, signs.length, run.marks));
  return true;
};

const breakLine: Change = (blocks, chance) => {
  const node = one(blocks, chance, isTextBlock);
  node?.content?.splice(chance.below(node.content.length + 1), 0, { type: chance.pick(['hardBreak', 'softBreak']) });
  return node !== undefined;
};

const addBlock: Change = (blocks, chance) => {
  const made: MarkupNode[] = [
    paragraph('Een nieuwe alinea, 100% & meer.'),
    { type: 'heading', attrs: { level: 2 }, content: [text('Tussenkop')] },
    { type: 'horizontalRule' },
    {
      type: 'bulletList',
      content: [
        { type: 'listItem', content: [paragraph('punt')] },
        { type: 'listItem', content: [paragraph('nog een')] },
      ],
    },
    { type: 'orderedList', attrs: { start: 1 }, content: [{ type: 'listItem', content: [paragraph('eerst')] }] },
    { type: 'blockquote', content: [paragraph('Gezegd is gezegd.')] },
    { type: 'codeBlock', content: [text('a = 1\n\nb')] },
    { type: 'paragraph', content: [] },
  ];
  blocks.splice(chance.below(blocks.length + 1), 0, { node: chance.pick(made) });
  return true;
};

/** A definition takes its references along; that is no change of one place. */
const isDefinition = (block: EditedBlock | undefined): boolean =>
  block?.node.type === 'footnoteDefinition' || block?.node.attrs?.['kind'] === 'definition';

const dropBlock: Change = (blocks, chance) => {
  const at = chance.below(blocks.length);
  return blocks.length > 1 && !isDefinition(blocks[at]) && blocks.splice(at, 1).length > 0;
};

const swap: Change = (blocks, chance) => {
  const [moved] = blocks.splice(chance.below(blocks.length), 1);
  if (moved) blocks.splice(chance.below(blocks.length + 1), 0, moved);
  return moved !== undefined;
};

const wrap: Change = (blocks, chance) => {
  const block = blocks.length > 0 ? chance.pick(blocks) : undefined;
  if (!block || block.node.type === 'locked' || block.node.type === 'footnoteDefinition') return false;
  block.node = { type: 'blockquote', content: [block.node] };
  return true;
};

const item: Change = (blocks, chance) => {
  const list = one(blocks, chance, isList);
  if (!list?.content) return false;
  const task = list.type === 'taskList';
  const made = { type: task ? 'taskItem' : 'listItem', ...(task ? { attrs: { checked: false } } : {}), content: [paragraph('erbij')] };
  const at = chance.below(list.content.length + 1);
  if (chance.below(2) === 0 && list.content.length > 1) list.content.splice(Math.min(at, list.content.length - 1), 1);
  else if (chance.below(3) === 0 && at > 0)
    list.content[at - 1]?.content?.push({ type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('dieper')] }] });
  else list.content.splice(at, 0, made);
  return true;
};

const kind: Change = (blocks, chance) => {
  const node = one(blocks, chance, (n) => n.type === 'bulletList' || n.type === 'orderedList' || n.type === 'heading' || n.type === 'taskItem');
  if (node?.type === 'heading') node.attrs = { level: 1 + chance.below(6) };
  else if (node?.type === 'taskItem') node.attrs = { checked: node.attrs?.['checked'] !== true };
  else if (node?.type === 'bulletList') Object.assign(node, { type: 'orderedList', attrs: { start: 1 } });
  else if (node) Object.assign(node, { type: 'bulletList', attrs: {} });
  return node !== undefined;
};

const table: Change = (blocks, chance) => {
  const rows = one(blocks, chance, (n) => n.type === 'table')?.content;
  if (!rows) return false;
  const width = rows[0]?.content?.length ?? 1;
  const at = chance.below(width);
  const cell = (r: number, c: number): MarkupNode => ({
    type: r === 0 ? 'tableHeader' : 'tableCell',
    attrs: { ...rows[0]?.content?.[c]?.attrs },
    content: [paragraph('cel')],
  });
  const what = chance.below(4);
  if (what === 0) rows.splice(1 + chance.below(rows.length), 0, { type: 'tableRow', content: Array.from({ length: width }, (_, c) => cell(1, c)) });
  else if (what === 1 && rows.length > 1) rows.splice(1 + chance.below(rows.length - 1), 1);
  else if (what === 2) rows.forEach((row, r) => row.content?.splice(at + 1, 0, cell(r, at)));
  else if (width > 1) rows.forEach((row) => row.content?.splice(at, 1));
  return true;
};

const small: readonly Change[] = [type, erase];
const large: readonly Change[] = [type, type, erase, mark, mark, breakLine, addBlock, dropBlock, swap, wrap, item, item, kind, table];

/** Some blocks with one random change: a word typed or taken away (`small`), or anything an editor can do. */
export function randomEdit(from: readonly EditedBlock[], chance: Chance, size: 'small' | 'large'): EditedBlock[] {
  const blocks = from.map(({ id, node }): EditedBlock => ({ id, node: structuredClone(node) }));
  for (let tries = 0; tries < 20; tries++) if (chance.pick(size === 'small' ? small : large)(blocks, chance)) break;
  return blocks;
}
