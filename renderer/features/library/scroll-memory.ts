import { useEffect, useRef } from 'react';
import { currentArrival } from '../../data/routes.ts';

/** Where each list was left, by what was asked; going back finds it there. */
const left = new Map<string, number>();

/** The arrival that was last reckoned with. */
let reckoned = -1;

/** Where the list begins: where it was left on the way back, at the top when it is asked anew. */
export function placeLeft(name: string): number {
  const { count, returning } = currentArrival();
  if (count !== reckoned && !returning) left.delete(name);
  reckoned = count;
  return left.get(name) ?? 0;
}

/** Moves the list to where another question begins, and remembers where this one is left. */
export function useScrollMemory(scroller: { current: HTMLDivElement | null }, name: string): void {
  const before = useRef(name);
  useEffect(() => {
    const element = scroller.current;
    if (before.current !== name) {
      const at = left.get(before.current) ?? 0;
      before.current = name;
      const place = placeLeft(name);
      // Also asking where the list stands makes the window lay everything out.
      if (element && place !== at) element.scrollTop = place;
    }
    const remember = (): void => {
      if (element) left.set(name, element.scrollTop);
    };
    element?.addEventListener('scroll', remember, { passive: true });
    return () => element?.removeEventListener('scroll', remember);
  }, [scroller, name]);
}
