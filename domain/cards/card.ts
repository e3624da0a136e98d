import { z } from 'zod';

/**
 * A card (kaart): an ordered list of items against which a write-up is judged or tagged. Cards are data; those that ship
 * with the app lie in `resources/kaarten`, a kennismap may add or replace them in `.oogst/kaarten`.
 */

const Key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'kleine letters, cijfers en streepjes');

/** How the items of a part are used; the checklist has all four of the first. */
export const Instrument = z.enum([
  'oordeel', // judged with ja, deels, nee, niet te beoordelen
  'tekstdeel', // a section the text should have
  'lezersvraag', // answered by the reader of a bundle
  'leeromgeving', // judged on a session or a group instead of a write-up
  'stap', // a step something stands at
  'kenmerk', // a word, question or tip to look at; may be ticked, never judged
]);
export type Instrument = z.infer<typeof Instrument>;

/** One item. `id` is unique within its card; over all cards it is written `kaart.item`. */
export const CardItem = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/),
  name: z.string().min(1),
  /** The question or description that goes with the item. */
  prompt: z.string().min(1),
  /** Value in the front matter when the card is bound to a field (`actief-gebruiken`, `3`). */
  value: z.string().optional(),
  /** Ways to do it, each a short name a write-up can mention. */
  methods: z.array(z.string().min(1)).optional(),
  /** Sub-questions or points of attention. */
  points: z.array(z.string().min(1)).optional(),
  /** Front-matter key whose choices refine this item (`perspectieven` under A4). */
  choices: Key.or(z.string().regex(/^[a-z_]+$/)).optional(),
  minutes: z.number().int().positive().optional(),
  goal: z.string().optional(),
  materials: z.array(z.string()).optional(),
  tips: z.array(z.string()).optional(),
  /** Stages of the kenniscyclus this item corresponds with. */
  stages: z.array(Key).optional(),
});
export type CardItem = z.infer<typeof CardItem>;

/** A part of a card; a card without parts has one with an empty title. */
export const CardPart = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/),
  title: z.string(),
  instrument: Instrument,
  description: z.string().optional(),
  /** Kinds this part is used on; absent means every kind that names the card. */
  kinds: z.array(Key).optional(),
  items: z.array(CardItem).min(1),
});
export type CardPart = z.infer<typeof CardPart>;

export const Card = z
  .strictObject({
    id: Key,
    title: z.string().min(1),
    description: z.string().min(1),
    /** Where the card comes from: makers, title, and the number of the document in our sources. */
    source: z.strictObject({
      title: z.string().min(1),
      makers: z.string().min(1),
      document: z.string().optional(),
      /** `lager` when the source itself is weak, for instance written by a machine. */
      authority: z.enum(['gewoon', 'lager']).default('gewoon'),
    }),
    /** True when the last item leads to the first. */
    circular: z.boolean().default(false),
    /** Front-matter key whose values are the items' `value`s. */
    field: z
      .string()
      .regex(/^[a-z_]+$/)
      .optional(),
    parts: z.array(CardPart).min(1),
  })
  .superRefine((card, context) => {
    const seen = new Set<string>();
    for (const item of card.parts.flatMap((part) => part.items)) {
      if (seen.has(item.id)) context.addIssue({ code: 'custom', message: `onderdeel ${item.id} staat er twee keer in` });
      seen.add(item.id);
      if (card.field && !item.value) context.addIssue({ code: 'custom', message: `onderdeel ${item.id} mist value voor ${card.field}` });
    }
  });
export type Card = z.infer<typeof Card>;

/** All items of a card in order. */
export const itemsOf = (card: Card): CardItem[] => card.parts.flatMap((part) => part.items);

/** Full id of an item (`checklist.A4`); bare A1–D5 always mean the checklist. */
export function fullItemId(id: string): string {
  return /^[A-D][1-9]$/.test(id) ? `checklist.${id}` : id;
}

/** The item an id points at, with its card and part; undefined when no card has it. */
export function findItem(cards: readonly Card[], id: string): { card: Card; part: CardPart; item: CardItem } | undefined {
  const [cardId, itemId] = splitItemId(id);
  const card = cards.find((c) => c.id === cardId);
  for (const part of card?.parts ?? []) {
    const item = part.items.find((i) => i.id === itemId);
    if (card && item) return { card, part, item };
  }
  return undefined;
}

function splitItemId(id: string): [string, string] {
  const full = fullItemId(id);
  const dot = full.indexOf('.');
  return dot < 0 ? ['', full] : [full.slice(0, dot), full.slice(dot + 1)];
}
