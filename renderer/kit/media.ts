import { useSyncExternalStore } from 'react';

/** Whether a media query holds now; false where there is no screen. */
export function useMedia(query: string): boolean {
  const list = typeof window.matchMedia === 'function' ? window.matchMedia(query) : undefined;
  return useSyncExternalStore(
    (changed) => {
      list?.addEventListener('change', changed);
      return () => list?.removeEventListener('change', changed);
    },
    () => list?.matches ?? false,
  );
}

/** One column: a small window, or a large one at 200 %. */
export const useNarrow = (): boolean => useMedia('(max-width: 52rem)');

/** No room for a third pane. */
export const useMiddle = (): boolean => useMedia('(max-width: 70rem)');
