import { itemsOf, type Card, type CardItem, type CardPart } from '../../../domain/cards/card.ts';
import { verdictOn, type Judgement } from '../../../domain/cards/judgement.ts';
import type { Json } from '../../../domain/entries/entry.ts';
import { partsOf, type Vocabulary } from '../../../domain/entries/vocabulary.ts';

/** A part of a card that goes with a kind, as a tab. */
export interface WeighPart {
  card: Card;
  part: CardPart;
  /** Judged with verdicts, or read from the text. */
  judged: boolean;
}

/** The parts a kind is weighed with, in the order of its cards: criteria first come, first served; parts of the text as well. */
export function weighParts(vocabulary: Vocabulary, kindId: string): WeighPart[] {
  const out: WeighPart[] = [];
  for (const reference of vocabulary.kinds.find((kind) => kind.id === kindId)?.cards ?? []) {
    const card = vocabulary.cards.find((c) => c.id === reference.split('.')[0]);
    if (!card) continue;
    for (const part of partsOf(vocabulary, reference)) {
      if (part.kinds && !part.kinds.includes(kindId)) continue;
      if (part.instrument === 'oordeel' || part.instrument === 'leeromgeving') out.push({ card, part, judged: true });
      else if (part.instrument === 'tekstdeel') out.push({ card, part, judged: false });
    }
  }
  return out;
}

/** One criterion with what was judged about it. */
export interface Criterion {
  /** Full id, `checklist.A4`. */
  id: string;
  item: CardItem;
  /** The judgement that counts now. */
  current: Judgement | undefined;
  /** All judgements on it that do not count any more, newest first. */
  earlier: Judgement[];
}

/** The criteria of a part with their judgements. */
export function criteriaOf({ card, part }: WeighPart, judgements: readonly Judgement[], full: (id: string) => string): Criterion[] {
  return part.items.map((item) => {
    const id = `${card.id}.${item.id}`;
    const own = judgements.filter((judgement) => full(judgement.item) === id);
    const current = verdictOn(own, id);
    return { id, item, current, earlier: own.filter((judgement) => judgement !== current).toReversed() };
  });
}

/** A field of the front matter as a list of words. */
export const wordList = (value: Json | undefined): string[] => {
  const all = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
  return all.filter((one): one is string => typeof one === 'string');
};

/** Name of a part as a tab: its letter, when it has one, and its title. */
export const partName = ({ card, part }: WeighPart): string =>
  itemsOf(card).length === part.items.length ? card.title : /^[A-Z]$/.test(part.id) ? `${part.id} ${part.title}` : part.title;
