import { BookOpenText, Folder, House, LibraryBig, Package, Settings, ShieldCheck, StickyNote, Trash2, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { LibraryState } from '../../../domain/api/contract.ts';
import { hrefOf, type Route } from '../../data/routes.ts';
import { useCall } from '../../data/use-call.ts';
import { nl } from '../../text/nl.ts';
import { countText, numberText } from '../../text/nl/format.ts';

interface Place {
  name: string;
  icon: LucideIcon;
  to: Route;
  /** Screens that belong to this place. */
  screens: readonly Route['screen'][];
  count?: number | undefined;
}

const consentPlace = (count: number): Place => ({
  name: nl.consent.menu,
  icon: ShieldCheck,
  to: { screen: 'toestemmingen' },
  screens: ['toestemmingen'],
  count,
});

/** Where you are in the round, and which kennismap is open. */
export function SideNav({ state, route, children }: { state: LibraryState; route: Route; children?: ReactNode }): ReactNode {
  const places = usePlaces(state);
  return (
    <nav className="nav" aria-label={nl.frame.navigation}>
      <ul>
        {places.map((place) => (
          <li key={place.name}>
            <NavLink place={place} here={place.screens.includes(route.screen)} />
          </li>
        ))}
      </ul>
      {children}
      <div className="nav-foot">
        {state.state !== 'none' && <FolderLink state={state} />}
        <a href={hrefOf({ screen: 'instellingen' })} aria-current={route.screen === 'instellingen' ? 'page' : undefined}>
          <Settings className="icon" aria-hidden />
          <span>{nl.frame.settings}</span>
        </a>
      </div>
    </nav>
  );
}

/** The screens in the order of the round; consents only where some are kept. */
function usePlaces(state: LibraryState): Place[] {
  const { data: trash } = useCall('trash.list', {});
  const { data: consents } = useCall('consent.list', {});
  return [
    { name: nl.frame.overview, icon: House, to: { screen: 'overzicht' }, screens: ['overzicht', 'start'] },
    {
      name: nl.frame.library,
      icon: LibraryBig,
      to: { screen: 'bibliotheek', q: '', sort: 'relevantie' },
      screens: ['bibliotheek', 'stuk', 'weging', 'versies', 'samenvoegen', 'samen'],
      count: state.state === 'ready' ? state.entries : undefined,
    },
    { name: nl.frame.bundles, icon: Package, to: { screen: 'bundels', ids: [], q: '' }, screens: ['bundels'] },
    ...(consents && (consents.lines.length > 0 || consents.fault !== undefined) ? [consentPlace(consents.lines.length)] : []),
    { name: nl.cards.title, icon: StickyNote, to: { screen: 'kaarten' }, screens: ['kaarten'] },
    {
      name: nl.history.trash,
      icon: Trash2,
      to: { screen: 'prullenbak' },
      screens: ['prullenbak'],
      count: trash && trash.length > 0 ? trash.length : undefined,
    },
  ];
}

function NavLink({ place: { name, icon: Icon, to, count }, here }: { place: Place; here: boolean }): ReactNode {
  return (
    <a href={hrefOf(to)} aria-current={here ? 'page' : undefined}>
      <Icon className="icon" aria-hidden />
      <span className="nav-name">{name}</span>
      {count !== undefined && (
        <span className={count < 1000 ? 'nav-count' : 'nav-count nav-count-long'}>
          <span className="sr">: </span>
          {numberText(count)}
        </span>
      )}
    </a>
  );
}

function FolderLink({ state }: { state: Exclude<LibraryState, { state: 'none' }> }): ReactNode {
  const Icon = state.state === 'ready' && state.example ? BookOpenText : Folder;
  return (
    <a href={hrefOf({ screen: 'instellingen' })} title={state.dir}>
      <Icon className="icon" aria-hidden />
      <span>
        <b>{state.name}</b>
        <small>{folderNote(state)}</small>
      </span>
    </a>
  );
}

function folderNote(state: Exclude<LibraryState, { state: 'none' }>): string {
  if (state.state === 'loading') return nl.frame.reading(state.done, state.total);
  if (state.state === 'unavailable') return nl.frame.unreachable;
  return [countText(state.entries, 'stuk', 'stukken'), state.example ? nl.frame.example : '', state.readOnly ? nl.frame.readOnly : '']
    .filter(Boolean)
    .join(', ');
}
