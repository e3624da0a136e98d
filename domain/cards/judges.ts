import { fullItemId } from './card.ts';
import { currentJudgements, type Judgement } from './judgement.ts';

/** Judging the same with several people, and before and after a meeting: who says what, beside each other. */

/** Of a meeting with a date: before it, or from that day on. Without one: the first time somebody judged, and how they see it now. */
export type Moment = 'vooraf' | 'achteraf' | 'eerst' | 'nu';

/** One judge, and when it matters one moment. */
export interface JudgeColumn {
  /** Role as written with the judgements; empty when none was. */
  by: string;
  moment?: Moment;
}

/** What was said about one item, in the order of the columns. */
export interface JudgeRow {
  item: string;
  cells: (Judgement | undefined)[];
  /** How the judges that judged it compare now; undefined when fewer than two did. */
  agree?: boolean;
}

export interface Comparison {
  columns: JudgeColumn[];
  rows: JudgeRow[];
  /** Items at least two judges judged, and how many of those they judged alike. */
  shared: number;
  agreed: number;
}

/** How moments are told apart: not at all, by the date of the meeting, or by what was said first and what counts now. */
export type Moments = { by: 'datum'; date: string } | { by: 'eerste' };

/** When a judgement was given, seen from the date of the meeting; undefined when either has no date. */
export const momentOf = ({ on }: Pick<Judgement, 'on'>, date: string | undefined): 'vooraf' | 'achteraf' | undefined =>
  date === undefined || on === undefined ? undefined : on < date ? 'vooraf' : 'achteraf';

/** Lays the judgements on `items` beside each other, judges in the order in which they came. */
export function compareJudges(all: readonly Judgement[], items: readonly string[], moments?: Moments): Comparison {
  const wanted = new Set(items);
  const own = all.filter(({ item }) => wanted.has(fullItemId(item)));
  const judges = judgesIn(own);
  const columns = judges.flatMap((by) =>
    columnsOf(
      own.filter((one) => (one.by ?? '') === by),
      by,
      moments,
    ),
  );
  const rows = items.map((item): JudgeRow => {
    const here = own.filter((one) => fullItemId(one.item) === item);
    const verdicts = new Set(currentJudgements(here).map(({ verdict }) => verdict));
    const cells = columns.map((column) => cellOf(here, column, moments));
    return currentJudgements(here).length < 2 ? { item, cells } : { item, cells, agree: verdicts.size === 1 };
  });
  return {
    columns,
    rows,
    shared: rows.filter(({ agree }) => agree !== undefined).length,
    agreed: rows.filter(({ agree }) => agree === true).length,
  };
}

/** Everybody who judged, in the order in which they came. */
export const judgesIn = (all: readonly Judgement[]): string[] => [...new Set(all.map(({ by }) => by ?? ''))];

/** The items on which the judges do not agree now. */
export function disputedItems(all: readonly Judgement[]): Set<string> {
  const seen = new Map<string, Set<string>>();
  for (const { item, verdict } of currentJudgements(all)) {
    const full = fullItemId(item);
    seen.set(full, (seen.get(full) ?? new Set()).add(verdict));
  }
  return new Set([...seen].filter(([, verdicts]) => verdicts.size > 1).map(([item]) => item));
}

function columnsOf(own: readonly Judgement[], by: string, moments: Moments | undefined): JudgeColumn[] {
  if (!moments) return [{ by }];
  if (moments.by === 'datum') {
    const there = new Set(own.map((one) => momentOf(one, moments.date) ?? 'achteraf'));
    return (['vooraf', 'achteraf'] as const).filter((moment) => there.has(moment)).map((moment) => ({ by, moment }));
  }
  const again = currentJudgements(own).length < own.length;
  return again
    ? [
        { by, moment: 'eerst' },
        { by, moment: 'nu' },
      ]
    : [{ by }];
}

function cellOf(here: readonly Judgement[], { by, moment }: JudgeColumn, moments: Moments | undefined): Judgement | undefined {
  const own = here.filter((one) => (one.by ?? '') === by);
  if (moment === 'eerst') return own[0];
  const then = moments?.by === 'datum' ? own.filter((one) => (momentOf(one, moments.date) ?? 'achteraf') === moment) : own;
  return currentJudgements(then)[0];
}
