import { diffArrays } from 'diff';

/** A place where two rows differ. */
export interface Hunk {
  from: number;
  to: number;
  start: number;
  end: number;
}

/** Where two rows differ: old [from, to) became new [start, end). */
export function hunksOf(olds: readonly string[], nows: readonly string[]): Hunk[] {
  let top = 0;
  while (top < olds.length && top < nows.length && olds[top] === nows[top]) top++;
  let tail = 0;
  while (tail < Math.min(olds.length, nows.length) - top && olds.at(-1 - tail) === nows.at(-1 - tail)) tail++;
  const [a, b] = [olds.slice(top, olds.length - tail), nows.slice(top, nows.length - tail)];
  const parts = a.length > 0 && b.length > 0 ? diffArrays(a, b, { maxEditLength: 400 }) : undefined;
  if (!parts) return a.length + b.length === 0 ? [] : [{ from: top, to: top + a.length, start: top, end: top + b.length }];
  const out: Hunk[] = [];
  let [from, start] = [top, top];
  for (const part of parts) {
    const last = out.at(-1);
    const open = last && last.to === from && last.end === start ? last : undefined;
    const hunk = open ?? { from, to: from, start, end: start };
    if (part.removed) from += part.count;
    else if (part.added) start += part.count;
    else [from, start] = [from + part.count, start + part.count];
    if (!part.removed && !part.added) continue;
    if (!open) out.push(hunk);
    hunk.to = from;
    hunk.end = start;
  }
  return out;
}
