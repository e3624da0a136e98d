import { FileInput, House, LibraryBig, Package, Plus, Search, Settings, ShieldCheck, StickyNote, Tags, Trash2, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Output } from '../../../domain/api/contract.ts';
import type { Vocabulary } from '../../../domain/entries/vocabulary.ts';
import { fold } from '../../../domain/search/fold.ts';
import { markWords } from '../../../domain/search/snippets.ts';
import { go, type Route } from '../../data/routes.ts';
import { kindOf } from '../../data/vocabulary.ts';
import { Highlight } from '../../kit/highlight.tsx';
import { keyText } from '../../kit/keys.ts';
import { KindIcon } from '../../kit/kind-icon.tsx';
import { nl } from '../../text/nl.ts';
import { shortList, type Lead } from './short-lists.ts';

export interface PaletteOption {
  id: string;
  label: ReactNode;
  hint?: string | undefined;
  icon: ReactNode;
  keys?: string | undefined;
  run(): void;
}

const iconOf = (Icon: LucideIcon): ReactNode => <Icon className="icon" aria-hidden />;

/** Write-ups that were found, with why when the words are not in them as typed. */
export function entryOptions(hits: Output<'search.query'>['hits'], vocabulary: Vocabulary): PaletteOption[] {
  return hits.map(({ id, entry, titleMarks, reden }) => {
    const kind = kindOf(vocabulary, entry.kind);
    return {
      id,
      label: <Highlight text={entry.title} marks={titleMarks} />,
      hint: [entry.copyOf === undefined ? '' : nl.history.copyBadge, kind.name, reden ?? entry.keywords.slice(0, 3).join(', ')]
        .filter(Boolean)
        .join(' · '),
      icon: <KindIcon name={kind.icon} />,
      run: () => go({ screen: 'stuk', id, edit: false, q: '' }),
    };
  });
}

/** Lines that lead to where something is used. */
export function leadOptions(leads: readonly Lead[], asked: string, icon: LucideIcon): PaletteOption[] {
  const words = asked
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `${fold(word)}*`);
  return leads.map(({ id, label, hint, to }) => ({
    id,
    label: <Highlight text={label} marks={markWords(label, words)} />,
    hint,
    icon: iconOf(icon),
    run: () => go(to),
  }));
}

/** Shows what was typed in the Bibliotheek. */
export const searchAll = (text: string): void => go({ screen: 'bibliotheek', q: text, sort: 'relevantie' });

interface CommandsInput {
  asked: string;
  /** Only commands are wanted. */
  only: boolean;
  most: number;
  vocabulary: Vocabulary;
  newKeys: string;
  onNew(what: { kind: string; title: string }): void;
}

/** What can be done with the typed text, and the places and commands whose name fits. */
export function commandsFor({ asked, only, most, ...rest }: CommandsInput): PaletteOption[] {
  const places = placeCommands();
  if (asked === '' && !only) return places;
  const commands = shortList([...places, ...makeCommands(rest)]);
  return only ? commands.find(asked, Infinity) : [...withText(asked, rest), ...commands.find(asked, most)];
}

type Command = PaletteOption & { label: string };

function placeCommands(): Command[] {
  const place = (id: string, label: string, icon: LucideIcon, to: Route): Command => ({ id, label, icon: iconOf(icon), run: () => go(to) });
  return [
    place('overzicht', nl.frame.overview, House, { screen: 'overzicht' }),
    place('bibliotheek', nl.frame.library, LibraryBig, { screen: 'bibliotheek', q: '', sort: 'relevantie' }),
    place('bundels', nl.frame.bundles, Package, { screen: 'bundels', ids: [], q: '' }),
    place('kaarten', nl.cards.title, StickyNote, { screen: 'kaarten' }),
    place('prullenbak', nl.history.trash, Trash2, { screen: 'prullenbak' }),
    place('trefwoorden', nl.many.keywordsTidy, Tags, { screen: 'trefwoorden' }),
    place('toestemmingen', nl.consent.title, ShieldCheck, { screen: 'toestemmingen' }),
    place('importeren', nl.frame.importing, FileInput, { screen: 'importeren' }),
    place('instellingen', nl.frame.settings, Settings, { screen: 'instellingen' }),
  ];
}

type Making = Pick<CommandsInput, 'vocabulary' | 'newKeys' | 'onNew'>;

const makeCommands = ({ vocabulary, onNew }: Making): Command[] =>
  vocabulary.kinds.map((kind) => ({
    id: `nieuw-${kind.id}`,
    label: nl.frame.newOf(kind.name),
    icon: iconOf(Plus),
    run: () => onNew({ kind: kind.id, title: '' }),
  }));

function withText(asked: string, { vocabulary, newKeys, onNew }: Making): PaletteOption[] {
  const first = vocabulary.kinds[0];
  const look = { id: 'zoek', label: nl.search.searchAll(asked), icon: iconOf(Search), keys: 'Ctrl Enter', run: () => searchAll(asked) };
  if (!first) return [look];
  const make = {
    id: 'nieuw',
    label: nl.search.newWith(first.name, asked),
    icon: iconOf(Plus),
    keys: keyText(newKeys),
    run: () => onNew({ kind: first.id, title: asked }),
  };
  return [look, make];
}
