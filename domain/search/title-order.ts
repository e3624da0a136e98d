const collator = new Intl.Collator('nl', { numeric: true });

interface Titled {
  id: string;
  title: string;
}

/** Documents by title the Dutch way, equals by id. Kept in order as documents come and go, so that no search sorts them all. */
export class TitleOrder {
  #order: number[] = [];
  #came: number[] = [];
  #ranks: Int32Array | undefined;
  readonly #card: (slot: number) => Titled | undefined;

  constructor(card: (slot: number) => Titled | undefined) {
    this.#card = card;
  }

  add(slot: number): void {
    this.#came.push(slot);
    this.#ranks = undefined;
  }

  /** To be called while the document still has its title. */
  remove(slot: number): void {
    this.#ranks = undefined;
    const waiting = this.#came.indexOf(slot);
    if (waiting >= 0) this.#came.splice(waiting, 1);
    else this.#order.splice(this.#place(slot), 1);
  }

  /** All documents in order, to save. */
  order(): readonly number[] {
    this.#merge();
    return this.#order;
  }

  /** Takes over an order that was saved; it holds every document there is. */
  restore(order: ArrayLike<number>): void {
    this.clear();
    this.#order = Array.from(order);
  }

  clear(): void {
    this.#order = [];
    this.#came = [];
    this.#ranks = undefined;
  }

  /** Place of each document among the titles. */
  ranks(reach: number): Int32Array {
    if (this.#ranks && this.#ranks.length === reach) return this.#ranks;
    this.#merge();
    const ranks = new Int32Array(reach);
    this.#order.forEach((slot, rank) => {
      ranks[slot] = rank;
    });
    this.#ranks = ranks;
    return ranks;
  }

  #merge(): void {
    const came = this.#came.sort((a, b) => this.#compare(a, b));
    if (came.length === 0) return;
    const merged: number[] = [];
    let from = 0;
    for (const slot of came) {
      const to = this.#place(slot, from);
      for (let i = from; i < to; i++) merged.push(this.#order[i] ?? 0);
      merged.push(slot);
      from = to;
    }
    for (let i = from; i < this.#order.length; i++) merged.push(this.#order[i] ?? 0);
    this.#order = merged;
    this.#came = [];
  }

  /** First place that does not come before this document. */
  #place(slot: number, from = 0): number {
    let low = from;
    let high = this.#order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#compare(this.#order[middle] ?? 0, slot) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #compare(a: number, b: number): number {
    const x = this.#card(a);
    const y = this.#card(b);
    if (!x || !y || a === b) return 0;
    return collator.compare(x.title, y.title) || (x.id < y.id ? -1 : x.id > y.id ? 1 : 0);
  }
}
