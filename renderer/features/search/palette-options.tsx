import Fuse from 'fuse.js';
import { FileInput, House, LibraryBig, Package, Plus, Search, Settings, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Output } from '../../../domain/api/contract.ts';
import type { Vocabulary } from '../../../domain/entries/vocabulary.ts';
import { fold, wordsIn } from '../../../domain/search/fold.ts';
import { markWords } from '../../../domain/search/snippets.ts';
import { go, type Route } from '../../data/routes.ts';
import { kindOf } from '../../data/vocabulary.ts';
import { Highlight } from '../../kit/highlight.tsx';
import { keyText } from '../../kit/keys.ts';
import { KindIcon } from '../../kit/kind-icon.tsx';
import { nl } from '../../text/nl.ts';

export interface PaletteOption {
  id: string;
  label: ReactNode;
  hint?: string | undefined;
  icon: ReactNode;
  keys?: string | undefined;
  run(): void;
}

type Title = Output<'entries.titles'>[number];
const most = 7;

/** Titles and keywords, forgiving about typing mistakes; made once per list of titles. */
export const titleIndex = (titles: readonly Title[]): Fuse<Title> =>
  new Fuse(titles, {
    keys: [
      { name: 'title', weight: 3 },
      { name: 'keywords', weight: 1 },
    ],
    useTokenSearch: true,
    tokenMatch: 'all',
    ignoreLocation: true,
    ignoreDiacritics: true,
    threshold: 0.3,
  });

/** The write-ups whose title or keywords fit. */
export function entryOptions(index: Fuse<Title>, text: string, vocabulary: Vocabulary): PaletteOption[] {
  const asked = text.trim();
  if (asked === '') return [];
  const words = asked.split(/\s+/).map((word) => `${fold(word)}*`);
  return begins(
    index.search(asked, { limit: most * 6 }).map(({ item }) => item),
    asked,
  ).map((item) => {
    const kind = kindOf(vocabulary, item.kind);
    return {
      id: item.id,
      label: <Highlight text={item.title} marks={markWords(item.title, words)} />,
      hint: [kind.name, item.keywords.slice(0, 3).join(', ')].filter(Boolean).join(' · '),
      icon: <KindIcon name={kind.icon} />,
      run: () => go({ screen: 'stuk', id: item.id, edit: false, q: '' }),
    };
  });
}

/** Titles in which every typed word begins a word go before those where it stands somewhere inside one. */
function begins(items: readonly Title[], asked: string): Title[] {
  const wanted = wordsIn(asked);
  const fits = (item: Title): boolean => {
    const words = wordsIn(item.title);
    return wanted.every((start) => words.some((word) => word.startsWith(start)));
  };
  return [...items.filter(fits), ...items.filter((item) => !fits(item))].slice(0, most);
}

interface CommandsInput {
  text: string;
  vocabulary: Vocabulary;
  newKeys: string;
  onNew(what: { kind: string; title: string }): void;
}

/** What can be done with the typed text, and the places and commands whose name fits. */
export function commandsFor({ text, vocabulary, newKeys, onNew }: CommandsInput): PaletteOption[] {
  const only = text.startsWith('>');
  const asked = text.replace(/^>/, '').trim();
  const icon = (Icon: LucideIcon): ReactNode => <Icon className="icon" aria-hidden />;
  const place = (id: string, label: string, Icon: LucideIcon, to: Route): PaletteOption => ({ id, label, icon: icon(Icon), run: () => go(to) });
  const places = [
    place('overzicht', nl.frame.overview, House, { screen: 'overzicht' }),
    place('bibliotheek', nl.frame.library, LibraryBig, { screen: 'bibliotheek', q: '', sort: 'relevantie' }),
    place('bundels', nl.frame.bundles, Package, { screen: 'bundels', ids: [], q: '' }),
    place('importeren', nl.frame.importing, FileInput, { screen: 'importeren' }),
    place('instellingen', nl.frame.settings, Settings, { screen: 'instellingen' }),
  ];
  const makes = vocabulary.kinds.map((kind) => ({
    id: `nieuw-${kind.id}`,
    label: nl.frame.newOf(kind.name),
    icon: icon(Plus),
    run: () => onNew({ kind: kind.id, title: '' }),
  }));
  const fits = (option: PaletteOption): boolean => typeof option.label === 'string' && fold(option.label).includes(fold(asked));
  if (only) return [...places, ...makes].filter(fits);
  if (asked === '') return places;
  const first = vocabulary.kinds[0];
  const withText: PaletteOption[] = [
    {
      id: 'zoek',
      label: nl.search.searchAll(asked),
      icon: icon(Search),
      keys: 'Ctrl Enter',
      run: () => go({ screen: 'bibliotheek', q: asked, sort: 'relevantie' }),
    },
    ...(first
      ? [
          {
            id: 'nieuw',
            label: nl.search.newWith(first.name, asked),
            icon: icon(Plus),
            keys: keyText(newKeys),
            run: () => onNew({ kind: first.id, title: asked }),
          },
        ]
      : []),
  ];
  return [...withText, ...places.filter(fits)];
}
