import { useEffect, useRef, useState } from 'react';

/** At most one step per this many milliseconds. */
const apart = 60;
/** While letters keep coming closer together than this, there is no use in searching yet. */
const quiet = 55;
/** For as long as this; whoever keeps typing sees the list follow. */
const longest = 270;

/**
 * Follows what is being typed in steps, so that a search does not run per letter: the first change at once, what comes close behind it together, and
 * the last one always, within 60 ms.
 */
export function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  const stepped = useRef(-Infinity);
  const pending = useRef(false);
  // By a timer and not by the clock: where drawing a letter takes long, letters that wait in line are still typed in one go.
  const resting = useRef(false);
  useEffect(() => {
    const step = (): void => {
      pending.current = false;
      stepped.current = performance.now();
      resting.current = true;
      setTimeout(() => (resting.current = false), apart);
      setSettled(value);
    };
    const wanted = value !== settled;
    const since = performance.now() - stepped.current;
    const first = wanted && !pending.current && !resting.current;
    if (first) step();
    pending.current = wanted && !first;
    if (!pending.current) return undefined;
    const timer = setTimeout(step, Math.min(Math.max(quiet, apart - since), Math.max(0, longest - since)));
    return () => clearTimeout(timer);
  }, [value, settled]);
  return settled;
}
