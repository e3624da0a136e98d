import { grown } from './text-writing.ts';

/** Weight of a word by the place it stands in, in the order of {@link places}. A label is shown with a text but is not searched. */
const weights = [8, 5, 3, 2, 1, 0] as const;

/** Stands between the terms of two texts. */
const between = -2;

/**
 * The terms of one document in the order of its texts, each with the weight of the place it stands in. A word of which nothing is left when folded is not
 * among them, so that its neighbours stand beside each other.
 */
export class TermRow {
  terms = new Int32Array(2048);
  worths = new Int32Array(2048);
  size = 0;
  /** Number of the document; -1 when there is none. */
  slot = -1;
  #weight = 0;

  /** Begins another document. */
  begin(slot: number): void {
    this.slot = slot;
    this.size = 0;
  }

  /** Begins a text of so many words at most; `head` is the number it begins with in its document. */
  text(head: number): void {
    this.#weight = weights[head & 7] ?? 0;
    while (this.terms.length < this.size + (head >> 3) + 1) {
      this.terms = grown(this.terms);
      this.worths = grown(this.worths);
    }
  }

  add(term: number): void {
    if (this.#weight === 0 || term < 0) return;
    this.terms[this.size] = term;
    this.worths[this.size++] = this.#weight;
  }

  /** The text is over. */
  end(): void {
    this.terms[this.size] = between;
    this.worths[this.size++] = 0;
  }
}
