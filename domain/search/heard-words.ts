import type { NumberedDocuments } from './numbered-documents.ts';
import { usualGaps } from './text-writing.ts';
import { Units } from './units.ts';

/** Words as they came: one after another, where each ends, and the hash of each. */
interface Part {
  /** Number of the first. */
  first: number;
  units: Units;
  ends: Int32Array;
  hashes: Int32Array;
}

/** As much as was heard of the list of words by which another thread numbers its documents, by number. */
export class HeardList {
  readonly gaps: string[] = [...usualGaps];
  readonly #parts: Part[] = [];
  #words = 0;

  get words(): number {
    return this.#words;
  }

  add({ words, wordEnds, hashes, gaps }: NumberedDocuments): void {
    if (wordEnds.length > 0) this.#parts.push({ first: this.#words, units: new Units(words), ends: wordEnds, hashes });
    this.#words += wordEnds.length;
    for (const gap of gaps) this.gaps.push(gap);
  }

  /** Calls `look` with the place of a word in a longer text, and its hash. */
  at<T>(n: number, look: (units: Units, from: number, to: number, hash: number) => T): T | undefined {
    const part = this.#partOf(n);
    if (!part) return undefined;
    const i = n - part.first;
    return look(part.units, part.ends[i - 1] ?? 0, part.ends[i] ?? 0, part.hashes[i] ?? 0);
  }

  #partOf(n: number): Part | undefined {
    const parts = this.#parts;
    const last = parts.at(-1);
    // Mostly a word that came just now.
    if (!last || n >= last.first) return last;
    let low = 0;
    let high = parts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((parts[middle]?.first ?? 0) <= n) low = middle;
      else high = middle - 1;
    }
    return parts[low];
  }
}

/** The lists of words of other threads, each of which tells a word only once. Good for one reading of many files. */
export class HeardWords {
  readonly #lists = new Map<string, HeardList>();

  /** Hears what is new in these documents. Undefined when a part before it never came: then their numbers mean nothing here. */
  hear(documents: NumberedDocuments): HeardList | undefined {
    const { list, known } = documents;
    const first = known.words === 0 && known.gaps === 0;
    const heard = first ? new HeardList() : this.#lists.get(list);
    if (!heard || known.words !== heard.words || known.gaps !== heard.gaps.length - usualGaps.length) return undefined;
    heard.add(documents);
    this.#lists.set(list, heard);
    return heard;
  }
}
