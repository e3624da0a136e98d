import Fuse from 'fuse.js';
import type { KeptSearch, Output } from '../../../domain/api/contract.ts';
import { judgedItems, type Vocabulary } from '../../../domain/entries/vocabulary.ts';
import { itemsOf, type Card } from '../../../domain/cards/card.ts';
import type { FacetValue } from '../../../domain/search/answer.ts';
import { wordsIn } from '../../../domain/search/fold.ts';
import { written } from '../../../domain/search/query-edit.ts';
import type { Route } from '../../data/routes.ts';
import { shortItem } from '../../data/vocabulary.ts';
import { nl } from '../../text/nl.ts';

/** A line that leads somewhere: a trefwoord, somebody, a kept query, a card. */
export interface Lead {
  id: string;
  label: string;
  hint: string;
  to: Route;
}

const found = (id: string, label: string, hint: string, name: string, values: readonly string[]): Lead => ({
  id,
  label,
  hint,
  to: { screen: 'bibliotheek', q: written(name, values), sort: 'relevantie' },
});

/** What write-ups are about. */
export const keywordLeads = (values: readonly FacetValue[]): Lead[] =>
  values.map(({ value, label, count }) => found(`trefwoord-${value}`, label, nl.search.pieces(count), 'trefwoord', [value]));

/** Who write-ups belong to. */
export const peopleLeads = (people: Output<'vocabulary.people'>): Lead[] =>
  people.map(({ name, filter, label, count }) => found(`${filter}-${name}`, name, `${label} · ${nl.search.pieces(count)}`, filter, [name]));

/** Queries kept in the kennismap. */
export const searchLeads = (searches: readonly KeptSearch[]): Lead[] =>
  searches.map(({ id, name, query, sort, total, fresh }) => ({
    id: `zoekvraag-${id}`,
    label: name,
    hint: [nl.search.pieces(total), fresh > 0 ? nl.searches.fresh(fresh) : ''].filter(Boolean).join(' · '),
    to: { screen: 'bibliotheek', q: query, sort: sort ?? 'relevantie' },
  }));

/** The cards, and what stands on them as far as write-ups can be found by it. */
export function cardLeads(v: Vocabulary): Lead[] {
  const judged = new Map(v.kinds.flatMap((kind) => judgedItems(v, kind.id)).map(({ id, item }) => [id, item.name]));
  return v.cards.flatMap((card) => [
    { id: card.id, label: card.title, hint: nl.cards.title, to: { screen: 'kaarten' as const, id: card.id } },
    ...boundItems(v, card),
    ...[...judged].flatMap(([id, name]) =>
      id.startsWith(`${card.id}.`) ? [found(id, `${shortItem(id)} ${name}`, card.title, 'criterium', [id.replace(/^checklist\./, '')])] : [],
    ),
  ]);
}

/** Items that are the values of a field: stages, steps of the PLG. */
function boundItems(v: Vocabulary, card: Card): Lead[] {
  const field = v.fields.find((one) => one.card === card.id);
  if (!field) return [];
  return itemsOf(card).flatMap((item) =>
    item.value === undefined ? [] : [found(`${card.id}.${item.id}`, item.name, card.title, field.query ?? field.key, [item.value])],
  );
}

/** Looks in a short list, forgiving about typing mistakes. */
export interface ShortList<T> {
  all: readonly T[];
  find(text: string, most: number): T[];
}

/** A list small enough to go through per letter; made once per list. */
export function shortList<T extends { label: string }>(all: readonly T[]): ShortList<T> {
  const fuse = new Fuse(all, {
    keys: ['label'],
    useTokenSearch: true,
    tokenMatch: 'all',
    ignoreLocation: true,
    ignoreDiacritics: true,
    threshold: 0.3,
  });
  return {
    all,
    find: (text, most) => {
      const asked = text.trim();
      if (asked === '') return all.slice(0, most);
      const found = fuse.search(asked).map(({ item, refIndex }) => ({ item, place: refIndex, rank: rank(item.label, asked) }));
      const there = found.filter((one) => one.rank < nearMiss).sort((a, b) => a.rank - b.rank || a.place - b.place);
      // A short word is near to nearly everything, and who finds what was typed wants no guesses beside it.
      const shown = there.length > 0 || asked.length < shortest ? there : found;
      return shown.slice(0, most).map(({ item }) => item);
    },
  };
}

/** Shorter than this, only what is there as typed fits. */
const shortest = 5;
const nearMiss = 3;

/** 0 when every typed word is a word of the label, 1 when every one begins a word, 2 when every one is somewhere in it, 3 when it is only near. */
function rank(label: string, asked: string): number {
  const words = wordsIn(label);
  const fits = (test: (word: string, typed: string) => boolean): boolean => wordsIn(asked).every((typed) => words.some((word) => test(word, typed)));
  if (fits((word, typed) => word === typed)) return 0;
  if (fits((word, typed) => word.startsWith(typed))) return 1;
  return fits((word, typed) => word.includes(typed)) ? 2 : nearMiss;
}
