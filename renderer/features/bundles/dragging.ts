import { useState, type PointerEvent, type RefObject } from 'react';

export interface Dragging {
  /** What is in the hand. */
  id: string | undefined;
  /** Place it would get, counted without itself. */
  to: number | undefined;
  /** For the grip of a row. */
  grip(id: string): {
    onPointerDown(event: PointerEvent): void;
    onPointerMove(event: PointerEvent): void;
    onPointerUp(): void;
    onPointerCancel(): void;
  };
}

/** Dragging rows of a list by their grip; the rows are the children with `data-id`. */
export function useDragging(list: RefObject<HTMLElement | null>, onMove: (id: string, to: number) => void): Dragging {
  const [held, setHeld] = useState<{ id: string; to: number | undefined }>();
  const placeAt = (id: string, y: number): number =>
    [...(list.current?.querySelectorAll<HTMLElement>(':scope > [data-id]') ?? [])].filter((row) => row.dataset['id'] !== id && middleOf(row) < y)
      .length;
  return {
    id: held?.id,
    to: held?.to,
    grip: (id) => ({
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setHeld({ id, to: undefined });
      },
      onPointerMove: (event) => {
        if (held?.id === id) setHeld({ id, to: placeAt(id, event.clientY) });
      },
      onPointerUp: () => {
        if (held?.id === id && held.to !== undefined) onMove(id, held.to);
        setHeld(undefined);
      },
      onPointerCancel: () => setHeld(undefined),
    }),
  };
}

function middleOf(row: HTMLElement): number {
  const { top, height } = row.getBoundingClientRect();
  return top + height / 2;
}
