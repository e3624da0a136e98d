import type { Output } from '../../../domain/api/contract.ts';
import type { Change, Draft } from './draft.ts';

/** What would go along and what not. */
export type Check = Output<'bundles.check'>;

/** What each part of the screen is given. */
export interface PartProps {
  draft: Draft;
  /** Undefined until the first check is in. */
  checked: Check | undefined;
  onChange(change: Change): void;
}
