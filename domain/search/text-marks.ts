import { fold, tokensOf, wordsIn, type Token } from './fold.ts';
import { inflectionKey } from './inflection.ts';
import { isFunctionWord } from './dutch-words.ts';
import { piecesOf } from './query-parts.ts';
import { wordTest } from './snippets.ts';

/** Where a found word stands: [start, end) in UTF-16 units, and `true` when it only resembles or contains what was typed. */
export type TextMark = [number, number] | [number, number, true];

/**
 * Marks what was found in a text. `words` are those of the answer, with a space in it what counts as a row of words. The query tells which of them were
 * typed in a row, and so count only in that row, and which are there as typed.
 */
export function textMarks(words: readonly string[], query: string): (text: string) => TextMark[] {
  const wanted = wordTest(words);
  const pieces = piecesOf(query).filter((piece) => !piece.negated);
  const rows = pieces.flatMap((piece) => (piece.type === 'phrase' ? [wordsIn(piece.text)] : [])).filter((row) => row.length > 1);
  const typed = pieces.flatMap((piece) =>
    piece.type === 'word' ? wordsIn(piece.text) : piece.type === 'phrase' && wordsIn(piece.text).length === 1 ? [fold(piece.text)] : [],
  );
  const near = new Set(typed.map(inflectionKey));
  const others = words.filter((word) => word.includes(' ')).map((word) => word.split(' '));
  const inRow = new Set(rows.flat());
  const begun = wordTest(words.filter((word) => word.endsWith('*')));
  const asTyped = (word: string): boolean => near.has(inflectionKey(word)) || begun(word);
  return (text) => {
    const tokens = tokensOf(text);
    const standing = standingInRow(tokens, rows);
    const resembling = standingInRow(tokens, others);
    return tokens.flatMap((token, at): TextMark[] => {
      if (standing.has(at)) return isFunctionWord(token.word) && !wanted(token.word) ? [] : [[token.from, token.to]];
      if (resembling.has(at) && !wanted(token.word)) return isFunctionWord(token.word) ? [] : [[token.from, token.to, true]];
      if (!wanted(token.word) || (inRow.has(token.word) && !asTyped(token.word))) return [];
      // Without a word that was typed there is nothing to differ from.
      return typed.length === 0 || asTyped(token.word) ? [[token.from, token.to]] : [[token.from, token.to, true]];
    });
  };
}

/** Numbers of the words that stand in one of these rows. */
function standingInRow(tokens: readonly Token[], rows: readonly (readonly string[])[]): Set<number> {
  const out = new Set<number>();
  for (const row of rows)
    for (let at = 0; at + row.length <= tokens.length; at++)
      if (row.every((word, step) => tokens[at + step]?.word === word)) row.forEach((_, step) => out.add(at + step));
  return out;
}

/** The query that finds where a title is named in a text; undefined when its words are too few to tell it apart. */
export function mentionQuery(title: string): string | undefined {
  const telling = wordsIn(title).filter((word) => word.length > 2 && !isFunctionWord(word));
  return telling.length < 2 ? undefined : `"${title.replace(/["“”„]/g, ' ').trim()}"`;
}

/** What the engine puts before the name of a file whose words were found. */
const attachmentSign = 'Bijlage: ';

/** The file in which something was found, when it was found in files only. */
export function onlyInAttachment(snippets: readonly { section: string; marks: readonly unknown[] }[]): string | undefined {
  const found = snippets.filter(({ marks }) => marks.length > 0);
  return found.every(({ section }) => section.startsWith(attachmentSign)) ? found[0]?.section.slice(attachmentSign.length) : undefined;
}
