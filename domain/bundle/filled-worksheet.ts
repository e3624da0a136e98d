import type { Take } from './worksheet-questions.ts';

/** An element somebody takes or leaves, and why. */
export interface FilledElement {
  text: string;
  take: Take;
  why?: string;
}

/** What was filled in about one practice; what was left empty is not there. */
export interface FilledAnswer {
  /** Id of the practice. */
  practice: string;
  /** From 0 to 10. */
  mark?: number;
  strong?: string;
  develop?: string;
  appeals?: string;
  elements?: FilledElement[];
  translate?: string;
  needs?: string;
  steps?: string;
}

/** A worksheet that was filled in, in the shape of a reflection file: the same the form in the reader saves. */
export interface FilledWorksheet {
  schema: 'oogst-reflectie';
  version: 1;
  /** `made`: moment the bundle was made, ISO 8601. */
  bundle: { id?: string; title: string; made: string };
  /** Id of the session it was filled in at. */
  session?: string;
  team?: string;
  role?: string;
  answers: FilledAnswer[];
  /** Moment of saving, ISO 8601. */
  saved: string;
}
