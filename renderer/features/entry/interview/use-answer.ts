import { useState } from 'react';
import { answerTo, withAnswer, type Question } from '../../../../domain/entries/interview.ts';
import type { Kind } from '../../../../domain/entries/kind.ts';
import type { DraftKeeper } from '../use-draft.ts';

interface Typing {
  question: string;
  /** The text as it was before anything was typed in this field; an answer is always put in that. */
  base: string;
  text: string;
  /** The text with the answer in it. */
  made: string;
}

/** The answer to one question as it is typed. It goes into the same draft as everything else that is written. */
export function useAnswer(keeper: DraftKeeper, kind: Kind, question: Question): { text: string; beside: string; type(text: string): void } {
  const { text: body } = keeper.draft;
  const [typing, setTyping] = useState<Typing>();
  const now = answerTo(body, kind, question);
  // Another text than the one made here (another version was chosen, the file changed): that is then what is answered in.
  const own = typing?.question === question.id && typing.made === body ? typing : undefined;
  return {
    text: own?.text ?? now.text,
    beside: now.beside,
    type: (text) => {
      const base = own?.base ?? body;
      const made = withAnswer(base, kind, question, text);
      setTyping({ question: question.id, base, text, made });
      keeper.type(made);
    },
  };
}
