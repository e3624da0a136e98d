import type { ReactNode } from 'react';
import type { Judgement } from '../../../domain/cards/judgement.ts';
import type { Criterion } from './parts.ts';
import type { Place } from './passages.ts';
import type { Judging } from './use-judging.ts';

/** What the row of a criterion is drawn from, closed and open. */
export interface RowProps {
  criterion: Criterion;
  judging: Judging;
  open: boolean;
  locked: boolean;
  /** Where the passage of the current judgement stands. */
  place: Place | undefined;
  pointing: boolean;
  choices: ReactNode;
  /** Before or after the meeting, in a word; nothing where that does not matter. */
  when(judgement: Judgement): string;
  onOpen(): void;
  onShowPassage(): void;
  onPoint(): void;
  onUnpoint(): void;
}
