import { fullItemId, itemsOf, type Card, type CardItem, type CardPart } from '../../../domain/cards/card.ts';
import { currentJudgements, verdictOn, type Judgement } from '../../../domain/cards/judgement.ts';
import { compareJudges, momentOf, type Moments } from '../../../domain/cards/judges.ts';
import type { EntryDetail, Json } from '../../../domain/entries/entry.ts';
import { partsOf, type Vocabulary } from '../../../domain/entries/vocabulary.ts';
import { nl } from '../../text/nl.ts';
import type { Judging } from './use-judging.ts';

type Weighed = Pick<EntryDetail, 'kind' | 'date'>;

/** A part of a card that goes with a kind, as a tab. */
export interface WeighPart {
  card: Card;
  part: CardPart;
  /** Judged with verdicts, or read from the text. */
  judged: boolean;
  /** How before and after are told apart, on a meeting or a group. */
  moments?: Moments;
}

/** The parts a kind is weighed with, in the order of its cards: criteria first come, first served; parts of the text as well. */
export function weighParts(vocabulary: Vocabulary, entry: Weighed): WeighPart[] {
  const out: WeighPart[] = [];
  const kindId = entry.kind;
  for (const reference of vocabulary.kinds.find((kind) => kind.id === kindId)?.cards ?? []) {
    const card = vocabulary.cards.find((c) => c.id === reference.split('.')[0]);
    if (!card) continue;
    for (const part of partsOf(vocabulary, reference)) {
      if (part.kinds && !part.kinds.includes(kindId)) continue;
      if (part.instrument === 'oordeel') out.push({ card, part, judged: true });
      else if (part.instrument === 'leeromgeving') out.push({ card, part, judged: true, moments: momentsOf(vocabulary, entry) });
      else if (part.instrument === 'tekstdeel') out.push({ card, part, judged: false });
    }
  }
  return out;
}

/** A meeting has a day; a group goes on, there the first time is held beside now. */
function momentsOf(vocabulary: Vocabulary, { kind, date }: Weighed): Moments {
  const goesOn = vocabulary.kinds.find((one) => one.id === kind)?.fields.includes('sinds') ?? false;
  return date === undefined || goesOn ? { by: 'eerste' } : { by: 'datum', date };
}

/** Before or after the meeting, in a word; empty where that does not matter. */
export function whenSaid({ moments }: WeighPart, judgement: Judgement): string {
  const moment = moments?.by === 'datum' ? momentOf(judgement, moments.date) : undefined;
  return moment ? `(${nl.judges.moments[moment]})` : '';
}

/** Whether there is more than one view of this part to lay beside each other. */
export const canCompare = ({ card, part, moments, judged }: WeighPart, { judgements }: Pick<Judging, 'judgements'>): boolean =>
  judged &&
  compareJudges(
    judgements,
    part.items.map((item) => `${card.id}.${item.id}`),
    moments,
  ).columns.length > 1;

/** One criterion with what was judged about it. */
export interface Criterion {
  /** Full id, `checklist.A4`. */
  id: string;
  item: CardItem;
  /** The judgement that counts now: the newest, whoever gave it. */
  current: Judgement | undefined;
  /** What who judges now said last. */
  own: Judgement | undefined;
  /** What the others said last. */
  others: Judgement[];
  /** The judges do not agree. */
  disputed: boolean;
  /** Judgements on it that do not count any more, newest first: of what somebody said on one day only the last, as the rest was on the way there. */
  earlier: Judgement[];
}

/** The criteria of a part with their judgements, as `by` sees them. */
export function criteriaOf({ card, part }: WeighPart, judgements: readonly Judgement[], by: string): Criterion[] {
  return part.items.map((item) => {
    const id = `${card.id}.${item.id}`;
    const here = judgements.filter((judgement) => fullItemId(judgement.item) === id);
    const counting = currentJudgements(here);
    return {
      id,
      item,
      current: verdictOn(here, id),
      own: counting.find((one) => (one.by ?? '') === by),
      others: counting.filter((one) => (one.by ?? '') !== by),
      disputed: new Set(counting.map(({ verdict }) => verdict)).size > 1,
      earlier: lastOfDay(here)
        .filter((judgement) => !counting.includes(judgement))
        .toReversed(),
    };
  });
}

/** Without the judgements that the same person made better on the same day. */
const lastOfDay = (judgements: readonly Judgement[]): Judgement[] =>
  judgements.filter(
    (one, n) => one.on === undefined || !judgements.slice(n + 1).some((later) => later.on === one.on && (later.by ?? '') === (one.by ?? '')),
  );

/** A field of the front matter as a list of words. */
export const wordList = (value: Json | undefined): string[] => {
  const all = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
  return all.filter((one): one is string => typeof one === 'string');
};

/** Name of a part as a tab: its letter, when it has one, and its title. */
export const partName = ({ card, part }: WeighPart): string =>
  itemsOf(card).length === part.items.length ? card.title : /^[A-Z]$/.test(part.id) ? `${part.id} ${part.title}` : part.title;
