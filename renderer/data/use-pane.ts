import { useState } from 'react';
import { useSettings } from './use-settings.ts';

export interface Pane {
  width: number;
  /** While dragging. */
  move(width: number): void;
  /** Remembered for the next time. */
  keep(width: number): void;
}

/** The width of a pane; the window comes back as it was left. Undefined means: as the screen likes it. */
export function usePane(name: string, fallback: number): Pane {
  const { settings, change } = useSettings();
  const [dragged, setDragged] = useState<number>();
  return {
    width: dragged ?? settings.panes[name] ?? fallback,
    move: setDragged,
    keep: (width) => {
      setDragged(width);
      change({ panes: { ...settings.panes, [name]: width } });
    },
  };
}
