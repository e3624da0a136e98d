import type { StageStep } from './entry.ts';

/** The steps by their date; those of one day, and those without, stay in the order of the file. After a merge the file holds two histories in a row. */
export const stagesInOrder = (steps: readonly StageStep[]): StageStep[] =>
  steps.toSorted((a, b) => (a.since && b.since ? (a.since < b.since ? -1 : a.since > b.since ? 1 : 0) : 0));
