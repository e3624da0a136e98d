import { Check, Circle } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { isAnswered, questionsOf, type Question } from '../../../../domain/entries/interview.ts';
import type { Kind } from '../../../../domain/entries/kind.ts';
import { Button } from '../../../kit/button.tsx';
import { nl } from '../../../text/nl.ts';
import type { DraftKeeper } from '../use-draft.ts';
import './interview.css';
import { useAnswer } from './use-answer.ts';

interface InterviewProps {
  kind: Kind;
  keeper: DraftKeeper;
  /** Which question is asked. */
  at: number;
  onAt(at: number): void;
  onClose(): void;
}

/** The questions of a kind, one by one, each with a text field of its own. What is typed is in the text at once. */
export function Interview({ kind, keeper, at, onAt, onClose }: InterviewProps): ReactNode {
  const questions = useMemo(() => questionsOf(kind), [kind]);
  const question = questions[at];
  const go = (to: number): void => {
    void keeper.save();
    if (to >= questions.length) onClose();
    else onAt(Math.max(0, to));
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) go(at + (event.shiftKey ? -1 : 1));
    else return;
    event.preventDefault();
  };
  if (!question) return null;
  return (
    <section className="interview" aria-label={nl.interview.title} onKeyDown={keys}>
      <div className="interview-head">
        <p className="small">
          <b>{question.section.heading}</b> · {nl.interview.progress(at + 1, questions.length)}
        </p>
        <progress className="interview-progress" max={questions.length} value={at + 1} aria-label={nl.interview.title} />
      </div>
      <AnswerField key={question.id} kind={kind} keeper={keeper} question={question} />
      <div className="interview-foot">
        <Button disabled={at === 0} keys="Ctrl Shift Enter" onClick={() => go(at - 1)}>
          {nl.interview.previous}
        </Button>
        <Button look="primary" keys="Ctrl Enter" onClick={() => go(at + 1)}>
          {at === questions.length - 1 ? nl.interview.finish : nl.interview.next}
        </Button>
        <Button look="quiet" className="push" keys="Esc" onClick={onClose}>
          {nl.interview.back}
        </Button>
      </div>
      <Steps kind={kind} body={keeper.draft.text} questions={questions} at={at} onAt={go} />
    </section>
  );
}

function AnswerField({ kind, keeper, question }: { kind: Kind; keeper: DraftKeeper; question: Question }): ReactNode {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const { text, beside, type } = useAnswer(keeper, kind, question);
  const { heading } = question.section;
  useEffect(() => {
    area.current?.focus();
    area.current?.setSelectionRange(area.current.value.length, area.current.value.length);
  }, []);
  return (
    <>
      <div className="interview-answer">
        <label className="interview-question" htmlFor={id}>
          {question.prompt}
        </label>
        <textarea
          ref={area}
          id={id}
          className="interview-text"
          lang="nl"
          spellCheck
          rows={5}
          value={text}
          aria-describedby={`${id}-plek`}
          onChange={(event) => type(event.target.value)}
        />
        <p className="hint" id={`${id}-plek`}>
          {question.name === undefined ? nl.interview.landsPlain(heading) : nl.interview.lands(question.name, heading)}
        </p>
      </div>
      {beside !== '' && (
        <details className="interview-beside" open>
          <summary>{nl.interview.beside(heading)}</summary>
          <p>{beside}</p>
        </details>
      )}
    </>
  );
}

interface StepsProps {
  kind: Kind;
  body: string;
  questions: readonly Question[];
  at: number;
  onAt(at: number): void;
}

/** All questions with what is answered; each can be gone to. */
function Steps({ kind, body, questions, at, onAt }: StepsProps): ReactNode {
  const answered = questions.map((question) => isAnswered(body, kind, question));
  return (
    <nav className="interview-steps" aria-label={nl.interview.steps}>
      <p className="small faint">{nl.interview.answered(answered.filter(Boolean).length, questions.length)}</p>
      <ol>
        {questions.map((question, index) => {
          const Icon = answered[index] ? Check : Circle;
          return (
            <li key={question.id}>
              <button type="button" className="interview-step" aria-current={index === at ? 'step' : undefined} onClick={() => onAt(index)}>
                <Icon className="icon icon-sm" aria-hidden />
                <span>
                  {question.name ?? question.section.heading}
                  <span className="sr"> ({answered[index] ? nl.interview.stepAnswered : nl.interview.stepOpen})</span>
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
