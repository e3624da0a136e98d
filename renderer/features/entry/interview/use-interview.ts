import { useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { firstOpen, questionsOf } from '../../../../domain/entries/interview.ts';
import type { Kind, Section } from '../../../../domain/entries/kind.ts';
import { useKeys } from '../../../kit/keys.ts';
import type { DraftKeeper } from '../use-draft.ts';
import type { FormatHandle } from '../writing/format-editor.tsx';

export interface Interviewing {
  /** The question that is asked; undefined while the text is written as a whole. */
  at: number | undefined;
  /** The part it is about. */
  section: Section | undefined;
  /** Begins, or goes on where it was left: at the first question without an answer. */
  open(): void;
  to(at: number): void;
  toSection(id: string): void;
  close(): void;
}

/** Whether the questions are asked one by one, and which. */
export function useInterview(kind: Kind | undefined, { draft }: DraftKeeper, format: RefObject<FormatHandle | null>, locked: boolean): Interviewing {
  const latest = useRef(draft.text);
  latest.current = draft.text;
  const [at, setAt] = useState<number>();
  const questions = kind ? questionsOf(kind) : [];
  const open = (): void => {
    if (!kind || locked || at !== undefined) return;
    // What was typed a moment ago is an answer as well.
    flushSync(() => format.current?.flush());
    const first = firstOpen(latest.current, kind);
    setAt(first < questions.length ? first : 0);
  };
  useKeys({ F4: at === undefined ? open : () => setAt(undefined) });
  return {
    at,
    section: at === undefined ? undefined : questions[at]?.section,
    open,
    to: setAt,
    toSection: (id) =>
      setAt(
        Math.max(
          0,
          questions.findIndex(({ section }) => section.id === id),
        ),
      ),
    close: () => setAt(undefined),
  };
}
