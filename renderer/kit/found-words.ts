import { useCallback, useEffect, useMemo, useState, type RefObject } from 'react';
import { textMarks, type TextMark } from '../../domain/search/text-marks.ts';

/** Where the words that were looked for stand in a text; undefined when nothing was looked for. */
export function useMarksIn(words: readonly string[], query: string): ((text: string) => TextMark[]) | undefined {
  const key = words.join('\n');
  return useMemo(() => (key === '' ? undefined : textMarks(key.split('\n'), query)), [key, query]);
}

export interface FoundWords {
  total: number;
  /** Counts from 1; 0 when none is walked to yet. */
  now: number;
  /** Set when the last step went past the end, or before the beginning. */
  wrapped: 'begin' | 'eind' | undefined;
  next(): void;
  previous(): void;
}

interface Walk {
  /** What is marked, in the order it stands there. */
  selector: string;
  /** Changes when the text is drawn anew. */
  drawn: unknown;
  /** Heading of the part to begin at: where the piece stood that was shown in the list. */
  from?: string | undefined;
}

interface At {
  total: number;
  now: number;
  wrapped: FoundWords['wrapped'];
}

const nowhere: At = { total: 0, now: 0, wrapped: undefined };

/** Walks the marks on the page in the order they stand there. */
export function useFoundWords(page: RefObject<HTMLElement | null>, { selector, drawn, from }: Walk): FoundWords {
  const [at, setAt] = useState(nowhere);
  const all = useCallback((): HTMLElement[] => [...(page.current?.querySelectorAll<HTMLElement>(selector) ?? [])], [page, selector]);
  useEffect(() => setAt({ ...nowhere, total: all().length }), [all, drawn]);
  useEffect(() => {
    const marks = all();
    marks.forEach((mark, index) => mark.classList.toggle('now', index === at.now - 1));
    if (at.now > 0) marks[at.now - 1]?.scrollIntoView({ block: 'center' });
  }, [all, at]);
  const step = (by: 1 | -1): void =>
    setAt((before) => {
      const { total, now } = before;
      if (total === 0) return before;
      if (now === 0) return { total, now: by > 0 ? firstIn(all(), from) : total, wrapped: undefined };
      const to = now + by;
      if (to > total) return { total, now: 1, wrapped: 'begin' };
      return to < 1 ? { total, now: total, wrapped: 'eind' } : { total, now: to, wrapped: undefined };
    });
  return { ...at, next: () => step(1), previous: () => step(-1) };
}

/** Number of the first mark in the part with this heading; 1 when it has none. */
function firstIn(marks: readonly HTMLElement[], heading: string | undefined): number {
  if (heading === undefined || heading === '') return 1;
  return (
    Math.max(
      0,
      marks.findIndex((mark) => mark.closest('.part')?.getAttribute('aria-label') === heading),
    ) + 1
  );
}
