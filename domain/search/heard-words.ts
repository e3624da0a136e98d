import { IntList } from './byte-store.ts';
import type { NumberedDocuments } from './numbered-documents.ts';
import { usualGaps } from './text-writing.ts';

/** As much as was heard of the list of words by which another thread numbers its documents, by number. */
export interface HeardList {
  words: string[];
  hashes: IntList;
  gaps: string[];
}

/** The lists of words of other threads, each of which tells a word only once. Good for one reading of many files. */
export class HeardWords {
  readonly #lists = new Map<string, HeardList>();

  /** Hears what is new in these documents. Undefined when a part before it never came: then their numbers mean nothing here. */
  hear({ list, known, words, wordEnds, hashes, gaps }: NumberedDocuments): HeardList | undefined {
    const first = known.words === 0 && known.gaps === 0;
    const heard = first ? { words: [], hashes: new IntList(), gaps: [...usualGaps] } : this.#lists.get(list);
    if (!heard || known.words !== heard.words.length || known.gaps !== heard.gaps.length - usualGaps.length) return undefined;
    wordEnds.forEach((end, n) => heard.words.push(words.slice(wordEnds[n - 1] ?? 0, end)));
    for (const hash of hashes) heard.hashes.push(hash);
    for (const gap of gaps) heard.gaps.push(gap);
    this.#lists.set(list, heard);
    return heard;
  }
}
