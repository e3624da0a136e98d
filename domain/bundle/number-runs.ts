/** A row of digits. */
export interface DigitGroup {
  text: string;
  from: number;
  to: number;
  /** What stands between this row and the next of the run; empty behind the last. */
  gap: string;
}

/** How many rows of one run are looked at together at most. */
const longest = 8;
const gapMost = 3;

/** Rows of digits with only a space, point, dash, slash or bracket in between: how people write numbers. Linear in the length of the text. */
export function numberRuns(text: string): DigitGroup[][] {
  const runs: DigitGroup[][] = [];
  let run: DigitGroup[] = [];
  let end = -1;
  for (const found of text.matchAll(/\d+/g)) {
    const group: DigitGroup = { text: found[0], from: found.index, to: found.index + found[0].length, gap: '' };
    const gap = end < 0 || group.from - end > gapMost ? undefined : text.slice(end, group.from);
    const before = run.at(-1);
    if (before && gap !== undefined && /^(?: {1,2}|[.\-/]| [-/] |\) ?|\)-| \(| ?\))$/.test(gap)) before.gap = gap;
    else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
    run.push(group);
    end = group.to;
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

/** Every stretch of a run that could be one number by itself: it ends where the run ends or at spaces. */
export function* stretchesOfRun(run: readonly DigitGroup[], most: number): Generator<readonly DigitGroup[]> {
  for (let from = 0; from < run.length; from++) {
    if (from > 0 && !/^ +$/.test(run[from - 1]?.gap ?? '')) continue;
    let digits = 0;
    for (let to = from; to < Math.min(run.length, from + longest); to++) {
      const group = run[to];
      if (!group) break;
      digits += group.text.length;
      if (digits > most) break;
      if (to === run.length - 1 || /^ +$/.test(group.gap)) yield run.slice(from, to + 1);
    }
  }
}

export const digitsOf = (groups: readonly DigitGroup[]): string => groups.map((group) => group.text).join('');

/** The gaps inside a stretch, without the one behind it. */
export const gapsOf = (groups: readonly DigitGroup[]): string[] => groups.slice(0, -1).map((group) => group.gap);

/** The test of eleven every citizen service number passes; eight digits count as nine with a zero in front. */
export function passesEleven(digits: string): boolean {
  if (!/^\d{8,9}$/.test(digits) || /^(\d)\1+$/.test(digits)) return false;
  const nine = digits.padStart(9, '0');
  let sum = 0;
  for (let at = 0; at < 9; at++) sum += Number(nine[at]) * (at === 8 ? -1 : 9 - at);
  return sum % 11 === 0;
}

/** The check of an account number (ISO 13616): letters count as numbers, the rest after dividing by 97 is 1. */
export function passesNinetySeven(account: string): boolean {
  let rest = 0;
  for (const sign of account.slice(4) + account.slice(0, 4)) {
    const value = /\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 55;
    rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
  }
  return rest === 1;
}
