import { z } from 'zod';
import { fullItemId } from './card.ts';

/** The four verdicts (domain.md); no judgement at all is not the same as `nee`. */
export const verdicts = ['ja', 'deels', 'nee', 'niet-te-beoordelen'] as const;
export const Verdict = z.enum(verdicts);
export type Verdict = z.infer<typeof Verdict>;

/** One judgement as it stands in the append-only list `oordelen`. */
export const Judgement = z.object({
  /** Full item id, `checklist.A4`. */
  item: z.string(),
  verdict: Verdict,
  evidence: z.string().optional(),
  /** The words in the text the evidence points at. */
  passage: z.string().optional(),
  /** Role of the judge. */
  by: z.string().optional(),
  /** Date, `JJJJ-MM-DD`. */
  on: z.string().optional(),
});
export type Judgement = z.infer<typeof Judgement>;

/** The judgements that count: the newest per item and judge, in the order of the file (a later entry of the same date wins). */
export function currentJudgements(all: readonly Judgement[]): Judgement[] {
  const newest = new Map<string, Judgement>();
  for (const judgement of all) {
    const key = `${fullItemId(judgement.item)}\n${judgement.by ?? ''}`;
    const known = newest.get(key);
    if (known && (judgement.on ?? '') < (known.on ?? '')) continue;
    // At the end again, so that the order stays that of the file when somebody changes their mind on the same day.
    newest.delete(key);
    newest.set(key, judgement);
  }
  return [...newest.values()];
}

/** The verdict shown for each item, by its full id: the newest over all judges. */
export function verdictsOn(all: readonly Judgement[]): Map<string, Judgement> {
  const newest = new Map<string, Judgement>();
  for (const judgement of currentJudgements(all)) {
    const item = fullItemId(judgement.item);
    const known = newest.get(item);
    if (!known || (judgement.on ?? '') >= (known.on ?? '')) newest.set(item, judgement);
  }
  return newest;
}

/** The verdict shown for one item, or undefined when nobody judged it. */
export const verdictOn = (all: readonly Judgement[], item: string): Judgement | undefined => verdictsOn(all).get(fullItemId(item));
