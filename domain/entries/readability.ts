/** How hard a piece of text is to read, as far as that can be counted. */
export interface Readability {
  words: number;
  sentences: number;
  /** Words in a sentence, on average. */
  sentenceLength: number;
  /** Share of words of {@link longWord} letters or more, 0 to 1. */
  longWords: number;
  /** Sentences of more than {@link longSentence} words. */
  longSentences: number;
  level: ReadingLevel;
}

/** `b1`: likely to be understood at once; `boven`: somewhat harder; `ver-boven`: much harder; `kort`: too little to say. */
export type ReadingLevel = 'kort' | 'b1' | 'boven' | 'ver-boven';

/** From this many letters a word counts as long. Dutch joins words, so this is more than in English. */
export const longWord = 12;

/** A sentence of more words than this is hard to keep in mind. */
export const longSentence = 20;

/** Below this many words a count says nothing. */
const leastWords = 30;

/**
 * A count of our own, no proven test of B1: the average length of sentences, and the share of long words, each against what clear Dutch for a wide
 * public stays under (15 words; one long word in ten). A list item or a heading is a sentence. What is code, a table's border or a link's
 * address is no text. Linear in the length of the text.
 */
export function readabilityOf(text: string): Readability {
  const sentences = sentencesOf(text);
  const lengths = sentences.map((sentence) => wordsOf(sentence).length).filter((count) => count > 0);
  const words = sentences.flatMap(wordsOf);
  const long = words.filter((word) => Array.from(word).length >= longWord).length;
  const sentenceLength = lengths.length === 0 ? 0 : words.length / lengths.length;
  const longWords = words.length === 0 ? 0 : long / words.length;
  return {
    words: words.length,
    sentences: lengths.length,
    sentenceLength,
    longWords,
    longSentences: lengths.filter((count) => count > longSentence).length,
    level: levelOf(words.length, sentenceLength, longWords),
  };
}

function levelOf(words: number, sentenceLength: number, longWords: number): ReadingLevel {
  if (words < leastWords) return 'kort';
  const score = Math.max(sentenceLength / 15, 1) - 1 + (Math.max(longWords / 0.1, 1) - 1) / 2;
  if (score <= 0.05) return 'b1';
  return score <= 0.5 ? 'boven' : 'ver-boven';
}

const wordsOf = (sentence: string): readonly string[] => sentence.match(/\p{L}[\p{L}\p{N}]*(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];

/** Signs after which a point ends no sentence. */
const abbreviations =
  /(?:^|[\s(])(?:bijv|bv|d\.w\.z|dwz|e\.d|ed|enz|etc|evt|m\.b\.v|mbv|mevr|dhr|o\.a|oa|resp|t\/m|vgl|zgn|nl|nr|blz|ca|drs|dr|mr|prof|ir)$/i;

function sentencesOf(text: string): string[] {
  return plainBlocks(text).flatMap((block) => {
    const out: string[] = [];
    let from = 0;
    for (const end of block.matchAll(/[.!?…]+["”’)]*(?=\s|$)/g)) {
      const before = block.slice(Math.max(from, end.index - 12), end.index);
      // “bijv. zo” and “op 3. mei” go on; so does what is followed by a small letter.
      const after = block
        .slice(end.index + end[0].length)
        .trimStart()
        .charAt(0);
      if (/\p{Ll}/u.test(after) || (end[0].startsWith('.') && (abbreviations.test(before) || /(?:^|\s)\d{1,2}$/.test(before)))) continue;
      out.push(block.slice(from, end.index + end[0].length));
      from = end.index + end[0].length;
    }
    out.push(block.slice(from));
    return out;
  });
}

/** Paragraphs, list items, cells and headings, each as one line without signs of Markdown. */
function plainBlocks(text: string): string[] {
  const blocks: string[] = [];
  let open = false;
  let fence = false;
  for (const line of text.split(/\r?\n/)) {
    if (/^ {0,3}(```|~~~)/.test(line)) fence = !fence;
    const starts = /^\s*(?:[-*+]\s|\d{1,9}[.)]\s|#{1,6}\s|>|\[\^)/.test(line);
    const bare = fence || /^[\s|:-]*$/.test(line) ? '' : plainLine(line);
    if (bare === '') open = false;
    else if (line.trimStart().startsWith('|')) blocks.push(...bare.split('|'));
    else if (open && !starts) blocks.push(`${blocks.pop() ?? ''} ${bare}`);
    else blocks.push(bare);
    open = bare !== '' && !/^\s*(?:#{1,6}\s|\|)/.test(line);
  }
  return blocks;
}

const plainLine = (line: string): string =>
  line
    .replace(/^\s*(?:>\s?)*(?:[-*+]\s+(?:\[[ xX]\]\s+)?|\d{1,9}[.)]\s+|#{1,6}\s+|\[\^[^\]]{1,100}\]:\s*)?/, '')
    .replace(/!\[[^\]]{0,1000}\]\([^)]{0,1000}\)|`[^`]{0,500}`|<[^>]{0,500}>|\[\^[^\]]{1,100}\]/g, ' ')
    .replace(/\]\([^)]{0,1000}\)/g, ']')
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/[*_~[\]]/g, '')
    .trim();
