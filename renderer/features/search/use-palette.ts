import { Bookmark, StickyNote, Tag, UserRound } from 'lucide-react';
import { useMemo } from 'react';
import type { KeptSearch, Output } from '../../../domain/api/contract.ts';
import { useCall } from '../../data/use-call.ts';
import { useSettled } from '../../data/use-settled.ts';
import { useVocabulary } from '../../data/vocabulary.ts';
import { nl } from '../../text/nl.ts';
import { commandsFor, entryOptions, leadOptions, type PaletteOption } from './palette-options.tsx';
import { cardLeads, keywordLeads, peopleLeads, searchLeads, shortList, type Lead, type ShortList } from './short-lists.ts';

/** A heading with its lines. */
export interface PaletteGroup {
  id: string;
  title: string;
  options: PaletteOption[];
}

interface Offered {
  groups: PaletteGroup[];
  /** What was typed, without the sign that asks for one group. */
  asked: string;
  /** The write-ups are still those of an earlier letter. */
  pending: boolean;
  /** Some write-ups hold only some of the words. */
  partly: boolean;
}

interface Wanted {
  text: string;
  newKeys: string;
  onNew(what: { kind: string; title: string }): void;
}

/** Lines of a group: write-ups, the other groups, and a group that is asked for alone. */
const most = { entries: 7, other: 4, alone: 20 };

/** What Ctrl+K offers for what is typed: `>` asks for commands only, `#` for trefwoorden, `@` for people. */
export function usePalette({ text, newKeys, onNew }: Wanted): Offered {
  const sign = /^\s*([>#@])/.exec(text)?.[1];
  const asked = text.replace(/^\s*[>#@]/, '').trim();
  const vocabulary = useVocabulary();
  const { searches, keywords, people, cards } = useShortLists();
  const { hits, pending, partly } = useHits(sign === undefined ? text.trimStart() : '');
  const leads = (list: ShortList<Lead>, own: string | undefined): Lead[] => {
    if (sign !== undefined) return sign === own ? list.find(asked, most.alone) : [];
    return asked === '' ? [] : list.find(asked, most.other);
  };
  const commands = sign === undefined || sign === '>';
  const groups = [
    { id: 'stukken', title: nl.search.goTo, options: entryOptions(hits, vocabulary) },
    { id: 'zoekvragen', title: nl.searches.group, options: leadOptions(leads(searches, undefined), asked, Bookmark) },
    { id: 'trefwoorden', title: nl.search.keywords, options: leadOptions(leads(keywords, '#'), asked, Tag) },
    { id: 'mensen', title: nl.search.people, options: leadOptions(leads(people, '@'), asked, UserRound) },
    { id: 'kaarten', title: nl.search.cards, options: leadOptions(leads(cards, undefined), asked, StickyNote) },
    {
      id: 'doe',
      title: nl.search.doIt,
      options: commands ? commandsFor({ asked, only: sign === '>', most: most.other, vocabulary, newKeys, onNew }) : [],
    },
  ];
  return { groups: groups.filter(({ options }) => options.length > 0), asked, pending, partly };
}

const nobody: Output<'vocabulary.people'> = [];
const unkept: readonly KeptSearch[] = [];

function useShortLists(): Record<'searches' | 'keywords' | 'people' | 'cards', ShortList<Lead>> {
  const vocabulary = useVocabulary();
  const counted = useCall('search.query', { query: '', limit: 0, facets: true }).data?.facets['trefwoord'];
  const people = useCall('vocabulary.people', {}).data ?? nobody;
  const kept = useCall('searches.list', {}).data?.searches ?? unkept;
  return {
    searches: useMemo(() => shortList(searchLeads(kept)), [kept]),
    keywords: useMemo(() => shortList(keywordLeads(counted ?? [])), [counted]),
    people: useMemo(() => shortList(peopleLeads(people)), [people]),
    cards: useMemo(() => shortList(cardLeads(vocabulary)), [vocabulary]),
  };
}

/** The write-ups are the long list: they come from the search engine, in steps while somebody types. */
function useHits(text: string): { hits: Output<'search.query'>['hits']; pending: boolean; partly: boolean } {
  const query = useSettled(text);
  const asks = query.trim() !== '';
  const { data, failure, previous } = useCall('search.query', { query, limit: most.entries, sort: 'relevantie', facets: false }, { enabled: asks });
  if (text.trim() === '') return { hits: [], pending: false, partly: false };
  const waiting = asks && !failure && (data === undefined || previous);
  return { hits: asks ? (data?.hits ?? []) : [], pending: text !== query || waiting, partly: asks && data?.deels === true };
}
