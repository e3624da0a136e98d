import type { Json } from '../entries/entry.ts';
import type { ReflectionAnswer, ReflectionFile } from './reflection.ts';

/** A reflection as a write-up: what is counted stands in its header, what was told in its text. */

/** Around the answers: who, where, and when. */
export interface ReflectionContext {
  practiceTitle: string;
  /** Id of the session, when the kennismap has it. */
  session?: string | undefined;
  team?: string | undefined;
  role?: string | undefined;
  /** `JJJJ-MM-DD`. */
  date: string;
  /** Title of the bundle it came back from. */
  bundle?: string | undefined;
}

/** Title of the write-up. */
export function reflectionTitle({ practiceTitle, team, role }: Pick<ReflectionContext, 'practiceTitle' | 'team' | 'role'>): string {
  const who = oneLine(team ?? role ?? '');
  return `Reflectie${who === '' ? '' : ` van ${who}`} op ${oneLine(practiceTitle)}`.slice(0, 200).trim();
}

/** The keys of the header, without those every new write-up gets. */
export function reflectionFields(answer: ReflectionAnswer, context: ReflectionContext): Record<string, Json> {
  const fields: Record<string, Json | undefined> = {
    praktijk: answer.practice,
    sessie: context.session,
    team: context.team && oneLine(context.team),
    rol: context.role && oneLine(context.role),
    datum: context.date,
    cijfer: answer.mark,
    sterk: answer.strong && oneLine(answer.strong),
    ontwikkelpunt: answer.develop && oneLine(answer.develop),
    elementen: answer.elements?.map(({ text, take, why }) => ({
      element: oneLine(text),
      mee: take,
      ...(why === undefined ? {} : { waarom: oneLine(why) }),
    })),
    nodig: answer.needs && oneLine(answer.needs),
    eerste_stap: answer.steps && oneLine(answer.steps),
    bundel: context.bundle && oneLine(context.bundle),
  };
  return Object.fromEntries(Object.entries(fields).flatMap(([key, value]): [string, Json][] => (hasSome(value) ? [[key, value]] : [])));
}

const hasSome = (value: Json | undefined): value is Json => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

/** The text of each section of the kind, by its id. */
export function reflectionSections(answer: ReflectionAnswer): Record<string, string> {
  const named = (label: string, text: string | undefined): string[] => (text === undefined ? [] : [`**${label}.** ${safeMarkdown(text)}`]);
  return {
    cijfer: [
      ...(answer.mark === undefined ? [] : [`Een ${markText(answer.mark)}.`]),
      ...named('Sterk', answer.strong),
      ...named('Kan groeien', answer.develop),
    ].join('\n\n'),
    aanspreekt: answer.appeals === undefined ? '' : safeMarkdown(answer.appeals),
    elementen: elementTable(answer.elements ?? []),
    vertaling: [...(answer.translate === undefined ? [] : [safeMarkdown(answer.translate)]), ...named('Nodig', answer.needs)].join('\n\n'),
    stap: answer.steps === undefined ? '' : safeMarkdown(answer.steps),
  };
}

/** A mark as it is written in Dutch. */
export const markText = (mark: number): string => String(Math.round(mark * 10) / 10).replace('.', ',');

function elementTable(elements: NonNullable<ReflectionAnswer['elements']>): string {
  if (elements.length === 0) return '';
  const cell = (text: string): string => safeMarkdown(oneLine(text));
  const rows = elements.map(({ text, take, why }) => `| ${cell(text)} | ${take} | ${cell(why ?? '')} |`);
  return ['| Element | Nemen we mee? | Waarom |', '|---|---|---|', ...rows].join('\n');
}

/** One line without signs that cannot be seen. */
export const oneLine = (text: string): string => visible(text).replace(/\s+/g, ' ').trim();

const visible = (text: string): string =>
  // eslint-disable-next-line no-control-regex
  text
    .normalize('NFC')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, (sign) =>
      /[\r\u2028\u2029\u0085]/.test(sign) ? '\n' : '',
    );

/**
 * Text somebody typed, as Markdown that says just that: no heading, link, picture, code, table or HTML can come of it. A line that begins with a dash
 * stays an item of a list, because that is how people write.
 */
export function safeMarkdown(text: string): string {
  return visible(text)
    .split('\n')
    .map((line) => safeLine(line.replace(/\t/g, ' ').trim()))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function safeLine(line: string): string {
  const item = /^[-•] +(?=[^\s-])/.exec(line)?.[0] ?? '';
  const rest = line
    .slice(item.length)
    .replace(/[\\`*_[\]<>|~$]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/^([#+=-]|\d{1,9}[.)])/, (sign) => `${sign.slice(0, -1)}\\${sign.slice(-1)}`)
    .replace(/!(?=\\\[)/g, '\\!')
    .replace(/:(?=\/\/)/g, '\\:');
  return item === '' ? rest : `- ${rest}`;
}

/** What makes an answer itself: the same answer from the same file, or read again, gives the same text. */
export const answerKey = ({ bundle, session, team, role, saved }: ReflectionFile, answer: ReflectionAnswer): string =>
  JSON.stringify([bundle.made, bundle.title, session ?? '', team ?? '', role ?? '', saved, answer]);
