import { findItem, type Card } from '../cards/card.ts';
import type { Json } from '../entries/entry.ts';
import { clipped } from './handout-content.ts';
import { longDate } from './long-date.ts';
import type { Worksheet } from './products.ts';
import { sentencesOf } from './sentences.ts';
import { pointsOf, type Point } from './slide-points.ts';
import { mostTableSlides, slideTables, type SlideTable } from './slide-tables.ts';
import { sourceLine } from './source-line.ts';
import { blockText, type Block } from './text-blocks.ts';
import { worksheetQuestions } from './worksheet-questions.ts';

/** A line on a slide; `level` 1 stands under the one before it. */
export interface SlideLine {
  text: string;
  level: 0 | 1;
  strong?: true;
}

/** A slide, before it has a shape. `notes` is what the speaker has on paper: the whole text the slide is made from. */
export type Slide =
  | { type: 'titel'; title: string; lines: string[]; notes: string }
  | { type: 'punten'; title: string; lines: SlideLine[]; notes: string }
  | ({ type: 'tabel'; title: string; notes: string } & SlideTable)
  | { type: 'beeld'; title: string; path: string; alt: string; notes: string };

/** What slides are made from: a write-up as products get it. */
export interface SlidePractice {
  title: string;
  summary: string;
  organisation?: string;
  date?: string;
  contact?: string;
  /** Front matter by key. */
  fields: Readonly<Record<string, Json>>;
  facts: readonly { key: string; label: string; value: string }[];
  parts: readonly { id?: string; item?: string; heading: string; blocks: readonly Block[] }[];
  stage?: { name: string };
  sources: readonly { title: string; makers?: string; year?: string }[];
}

/** The four parts of a presentation, each from a part of the text: the same text, told in another order. */
const parts = [
  { item: 'presentatie.P1', name: 'Inleiding', from: 'checklist.B1', id: 'waarom' },
  { item: 'presentatie.P2', name: 'Opbrengsten', from: 'checklist.B3', id: 'wat' },
  { item: 'presentatie.P3', name: 'Proces', from: 'checklist.B2', id: 'hoe' },
  { item: 'presentatie.P4', name: 'Tips', from: 'checklist.B4', id: 'tips' },
] as const;

type PartName = (typeof parts)[number];

/** Lines that fit on a slide, and signs that fit on a line of it. */
const slideRoom = { lines: 12, signs: 68 };
/** Signs of a title that still fit, of what stands under a title of a whole slide, and of one line among others. */
const most = { cover: 150, title: 100, summary: 280, about: 110, line: 170, reference: 250 };

/** The slides of one practice: title, the four parts, questions to the audience, and where to find more. */
export function practiceSlides(practice: SlidePractice, cards: readonly Card[], worksheet: Worksheet): Slide[] {
  const known = new Set<unknown>();
  const told = parts.flatMap((part) => {
    const own = practice.parts.filter((one) => one.item === part.from || one.id === part.id);
    for (const one of own) known.add(one);
    return partSlides(practice, own, part, findItem(cards, part.item)?.item.name ?? part.name);
  });
  const others = practice.parts.filter((one) => !known.has(one));
  const rest = others.flatMap((one) => pointSlides(one.heading === '' ? practice.title : one.heading, pointsOf(one.blocks)));
  return [titleSlide(practice), ...told, ...rest, questionSlide(cards, worksheet), ...moreSlides(practice)];
}

function titleSlide(practice: SlidePractice): Slide {
  const about = [practice.organisation, practice.stage && `Fase: ${practice.stage.name}`].filter((one) => one !== undefined).join(' · ');
  return fitting({
    type: 'titel',
    title: practice.title,
    lines: [clipped(practice.summary, most.summary), clipped(about, most.about)].filter((line) => line !== ''),
    notes: [practice.summary, about, ...practice.facts.map(({ label, value }) => `${label}: ${value}`)].filter((line) => line !== '').join('\n'),
  });
}

function partSlides(practice: SlidePractice, own: SlidePractice['parts'], part: PartName, name: string): Slide[] {
  const slides = pointSlides(name, pointsOf(own.flatMap(({ blocks }) => blocks)));
  if (part.item !== 'presentatie.P2') return slides;
  const found = (['succesfactoren', 'knelpunten'] as const).map((key) => ({ label: labels[key], words: wordsOf(practice, key) }));
  const lines = found.flatMap(({ label, words }): SlideLine[] =>
    words.length === 0
      ? []
      : [{ text: label, level: 0, strong: true }, ...words.map((text): SlideLine => ({ text: clipped(text, most.line), level: 1 }))],
  );
  if (lines.length === 0) return slides;
  return [
    ...slides,
    ...spread(`${name}: wat hielp en wat tegenzat`, lines, found.map(({ label, words }) => `${label}: ${words.join(', ')}`).join('\n')),
  ];
}

