import type { Care } from './escapes.ts';
import { printBlock } from './print.ts';
import type { Style } from './style.ts';
import type { MarkupNode } from './tree.ts';

const careful: readonly Care[] = [0, 1, 2];

/** Other choices, for what cannot be said in the style of the text. */
const ways: readonly Partial<Style>[] = [
  { bullet: '-', delimiter: ')' },
  { bullet: '*', delimiter: '.' },
  { loose: true, gap: 1 },
  { hard: '\\', indentedCode: false, setext: false, pipes: true, autolink: false, rule: '***' },
  { emphasis: '_', strong: '**', hard: '\\' },
  { emphasis: '*', strong: '__', hard: '\\' },
  { emphasis: '_', strong: '__', hard: '\\' },
];

/** Ways to write a settled block, the one nearest to the style and with the fewest escapes first. */
export function* candidates(node: MarkupNode, style: Style, care: readonly Care[] = careful): Generator<string> {
  for (const one of care) yield printBlock(node, { style, care: one });
  for (const way of ways) for (const one of care) yield printBlock(node, { style: { ...style, ...way }, care: one });
}
