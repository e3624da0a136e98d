import type { RenderedText } from '../api/contract.ts';
import type { Card } from '../cards/card.ts';
import type { EntryLink, EntrySummary, Sharing, StageStep } from '../entries/entry.ts';
import type { Field, Kind } from '../entries/kind.ts';
import type { Fact } from './entry-facts.ts';
import type { Worksheet } from './products.ts';
import type { SearchDocument } from '../search/engine.ts';

/**
 * What the offline reader of a bundle is given: plain JSON in its own page. Only what a reader may see; evidence with judgements, problems and
 * guidance stay in the house.
 */
export interface ReaderData {
  title: string;
  /** Moment of making, ISO 8601. */
  made: string;
  audience: Sharing;
  /** Id of the kept bundle, and of the session it is for: they come back with the answers of a reader. */
  bundle?: string;
  session?: string;
  /** Whose bundle it is; absent when the house has no look of its own. The logo is a data address. */
  house?: { name: string; logo?: string };
  /** How many translation questions are asked; five when absent. */
  worksheet?: Worksheet;
  cards: Card[];
  kinds: Kind[];
  fields: Field[];
  /** Expressions that mean the same, for searching; absent in bundles of before. */
  synonyms?: readonly (readonly string[])[];
  /** In the order of the bundle. */
  entries: ReaderEntry[];
}

export interface ReaderEntry {
  summary: EntrySummary;
  text: RenderedText;
  search: SearchDocument;
  stages: StageStep[];
  /** What a reader may take along of it or leave; absent in bundles of before. */
  elements?: string[];
  /** What its fields say, in words, in the order of the form. */
  facts?: Fact[];
  /** Whom to ask. */
  contact?: string;
  /** Publications it rests on. */
  sources?: readonly { title: string; makers?: string; year?: string; link?: string }[];
  /** Of a session: what happens when, how long and with what. */
  programme?: ReaderProgramme;
  /** Only to entries that are in the bundle too. */
  links: EntryLink[];
  backlinks: EntryLink[];
  /** Path of the Markdown file in the unpacked bundle. */
  file: string;
}

export interface ReaderProgramme {
  rows: { name: string; time?: string; minutes?: number; materials: string[]; method?: { title: string; id?: string } }[];
  /** Minutes of all parts together. */
  total: number;
}

/** Id of the element in the reader's page that holds the data. */
export const readerDataId = 'bundel';
