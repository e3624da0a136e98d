import type { Kind, Section } from './kind.ts';
import { headingKey } from './naming.ts';
import { headingTable, thinBelow } from './sections.ts';
import { wordCount } from './word-count.ts';
import { closedFence, headingsOf, type HeadingLine } from './heading-lines.ts';

/** One thing the interview asks. */
export interface Question {
  /** Unique in the kind. */
  id: string;
  section: Section;
  /** Heading of the answer within its section; without it the section itself is the answer. */
  name?: string;
  /** Headings that mean the same as the name, in compared form. */
  keys: readonly string[];
  prompt: string;
}

/** What the interview asks for a kind, in order. */
export function questionsOf(kind: Kind): Question[] {
  return kind.sections.flatMap((section): Question[] => {
    if (section.questions.length === 0) return [{ id: section.id, section, keys: [], prompt: section.prompt }];
    return section.questions.map(({ name, aliases, prompt }, index) => ({
      id: `${section.id}.${index + 1}`,
      section,
      name,
      keys: [name, ...aliases].map(headingKey),
      prompt,
    }));
  });
}

/** What a body says to a question. */
export interface Answer {
  /** As it is typed: headings in it are no headings of the body. */
  text: string;
  /** What else stands in the section. */
  beside: string;
}

/** The answer in a body, and what stands beside it in the same section. */
export function answerTo(body: string, kind: Kind, question: Question): Answer {
  const lines = body.split('\n');
  const place = placeOf(body, kind, question);
  if (!place?.answer) return { text: '', beside: place ? trimmed(lines.slice(place.from, place.to)) : '' };
  const { heading, from, to } = place.answer;
  return { text: typed(trimmed(lines.slice(from, to))), beside: trimmed([...lines.slice(place.from, heading), ...lines.slice(to, place.to)]) };
}

/**
 * The body with another answer to a question. The answer stands in its section under a heading with the name of the question; section and heading
 * are made where the order of the kind wants them. Every other line stays as it is. An empty answer takes its heading along.
 */
export function withAnswer(body: string, kind: Kind, question: Question, text: string): string {
  const answer = written(text);
  if (written(answerTo(body, kind, question).text) === answer) return body;
  const lines = body.split('\n');
  const place = placeOf(body, kind, question);
  const block = answer.split('\n');
  if (place?.answer) {
    const { heading, from, to } = place.answer;
    if (answer === '') return spliced(lines, question.name === undefined ? from : heading, to, []);
    const first = lines.findIndex((line, index) => index >= from && index < to && line.trim() !== '');
    if (first < 0) return spliced(lines, from, to, block);
    const last = lines.findLastIndex((line, index) => index < to && line.trim() !== '');
    return lines.toSpliced(first, last + 1 - first, ...block).join('\n');
  }
  const inside = question.name === undefined ? block : [`### ${question.name}`, '', ...block];
  if (place) return spliced(lines, place.next, place.next, inside);
  const at = sectionPlace(body, kind, question.section);
  return spliced(lines, at, at, [`## ${question.section.heading}`, '', ...inside]);
}

/** The body with the heading of a section, made where the order of the kind wants it; unchanged when it is there. */
export function withSection(body: string, kind: Kind, section: Section): string {
  const table = headingTable(kind);
  if (headingsOf(body).some(({ level, text }) => level <= 2 && table.get(headingKey(text))?.id === section.id)) return body;
  const at = sectionPlace(body, kind, section);
  return spliced(body.split('\n'), at, at, [`## ${section.heading}`]);
}

/** The place in {@link questionsOf} of the first question that has no answer; their number when all have one. A section that was written freely counts. */
export function firstOpen(body: string, kind: Kind): number {
  const all = questionsOf(kind);
  const open = all.findIndex((question) => !isAnswered(body, kind, question));
  return open < 0 ? all.length : open;
}

/** Whether a body answers a question: under its own heading, or in a section that says enough without such headings. */
export function isAnswered(body: string, kind: Kind, question: Question): boolean {
  const { text } = answerTo(body, kind, question);
  if (text !== '') return true;
  if (question.name === undefined) return false;
  const named = new Set(questionsOf(kind).flatMap(({ section, keys }) => (section.id === question.section.id ? keys : [])));
  const place = placeOf(body, kind, question);
  if (!place || place.headings.some((heading) => named.has(headingKey(heading.text)))) return false;
  return wordCount(body.split('\n').slice(place.from, place.to).join('\n')) >= thinBelow;
}

