import { useCallback, useEffect, useMemo, useState, type RefObject } from 'react';
import { markWords } from '../../../domain/search/snippets.ts';

/** Where the words that were looked for stand in a text; undefined when nothing was looked for. */
export function useMarksIn(words: readonly string[]): ((text: string) => [number, number][]) | undefined {
  const key = words.join(' ');
  return useMemo(() => (key === '' ? undefined : (text: string) => markWords(text, key.split(' '))), [key]);
}

export interface FoundWords {
  total: number;
  /** Counts from 1; 0 when none is walked to yet. */
  now: number;
  next(): void;
  previous(): void;
}

/** Walks the marks on the page in the order they stand there. `drawn` changes when the text is drawn anew. */
export function useFoundWords(page: RefObject<HTMLElement | null>, drawn: unknown): FoundWords {
  const [total, setTotal] = useState(0);
  const [now, setNow] = useState(0);
  const all = useCallback((): HTMLElement[] => [...(page.current?.querySelectorAll<HTMLElement>('.sheet-head mark, .page mark') ?? [])], [page]);
  useEffect(() => {
    setTotal(all().length);
    setNow(0);
  }, [all, drawn]);
  useEffect(() => {
    const marks = all();
    marks.forEach((mark, index) => mark.classList.toggle('now', index === now - 1));
    if (now > 0) marks[now - 1]?.scrollIntoView({ block: 'center' });
  }, [all, now]);
  const step = (by: number): void => setNow((at) => (total === 0 ? 0 : ((at - 1 + by + (at === 0 && by < 0 ? 1 : 0) + total * 2) % total) + 1));
  return { total, now, next: () => step(1), previous: () => step(-1) };
}
