import { useCallback, useMemo, useRef } from 'react';
import type { DraftKeeper } from './use-draft.ts';

/** So many steps are remembered, and texts of so many signs together. */
const most = { steps: 300, signs: 20_000_000 };

/** Typing without a pause this long is one step; milliseconds. */
const pause = 500;

/**
 * The text as it was in the ways of writing somebody came from. Each of those (made up, source, interview) takes its own steps back; when it has none
 * left, the steps of the one before it are here.
 */
export class TextSteps {
  #place = '';
  /** Steps of the way of writing that is open; it can take those back itself. */
  #here: string[] = [];
  #before: string[] = [];
  #after: string[] = [];
  #last = -Infinity;

  /** Somebody writes here now. */
  moveTo(place: string): void {
    if (place === this.#place) return;
    this.#place = place;
    this.#before.push(...this.#here.splice(0));
    let signs = 0;
    const kept = this.#before.findLastIndex((text) => (signs += text.length) > most.signs);
    this.#before.splice(0, Math.max(kept + 1, this.#before.length - most.steps));
    this.#last = -Infinity;
  }

  /** Something is typed; `before` is the text as it was, `at` the moment in milliseconds. */
  typed(before: string, at: number): void {
    if (at - this.#last > pause) this.#here.push(before);
    this.#last = at;
    this.#after.length = 0;
  }

  /** The text one step back from `now`; undefined when there is none. */
  back(now: string): string | undefined {
    // Asked for only when the way that is open has taken back all of its own.
    this.#here.length = 0;
    return turned(this.#before, this.#after, now);
  }

  /** The text one step forward again. */
  forward(now: string): string | undefined {
    return turned(this.#after, this.#before, now);
  }
}

function turned(from: string[], to: string[], now: string): string | undefined {
  let text = from.pop();
  while (text === now) text = from.pop();
  if (text !== undefined) to.push(now);
  return text;
}

export interface WritingKeeper extends DraftKeeper {
  /** Takes back what was typed in another way of writing; false when there is nothing. */
  back(): boolean;
  forward(): boolean;
}

/** Lets what was typed in one way of writing be taken back in another; gives the keeper to type with, and what to tell which way is open. */
export function useTextHistory(keeper: DraftKeeper): { keeper: WritingKeeper; moveTo(way: string): void } {
  const steps = useRef<TextSteps>(undefined);
  steps.current ??= new TextSteps();
  const live = useRef(keeper);
  live.current = keeper;
  const turns = useMemo(() => {
    const turn = (way: 'back' | 'forward'): boolean => {
      const to = steps.current?.[way](live.current.draft.text);
      if (to !== undefined) live.current.type(to);
      return to !== undefined;
    };
    return {
      type: (text: string): void => {
        steps.current?.typed(live.current.draft.text, Date.now());
        live.current.type(text);
      },
      back: () => turn('back'),
      forward: () => turn('forward'),
    };
  }, []);
  const moveTo = useCallback((way: string): void => steps.current?.moveTo(way), []);
  return { keeper: { ...keeper, ...turns }, moveTo };
}
