import { shapeOf } from './file-text.ts';

/** A place where a write-up is named in a text without a link to it. Offsets are UTF-16 units in the body. */
export interface Mention {
  from: number;
  to: number;
  /** As written there. */
  text: string;
  /** The words around it on the same line. */
  before: string;
  after: string;
}

/** What of a line is no running text: code, links of any kind, tags and addresses. */
const taken = [
  /`[^`\n]{1,500}`/g,
  /!?\[\[[^\]\n]{0,300}\]\]/g,
  /!?\[[^\]\n]{0,500}\](?:\([^)\n]{0,500}\)|\[[^\]\n]{0,200}\])/g,
  /<[^<>\n]{1,500}>/g,
  /\b[a-z][a-z0-9+.-]{1,30}:\/\/\S{1,500}/gi,
];

/** Words shown on either side of a mention, UTF-16 units. */
const around = 60;

/** The first place in a body where a title is named as it is written, capitals apart, outside code, headings, comments and links. Linear in the text. */
export function findMention(body: string, title: string): Mention | undefined {
  const words = title.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return undefined;
  const named = new RegExp(`(?<![\\p{L}\\p{N}])${words.map(escaped).join('[ \\t\\u00a0]+')}(?![\\p{L}\\p{N}])`, 'giu');
  let fence: string | undefined;
  let comment = false;
  let at = 0;
  for (const line of body.split('\n')) {
    const from = at;
    at += line.length + 1;
    const mark = /^ {0,3}(```+|~~~+)/.exec(line)?.[1]?.slice(0, 3);
    if (mark && (!fence || fence === mark)) fence = fence ? undefined : mark;
    const hidden = comment;
    if (line.includes('<!--')) comment = true;
    if (line.includes('-->')) comment = false;
    if (fence || mark || hidden || comment || line.includes('<!--') || /^ {0,3}(#|\[[^\]]{1,200}\]:)/.test(line)) continue;
    const found = firstFree(line, named);
    if (found)
      return {
        from: from + found.from,
        to: from + found.to,
        text: line.slice(found.from, found.to),
        before: tail(line.slice(0, found.from)),
        after: head(line.slice(found.to).trimEnd()),
      };
  }
  return undefined;
}

/** Makes a link of the first mention of a title; every other byte of the file stays. Undefined when the title is not named. */
export function linkMention(text: string, title: string, target: string): string | undefined {
  const start = shapeOf(text).body;
  const found = findMention(text.slice(start), title);
  if (!found) return undefined;
  const link = found.text === target ? `[[${target}]]` : `[[${target}|${found.text}]]`;
  return text.slice(0, start + found.from) + link + text.slice(start + found.to);
}

function firstFree(line: string, named: RegExp): { from: number; to: number } | undefined {
  const spans = taken.flatMap((pattern) => [...line.matchAll(pattern)].map((one) => ({ from: one.index, to: one.index + one[0].length })));
  for (const one of line.matchAll(named)) {
    const to = one.index + one[0].length;
    if (!spans.some((span) => one.index < span.to && to > span.from)) return { from: one.index, to };
  }
  return undefined;
}

const tail = (text: string): string => (text.length > around ? `…${text.slice(-around).replace(/^\S*\s/, '')}` : text.replace(/^[\s>*+-]+/, ''));
const head = (text: string): string => (text.length > around ? `${text.slice(0, around).replace(/\s\S*$/, '')}…` : text);
const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
