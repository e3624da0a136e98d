import type { UndoState } from '../../domain/entries/undo.ts';

/** Something a message offers to take back. */
interface Offer {
  key: number;
  /** The newest step of the program when it was made. */
  above: number;
  /** No step of the program itself, which therefore cannot take it back. */
  beside: boolean;
  run(): void;
}

/** So many of them are remembered. */
const most = 50;

/** What messages offer to take back, in order, among the steps the program can take back itself. Knows nothing of the screen. */
export class UndoOffers {
  #offers: Offer[] = [];
  /** When the newest step of the program was done. */
  #newest = 0;

  add(offer: Omit<Offer, 'above'>): void {
    this.#offers = [...this.#offers, { ...offer, above: this.#newest }].slice(-most);
  }

  /** The message went. What the program can take back itself needs no remembering. */
  closed(key: number): void {
    this.#offers = this.#offers.filter((one) => one.key !== key || one.beside);
  }

  /** It was taken back from its message. */
  used(key: number): void {
    this.#offers = this.#offers.filter((one) => one.key !== key);
  }

  /** The newest thing that was done, when a message offers to take it back. */
  get last(): Offer | undefined {
    const last = this.#offers.at(-1);
    return last && last.above >= this.#newest ? last : undefined;
  }

  /** The program did a step or took one back; gives the messages about what is not done any more. */
  moved(state: UndoState): number[] {
    this.#newest = state.undo?.at ?? 0;
    const over = this.#offers.filter((one) => !one.beside && one.above > this.#newest);
    this.#offers = this.#offers.filter((one) => !over.includes(one));
    return over.map(({ key }) => key);
  }

  /** Another kennismap: nothing of before can be taken back in it. Gives the messages about it. */
  clear(): number[] {
    const all = this.#offers.map(({ key }) => key);
    this.#offers = [];
    return all;
  }
}
