import type { Vocabulary } from '../../domain/entries/vocabulary.ts';
import { useCall } from './use-call.ts';

export { kindOf, nextStage, shortItem, stageCard, stagesOf, type StageInfo } from '../../domain/entries/vocabulary-views.ts';

const nothing: Vocabulary = { cards: [], kinds: [], fields: [] };

/** Cards, kinds and fields of the open kennismap; empty for the moment before they arrive. */
export function useVocabulary(): Vocabulary {
  return useCall('vocabulary.read', {}).data ?? nothing;
}
