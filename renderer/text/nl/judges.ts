import type { Verdict } from '../../../domain/cards/judgement.ts';
import type { Moment } from '../../../domain/cards/judges.ts';
import { common } from './common.ts';
import { listText } from './format.ts';

const moments: Record<Moment, string> = { vooraf: 'vooraf', achteraf: 'achteraf', eerst: 'de eerste keer', nu: 'nu' };

/** Judging with two, and before and after. */
export const judges = {
  field: 'Je weegt als',
  fieldHint: 'Met een andere naam of rol weeg je ernaast; wat de ander vond blijft staan.',
  nameless: 'zonder naam',
  beside: 'Naast elkaar',
  criteria: 'Terug naar wegen',
  criterion: 'Criterium',
  moments,
  says: (by: string | undefined, verdict: Verdict): string => `${by || 'zonder naam'}: ${common.verdicts[verdict]}`,
  differ: 'Hierover verschillen jullie',
  differOthers: 'Hierover verschillen de anderen',
  disputed: (items: string[]): string => `Over ${listText(items)} verschillen jullie.`,
  agreed: (count: number, shared: number): string =>
    shared === 1
      ? `Eén criterium woog meer dan één van jullie; daarover zijn jullie het ${count === 1 ? 'eens' : 'niet eens'}.`
      : `Van de ${shared} criteria die meer dan één van jullie woog ${count === 1 ? 'is er 1' : `zijn er ${count}`} gelijk.`,
  rule: 'In lijsten en in de bundel telt het laatste oordeel, van wie het ook is. De andere oordelen blijven in het bestand staan.',
  nothing: 'nog niet',
  marked: 'de wegers verschillen',
} as const;
