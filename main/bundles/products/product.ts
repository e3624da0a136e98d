import type { HouseStyle } from '../../../domain/bundle/house-style.ts';
import type { ProductId, Worksheet } from '../../../domain/bundle/products.ts';
import type { Block } from '../../../domain/bundle/text-blocks.ts';
import type { Card } from '../../../domain/cards/card.ts';
import type { Verdict } from '../../../domain/cards/judgement.ts';
import type { Json, Sharing } from '../../../domain/entries/entry.ts';

/** What every product is made from: the same write-ups, read once, with only what a reader may see. */
export interface ProductInput {
  title: string;
  subtitle?: string;
  /** `JJJJ-MM-DD`. */
  date: string;
  /** Moment that counts as the moment of making; files carry no other. */
  made: Date;
  audience: Sharing;
  style: HouseStyle;
  logo?: Picture;
  worksheet: Worksheet;
  /** In the order of the bundle; a bundle without chapters has one with an empty title. */
  chapters: readonly { title: string; entries: readonly ProductEntry[] }[];
  /** The session the bundle is for. */
  session?: ProductEntry;
  /** Titles of the ways of working its programme names, by what it calls them. None that stays in the house. */
  methods?: ReadonlyMap<string, string>;
  cards: readonly Card[];
  /** Pictures of the texts, by their path in the kennismap. What is not in it could not be read or is no picture paper can show. */
  pictures: ReadonlyMap<string, Picture>;
}

export interface Picture {
  bytes: Uint8Array;
  type: 'image/png' | 'image/jpeg';
  /** Pixels. */
  width: number;
  height: number;
}

/** One write-up, ready for paper. */
export interface ProductEntry {
  id: string;
  kind: string;
  /** Name of the kind (`praktijk`). */
  kindName: string;
  title: string;
  summary: string;
  organisation?: string;
  /** `JJJJ-MM-DD`. */
  date?: string;
  contact?: string;
  /** What is known about setting and outcome, in words, in the order of the form. */
  facts: readonly { key: string; label: string; value: string }[];
  parts: readonly ProductPart[];
  /** Part A of the checklist and others, in the order of the cards: the verdict that counts. */
  verdicts: readonly { item: string; name: string; verdict: Verdict; /** `JJJJ-MM-DD`. */ on?: string }[];
  stage?: { name: string; since?: string };
  /** Publications and tools it cites, in the order of the text. */
  sources: readonly { title: string; makers?: string; year?: string; link?: string }[];
  /** Front matter by key, for what a product needs of it itself (the programme of a session). */
  fields: Readonly<Record<string, Json>>;
}

export interface ProductPart {
  /** Id of the kind's section it answers (`waarom`). */
  id?: string;
  /** Card item it answers (`checklist.B1`). */
  item?: string;
  /** Empty for the text before the first heading. */
  heading: string;
  blocks: readonly Block[];
}

/** A file of a product; `name` is the path within the folder of the product, with `/`. */
export interface ProductFile {
  name: string;
  bytes: Uint8Array;
}

export interface ProductContext {
  signal: AbortSignal;
  /** Says how far it is, lets others have their turn, and throws `cancelled` when it was called off. `label`: what it is about now. */
  step(done: number, total: number, label: string): Promise<void>;
}

/** Makes one product. The same input gives the same bytes. */
export type MakeProduct = (input: ProductInput, context: ProductContext) => Promise<ProductFile[]>;

export type Products = Readonly<Partial<Record<ProductId, MakeProduct>>>;

/** Products that Word, PowerPoint and a spreadsheet open. */
export const officeProductIds = ['handout', 'werkblad', 'dias', 'programma', 'overzicht'] as const satisfies readonly ProductId[];
export type OfficeProductId = (typeof officeProductIds)[number];