const labels = { succesfactoren: 'Wat hielp', knelpunten: 'Wat zat tegen' } as const;

function wordsOf({ fields }: SlidePractice, key: string): string[] {
  const value = fields[key];
  return Array.isArray(value) ? value.filter((word): word is string => typeof word === 'string' && word.trim() !== '') : [];
}

/** Deals points over slides: points together until a slide is full, a table or a picture on one of its own. Text without a point of its own goes into the notes. */
function pointSlides(title: string, points: readonly Point[]): Slide[] {
  const slides: Slide[] = [];
  let lines: SlideLine[] = [];
  let notes: string[] = [];
  const flush = (): void => {
    if (lines.length > 0) slides.push({ type: 'punten', title, lines, notes: notes.join('\n\n') });
    lines = [];
    notes = [];
  };
  for (const point of points) {
    if (point.type === 'tekst') {
      if (lines.length > 0 && height([...lines, ...point.lines]) > slideRoom.lines) {
        const over = loose(lines);
        lines = lines.slice(0, lines.length - over.length);
        flush();
        lines = over;
      }
      lines.push(...point.lines);
      notes.push(point.full);
      continue;
    }
    flush();
    slides.push(...(point.type === 'tabel' ? tableSlides(title, point, mostTableSlides) : [{ ...point, title, notes: point.alt }]));
  }
  flush();
  return numbered(slides);
}

/** Names slides of one part apart, so that who hears only the titles knows where they are. */
function numbered(slides: readonly Slide[]): Slide[] {
  const fit = slides.map(fitting);
  return fit.length < 2 ? fit : fit.map((slide, at) => ({ ...slide, title: `${slide.title} (${at + 1} van ${fit.length})` }));
}

/** A slide whose title stays within its place; the whole of a longer one is with the speaker. */
function fitting(slide: Slide): Slide {
  const title = clipped(slide.title, slide.type === 'titel' ? most.cover : most.title);
  return title === slide.title ? slide : { ...slide, title, notes: `${slide.title}\n\n${slide.notes}` };
}

function tableSlides(title: string, { header, rows }: { header: string[]; rows: string[][] }, most: number): Slide[] {
  const whole = [header, ...rows].map((row) => row.join(' · ')).join('\n');
  return slideTables(header, rows, most).map((table, at) => ({
    ...table,
    type: 'tabel',
    title,
    notes: at === 0 ? whole : 'Vervolg van de tabel op de vorige dia; daar staat bij de notities de hele tabel.',
  }));
}

/** Lines over as many slides as they need. */
function spread(title: string, lines: readonly SlideLine[], notes: string): Slide[] {
  const slides: Slide[] = [];
  let room: SlideLine[] = [];
  for (const line of lines) {
    if (room.length > 0 && height([...room, line]) > slideRoom.lines) {
      const over = loose(room);
      slides.push({ type: 'punten', title, lines: room.slice(0, room.length - over.length), notes });
      room = over;
    }
    room.push(line);
  }
  if (room.length > 0) slides.push({ type: 'punten', title, lines: room, notes });
  return numbered(slides);
}

/** Headings at the end, which go along to the next slide; never everything there is. */
function loose(lines: readonly SlideLine[]): SlideLine[] {
  const from = lines.findLastIndex(({ strong }) => strong === undefined) + 1;
  return from === 0 ? [] : lines.slice(from);
}

const height = (lines: readonly SlideLine[]): number =>
  lines.reduce((sum, { text, level }) => sum + Math.ceil(text.length / (slideRoom.signs - level * 4)) + 0.25, 0);

function questionSlide(cards: readonly Card[], worksheet: Worksheet): Slide {
  const questions = worksheetQuestions(worksheet, cards);
  return {
    type: 'punten',
    title: 'Vragen aan jullie',
    lines: questions.map(({ prompt }) => ({ text: prompt, level: 0 })),
    notes:
      'Laat iedereen eerst zelf nadenken, dan in tweetallen, dan samen. De antwoorden passen op het werkblad; het cijfer en de eerste stap het liefst hardop.',
  };
}

function moreSlides(practice: SlidePractice): Slide[] {
  const told = [...(practice.contact === undefined ? [] : [`Vragen over deze praktijk: ${practice.contact}`]), ...practice.sources.map(sourceLine)];
  const lines = told.map((text): SlideLine => ({ text: clipped(text, most.reference), level: 0 }));
  return lines.length === 0 ? [] : spread('Meer weten', lines, told.join('\n'));
}

