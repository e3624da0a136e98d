import type { ReactNode } from 'react';

type Marks = readonly (readonly [number, number])[];

/** A text with the found words marked. Marks are [start, end) pairs in UTF-16 units; what does not fit is left out. */
export function Highlight({ text, marks }: { text: string; marks: Marks }): ReactNode {
  const out: ReactNode[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    if (start < at || end <= start || end > text.length) continue;
    out.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  out.push(text.slice(at));
  return <>{out}</>;
}
