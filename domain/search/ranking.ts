import type { Card } from './collection.ts';
import type { Sort } from './answer.ts';
import type { Found } from './word-scores.ts';

/** Puts one document before another. */
export type Order = (a: number, b: number) => number;

/** Whether titles alone tell the order: also without words, when nothing is more telling than anything else. */
export const goesByTitle = (sort: Sort, worded: boolean): boolean => sort === 'titel' || (sort === 'relevantie' && !worded);

/** The order that was asked for; equals go by title. What holds only some of the words comes after all else, also by date. */
export function orderBy(sort: Sort, worded: boolean, found: Found, ranks: Int32Array, card: (slot: number) => Card | undefined): Order {
  const byTitle: Order = (a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0);
  const { tiers, scores, partly } = found;
  if (sort === 'relevantie' && worded) return (a, b) => (tiers[a] ?? 0) - (tiers[b] ?? 0) || (scores[b] ?? 0) - (scores[a] ?? 0) || byTitle(a, b);
  const asked = goesByTitle(sort, worded) ? byTitle : sort === 'datum' ? byDate(card, byTitle) : byCompleteness(card, byTitle);
  return partly ? (a, b) => (partly[a] ?? 0) - (partly[b] ?? 0) || asked(a, b) : asked;
}

function byDate(card: (slot: number) => Card | undefined, next: Order): Order {
  const date = (slot: number): string => card(slot)?.date ?? '';
  return (a, b) => (date(a) < date(b) ? 1 : date(a) > date(b) ? -1 : next(a, b));
}

const byCompleteness =
  (card: (slot: number) => Card | undefined, next: Order): Order =>
  (a, b) =>
    (card(b)?.completeness ?? 0) - (card(a)?.completeness ?? 0) || next(a, b);

/** The first so many in an order, without putting all in order. */
export function firstOf(slots: Int32Array, size: number, order: Order): number[] {
  if (size > 200) return [...slots].sort(order).slice(0, size);
  const out: number[] = [];
  for (const slot of slots) {
    const last = out.at(-1);
    if (out.length >= size && last !== undefined && order(slot, last) >= 0) continue;
    let low = 0;
    let high = out.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (order(out[middle] ?? 0, slot) < 0) low = middle + 1;
      else high = middle;
    }
    out.splice(low, 0, slot);
    if (out.length > size) out.pop();
  }
  return out;
}
