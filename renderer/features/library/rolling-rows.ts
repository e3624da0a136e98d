import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type Range,
  type VirtualItem,
  type VirtualizerOptions,
} from '@tanstack/react-virtual';
import { useLayoutEffect, useReducer, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { rowHeight } from '../../data/found.ts';
import { placeLeft } from './scroll-memory.ts';

/** Rows drawn beyond those in sight: few for an answer that is awaited, more once somebody moves the list. */
const beyond = { atTop: 1, moved: 3 };

type Rows = Virtualizer<HTMLDivElement, HTMLLIElement>;

interface RollingRows {
  /** The rows to draw, in the order of the list; where others are left out between two, {@link openAbove} says how much room they take. */
  drawn: readonly VirtualItem[];
  /** Room that the rows after the last one take, in pixels. */
  below: number;
  /** `ref` of every row. */
  measure: (row: HTMLLIElement | null) => void;
  /** Brings a row into sight. */
  show(index: number): void;
}

interface Rolled {
  /** Identity of each row. */
  ids: readonly string[];
  scroller: { current: HTMLDivElement | null };
  /** The row that Tab and the search field lead to: it can be reached from wherever the list is. */
  tabStop: number;
  /** Of the question, which decides where the list begins. */
  name: string;
  /** How high every row is at least, in pixels. */
  least: number;
}

/**
 * Which rows of a long list are drawn. They stand under each other as the browser lays them out, so nothing has to be drawn again when one turns out to be
 * higher than was thought: only when other rows come into sight. Their heights are heard from the browser once they are laid out; asking for them would make it
 * lay out everything at once, in the middle of drawing.
 */
export function useRollingRows({ ids, scroller, tabStop, name, least }: Rolled): RollingRows {
  const [, drawAnew] = useReducer((count: number) => count + 1, 0);
  const now = useRef<readonly number[]>([]);
  const options: VirtualizerOptions<HTMLDivElement, HTMLLIElement> = {
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight.usual,
    measureElement: (row, laidOut) =>
      laidOut?.borderBoxSize[0]?.blockSize ?? rows.itemSizeCache.get(ids[rows.indexFromElement(row)] ?? '') ?? rowHeight.usual,
    getItemKey: (index) => ids[index] ?? index,
    initialOffset: () => placeLeft(name),
    rangeExtractor: (range) => withRow(tabStop, filled(range, (rows.scrollRect?.height ?? 0) / least)),
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: (_rows, sync) => {
      if (sameNumbers(rows.getVirtualIndexes(), now.current)) return;
      if (sync) flushSync(drawAnew);
      else drawAnew();
    },
  };
  const [rows] = useState<Rows>(() => new Virtualizer(options));
  rows.setOptions(options);
  useLayoutEffect(() => rows._didMount(), [rows]);
  useLayoutEffect(() => rows._willUpdate());
  const drawn = rows.getVirtualItems();
  useLayoutEffect(() => {
    now.current = drawn.map(({ index }) => index);
  }, [drawn]);
  return {
    drawn,
    below: rows.getTotalSize() - (drawn.at(-1)?.end ?? 0),
    measure: rows.measureElement,
    show: (index) => rows.scrollToIndex(index, { align: 'auto' }),
  };
}

/** What is left open above a row, for rows that are not drawn; in pixels. */
export const openAbove = (drawn: readonly VirtualItem[], at: number): number => (drawn[at]?.start ?? 0) - (drawn[at - 1]?.end ?? 0);

const sameNumbers = (a: readonly number[], b: readonly number[]): boolean => a.length === b.length && a.every((one, at) => one === b[at]);

/** With as many rows as `fit` in sight at most, so that none has to be added once it is known how high they are. */
function filled({ startIndex, endIndex, count }: Range, fit: number): Range {
  const overscan = startIndex === 0 ? beyond.atTop : beyond.moved;
  return { startIndex, endIndex: Math.min(count - 1, Math.max(endIndex, startIndex + Math.ceil(fit) - 1)), overscan, count };
}

/** The rows to draw, with this one. */
function withRow(row: number, range: Range): number[] {
  const rows = defaultRangeExtractor(range);
  return rows.includes(row) || row >= range.count ? rows : [...rows, row].sort((a, b) => a - b);
}
