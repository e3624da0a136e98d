import type { Nodes } from 'mdast';
import { placeOf } from './parsing.ts';

/** How somebody writes Markdown: the choices a printer has to make. */
export interface Style {
  bullet: '-' | '*' | '+';
  /** Spaces behind the sign of an item. */
  gap: number;
  delimiter: '.' | ')';
  /** Whether numbers count on, or all are the first one. */
  counting: boolean;
  /** Empty lines between items. */
  loose: boolean;
  emphasis: '*' | '_';
  strong: '**' | '__';
  hard: '\\' | '  ';
  fence: string;
  indentedCode: boolean;
  rule: string;
  setext: boolean;
  /** Pipes at the outside of a table. */
  pipes: boolean;
  autolink: boolean;
}

/** The style of a text that shows none. */
export const plainStyle: Style = {
  bullet: '-',
  gap: 1,
  delimiter: '.',
  counting: true,
  loose: false,
  emphasis: '*',
  strong: '**',
  hard: '\\',
  fence: '```',
  indentedCode: false,
  rule: '---',
  setext: false,
  pipes: true,
  autolink: true,
};

type Votes = Map<keyof Style, Map<Style[keyof Style], number>>;

/** The choices seen in some nodes; where they differ the one made most often. */
export function styleOf(source: string, nodes: readonly Nodes[]): Partial<Style> {
  const votes: Votes = new Map();
  for (const node of nodes) walk(source, node, votes);
  const chosen = [...votes].map(([name, counts]) => [name, [...counts].reduce((most, now) => (now[1] > most[1] ? now : most))[0]]);
  return Object.fromEntries(chosen) as Partial<Style>;
}

function walk(source: string, node: Nodes, votes: Votes): void {
  const place = placeOf(node);
  const vote = <K extends keyof Style>(name: K, value: Style[K]): void => {
    const counts = votes.get(name) ?? new Map<Style[keyof Style], number>();
    counts.set(value, (counts.get(value) ?? 0) + 1);
    votes.set(name, counts);
  };
  if (place) look(source, node, place.from, place.to, vote);
  if ('children' in node) for (const child of node.children) walk(source, child, votes);
}

type Vote = <K extends keyof Style>(name: K, value: Style[K]) => void;

function look(source: string, node: Nodes, from: number, to: number, vote: Vote): void {
  const first = source[from];
  switch (node.type) {
    case 'emphasis':
      return vote('emphasis', first === '_' ? '_' : '*');
    case 'strong':
      return vote('strong', first === '_' ? '__' : '**');
    case 'break':
      return vote('hard', first === '\\' ? '\\' : '  ');
    case 'heading':
      return node.depth <= 2 ? vote('setext', first !== '#') : undefined;
    case 'thematicBreak':
      return vote('rule', source.slice(from, to));
    case 'table':
      return vote('pipes', first === '|');
    case 'code': {
      const fence = /^(```+|~~~+)/.exec(source.slice(from, Math.min(to, from + 40)))?.[0];
      vote('indentedCode', fence === undefined);
      return fence === undefined ? undefined : vote('fence', fence);
    }
    case 'list':
      return lookAtList(source, node, vote);
    default:
  }
}

function lookAtList(source: string, list: Extract<Nodes, { type: 'list' }>, vote: Vote): void {
  const markers = list.children.map((item) => {
    const from = placeOf(item)?.from ?? 0;
    return /^(?:([-*+])|(\d{1,9})([.)]))( *)/.exec(source.slice(from, from + 20));
  });
  const [first, second] = markers;
  const bullet = first?.[1];
  if (bullet === '-' || bullet === '*' || bullet === '+') vote('bullet', bullet);
  if (first?.[3]) vote('delimiter', first[3] === ')' ? ')' : '.');
  if (first?.[2] && second?.[2]) vote('counting', first[2] !== second[2]);
  const gap = first?.[4]?.length ?? 1;
  if (gap >= 1 && gap <= 4) vote('gap', gap);
  const [one, two] = list.children;
  const end = one && placeOf(one)?.to;
  const start = two && placeOf(two)?.from;
  if (end !== undefined && start !== undefined) vote('loose', source.slice(end, start).split('\n').length > 2);
}
