import { useEffect, useReducer } from 'react';
import type { ReaderData } from '../../domain/bundle/reader-data.ts';
import { isAnswered, type ReflectionAnswer, type ReflectionFile } from '../../domain/bundle/reflection.ts';

/** What somebody wrote so far. `saved`: it stands in a file since the last change. */
export interface Answers {
  team: string;
  role: string;
  byPractice: Readonly<Record<string, ReflectionAnswer>>;
  saved: boolean;
}

export type AnswerChange =
  | { do: 'about'; part: Partial<Pick<Answers, 'team' | 'role'>> }
  | { do: 'answer'; practice: string; part: Partial<Omit<ReflectionAnswer, 'practice'>> }
  | { do: 'saved' };

const none: Answers = { team: '', role: '', byPractice: {}, saved: true };

function changed(now: Answers, change: AnswerChange): Answers {
  switch (change.do) {
    case 'about':
      return { ...now, ...change.part, saved: false };
    case 'answer': {
      const before = now.byPractice[change.practice] ?? { practice: change.practice };
      return { ...now, byPractice: { ...now.byPractice, [change.practice]: { ...before, ...change.part } }, saved: false };
    }
    case 'saved':
      return { ...now, saved: true };
  }
}

/** The answers of this reader, kept in the browser as long as it allows that; the file they are saved in is what counts. */
export function useAnswers(data: ReaderData): { answers: Answers; change(change: AnswerChange): void } {
  const place = `oogst.antwoorden:${data.made}:${data.title}`;
  const [answers, change] = useReducer(changed, place, remembered);
  useEffect(() => {
    try {
      window.localStorage.setItem(place, JSON.stringify(answers));
    } catch {
      // A browser that keeps nothing for a file on disk still saves the answers in a file.
    }
  }, [place, answers]);
  return { answers, change };
}

function remembered(place: string): Answers {
  try {
    const held: unknown = JSON.parse(window.localStorage.getItem(place) ?? 'null');
    return typeof held === 'object' && held !== null && 'byPractice' in held ? { ...none, ...(held as Answers) } : none;
  } catch {
    return none;
  }
}

/** How many practices somebody said something about. */
export const answeredIn = ({ byPractice }: Answers): number => Object.values(byPractice).filter(isAnswered).length;

/** The file with the answers, for who asked them; in the order of the bundle. */
export function reflectionFile(data: ReaderData, { team, role, byPractice }: Answers, now: Date): ReflectionFile {
  const answers = data.entries.flatMap(({ summary }) => {
    const answer = byPractice[summary.id];
    return answer && isAnswered(answer) ? [answer] : [];
  });
  return {
    schema: 'oogst-reflectie',
    version: 1,
    bundle: { title: data.title, made: data.made, ...(data.bundle === undefined ? {} : { id: data.bundle }) },
    ...(data.session === undefined ? {} : { session: data.session }),
    ...(team.trim() === '' ? {} : { team: team.trim() }),
    ...(role.trim() === '' ? {} : { role: role.trim() }),
    answers,
    saved: now.toISOString(),
  };
}
