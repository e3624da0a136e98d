import { findItem } from '../cards/card.ts';
import type { Card, CardItem } from '../cards/card.ts';
import type { Json } from '../entries/entry.ts';
import type { Worksheet } from './products.ts';
import { sentencesOf } from './sentences.ts';
import { blockText, type Block } from './text-blocks.ts';

/** What an answer is called in a reflection file. */
export type AnswerKey = 'mark' | 'strong' | 'develop' | 'appeals' | 'elements' | 'translate' | 'needs' | 'steps';

/** How it is answered: a number from 0 to 10, lines of text, or a table of elements to take or leave. */
export type AnswerForm = 'cijfer' | 'tekst' | 'elementen';

export interface WorksheetAnswer {
  key: AnswerKey;
  form: AnswerForm;
  label: string;
  /** Lines to write on, on paper. */
  lines: number;
}

/** A question of the worksheet with the places for its answers. */
export interface WorksheetQuestion {
  /** Id in part C of the checklist: the same in both variants, whatever its number on paper. */
  id: 'C1' | 'C2' | 'C3' | 'C4' | 'C5';
  name: string;
  prompt: string;
  answers: readonly WorksheetAnswer[];
}

const text = (key: AnswerKey, label: string, lines: number): WorksheetAnswer => ({ key, form: 'tekst', label, lines });

const answersOf: Readonly<Record<WorksheetQuestion['id'], readonly WorksheetAnswer[]>> = {
  C1: [
    { key: 'mark', form: 'cijfer', label: 'Ons cijfer', lines: 0 },
    text('strong', 'Hier zijn we sterk in', 2),
    text('develop', 'Dit kan groeien', 2),
  ],
  C2: [text('appeals', 'Dit spreekt ons aan', 4)],
  C3: [{ key: 'elements', form: 'elementen', label: 'Onderdelen', lines: 0 }],
  C4: [text('translate', 'Zo ziet het er bij ons uit', 4), text('needs', 'Dit is ervoor nodig', 3)],
  C5: [text('steps', 'Onze eerste stap', 3)],
};

/** The wording when a kennismap has a checklist of its own without the question. */
const plain: Readonly<Record<WorksheetQuestion['id'], { name: string; prompt: string }>> = {
  C1: {
    name: 'Cijfer',
    prompt: 'Welk cijfer van 0 tot 10 geef je jullie eigen praktijk naast dit voorbeeld? Waar zijn jullie sterk, en wat kan groeien?',
  },
  C2: { name: 'Wat spreekt aan', prompt: 'Wat spreekt je aan, en wat daarvan zou bij jullie helpen?' },
  C3: { name: 'Elementen', prompt: 'Welke onderdelen neem je mee en welke laat je liggen, en waarom?' },
  C4: { name: 'Vertaling', prompt: 'Hoe ziet dat er bij jullie uit, en wat is daarvoor nodig?' },
  C5: { name: 'Eerste stap', prompt: 'Wat kun je morgen al doen?' },
};

const variants: Readonly<Record<Worksheet, readonly WorksheetQuestion['id'][]>> = {
  vijf: ['C1', 'C2', 'C3', 'C4', 'C5'],
  vier: ['C1', 'C3', 'C4', 'C5'],
};

/** The questions of a worksheet, in the words of the checklist. The round of four leaves out what appeals, and asks of the first only the number. */
export function worksheetQuestions(variant: Worksheet, cards: readonly Card[]): WorksheetQuestion[] {
  return variants[variant].map((id) => {
    const { name, prompt } = worded(id, cards);
    const short = variant === 'vier' && id === 'C1';
    return {
      id,
      name,
      prompt: short ? (sentencesOf(prompt)[0] ?? prompt) : prompt,
      answers: short ? answersOf.C1.filter(({ form }) => form === 'cijfer') : answersOf[id],
    };
  });
}

function worded(id: WorksheetQuestion['id'], cards: readonly Card[]): { name: string; prompt: string } {
  const item: CardItem | undefined = findItem(cards, `checklist.${id}`)?.item;
  return item ?? plain[id];
}

/** What somebody can do with an element, as it stands in a reflection file and as it is said. */
export const takes = ['ja', 'nee', 'misschien'] as const;
export type Take = (typeof takes)[number];

/** Empty rows under the proposed elements, for what the reader sees in it. */
export const emptyElements = 3;
const mostElements = 8;

interface PracticeText {
  fields: Readonly<Record<string, Json>>;
  parts: readonly { id?: string; item?: string; blocks: readonly Block[] }[];
}

/** Elements of a practice a reader may take or leave: its success factors and its tips, each in a sentence. */
export function proposedElements(practice: PracticeText): string[] {
  const factors = practice.fields['succesfactoren'];
  const given = Array.isArray(factors) ? factors.filter((one): one is string => typeof one === 'string') : [];
  const tips = practice.parts.filter(({ id, item }) => id === 'tips' || item === 'checklist.B4');
  const listed = tips.flatMap(({ blocks }) => itemTexts(blocks));
  const seen = new Set<string>();
  return [...given, ...listed]
    .map((one) => capital((sentencesOf(one)[0] ?? '').replace(/[.;:]$/, '').trim()))
    .filter((one) => one !== '' && !seen.has(one.toLowerCase()) && seen.add(one.toLowerCase()))
    .slice(0, mostElements);
}

function itemTexts(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => (block.type === 'list' ? block.items.map((item) => blockText(item.blocks.slice(0, 1))) : []));
}

const capital = (one: string): string => one.charAt(0).toLocaleUpperCase('nl') + one.slice(1);