interface Place {
  /** Lines of the section under its heading: the first, and the one after the last. */
  from: number;
  to: number;
  /** Headings of level 3 in it. */
  headings: HeadingLine[];
  /** Line of the heading of the answer, and its lines. */
  answer?: { heading: number; from: number; to: number } | undefined;
  /** Where the heading of a new answer goes. */
  next: number;
}

/** Where the answer to a question stands or would stand; undefined when its section is not there. */
function placeOf(body: string, kind: Kind, question: Question): Place | undefined {
  const headings = headingsOf(body);
  const end = body.split('\n').length;
  const table = headingTable(kind);
  const tops = headings.filter(({ level }) => level <= 2);
  const places = tops.flatMap((top, index): Place[] => {
    if (table.get(headingKey(top.text))?.id !== question.section.id) return [];
    const to = tops[index + 1]?.line ?? end;
    return [within(headings, { from: top.line + 1, to }, question)];
  });
  return places.find(({ answer }) => answer) ?? places[0];
}

function within(all: readonly HeadingLine[], { from, to }: { from: number; to: number }, question: Question): Place {
  const headings = all.filter(({ line, level }) => level === 3 && line >= from && line < to);
  if (question.name === undefined) return { from, to, headings, answer: { heading: from, from, to }, next: to };
  const index = headings.findIndex(({ text }) => question.keys.includes(headingKey(text)));
  const own = headings[index];
  const answer = own && { heading: own.line, from: own.line + 1, to: headings[index + 1]?.line ?? to };
  const order = question.section.questions.findIndex(({ name }) => name === question.name);
  const later = new Set(question.section.questions.slice(order + 1).flatMap(({ name, aliases }) => [name, ...aliases].map(headingKey)));
  return { from, to, headings, answer, next: headings.find(({ text }) => later.has(headingKey(text)))?.line ?? to };
}

/** The line on which a section that is not there yet begins: before the first that comes after it, else at the end. */
function sectionPlace(body: string, kind: Kind, section: Section): number {
  const table = headingTable(kind);
  const order = (text: string): number => kind.sections.findIndex(({ id }) => id === table.get(headingKey(text))?.id);
  const own = kind.sections.findIndex(({ id }) => id === section.id);
  const later = headingsOf(body).find(({ level, text }) => level <= 2 && order(text) > own);
  return later?.line ?? body.split('\n').length;
}

/** Lines replaced by a block that stands free: one empty line before and after it. */
function spliced(lines: readonly string[], from: number, to: number, block: readonly string[]): string {
  const before = lines.slice(0, from);
  const after = lines.slice(to);
  const opening = before.every((line) => line.trim() === '');
  while (!opening && before.at(-1)?.trim() === '') before.pop();
  while (after.length > 0 && after[0]?.trim() === '') after.shift();
  if (opening && after.length === 0) before.splice(1);
  const gap = opening ? [] : [''];
  if (block.length === 0) return [...before, ...(after.length > 0 ? [...gap, ...after] : [''])].join('\n');
  return [...before, ...gap, ...block, ...(after.length > 0 ? ['', ...after] : [''])].join('\n');
}

function trimmed(lines: readonly string[]): string {
  const first = lines.findIndex((line) => line.trim() !== '');
  return first < 0 ? '' : lines.slice(first, lines.findLastIndex((line) => line.trim() !== '') + 1).join('\n');
}

/** An answer as the body holds it: what looks like a heading is none, and code that was opened is closed. */
function written(text: string): string {
  const answer = trimmed(text.replace(/\r\n?/g, '\n').split('\n'));
  const close = closedFence(answer);
  const headings = new Set(headingsOf(answer).map(({ line }) => line));
  const plain = answer.split('\n').map((line, index) => (headings.has(index) ? line.replace('#', '\\#') : line));
  return close === undefined ? plain.join('\n') : [...plain, close].join('\n');
}

/** The other way round. */
const typed = (text: string): string => text.replace(/^( {0,3})\\(?=#{1,3}[ \t]+\S)/gm, '$1');
