/** A heading of level 1, 2 or 3. Lines count from 0 in the text. */
export interface HeadingLine {
  line: number;
  level: number;
  text: string;
}

/** The text that was looked at last: one text is asked about many questions. */
let last: { text: string; headings: readonly HeadingLine[] } = { text: '', headings: [] };

/** The headings of a text down to level 3. Fenced code is left alone. */
export function headingsOf(text: string): readonly HeadingLine[] {
  if (last.text !== text) last = { text, headings: found(text) };
  return last.headings;
}

function found(text: string): HeadingLine[] {
  const out: HeadingLine[] = [];
  const fences = new Fences();
  text.split('\n').forEach((line, index) => {
    const heading = fences.inside(line) ? undefined : /^ {0,3}(#{1,3})[ \t]+(\S.*)$/.exec(line);
    if (heading) out.push({ line: index, level: heading[1]?.length ?? 3, text: (heading[2] ?? '').replace(/[ \t]+#+[ \t]*$/, '').trim() });
  });
  return out;
}

/** The lines that are fenced code, its marks included; they count from 0. */
export function fencedLines(text: string): ReadonlySet<number> {
  const fences = new Fences();
  return new Set(text.split('\n').flatMap((line, index) => (fences.inside(line) ? [index] : [])));
}

/** The line that closes the code a text leaves open; undefined when it leaves none open. */
export function closedFence(text: string): string | undefined {
  const fences = new Fences();
  for (const line of text.split('\n')) fences.inside(line);
  return fences.open;
}

/** Follows fenced code line by line. */
class Fences {
  open: string | undefined;

  /** Whether a line belongs to code; its first and last line do. */
  inside(line: string): boolean {
    const mark = /^ {0,3}(```+|~~~+)/.exec(line)?.[1];
    if (this.open === undefined) {
      this.open = mark;
      return mark !== undefined;
    }
    if (mark?.[0] === this.open[0] && mark !== undefined && mark.length >= this.open.length && line.trim() === mark) this.open = undefined;
    return true;
  }
}