/** What the day is about, for the deck of the whole day. */
export interface SlideDay {
  title: string;
  subtitle?: string;
  house: string;
  date: string;
  /** Lines of the programme: when, what, how long. Empty without a session. */
  programme: readonly (readonly [string, string, string])[];
  chapters: readonly { title: string; practices: readonly SlidePractice[] }[];
}

/** The slides of the whole day: title, programme, a slide per practice, and the questions to take along. */
export function daySlides(day: SlideDay, cards: readonly Card[], worksheet: Worksheet): Slide[] {
  const practices = day.chapters.flatMap((chapter) => chapter.practices);
  const timed = day.programme.some(([time]) => time !== '');
  const columns = (row: readonly string[]): string[] => (timed ? [...row] : row.slice(1));
  const header = columns(['Tijd', 'Onderdeel', 'Duur']);
  const programme = day.programme.length === 0 ? [] : numbered(tableSlides('Programma', { header, rows: day.programme.map(columns) }, Infinity));
  return [
    fitting({
      type: 'titel',
      title: day.title,
      lines: [...(day.subtitle === undefined ? [] : [clipped(day.subtitle, most.line)]), `${day.house} · ${longDate(day.date)}`],
      notes: day.subtitle ?? day.title,
    }),
    ...programme,
    ...(practices.length < 2
      ? []
      : spread(
          'Praktijken van vandaag',
          practices.map(({ title }): SlideLine => ({ text: clipped(title, most.title), level: 0 })),
          practices.map(({ title, summary }) => `${title}. ${summary}`).join('\n'),
        )),
    ...day.chapters.flatMap(({ title, practices: within }) => [
      ...(title === '' || within.length === 0 ? [] : [chapterSlide(title, within)]),
      ...within.map((practice) => fitting(shortSlide(practice))),
    ]),
    questionSlide(cards, worksheet),
  ];
}

/** Names under the title of a chapter; with more of them, the last line says how many. */
const mostNames = 5;

function chapterSlide(title: string, within: readonly SlidePractice[]): Slide {
  const names = within.map((practice) => practice.title);
  const shown = names.length <= mostNames ? names : [...names.slice(0, mostNames - 1), `en nog ${names.length - mostNames + 1} praktijken`];
  return fitting({ type: 'titel', title, lines: shown.map((name) => clipped(name, 60)), notes: [title, ...names].join('\n') });
}

/** Lines of a slide about one practice that its summary may take. */
const summaryLines = 7;

function summaryOf(practice: SlidePractice): SlideLine[] {
  const lines = sentencesOf(practice.summary).map((text): SlideLine => ({ text: clipped(text, most.reference), level: 0 }));
  while (height(lines) > summaryLines) lines.pop();
  return lines;
}

/** One slide that says what a practice is: its summary, what came of it, what helped and a tip. The whole text is with the speaker. */
function shortSlide(practice: SlidePractice): Slide {
  const lines = summaryOf(practice);
  const helped = wordsOf(practice, 'succesfactoren').join(', ');
  const told: [string, string | undefined][] = [
    ['Opbrengsten', firstPoint(practice, parts[1])],
    [labels.succesfactoren, helped === '' ? undefined : clipped(helped, most.line)],
    ['Tip', firstPoint(practice, parts[3])],
  ];
  for (const [label, text] of told) {
    if (text === undefined) continue;
    const more: SlideLine[] = [
      { text: label, level: 0, strong: true },
      { text, level: 1 },
    ];
    if (height([...lines, ...more]) <= slideRoom.lines) lines.push(...more);
  }
  const full = practice.parts.map(({ heading, blocks }) => [heading, blockText(blocks)].filter((text) => text !== '').join('\n')).join('\n\n');
  const notes = [practice.summary, full].filter((text) => text !== '').join('\n\n');
  if (lines.length > 0) return { type: 'punten', title: practice.title, lines, notes };
  const only = parts.map((part) => firstPoint(practice, part)).find((text) => text !== undefined);
  return only === undefined
    ? { type: 'titel', title: practice.title, lines: [], notes }
    : { type: 'punten', title: practice.title, lines: [{ text: only, level: 0 }], notes };
}

/** What a part says first; of a part with a list its first item, for the sentence before a list says little. */
function firstPoint(practice: SlidePractice, { from, id }: PartName): string | undefined {
  const blocks = practice.parts.filter((one) => one.item === from || one.id === id).flatMap((one) => one.blocks);
  const list = id === 'tips' ? blocks.find(({ type }) => type === 'list') : undefined;
  const lines = pointsOf(list ? [list] : blocks).flatMap((one) => (one.type === 'tekst' ? one.lines : []));
  return lines.find((line) => line.strong === undefined && !line.text.endsWith(':'))?.text;
}
