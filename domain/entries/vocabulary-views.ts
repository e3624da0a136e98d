import { itemsOf, type Card, type CardItem } from '../cards/card.ts';
import type { Kind } from './kind.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How parts of the vocabulary are shown; the same in the window and in the reader of a bundle. */

/** The kind with this id; a made-up one with the id as name when the vocabulary does not know it. */
export function kindOf(vocabulary: Vocabulary, id: string): Pick<Kind, 'id' | 'name' | 'plural' | 'icon'> & Partial<Kind> {
  return vocabulary.kinds.find((kind) => kind.id === id) ?? { id, name: id, plural: id, icon: 'file-text' };
}

/** The card that says where a write-up stands: the one bound to the key `fase`. */
export const stageCard = (vocabulary: Vocabulary): Card | undefined => vocabulary.cards.find((card) => card.field === 'fase');

export interface StageInfo {
  value: string;
  /** Counts from 1. */
  number: number;
  item: CardItem;
}

/** The stages in order. */
export function stagesOf(vocabulary: Vocabulary): StageInfo[] {
  const card = stageCard(vocabulary);
  return (card ? itemsOf(card) : []).map((item, index) => ({ value: item.value ?? item.id, number: index + 1, item }));
}

/** Short name of an item id: `checklist.A4` is `A4`. */
export const shortItem = (id: string): string => id.slice(id.indexOf('.') + 1);

/** What comes after a stage; `closes` when the circle is round and the first comes again. Undefined after the last of a card that is no circle. */
export function nextStage(vocabulary: Vocabulary, stage: string): { stage: StageInfo; closes: boolean } | undefined {
  const stages = stagesOf(vocabulary);
  const at = stages.findIndex(({ value }) => value === stage);
  const [first] = stages;
  const next = at < 0 ? undefined : stages[at + 1];
  if (next) return { stage: next, closes: false };
  return at >= 0 && first && stageCard(vocabulary)?.circular ? { stage: first, closes: true } : undefined;
}
