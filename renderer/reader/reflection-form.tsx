import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ReaderData, ReaderEntry } from '../../domain/bundle/reader-data.ts';
import type { ReflectionAnswer } from '../../domain/bundle/reflection.ts';
import { emptyElements, takes, worksheetQuestions, type WorksheetAnswer } from '../../domain/bundle/worksheet-questions.ts';
import { Button } from '../kit/button.tsx';
import { TextArea, TextField } from '../kit/field.tsx';
import { nl } from '../text/nl.ts';
import { answeredIn, reflectionFile, type AnswerChange, type Answers } from './reflection.ts';

interface ReflectionFormProps {
  data: ReaderData;
  entry: ReaderEntry;
  answers: Answers;
  onChange(change: AnswerChange): void;
}

/** Whether a write-up asks its reader something: kinds with the translation questions, but not the answers to them. */
export function asksReader({ kinds }: ReaderData, { summary }: ReaderEntry): boolean {
  return summary.kind !== 'reflectie' && (kinds.find(({ id }) => id === summary.kind)?.cards.includes('checklist.C') ?? false);
}

/** The translation questions about one practice, to fill in here and to save as a file for who handed out the bundle. */
export function ReflectionForm({ data, entry, answers, onChange }: ReflectionFormProps): ReactNode {
  const { id } = entry.summary;
  const answer: ReflectionAnswer = answers.byPractice[id] ?? { practice: id };
  const change = (part: Partial<ReflectionAnswer>): void => onChange({ do: 'answer', practice: id, part });
  const count = answeredIn(answers);
  const save = (): void => {
    download(data, answers);
    onChange({ do: 'saved' });
  };
  return (
    <section className="lezer-form" aria-labelledby={`vragen-${id}`}>
      <h2 id={`vragen-${id}`}>{nl.reader.form}</h2>
      <p className="soft">{nl.reader.formIntro}</p>
      {worksheetQuestions(data.worksheet ?? 'vijf', data.cards).map((question, at) => (
        <fieldset key={question.id}>
          <legend>
            {at + 1}. {question.name}
          </legend>
          <p className="soft small">{question.prompt}</p>
          {question.answers.map((place) => (
            <AnswerPlace key={place.key} place={place} answer={answer} elements={entry.elements ?? []} onChange={change} />
          ))}
        </fieldset>
      ))}
      <div className="lezer-who">
        <TextField
          label={nl.reader.team}
          value={answers.team}
          maxLength={300}
          onChange={(event) => onChange({ do: 'about', part: { team: event.target.value } })}
        />
        <TextField
          label={nl.reader.role}
          value={answers.role}
          maxLength={300}
          onChange={(event) => onChange({ do: 'about', part: { role: event.target.value } })}
        />
      </div>
      <p className="row">
        <Button look="primary" icon={Download} disabled={count === 0} onClick={save}>
          {nl.reader.saveAnswers(count)}
        </Button>
        <span className="small soft" role="status">
          {count > 0 && (answers.saved ? nl.reader.answersSaved : nl.reader.answersOpen)}
        </span>
      </p>
      <p className="small soft">{nl.reader.formEnd}</p>
    </section>
  );
}

interface AnswerPlaceProps {
  place: WorksheetAnswer;
  answer: ReflectionAnswer;
  elements: readonly string[];
  onChange(part: Partial<ReflectionAnswer>): void;
}

function AnswerPlace({ place: { key, form, label, lines }, answer, elements, onChange }: AnswerPlaceProps): ReactNode {
  if (form === 'cijfer') return <Mark label={label} mark={answer.mark} onMark={(mark) => onChange({ mark })} />;
  if (form === 'elementen') return <Elements proposed={elements} held={answer.elements ?? []} onElements={(held) => onChange({ elements: held })} />;
  const value = key === 'mark' || key === 'elements' ? '' : (answer[key] ?? '');
  return (
    <TextArea
      label={label}
      rows={Math.max(2, lines)}
      maxLength={5000}
      value={value}
      onChange={(event) => onChange({ [key]: event.target.value || undefined })}
    />
  );
}

function Mark({ label, mark, onMark }: { label: string; mark: number | undefined; onMark(mark: number | undefined): void }): ReactNode {
  return (
    <div className="lezer-marks" role="radiogroup" aria-label={label}>
      {Array.from({ length: 11 }, (_, value) => (
        <label key={value}>
          <input type="radio" checked={mark === value} onChange={() => onMark(value)} />
          <span>{value}</span>
        </label>
      ))}
      {mark !== undefined && (
        <button type="button" className="link small" onClick={() => onMark(undefined)}>
          {nl.reader.noMark}
        </button>
      )}
    </div>
  );
}

type Element = NonNullable<ReflectionAnswer['elements']>[number];

/** Elements of the practice with room for others; what nobody chose is not an answer. */
function Elements({
  proposed,
  held,
  onElements,
}: {
  proposed: readonly string[];
  held: readonly Element[];
  onElements(held: Element[] | undefined): void;
}): ReactNode {
  const own = held.filter(({ text }) => !proposed.includes(text));
  const rows = [...proposed, ...own.map(({ text }) => text), ...(own.length < emptyElements ? [''] : [])];
  const put = (text: string, next: Partial<Element>): void => {
    if (text === '') return;
    const before = held.find((one) => one.text === text) ?? { text, take: 'misschien' as const };
    onElements([...held.filter((one) => one.text !== text), { ...before, ...next }]);
  };
  return (
    <ul className="lezer-elements">
      {rows.map((text, at) => (
        <li key={text === '' ? `nieuw-${at}` : text}>
          {text === '' ? (
            <NewElement onAdd={(added) => put(added, {})} />
          ) : (
            <Chosen text={text} element={held.find((one) => one.text === text)} onPut={(next) => put(text, next)} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Chosen({ text, element, onPut }: { text: string; element: Element | undefined; onPut(next: Partial<Element>): void }): ReactNode {
  return (
    <fieldset>
      <legend>{text}</legend>
      <span className="row">
        {takes.map((take) => (
          <label key={take} className="check">
            <input type="radio" checked={element?.take === take} onChange={() => onPut({ take })} />
            <span>{nl.reader.takes[take]}</span>
          </label>
        ))}
      </span>
      {element && (
        <TextField
          label={nl.reader.why}
          value={element.why ?? ''}
          maxLength={1000}
          onChange={(event) => onPut({ why: event.target.value || undefined })}
        />
      )}
    </fieldset>
  );
}

function NewElement({ onAdd }: { onAdd(text: string): void }): ReactNode {
  const add = (field: HTMLInputElement): void => {
    const text = field.value.trim();
    if (text === '') return;
    field.value = '';
    onAdd(text);
  };
  return (
    <TextField
      label={nl.reader.ownElement}
      maxLength={300}
      onBlur={(event) => add(event.currentTarget)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        add(event.currentTarget);
      }}
    />
  );
}

/** Hands the browser a file to save; nothing goes over a network. */
function download(data: ReaderData, answers: Answers): void {
  const file = reflectionFile(data, answers, new Date());
  const address = URL.createObjectURL(new Blob([JSON.stringify(file, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = nl.reader.answersFile(answers.team);
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
