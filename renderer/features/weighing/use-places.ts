import { useEffect, useLayoutEffect, useState } from 'react';
import { placeOf, type Place } from './passages.ts';

/** Passages by item id. */
export type Passages = Readonly<Record<string, string>>;
export type Places = ReadonlyMap<string, Place>;

/** Where the passages stand in the drawn text; looked up again when the text or the passages change. */
export function usePlaces(root: HTMLElement | null, passages: Passages, text: unknown): Places {
  const [places, setPlaces] = useState<Places>(new Map());
  const wanted = JSON.stringify(passages);
  useLayoutEffect(() => {
    const found = new Map<string, Place>();
    if (root)
      for (const [item, passage] of Object.entries(JSON.parse(wanted) as Passages)) {
        const place = placeOf(root, passage);
        if (place) found.set(item, place);
      }
    setPlaces(found);
  }, [root, wanted, text]);
  return places;
}

/** Marks the passages without touching the text, where the browser can. */
export function useMarkedPassages(places: Places, now: string | undefined): void {
  useEffect(() => {
    if (typeof CSS === 'undefined' || !('highlights' in CSS)) return;
    const others = [...places].filter(([item]) => item !== now).map(([, place]) => place.range);
    const current = now === undefined ? undefined : places.get(now)?.range;
    CSS.highlights.set('passage', new Highlight(...others));
    CSS.highlights.set('passage-now', new Highlight(...(current ? [current] : [])));
    return () => {
      CSS.highlights.delete('passage');
      CSS.highlights.delete('passage-now');
    };
  }, [places, now]);
}

const lineHeight = 24;

/** How far from the top of `root` each passage begins, in CSS pixels; never two on top of each other. */
export function useTops(root: HTMLElement | null, places: Places): ReadonlyMap<string, number> {
  const [tops, setTops] = useState<ReadonlyMap<string, number>>(new Map());
  useEffect(() => {
    if (!root) return;
    const measure = (): void => {
      const zero = root.getBoundingClientRect().top;
      const wanted = [...places].map(([item, { range }]) => ({ item, top: (topOf(range) ?? zero) - zero })).sort((a, b) => a.top - b.top);
      const found = new Map<string, number>();
      let free = -Infinity;
      for (const { item, top } of wanted) {
        const at = Math.max(top, free);
        found.set(item, Math.round(at));
        free = at + lineHeight + 2;
      }
      setTops(found);
    };
    measure();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    observer.observe(root);
    return () => observer.disconnect();
  }, [root, places]);
  return tops;
}

/** Top of the first line of a range; undefined where nothing is laid out. */
function topOf(range: Range): number | undefined {
  return typeof range.getClientRects === 'function' ? range.getClientRects()[0]?.top : undefined;
}
