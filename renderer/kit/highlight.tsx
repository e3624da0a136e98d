import type { ReactNode } from 'react';

/** A third item says that the word only resembles what was typed. */
type Marks = readonly (readonly [number, number, true?])[];

/** A text with the found words marked. Marks are [start, end) pairs in UTF-16 units; what does not fit is left out. */
export function Highlight({ text, marks }: { text: string; marks: Marks }): ReactNode {
  const out: ReactNode[] = [];
  let at = 0;
  for (const [start, end, loose] of marks) {
    if (start < at || end <= start || end > text.length) continue;
    out.push(
      text.slice(at, start),
      <mark key={start} className={loose && 'loose'}>
        {text.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  out.push(text.slice(at));
  return <>{out}</>;
}
