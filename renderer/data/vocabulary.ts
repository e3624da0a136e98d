import { itemsOf, type Card, type CardItem } from '../../domain/cards/card.ts';
import type { Kind } from '../../domain/entries/kind.ts';
import type { Vocabulary } from '../../domain/entries/vocabulary.ts';
import { useCall } from './use-call.ts';

const nothing: Vocabulary = { cards: [], kinds: [], fields: [] };

/** Cards, kinds and fields of the open kennismap; empty for the moment before they arrive. */
export function useVocabulary(): Vocabulary {
  return useCall('vocabulary.read', {}).data ?? nothing;
}

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
