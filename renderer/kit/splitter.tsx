import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';

interface SplitterProps {
  label: string;
  /** Width of the pane before it, in CSS pixels. */
  value: number;
  min: number;
  max: number;
  onChange(value: number): void;
  /** The hand lets go: time to remember it. */
  onDone(value: number): void;
}

/** The line between two panes: drag it, or move it with the arrows. */
export function Splitter({ label, value, min, max, onChange, onDone }: SplitterProps): ReactNode {
  const start = useRef<{ x: number; value: number } | undefined>(undefined);
  const within = (to: number): number => Math.round(Math.min(max, Math.max(min, to)));
  const move = (event: PointerEvent): void => {
    if (start.current) onChange(within(start.current.value + event.clientX - start.current.x));
  };
  const keys = (event: KeyboardEvent): void => {
    const to = { ArrowLeft: value - 16, ArrowRight: value + 16, Home: min, End: max }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    onChange(within(to));
    onDone(within(to));
  };
  return (
    <div
      className="splitter"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      onKeyDown={keys}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, value };
      }}
      onPointerMove={move}
      onPointerUp={() => {
        if (start.current) onDone(value);
        start.current = undefined;
      }}
    />
  );
}
