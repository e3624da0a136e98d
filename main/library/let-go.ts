import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let collect: (() => void) | undefined;

/** With so many write-ups there is much that nothing holds any more once all is done. */
const large = 5000;

/**
 * Lets go of the memory that nothing holds any more, in a kennismap of so many write-ups. JavaScript does so when it needs more, and after the great work of
 * opening a large one nothing needs more for hours. Holds the thread up meanwhile: 0.05 s with 50,000.
 */
export function letGo(size: number): void {
  if (size < large) return;
  if (!collect) {
    setFlagsFromString('--expose-gc');
    // Where there is no such thing, nothing happens: what is let go here would only have gone later.
    collect = runInNewContext('typeof gc === "function" ? gc : () => undefined') as () => void;
    setFlagsFromString('--no-expose-gc');
  }
  collect();
}
