import type { Snippet } from './answer.ts';
import type { SearchDocument } from './engine.ts';
import { tokensOf, type Token } from './fold.ts';

/** About this many signs of text are shown around the words found. */
const width = 180;

/** A longer word is not shown: cut off it would be another word. */
const longest = 100;

/** Whether a folded word is one that was looked for; a looked-for word that ends in `*` may go on. */
export function wordTest(words: readonly string[]): (word: string) => boolean {
  const exact = new Set(words.filter((word) => !word.endsWith('*')));
  const starts = words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1));
  return (word) => exact.has(word) || starts.some((start) => word.startsWith(start));
}

/** Where the looked-for words stand in a text: [start, end) in UTF-16 units, in order. */
export function markWords(text: string, words: readonly string[]): [number, number][] {
  if (words.length === 0) return [];
  return marksIn(text, wordTest(words));
}

/** Where wanted words stand in a text. */
export function marksIn(text: string, wanted: (word: string) => boolean): [number, number][] {
  return tokensOf(text)
    .filter((token) => wanted(token.word))
    .map(({ from, to }) => [from, to]);
}

/** A text of a document in which words may be found. */
export interface Place {
  name: string;
  /** What is added for standing in a better place. */
  bonus: number;
  /** Its words that were looked for. */
  tokens: readonly Token[];
  text(): string;
}

/** One or two pieces of a document in which the words were found, best first; without words its summary. */
export function snippetsOf(document: SearchDocument, words: readonly string[]): Snippet[] {
  const wanted = wordTest(words);
  const place = (name: string, text: string, bonus: number): Place[] =>
    text.trim() === ''
      ? []
      : [{ name, bonus, tokens: words.length === 0 ? [] : tokensOf(text).filter((token) => wanted(token.word)), text: () => text }];
  return snippetsFrom([
    ...place('', document.summary, 0.5),
    ...document.sections.flatMap((section) => place(section.name, section.text, 0.6)),
    ...document.fields.flatMap((field) => place(field.label, field.text, 0)),
  ]);
}

/** One or two pieces of these texts in which words were found, best first; the beginning of the first when none was. */
export function snippetsFrom(places: readonly Place[]): Snippet[] {
  const opening = places[0];
  const found = places.flatMap((place) => {
    const best = densest(place.tokens.filter((token) => token.to - token.from <= longest));
    return best ? [{ score: best.kinds * 2 + Math.min(best.tokens.length, 4) * 0.3 + place.bonus, place, tokens: best.tokens }] : [];
  });
  found.sort((a, b) => b.score - a.score);
  if (found.length === 0) return opening ? [plain(opening.name, opening.text())] : [];
  const chosen = found.slice(0, found[1] && found[1].score >= (found[0]?.score ?? 0) * 0.6 ? 2 : 1);
  return chosen.map(({ place, tokens }) => around(place, tokens));
}

/** The stretch with the most different words, then the most words. */
function densest(tokens: readonly Token[]): { tokens: Token[]; kinds: number } | undefined {
  let best: { tokens: Token[]; kinds: number } | undefined;
  let end = 0;
  const counts = new Map<string, number>();
  for (let start = 0; start < tokens.length; start++) {
    for (let next = tokens[end]; next && next.to - (tokens[start]?.from ?? 0) <= width - 40; next = tokens[end]) {
      counts.set(next.word, (counts.get(next.word) ?? 0) + 1);
      end++;
    }
    if (end <= start) {
      end = start + 1;
      counts.set(tokens[start]?.word ?? '', 1);
    }
    if (!best || counts.size > best.kinds || (counts.size === best.kinds && end - start > best.tokens.length))
      best = { tokens: tokens.slice(start, end), kinds: counts.size };
    const word = tokens[start]?.word ?? '';
    const left = (counts.get(word) ?? 1) - 1;
    if (left <= 0) counts.delete(word);
    else counts.set(word, left);
  }
  return best;
}

function around(place: Place, tokens: readonly Token[]): Snippet {
  const text = place.text();
  const first = tokens[0]?.from ?? 0;
  const last = tokens.at(-1)?.to ?? first;
  const room = Math.max(0, width - (last - first));
  // Never more before the first mark, also at the end of a text: a list shows two lines, and the mark must be in them.
  let from = Math.max(0, first - Math.min(60, Math.floor(room / 2)));
  let to = Math.min(text.length, Math.max(last, from + width));
  from = from === 0 ? 0 : startOfWord(text, from, first);
  to = to === text.length ? to : endOfWord(text, to, last);
  return assemble(place, text, from, to);
}

/** Next beginning of a word, not past the first mark. */
function startOfWord(text: string, at: number, limit: number): number {
  const space = text.slice(at - 1, limit).search(/\s/);
  return space < 0 ? limit : Math.min(limit, at + space);
}

/** Last end of a word, not before the last mark. */
function endOfWord(text: string, at: number, limit: number): number {
  const space = text.slice(limit, at + 1).search(/\s\S*$/);
  return space < 0 ? limit : limit + space;
}

function assemble({ name, tokens }: Place, text: string, from: number, to: number): Snippet {
  const cut = text.slice(from, to).replace(/\s/g, ' ');
  const lead = cut.length - cut.trimStart().length;
  const shown = `${from > 0 ? '… ' : ''}${cut.trim()}${to < text.length ? ' …' : ''}`;
  const shift = (from > 0 ? 2 : 0) - lead - from;
  const marks = tokens
    .filter((token) => token.from >= from && token.to <= to)
    .map((token): [number, number] => [token.from + shift, token.to + shift]);
  return { section: name, text: shown, marks };
}

function plain(name: string, text: string): Snippet {
  const whole = text.trim();
  if (whole.length <= width) return { section: name, text: whole.replace(/\s+/g, ' '), marks: [] };
  // Without a space to cut at, at least no sign is cut in half.
  const cut = whole.slice(0, width).replace(/\s+\S*$|[\ud800-\udbff]$/, '');
  return { section: name, text: `${cut.replace(/\s+/g, ' ').trim()} …`, marks: [] };
}
